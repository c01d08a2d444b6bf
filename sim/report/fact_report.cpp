#include "report/fact_report.hpp"

#include "report/fact_table.hpp"
#include "report/fact_words.hpp"
#include "report/html_page.hpp"
#include "report/html_parts.hpp"
#include "report/html_style.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/svg_fact.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

std::string expectation_words(const Expectation& expectation) {
    return expectation.says.empty() ? traits_of(expectation.measure).words : expectation.says;
}

std::string expectation_picture(const FactResult& fact, const ExpectationResult& result) {
    const Expectation& asked = result.expectation;
    std::vector<FigureBar> bars;
    const auto add = [&](const std::string& arm, const Interval& interval, bool control) {
        bars.push_back({fact.arm_name(arm) + (control ? ", mechanism off" : ""),
                        figure(asked.measure, interval, fact.currency), interval, control});
    };
    add(asked.of, result.answer.of, false);
    if (!asked.over.empty()) add(asked.over, result.answer.over, false);
    if (result.control != ControlVerdict::none) {
        add(asked.of, result.without.of, true);
        add(asked.over, result.without.over, true);
    }
    const std::string title = fmt::format("{}: {}", fact.id, traits_of(asked.measure).words);
    const auto tick = [&](double value) { return figure(asked.measure, value, fact.currency); };
    return pictures([&](double width) { return draw_figure_bars(bars, title, tick, width); });
}

std::string expectations_table(const FactResult& fact) {
    std::vector<std::vector<std::string>> rows;
    for (const ExpectationResult& result : fact.expectations) {
        const Expectation& asked = result.expectation;
        Expectation difference;
        difference.measure = asked.measure;
        difference.over = asked.over;
        const std::string control = result.control == ControlVerdict::none
                                        ? "–"
                                        : fmt::format("{}: {}", control_word(result.control),
                                                      comparison(difference, result.without.shown, fact.currency));
        rows.push_back({escaped(expectation_words(asked)), escaped(traits_of(asked.measure).words),
                        escaped(comparison(asked, result.answer.shown, fact.currency)),
                        escaped(demand(asked, fact.currency)), escaped(verdict_word(result.verdict)), escaped(control),
                        escaped(percent(result.power))});
    }
    return data_table("What was expected, and what came out; intervals hold together at 99 %",
                      {"Expected", "Measure", "Came out", "Asked for", "Verdict", "Mechanism off", "Power"}, rows, 7);
}

std::string companies_part(const FactResult& fact) {
    if (fact.companies.empty()) return {};
    const Expectation& first = fact.expectations.front().expectation;
    const bool ratio = first.ratio_above || first.ratio_below;
    std::vector<CompanyDot> dots;
    for (const CompanyResult& company : fact.companies) {
        if (company.direction == CompanyResult::Direction::does_not_apply) continue;
        dots.push_back({fmt::format("{}. {}", company.seed, company.name), company.shown.estimate,
                        company.direction == CompanyResult::Direction::holds});
    }
    std::string text =
        fmt::format("<p class=\"note\">Random companies: the direction holds in {}.", companies_words(fact));
    const std::size_t others = fact.companies.size() - dots.size();
    if (others > 0) text += fmt::format(" To {} it does not apply.", others);
    text += " Open dots: it does not hold there.</p>\n";
    if (dots.empty()) return text;
    const auto tick = [&](double value) {
        return ratio ? "× " + decimal(value, 2) : figure(first.measure, value, fact.currency);
    };
    return text + pictures([&](double width) { return draw_company_dots(dots, ratio ? 1 : 0, tick, width); });
}

std::string fact_section(const FactResult& fact) {
    std::string body = fmt::format("<dl class=\"facts\"><dt>Mechanism</dt><dd>{}</dd><dt>Source</dt><dd>{}</dd>"
                                   "<dt>Played</dt><dd>{} deals of each arm, after a pilot of {}</dd>"
                                   "<dt>Again with</dt><dd><code>{}</code></dd></dl>\n",
                                   escaped(fact.mechanism), escaped(fact.source), grouped(fact.replicates),
                                   grouped(pilot_deals), escaped(fact_command(fact)));
    for (const ExpectationResult& result : fact.expectations)
        body += "<h3>" + escaped(expectation_words(result.expectation)) + "</h3>\n" + expectation_picture(fact, result);
    const std::string lead =
        fmt::format("<strong>{}</strong> {}", fact.holds() ? "Holds." : "Does not hold.", escaped(fact.claim));
    return long_section("fact-" + escaped(fact.id), fact.id, lead,
                        body + expectations_table(fact) + companies_part(fact));
}

std::string overview(std::span<const FactResult> facts) {
    std::vector<std::vector<std::string>> rows;
    for (const FactResult& fact : facts)
        rows.push_back({fmt::format("<a href=\"#fact-{0}\">{0}</a>", escaped(fact.id)), escaped(fact.claim),
                        fact.holds() ? "holds" : "<strong>FAILS</strong>", escaped(companies_words(fact))});
    return section("overview", "Facts", escaped(facts_summary(facts)) + ".",
                   data_table("Facts put to the test", {"Fact", "Claim", "Verdict", "Random companies"}, rows, 4));
}

} // namespace

std::string facts_html(std::span<const FactResult> facts, std::uint64_t seed, std::string_view version) {
    std::string page = page_head("Assent: validation", version) + "<body>\n" + pattern_definitions();
    page +=
        fmt::format("<header>\n{}"
                    "<h1>What the simulation shows of how companies buy</h1>\n<p class=\"about\">Each fact is played "
                    "in arms that differ in nothing but what it names and meet the same luck. Grey: the same with "
                    "the mechanism switched off, where the effect must be gone.</p>\n</header>\n<main>\n",
                    page_bar());
    page += overview(facts);
    for (const FactResult& fact : facts) page += fact_section(fact);
    page += fmt::format("</main>\n<footer>Made by assent {}. Seed {}.</footer>\n", escaped(version), seed);
    return page + page_end();
}

} // namespace assent
