// Outcome shares of each strategy as stacked bars.
#include "report/number_words.hpp"
#include "report/svg_axes.hpp"
#include "report/svg_charts.hpp"
#include "report/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr double bar_height = 26;
constexpr double text_size = 12.5;

struct Layout {
    double label_width; ///< 0: labels stand above the bars
    double left;
    double pitch, top, bar_offset;
};

Layout layout_for(double width) {
    const bool wide = width >= 500;
    return wide ? Layout{176, 176, bar_height + 16, 6, 0} : Layout{0, 10, bar_height + 32, 4, 20};
}

void draw_part(Svg& svg, const Box& box, const BarPart& part) {
    svg.open_group(fmt::format("{}: {}", part.name, percent(part.share, 1)));
    svg.rectangle(box, part.colour);
    if (!part.pattern.empty()) svg.rectangle(box, part.pattern);
    const std::string label = percent(part.share);
    if (text_width(label, text_size) + 10 < box.width)
        svg.text({box.centre().x, box.centre().y + 4.5}, label, "on " + part.colour, Anchor::middle);
    svg.close_group();
}

std::string description(const std::vector<Bar>& bars) {
    std::string text;
    for (const Bar& bar : bars) {
        text += bar.name + ":";
        for (const BarPart& part : bar.parts) text += fmt::format(" {} {},", part.name, percent(part.share));
        text.back() = '.';
        text += ' ';
    }
    return text;
}

} // namespace

std::string draw_stacked_bars(const std::vector<Bar>& bars, double width) {
    const Layout layout = layout_for(width);
    const double height = layout.pitch * static_cast<double>(bars.size());
    Svg svg(width, height + 26, "Shares of outcomes by strategy", description(bars));
    const Plot plot({layout.left, layout.top, width - layout.left - 22, height - 8}, 0, 1, 0, 1);
    draw_value_grid(svg, plot, {0, 0.25, 0.5, 0.75, 1}, [](double share) { return percent(share); });
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double top = layout.top + static_cast<double>(i) * layout.pitch + layout.bar_offset;
        const bool beside = layout.label_width > 0;
        const double room = beside ? layout.label_width - 12 : width;
        svg.open_group(bars[i].name);
        const auto lines = wrapped(bars[i].name, text_size, room, beside ? 2 : 1);
        const double first = beside ? top + 17.5 - 7.5 * static_cast<double>(lines.size() - 1) : top - 6;
        for (std::size_t line = 0; line < lines.size(); ++line)
            svg.text({beside ? room : 0, first + 15 * static_cast<double>(line)}, lines[line], "strong",
                     beside ? Anchor::end : Anchor::start);
        svg.close_group();
        double from = 0;
        for (const BarPart& part : bars[i].parts) {
            const double left = plot.x(from);
            from += part.share;
            const double part_width = std::max(0.0, plot.x(from) - left - 1.5); // a gap sets the parts apart
            if (part_width > 0.2) draw_part(svg, {left, top, part_width, bar_height}, part);
        }
    }
    return std::move(svg).finish();
}

std::string bar_mark(const BarPart& part) {
    Svg svg(16, 16, "", "");
    svg.rectangle({1, 1, 14, 14}, part.colour, 3);
    if (!part.pattern.empty()) svg.rectangle({1, 1, 14, 14}, part.pattern, 3);
    return std::move(svg).finish();
}

} // namespace assent
