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

constexpr std::size_t drawn_changes = 12, drawn_minds = 8;
constexpr std::size_t listed_changes = 500;
constexpr double side_picture = 440; // width of the second column

bool fixes_a_mind(const Counterfactual& change) {
    return change.kind == Counterfactual::Kind::mind_for_us || change.kind == Counterfactual::Kind::mind_against_us;
}

/// Those of one sort that matter most either way, gains first; the rest would be a row of zeros.
std::vector<GainBar> telling_bars(const ReportInput& input, bool minds) {
    std::vector<Counterfactual> telling;
    for (const Counterfactual& change : input.counterfactuals->changes)
        if (fixes_a_mind(change) == minds) telling.push_back(change);
    std::ranges::stable_sort(telling, std::ranges::greater{},
                             [](const Counterfactual& change) { return std::fabs(change.difference.estimate); });
    telling.resize(std::min(telling.size(), minds ? drawn_minds : drawn_changes));
    std::ranges::stable_sort(telling, std::ranges::greater{},
                             [](const Counterfactual& change) { return change.difference.estimate; });
    std::vector<GainBar> bars;
    for (const Counterfactual& change : telling)
        bars.push_back(
            {change_sentence(input.result.model, input.counterfactuals->strategy, change), change.difference});
    return bars;
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
    std::string table = data_table(
        fmt::format("Win rate and change in points, {} intervals that hold together", confidence_text(input)),
        {"Change", "Win rate", "Change in points"}, rows, 1);
    if (const std::size_t left_out = report.changes.size() - rows.size(); left_out > 0)
        table += note(fmt::format("{} further changes are left out.", left_out));
    return table;
}

} // namespace

std::string turning_section(const ReportInput& input) {
    if (!input.counterfactuals || input.counterfactuals->changes.empty()) return {};
    const CounterfactualReport& report = *input.counterfactuals;
    const std::vector<GainBar> changes = telling_bars(input, false), minds = telling_bars(input, true);
    const std::string& name = name_of(input.result.model.strategies[static_cast<std::size_t>(report.strategy)]);
    std::string left, right;
    if (!changes.empty())
        left = "<h3>Doubts, links and rules</h3>\n" +
               pictures([&](double width) { return draw_gain_bars(changes, width); });
    if (!minds.empty())
        right = "<h3>If one mind were fixed</h3>\n" + pictures([&](double width) {
                    return draw_gain_bars(minds, width == wide_picture ? side_picture : width);
                });
    std::string below =
        note("Faint bars are those whose interval includes zero. A mind fixed is that person for us or against "
             "us whatever is said: the most that anyone could do there.");
    below += folded(fmt::format("All {} changes in numbers", report.changes.size()), change_table(input, report));
    const std::string lead =
        fmt::format("<strong>{}</strong> with one thing changed and the same luck: what that does to its "
                    "win rate of {}.",
                    isolated(name), percent(report.win_rate.estimate, 1));
    return long_section("turning", "What would have turned it", lead, side_by_side(left, right) + below);
}

} // namespace assent
