#include "viewer/plot_lines.hpp"

#include "viewer/card.hpp"

#include "report/svg_sweep.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

std::vector<ImVec2> line_of(const PlotFrame& frame, const PlotSeries& series, double Interval::*part) {
    std::vector<ImVec2> points;
    for (const PlotPoint& point : series.points)
        points.push_back({static_cast<float>(frame.x(point.x)), static_cast<float>(frame.y.clamped(point.y.*part))});
    return points;
}

void draw_series(const Look& look, const PlotFrame& frame, const LinePlot& plot, const PlotSeries& series) {
    const std::vector<ImVec2> line = line_of(frame, series, &Interval::estimate);
    if (line.size() == 1)
        draw_marker(look, line.front(), series.place, look.px(3.5F));
    else
        draw_series_line(look, line, series.place, look.px(2));
    if (plot.markers)
        for (const ImVec2& point : line) draw_marker(look, point, series.place, look.px(3.5F));
}

/// Letters at the right ends, moved apart where they would lie on each other.
void draw_letters(const Look& look, const PlotFrame& frame, const LinePlot& plot) {
    std::vector<std::pair<float, std::size_t>> heights;
    for (const PlotSeries& series : plot.series)
        if (!series.points.empty())
            heights.emplace_back(static_cast<float>(frame.y.clamped(series.points.back().y.estimate)), series.place);
    std::ranges::sort(heights);
    const float each = look.px(18), half = look.px(9);
    for (std::size_t i = 1; i < heights.size(); ++i)
        heights[i].first = std::max(heights[i].first, heights[i - 1].first + each);
    for (std::size_t i = heights.size(); i-- > 0;) {
        const float limit = i + 1 < heights.size() ? heights[i + 1].first - each : frame.area.max().y - half;
        heights[i].first = std::min(heights[i].first, limit);
    }
    for (const auto& [height, place] : heights) draw_letter(look, {frame.area.max().x + look.px(15), height}, place);
}

/// Intervals side by side at each word.
void draw_at_words(const Look& look, const PlotFrame& frame, const LinePlot& plot) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const auto count = static_cast<double>(plot.series.size());
    for (std::size_t s = 0; s < plot.series.size(); ++s) {
        const ImU32 colour = series_colour(look.theme, plot.series[s].place);
        for (const PlotPoint& point : plot.series[s].points) {
            const double x = point.x + (static_cast<double>(s) + 0.5 - count / 2) * 0.7 / count;
            const auto at = [&](double y) {
                return ImVec2(static_cast<float>(frame.x(x)), static_cast<float>(frame.y.clamped(y)));
            };
            const ImVec2 low = at(point.y.low), high = at(point.y.high);
            draw->AddLine(low, high, colour, look.px(1.8F));
            for (const ImVec2& end : {low, high})
                draw->AddLine({end.x - look.px(3), end.y}, {end.x + look.px(3), end.y}, colour, look.px(1.8F));
            draw_marker(look, at(point.y.estimate), plot.series[s].place, look.px(4));
        }
    }
}

std::optional<PlotHit> nearest(const PlotFrame& frame, const LinePlot& plot) {
    if (!points_at(frame.area)) return std::nullopt;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    std::optional<PlotHit> hit;
    double least = INFINITY;
    for (std::size_t s = 0; s < plot.series.size(); ++s)
        for (std::size_t p = 0; p < plot.series[s].points.size(); ++p) {
            const PlotPoint& point = plot.series[s].points[p];
            const ImVec2 at = frame.at(point.x, point.y.estimate);
            const double across = at.x - mouse.x, up = at.y - mouse.y;
            const double distance = across * across * 4 + up * up; // the same x matters more
            if (distance < least) least = distance, hit = PlotHit{s, p};
        }
    return hit;
}

std::string exactly(const LinePlot& plot, const Interval& y) {
    if (y.low == y.high) return plot.value(y.estimate);
    return fmt::format("{} ({} … {})", plot.value(y.estimate), plot.value(y.low), plot.value(y.high));
}

void tell(const Look& look, const PlotFrame& frame, const LinePlot& plot, const PlotHit& hit) {
    const PlotPoint& pointed = plot.series[hit.series].points[hit.point];
    const auto across = static_cast<float>(frame.x(pointed.x));
    if (plot.x.words.empty())
        ImGui::GetWindowDrawList()->AddLine({across, frame.area.y}, {across, frame.area.max().y},
                                            faded(look.theme.ink, 0.35F), look.px(1));
    std::vector<std::pair<std::string, std::string>> lines;
    for (const PlotSeries& series : plot.series) {
        const auto at = std::ranges::find(series.points, pointed.x, &PlotPoint::x);
        if (at == series.points.end()) continue;
        const std::string name = plot.letters ? strategy_letter(series.place) + "  " + series.name : series.name;
        lines.emplace_back(fitted(look.fonts.text, name, look.px(220)), exactly(plot, at->y));
    }
    const std::string x =
        plot.x.words.empty() ? plot.x.text(pointed.x) : plot.x.words[static_cast<std::size_t>(pointed.x)];
    draw_note(look, plot.x.name.empty() ? x : plot.x.name + " = " + x, lines);
}

} // namespace

std::optional<PlotHit> draw_lines(const Look& look, const Area& whole, const LinePlot& plot) {
    Area area = whole;
    const bool words = !plot.x.words.empty();
    if (plot.letters && !words) area.take_right(look.px(20));
    const PlotFrame frame = draw_axes(look, area, plot.x, plot.y);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float rim = look.px(6);
    draw->PushClipRect({frame.area.x - rim, frame.area.y - rim}, {frame.area.max().x + rim, frame.area.max().y + rim},
                       true);
    if (words) {
        draw_at_words(look, frame, plot);
    } else {
        if (plot.bands)
            for (const PlotSeries& series : plot.series)
                draw_band(line_of(frame, series, &Interval::high), line_of(frame, series, &Interval::low),
                          faded(series_colour(look.theme, series.place), look.theme.dark ? 0.20F : 0.16F));
        for (std::size_t s = plot.series.size(); s-- > 0;)
            draw_series(look, frame, plot, plot.series[s]); // the first on top
    }
    draw->PopClipRect();
    if (plot.letters && !words) draw_letters(look, frame, plot);
    const std::optional<PlotHit> hit = nearest(frame, plot);
    if (hit) tell(look, frame, plot, *hit);
    return hit;
}

} // namespace assent::viewer
