#pragma once
// Axes of the plots: scales, round ticks, grid, and the marks that several plots share.
#include "report/svg.hpp"

#include <functional>
#include <string>
#include <vector>

namespace assent {

/// Maps values to a coordinate of the picture, linearly.
struct Scale {
    double low = 0, high = 1;   ///< values
    double first = 0, last = 1; ///< coordinates of low and high
    [[nodiscard]] double operator()(double value) const;
    /// The same, kept within first and last.
    [[nodiscard]] double clamped(double value) const;
};

/// Multiples of 1, 2 or 5 × 10^k in [low, high], about `wanted` of them. Precondition: low < high.
std::vector<double> round_ticks(double low, double high, int wanted);
/// The same in whole numbers: no tick between two weeks.
std::vector<double> whole_ticks(double low, double high, int wanted);

using TickLabel = std::function<std::string(double)>;

/// A plot area with its two scales.
struct Plot {
    Box area;
    Scale x, y;
    Plot(const Box& area, double x_low, double x_high, double y_low, double y_high);
    [[nodiscard]] Point at(double x_value, double y_value) const { return {x(x_value), y(y_value)}; }
};

/// Ticks with labels below the area.
void draw_bottom_axis(Svg& svg, const Plot& plot, const std::vector<double>& ticks, const TickLabel& label);
/// Grid lines across the area with labels on its left.
void draw_left_axis(Svg& svg, const Plot& plot, const std::vector<double>& ticks, const TickLabel& label);
/// Grid lines down the area with labels below.
void draw_value_grid(Svg& svg, const Plot& plot, const std::vector<double>& ticks, const TickLabel& label);

/// An estimate as a dot and its interval as a line with end caps, at height y.
void draw_whisker(Svg& svg, const Scale& x, double y, double estimate, double low, double high, std::string_view style);

} // namespace assent
