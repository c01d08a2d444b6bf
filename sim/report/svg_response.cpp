// A measure along one axis of a sweep, a line for each strategy.
#include "report/svg_axes.hpp"
#include "report/svg_sweep.hpp"
#include "report/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

constexpr double plot_height = 190, letter_gap = 13;
constexpr double slanted_room = 92; // length of a slanted word

struct Letter {
    std::string text;
    double y = 0;
};

/// Letters at the ends of the lines, moved apart where they would lie on each other.
void draw_letters(Svg& svg, std::vector<Letter> letters, const Plot& plot) {
    std::ranges::stable_sort(letters, {}, &Letter::y);
    for (std::size_t i = 1; i < letters.size(); ++i)
        letters[i].y = std::max(letters[i].y, letters[i - 1].y + letter_gap);
    if (!letters.empty()) {
        const double over = letters.back().y - (plot.area.bottom() - 2);
        if (over > 0)
            for (std::size_t i = letters.size(); i-- > 0;) {
                const double below = i + 1 == letters.size() ? letters[i].y - over : letters[i + 1].y - letter_gap;
                letters[i].y = std::min(letters[i].y, below);
            }
    }
    for (const Letter& letter : letters) svg.text({plot.area.right() + 5, letter.y + 4}, letter.text, "strong");
}

void draw_line(Svg& svg, const PictureLine& line, const Plot& plot) {
    std::vector<Point> middle, band;
    for (const LinePoint& point : line.points) {
        middle.push_back({plot.x(point.x), plot.y.clamped(point.y.estimate)});
        band.push_back({plot.x(point.x), plot.y.clamped(point.y.high)});
    }
    for (std::size_t i = line.points.size(); i-- > 0;)
        band.push_back({plot.x(line.points[i].x), plot.y.clamped(line.points[i].y.low)});
    svg.open_group(line.name);
    svg.polygon(band, fmt::format("soft f{}", line.place));
    svg.polyline(middle, fmt::format("line k{0} s{0}", line.place));
    for (const Point& at : middle) svg.circle(at, 2.4, fmt::format("f{}", line.place));
    svg.close_group();
}

/// An estimate over a word, a little beside those of the other strategies.
void draw_estimates(Svg& svg, const PictureLine& line, const Plot& plot, double shift) {
    svg.open_group(line.name);
    for (const LinePoint& point : line.points) {
        const double x = plot.x(point.x) + shift;
        svg.line({x, plot.y.clamped(point.y.low)}, {x, plot.y.clamped(point.y.high)},
                 fmt::format("line s{}", line.place));
        svg.circle({x, plot.y.clamped(point.y.estimate)}, 4, fmt::format("f{}", line.place));
    }
    svg.close_group();
}

void draw_words(Svg& svg, const LinePicture& picture, const Plot& plot, double room) {
    const double bottom = plot.area.bottom();
    const bool upright = std::ranges::all_of(
        picture.words, [room](const std::string& word) { return text_width(word, 11.5) <= room - 4; });
    svg.line({plot.area.x, bottom}, {plot.area.right(), bottom}, "axis");
    for (std::size_t i = 0; i < picture.words.size(); ++i) {
        const double x = plot.x(static_cast<double>(i));
        svg.open_group(picture.words[i]);
        if (upright)
            svg.text({x, bottom + 16}, picture.words[i], "tick", Anchor::middle);
        else
            svg.slanted_text({x + 4, bottom + 14}, shortened(picture.words[i], 11.5, slanted_room), "tick", -45);
        svg.close_group();
    }
}

std::string description_of(const LinePicture& picture) {
    std::string text;
    for (const PictureLine& line : picture.lines) {
        if (line.points.empty()) continue;
        text += fmt::format("{}: from {} to {}. ", line.name, picture.y_text(line.points.front().y.estimate),
                            picture.y_text(line.points.back().y.estimate));
    }
    return text;
}

} // namespace

std::string draw_response(const LinePicture& picture, double width) {
    const bool words = !picture.words.empty();
    double left = 46;
    const auto shares = round_ticks(picture.low, picture.high, 4);
    for (const double tick : shares) left = std::max(left, text_width(picture.y_text(tick), 11.5) + 12);
    const double below = words ? 84 : 36;
    Svg svg(width, 10 + plot_height + below + key_height(picture.key), picture.title, description_of(picture));
    double first = 0, last = static_cast<double>(picture.words.size()) - 1;
    if (!words && !picture.lines.empty() && !picture.lines.front().points.empty()) {
        first = picture.lines.front().points.front().x;
        last = picture.lines.front().points.back().x;
    }
    const double margin = words || first == last ? 0.5 : 0;
    const Plot plot({left, 10, width - left - 24, plot_height}, first - margin, last + margin, picture.low,
                    picture.high);
    draw_left_axis(svg, plot, shares, picture.y_text);
    const double room = plot.area.width / static_cast<double>(std::max<std::size_t>(1, picture.words.size()));
    if (words)
        draw_words(svg, picture, plot, room);
    else
        draw_bottom_axis(svg, plot, first == last ? std::vector<double>{first} : round_ticks(first, last, 4),
                         picture.x_text);
    std::vector<Letter> letters;
    const double pitch =
        std::min(12.0, room * 0.7 / static_cast<double>(std::max<std::size_t>(1, picture.lines.size())));
    for (std::size_t i = picture.lines.size(); i-- > 0;) { // the best one on top
        const PictureLine& line = picture.lines[i];
        if (line.points.empty()) continue;
        const double place = static_cast<double>(i) - (static_cast<double>(picture.lines.size()) - 1) / 2;
        if (words)
            draw_estimates(svg, line, plot, place * pitch);
        else
            draw_line(svg, line, plot);
        letters.push_back({strategy_letter(line.place), plot.y.clamped(line.points.back().y.estimate)});
    }
    draw_letters(svg, letters, plot);
    if (!words) svg.text({plot.area.right(), plot.area.bottom() + 31}, picture.x_name, "tick", Anchor::end);
    draw_key(svg, picture.key, plot.area.bottom() + below, width);
    return std::move(svg).finish();
}

} // namespace assent
