// When deals are won: for each strategy the share won by week, and the weeks of the wins.
#include "experiment/intervals.hpp"
#include "report/html_parts.hpp"
#include "report/html_sections.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/svg_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

WinCurve curve_of(const ReportInput& input, const StrategyStanding& standing) {
    const StrategyTally& tally = input.result.counted(standing);
    WinCurve curve{name_of(input.result.strategy(standing)), {}};
    std::int64_t won = 0;
    for (const std::int64_t in_week : tally.weeks[static_cast<std::size_t>(Outcome::won)]) {
        won += in_week;
        curve.by_week.push_back(wilson_interval(won, tally.replicates, input.result.ranking.confidence));
    }
    return curve;
}

WeekCounts counts_of(const ReportInput& input, const StrategyStanding& standing) {
    return {name_of(input.result.strategy(standing)),
            input.result.counted(standing).weeks[static_cast<std::size_t>(Outcome::won)], standing.weeks};
}

/// A little above the highest band, in steps that read well.
double height_of(const std::vector<WinCurve>& curves) {
    double highest = 0.02;
    for (const WinCurve& curve : curves)
        if (!curve.by_week.empty()) highest = std::max(highest, curve.by_week.back().high);
    const double step = highest > 0.25 ? 0.1 : highest > 0.05 ? 0.05 : 0.01;
    return std::min(1.0, std::ceil(highest * 1.04 / step) * step);
}

std::string panel(const WinCurve& curve, const std::vector<WinCurve>& others, double share_high,
                  const WeekCounts& counts, double bin_high) {
    const WeekQuantiles& q = counts.quantiles;
    const std::string weeks =
        q.p50 == 0 ? "no deal won" : fmt::format("half by week {}, most in weeks {} to {}", q.p50, q.p10, q.p90);
    return fmt::format(
        "<figure><figcaption>{}<span class=\"sub\">{}</span></figcaption>\n<div class=\"pic\">{}{}</div></figure>\n",
        isolated(curve.name), weeks, draw_win_curve(curve, others, share_high), draw_week_histogram(counts, bin_high));
}

} // namespace

std::string timing_section(const ReportInput& input) {
    const auto& standings = input.result.ranking.standings;
    const std::size_t shown = std::min(standings.size(), most_panels);
    std::vector<WinCurve> curves;
    std::vector<WeekCounts> counts;
    double bin_high = 0;
    for (std::size_t i = 0; i < shown; ++i) {
        curves.push_back(curve_of(input, standings[i]));
        counts.push_back(counts_of(input, standings[i]));
        bin_high = std::max(bin_high, tallest_bin(counts.back()));
    }
    std::string panels;
    const double share_high = height_of(curves);
    for (std::size_t i = 0; i < shown; ++i) {
        std::vector<WinCurve> others = curves;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        panels += panel(curves[i], others, share_high, counts[i], bin_high);
    }
    // Three in a row where four would leave one or two alone.
    const bool by_three = shown % 4 != 0 && shown % 4 < 3 && shown > 2;
    std::string body = fmt::format("<div class=\"panels{}\">\n", by_three ? " three" : "") + panels + "</div>\n";
    body += note(
        fmt::format("Upper: share of all deals won by the end of each week, with its {} interval at each week; the "
                    "other strategies are thin lines. Lower: weeks of the wins; dark bars hold eight of ten.",
                    confidence_text(input)));
    if (standings.size() > shown)
        body += note(fmt::format("Drawn are the first {} of {} strategies.", shown, standings.size()));
    return long_section(
        "timing", "When deals are won",
        "The same scales in every panel. <strong>Steep and early</strong> is good; where a curve goes flat, "
        "waiting no longer helps.",
        body);
}

} // namespace assent
