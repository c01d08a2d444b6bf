// The strategies as rules, the limits of the answer, and how to get it again.
#include "model/assumption_table.hpp"
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/rule_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace assent {
namespace {

std::string rules_of(const Model& model, const Strategy& strategy) {
    std::string items;
    for (const Rule& rule : strategy.rules) items += "<li>" + isolated(rule_sentence(model, rule)) + "</li>\n";
    std::string text = "<h3>" + isolated(name_of(strategy)) + "</h3>\n";
    if (!strategy.about.empty()) text += "<p>" + escaped(strategy.about) + "</p>\n";
    return text + (items.empty() ? "<p>No rules: nothing is done.</p>\n" : "<ol>\n" + items + "</ol>\n");
}

std::string fact(std::string_view term, const std::string& words) {
    return fmt::format("<dt>{}</dt><dd>{}</dd>\n", term, words);
}

} // namespace

std::string strategies_section(const ReportInput& input) {
    std::string body;
    const auto& standings = input.result.ranking.standings;
    for (std::size_t i = 0; i < std::min(standings.size(), most_panels); ++i)
        body += rules_of(input.result.model, input.result.strategy(standings[i]));
    if (standings.size() > most_panels)
        body += note(fmt::format("{} further strategies stand in the scenario below.", standings.size() - most_panels));
    return long_section("strategies", "What each strategy does",
                        "Rules are tried in this order each week, while hours last.",
                        folded("The rules in words", body));
}

std::string limits_section(const ReportInput& input) {
    const int assumed = assumed_constants(), constants = static_cast<int>(assumption_count);
    const int people = input.result.model.centre.size();
    std::string items =
        "<li>The intervals cover chance within the simulation. They say nothing about whether the scenario is "
        "right: a wrong guess about one person can move the answer by more than any interval here.</li>\n";
    items +=
        fmt::format("<li>{} people, their weights, doubts and links are as the scenario states them; {} of its numbers "
                    "are given as uncertain and drawn anew in every deal, the others count as exact.</li>\n",
                    people, input.result.uncertain_numbers);
    items += fmt::format(
        "<li>Of the {} constants of the mechanisms {} rest on published figures and {} are assumptions with a "
        "stated range. <code>assent explain</code> lists them with their sources.</li>\n",
        constants, constants - assumed, assumed);
    items += "<li>Comparisons between strategies are safer than win rates by themselves: all strategies met the same "
             "luck, and "
             "an error of the scenario mostly hits all of them.</li>\n";
    items += "<li>What the model leaves out: people who join or leave, budgets that move, several deals with the same "
             "client at "
             "once, and whatever nobody put into the scenario.</li>\n";
    items +=
        "<li>Group choice after Choffray &amp; Lilien (1980), influence after Friedkin &amp; Johnsen (1990), trust "
        "after "
        "Jøsang &amp; Ismail (2002), negotiation after Faratin, Sierra &amp; Jennings (1998); intervals after Wilson "
        "(1927) and Bonett &amp; Price (2012).</li>\n";
    return section("limits", "Limits, assumptions, sources", "", "<ul>\n" + items + "</ul>\n");
}

std::string reproduce_section(const ReportInput& input) {
    const RunTally& tally = input.result.tally;
    std::string facts = fact("Scenario", isolated(input.result.model.title));
    facts +=
        fact("Deals", fmt::format("{} for each of {} strategies{}", grouped(tally.replicates), tally.strategies.size(),
                                  input.result.interrupted ? ", stopped before the end" : ""));
    facts += fact("Seed", fmt::format("<code>{}</code>", tally.seed));
    facts += fact("Version", "<code>assent " + escaped(input.version) + "</code>");
    facts += fact("Signature of all rows", fmt::format("<code>{:016x}</code>", tally.signature));
    std::string body = "<dl class=\"facts\">\n" + facts + "</dl>\n";
    if (!input.command.empty()) body += "<pre>" + escaped(input.command) + "</pre>\n";
    body += "<p>The same scenario, seed, number of deals and version give the same rows bit for bit, on any number of "
            "threads and any machine. An equal signature proves it.</p>\n";
    if (!input.scenario_dump.empty())
        body += "<div class=\"screen-only\">" +
                folded("The scenario as it was read, all includes resolved",
                       "<pre>" + escaped(input.scenario_dump) + "</pre>\n") +
                "</div>\n";
    return section("reproduce", "How to get this again", "", body);
}

} // namespace assent
