#include "report/svg.hpp"

#include "report/html_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numbers>
#include <utility>

namespace assent {
namespace {

Point on_circle(Point centre, double radius, double turn) {
    const double angle = 2 * std::numbers::pi * turn;
    return {centre.x + radius * std::sin(angle), centre.y - radius * std::cos(angle)};
}

std::string pair(Point point) { return coordinate(point.x) + " " + coordinate(point.y); }

} // namespace

std::string coordinate(double value) {
    std::string text = fmt::format("{:.1f}", value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

Svg::Svg(double width, double height, std::string_view title, std::string_view description) {
    markup_ =
        fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
                    "height=\"{1}\">\n<title>{2}</title>\n<desc>{3}</desc>\n",
                    coordinate(width), coordinate(height), escaped(title), escaped(description));
}

void Svg::rectangle(const Box& box, std::string_view style, double corner) {
    markup_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\"", coordinate(box.x),
                           coordinate(box.y), coordinate(box.width), coordinate(box.height), style);
    if (corner > 0) markup_ += fmt::format(" rx=\"{}\"", coordinate(corner));
    markup_ += "/>\n";
}

void Svg::line(Point from, Point to, std::string_view style) {
    markup_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" class=\"{}\"/>\n", coordinate(from.x),
                           coordinate(from.y), coordinate(to.x), coordinate(to.y), style);
}

void Svg::points(std::string_view element, const std::vector<Point>& points, std::string_view style) {
    markup_ += fmt::format("<{} class=\"{}\" points=\"", element, style);
    for (std::size_t i = 0; i < points.size(); ++i)
        markup_ += (i > 0 ? " " : "") + coordinate(points[i].x) + "," + coordinate(points[i].y);
    markup_ += "\"/>\n";
}

void Svg::polyline(const std::vector<Point>& corners, std::string_view style) { points("polyline", corners, style); }
void Svg::polygon(const std::vector<Point>& corners, std::string_view style) { points("polygon", corners, style); }

void Svg::circle(Point centre, double radius, std::string_view style) {
    markup_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" class=\"{}\"/>\n", coordinate(centre.x),
                           coordinate(centre.y), coordinate(radius), style);
}

void Svg::text(Point at, std::string_view text, std::string_view style, Anchor anchor) {
    constexpr std::string_view names[] = {"start", "middle", "end"};
    markup_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" class=\"{}\">{}</text>\n", coordinate(at.x),
                           coordinate(at.y), names[static_cast<int>(anchor)], style, escaped(text));
}

void Svg::slanted_text(Point at, std::string_view text, std::string_view style, double degrees) {
    markup_ +=
        fmt::format("<text text-anchor=\"end\" class=\"{}\" transform=\"translate({} {}) rotate({})\">{}</text>\n",
                    style, coordinate(at.x), coordinate(at.y), coordinate(degrees), escaped(text));
}

void Svg::arc(Point centre, double radius, double from, double to, std::string_view style) {
    markup_ += fmt::format("<path d=\"M{} A{} {} 0 {} 1 {}\" class=\"{}\"/>\n", pair(on_circle(centre, radius, from)),
                           coordinate(radius), coordinate(radius), to - from > 0.5 ? 1 : 0,
                           pair(on_circle(centre, radius, to)), style);
}

void Svg::curve(Point from, Point bend, Point to, std::string_view style, double stroke_width) {
    markup_ += fmt::format("<path d=\"M{} Q{} {}\" class=\"{}\" stroke-width=\"{}\"/>\n", pair(from), pair(bend),
                           pair(to), style, coordinate(stroke_width));
}

void Svg::open_group(std::string_view tooltip, std::string_view style) {
    markup_ += style.empty() ? "<g>" : fmt::format("<g class=\"{}\">", style);
    if (!tooltip.empty()) markup_ += "<title>" + escaped(tooltip) + "</title>";
    markup_ += "\n";
}

void Svg::close_group() { markup_ += "</g>\n"; }

std::string Svg::finish() && { return std::move(markup_) + "</svg>\n"; }

} // namespace assent
