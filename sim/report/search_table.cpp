// A search for a terminal.
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/ranking_table.hpp"
#include "report/rule_words.hpp"
#include "report/run_result.hpp"
#include "report/search_report.hpp"
#include "report/tornado_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace assent {
namespace {

using Align = Table::Align;

std::string short_amount(const SearchReport& report, double amount) {
    if (report.request.measure == RankMeasure::win) return percent(amount, 1);
    return money(amount, report.model.company.currency);
}

std::string comparison(const SearchReport& report, const TextStyle& style) {
    const SearchResult& result = report.result;
    const RankMeasure measure = report.request.measure;
    const bool by_wins = measure == RankMeasure::win;
    std::vector<Table::Column> columns{{"Strategy", "", Align::left},
                                       {measure_heading(measure), "", Align::right},
                                       {"Interval", percent(report.request.run.confidence), Align::right}};
    if (!by_wins) columns.push_back({"Won", "of all", Align::right});
    if (measure != RankMeasure::margin) columns.push_back({"Margin", "per deal", Align::right});
    columns.push_back({"Hours", "per deal", Align::right});
    columns.push_back({"Week won", "median", Align::right});
    Table table(std::move(columns), 1);
    for (const StrategyStanding& standing : result.ranking.standings) {
        const bool found = standing.strategy + 1 == result.played.size();
        const Interval& measured = standing.measured(measure);
        std::vector<Cell> row{
            {printable(name_of(result.played[standing.strategy])), found ? Emphasis::strong : Emphasis::none},
            short_amount(report, measured.estimate),
            short_amount(report, measured.low) + " to " + short_amount(report, measured.high)};
        if (!by_wins) row.emplace_back(percent(standing.win_rate.estimate, 1));
        if (measure != RankMeasure::margin)
            row.emplace_back(money(standing.margin_per_deal.estimate, report.model.company.currency));
        row.emplace_back(decimal(standing.hours.estimate, 1));
        row.emplace_back(standing.weeks.p50 > 0 ? std::to_string(standing.weeks.p50) : "–");
        table.add(std::move(row));
    }
    return table.text(style);
}

std::string rules_text(const SearchReport& report, const TextStyle& style) {
    const SearchResult& result = report.result;
    std::string text;
    for (std::size_t i = 0; i < result.found.rules.size(); ++i) {
        std::string line = fmt::format("{}. {}", i + 1, rule_sentence(report.model, result.found.rules[i]));
        if (i < result.worth.size()) line += " " + worth_sentence(report, result.worth[i]);
        text += wrapped(printable(line), style, 2);
    }
    for (const std::string& sentence : other_choices(report)) text += wrapped(printable(sentence), style, 2);
    return text;
}

std::string why_text(const SearchReport& report, const TextStyle& style) {
    const SearchResult& result = report.result;
    if (result.worth.empty()) return {};
    std::vector<RuleWorth> order = result.worth;
    std::ranges::stable_sort(order, std::ranges::greater{}, [](const RuleWorth& each) { return each.loss.estimate; });
    std::string text = fmt::format("Most of it is owed to rule {}", order[0].rule + 1);
    if (order.size() > 1) text += fmt::format(", then to rule {}", order[1].rule + 1);
    text += fmt::format(
        ". What a rule is worth was found by leaving it out, with the same fresh luck ({}); rules may lean on "
        "each other, so these amounts do not add up.",
        deals(result.worth_deals));
    if (result.rules_pruned == 1) text += " One rule that gave nothing beyond chance was taken out before.";
    if (result.rules_pruned > 1)
        text += fmt::format(" {} rules that gave nothing beyond chance were taken out before.", result.rules_pruned);
    return wrapped(text, style);
}

} // namespace

std::string search_text(const SearchReport& report, const TextStyle& style) {
    const auto heading = [&](std::string_view words) {
        return "\n" + emphasised(words, Emphasis::strong, style) + "\n";
    };
    std::string text = emphasised(printable(title_of(report.model)), Emphasis::strong, style) + "\n" +
                       wrapped(search_evidence(report), style) + "\n" +
                       wrapped(printable(search_headline(report)), style) + "\n" + comparison(report, style);
    text += heading("What it does, rules first come first served each week") + rules_text(report, style);
    const std::string why = why_text(report, style);
    if (!why.empty()) text += heading("Why it wins") + why;
    return text + heading("What to make of it") + wrapped(search_caution(), style);
}

} // namespace assent
