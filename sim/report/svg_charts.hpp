#pragma once
// The pictures of the report, from plain numbers to SVG text. Widths are in pixels of the page; a picture is drawn once
// for wide and once for narrow screens rather than scaled until its words cannot be read.
#include "engine/terms.hpp"
#include "experiment/summary.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace assent {

inline constexpr double wide_picture = 640;
inline constexpr double narrow_picture = 332; // a screen of 360 less the margins

/// One hundred deals as marks, in the order won, no decision, lost, eliminated; rounded so that they are a hundred.
std::string draw_hundred_deals(const std::array<double, outcome_count>& shares);

/// How many of a hundred each share is, by largest remainder.
std::array<int, outcome_count> of_a_hundred(const std::array<double, outcome_count>& shares);

/// The mark of an outcome by itself, for legends.
std::string outcome_mark(Outcome outcome);

/// A part of a bar: a share with its name and classes of colour and pattern.
struct BarPart {
    std::string name;
    double share = 0;
    std::string colour, pattern;
};
struct Bar {
    std::string name;
    std::vector<BarPart> parts; ///< shares sum to 1
};
/// Stacked bars over 0 … 100 %.
std::string draw_stacked_bars(const std::vector<Bar>& bars, double width);
/// A square in colour and pattern, for the legend of stacked bars.
std::string bar_mark(const BarPart& part);

/// One estimate on a scale from low to high, for a table cell; `zero` draws the line of no difference.
struct WhiskerCell {
    Interval interval;
    double low = 0, high = 1;
    bool level = false; ///< not told apart from the leader: an open dot
};
std::string draw_whisker_cell(const WhiskerCell& cell, std::string_view title);

/// Share won by the end of each week, with pointwise intervals; entry w is week w.
struct WinCurve {
    std::string name;
    std::vector<Interval> by_week;
};
/// One curve with its band, the others thin behind it. All panels share the height `share_high`.
std::string draw_win_curve(const WinCurve& curve, const std::vector<WinCurve>& others, double share_high);

/// In which week deals were won.
struct WeekCounts {
    std::string name;
    std::vector<std::int64_t> weeks;
    WeekQuantiles quantiles;
};
/// Shares of the won deals by week; weeks are put together when there are more than fit.
std::string draw_week_histogram(const WeekCounts& counts, double share_high);
/// Greatest share of one bin, to give several histograms one height.
double tallest_bin(const WeekCounts& counts);

/// Shares by row and column; cell (r, c) is shares[r * columns.size() + c].
struct HeatMap {
    std::string title;
    std::vector<std::string> rows, columns;
    std::vector<double> shares;
};
std::string draw_heat_map(const HeatMap& map, double width);

/// A change and what it does to the win rate.
struct GainBar {
    std::string name;
    Interval gain;
};
std::string draw_gain_bars(const std::vector<GainBar>& bars, double width);

/// Support in a told deal by week.
struct WeekSupport {
    int week = 0;
    double support = 0;
};
std::string draw_support(const std::vector<WeekSupport>& weeks, std::string_view title, double width);

} // namespace assent
