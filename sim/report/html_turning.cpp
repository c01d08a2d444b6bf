// What would have turned it: one thing changed, the same luck.
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/rule_words.hpp"
#include "report/svg_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

constexpr std::size_t drawn_changes = 14;
constexpr std::size_t listed_changes = 40;

/// Those that matter most either way, gains first; the rest would be a row of zeros.
std::vector<Counterfactual> most_telling(const std::vector<Counterfactual>& changes) {
    std::vector<Counterfactual> telling = changes;
    std::ranges::stable_sort(telling, std::ranges::greater{},
                             [](const Counterfactual& change) { return std::fabs(change.difference.estimate); });
    telling.resize(std::min(telling.size(), drawn_changes));
    std::ranges::stable_sort(telling, std::ranges::greater{},
                             [](const Counterfactual& change) { return change.difference.estimate; });
    return telling;
}

std::string change_table(const ReportInput& input, const CounterfactualReport& report) {
    std::vector<std::vector<std::string>> rows;
    for (const Counterfactual& change : report.changes) {
        if (rows.size() == listed_changes) break;
        rows.push_back({isolated(change_sentence(input.result.model, report.strategy, change)),
                        percent(change.win_rate.estimate, 1),
                        fmt::format("{} ({} to {})", points(change.difference.estimate), points(change.difference.low),
                                    points(change.difference.high))});
    }
    return data_table(
        fmt::format("Win rate and change in points, {} intervals that hold together", confidence_text(input)),
        {"Change", "Win rate", "Change in points"}, rows, 1);
}

} // namespace

std::string turning_section(const ReportInput& input) {
    if (!input.counterfactuals || input.counterfactuals->changes.empty()) return {};
    const CounterfactualReport& report = *input.counterfactuals;
    std::vector<GainBar> bars;
    for (const Counterfactual& change : most_telling(report.changes))
        bars.push_back({change_sentence(input.result.model, report.strategy, change), change.difference});
    const std::string& name = name_of(input.result.model.strategies[static_cast<std::size_t>(report.strategy)]);
    std::string side =
        note("Faint bars are those whose interval includes zero. A mind “fixed” is that person for or against "
             "us whatever is said: the most that anyone could do there.");
    side += folded(fmt::format("All {} changes in numbers", report.changes.size()), change_table(input, report));
    if (report.changes.size() > listed_changes)
        side += note(fmt::format("The table has the first {}.", listed_changes));
    const std::string lead =
        fmt::format("<strong>{}</strong> with one thing changed and the same luck: what that does to its "
                    "win rate of {}.",
                    isolated(name), percent(report.win_rate.estimate, 1));
    return long_section("turning", "What would have turned it", lead,
                        side_by_side(pictures([&](double width) { return draw_gain_bars(bars, width); }), side));
}

} // namespace assent
