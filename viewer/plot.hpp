#pragma once
// What all plots share: axes with round ticks, the marks of a series, what is said when the mouse points at something.
// A series has one colour, letter, shape and dash in every plot, so that no colour speaks alone.
#include "viewer/area.hpp"
#include "viewer/look.hpp"

#include "experiment/summary.hpp"
#include "report/svg_axes.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace assent::viewer {

/// Series that are told apart in a plot.
inline constexpr std::size_t drawn_series = 8;

/// One axis of a plot. Precondition: low < high.
struct PlotAxis {
    double low = 0, high = 1;
    std::string name;               ///< with its unit; empty: the title of the card says it
    TickLabel text;                 ///< of a tick
    bool whole = false;             ///< no tick between two whole numbers
    std::vector<std::string> words; ///< an axis of words, which stand at 0, 1, …; then `low` is -0.5
};

/// The inside of a plot in pixels of the window, with its scales.
struct PlotFrame {
    Area area;
    Scale x, y;
    [[nodiscard]] ImVec2 at(double x_value, double y_value) const {
        return {static_cast<float>(x(x_value)), static_cast<float>(y(y_value))};
    }
};

/// Round ticks, about `wanted` and at least two.
std::vector<double> enough_ticks(double low, double high, float wanted);

/// Draws axes and grid into the area and gives what is left inside of them.
PlotFrame draw_axes(const Look& look, Area area, const PlotAxis& x, const PlotAxis& y);

/// Colour of a series by its place, from 0; places beyond those drawn share the last.
ImU32 series_colour(const Theme& theme, std::size_t place);
/// The shape of a series: disc, square, diamond, triangles, cross, hexagon, ring.
void draw_marker(const Look& look, ImVec2 at, std::size_t place, float radius);
/// The letter of a series on its colour; `open`: on a ring, for what is level with the best.
void draw_letter(const Look& look, ImVec2 centre, std::size_t place, bool open = false);
/// A line with the dash of a series.
void draw_series_line(const Look& look, const std::vector<ImVec2>& points, std::size_t place, float width);
/// The space between two lines, left to right. Lines have the same x.
void draw_band(const std::vector<ImVec2>& upper, const std::vector<ImVec2>& lower, ImU32 colour);
/// An interval as a line with caps and its estimate as a marker.
void draw_interval(const Look& look, const Scale& x, float y, const Interval& interval, std::size_t place, bool open);
/// Slanted lines over an area: what two shades would only hint at.
void draw_hatching(const Area& area, ImU32 colour, float step);

/// Does the mouse point into the area, with nothing in front of it.
bool points_at(const Area& area);
/// A note beside the mouse: what it is, and names with values.
void draw_note(const Look& look, std::string_view title, const std::vector<std::pair<std::string, std::string>>& lines);

} // namespace assent::viewer
