// Cumulative distributions, a line for each strategy.
#include "report/number_words.hpp"
#include "report/svg_axes.hpp"
#include "report/svg_sweep.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr double plot_height = 180, left = 46;

/// The line between the two ends of the axis, as steps.
std::vector<Point> steps_of(const PictureLine& line, const Plot& plot) {
    std::vector<Point> steps;
    double share = 0;
    for (const LinePoint& point : line.points) {
        if (point.x <= plot.x.low) {
            share = point.y.estimate;
            continue;
        }
        if (steps.empty()) steps.push_back(plot.at(plot.x.low, share));
        if (point.x > plot.x.high) break;
        steps.push_back(plot.at(point.x, share));
        share = point.y.estimate;
        steps.push_back(plot.at(point.x, share));
    }
    if (steps.empty()) steps.push_back(plot.at(plot.x.low, share));
    steps.push_back(plot.at(plot.x.high, share));
    return steps;
}

/// Ends of the axis: all but the outermost hundredth on either side, of any line.
std::pair<double, double> reach(const std::vector<PictureLine>& lines) {
    constexpr double tail = 0.01;
    double low = 0, high = 0;
    bool first = true;
    for (const PictureLine& line : lines) {
        if (line.points.empty()) continue;
        const auto at = [&](double share) {
            const auto found = std::ranges::find_if(
                line.points, [share](const LinePoint& point) { return point.y.estimate >= share; });
            return found == line.points.end() ? line.points.back().x : found->x;
        };
        low = first ? at(tail) : std::min(low, at(tail));
        high = first ? at(1 - tail) : std::max(high, at(1 - tail));
        first = false;
    }
    const double room = high > low ? (high - low) * 0.03 : 0.5;
    return {low - room, high + room};
}

} // namespace

std::string draw_cumulative(const LinePicture& picture, double width) {
    Svg svg(width, 10 + plot_height + 36 + key_height(picture.key), picture.title,
            "Rising lines: the share of the deals that stay at or below the value on the axis.");
    const auto [low, high] = reach(picture.lines);
    const Plot plot({left, 10, width - left - 20, plot_height}, low, high, 0, 1);
    draw_left_axis(svg, plot, {0, 0.25, 0.5, 0.75, 1}, [](double share) { return percent(share); });
    draw_bottom_axis(svg, plot, round_ticks(low, high, 4), picture.x_text);
    for (std::size_t i = picture.lines.size(); i-- > 0;) {
        const PictureLine& line = picture.lines[i];
        if (line.points.empty()) continue;
        svg.open_group(line.name);
        const std::vector<Point> steps = steps_of(line, plot);
        svg.polyline(steps, fmt::format("line k{0} s{0}", line.place));
        svg.close_group();
    }
    svg.text({plot.area.right(), plot.area.bottom() + 31}, picture.x_name, "tick", Anchor::end);
    draw_key(svg, picture.key, plot.area.bottom() + 36, width);
    return std::move(svg).finish();
}

} // namespace assent
