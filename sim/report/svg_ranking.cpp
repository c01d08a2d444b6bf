// Estimates with their intervals: cells of the ranking, and bars of what a change would gain.
#include "report/number_words.hpp"
#include "report/svg_axes.hpp"
#include "report/svg_charts.hpp"
#include "report/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr double cell_width = 170, cell_height = 30;
constexpr double text_size = 12.5;

struct GainLayout {
    double label_width, value_width, pitch, bar_offset;
    std::size_t label_lines;
};

GainLayout gain_layout(double width) {
    return width >= 500 ? GainLayout{262, 62, 40, 0, 2} : GainLayout{0, 54, 58, 34, 2};
}

/// From the least to the greatest bound, zero included, a little wider.
Scale gain_scale(const std::vector<GainBar>& bars, double first, double last) {
    double low = 0, high = 0.01;
    for (const GainBar& bar : bars) {
        low = std::min(low, bar.gain.low);
        high = std::max(high, bar.gain.high);
    }
    return {low < 0 ? low * 1.06 : 0, high * 1.06, first, last};
}

void draw_gain(Svg& svg, const GainBar& bar, const Scale& x, double middle, double value_x) {
    const double zero = x(0), end = x(bar.gain.estimate);
    const bool sure = bar.gain.low > 0 || bar.gain.high < 0;
    svg.open_group(fmt::format("{}: {} points ({} to {})", bar.name, points(bar.gain.estimate), points(bar.gain.low),
                               points(bar.gain.high)));
    svg.rectangle({std::min(zero, end), middle - 8, std::max(1.0, std::abs(end - zero)), 16},
                  fmt::format("{}{}", bar.gain.estimate >= 0 ? "gain" : "loss", sure ? "" : " faint"), 3);
    svg.line({x(bar.gain.low), middle}, {x(bar.gain.high), middle}, "whisker");
    for (const double bound : {bar.gain.low, bar.gain.high})
        svg.line({x(bound), middle - 4}, {x(bound), middle + 4}, "whisker");
    svg.text({value_x, middle + 4.5}, points(bar.gain.estimate), "value", Anchor::end);
    svg.close_group();
}

} // namespace

std::string draw_whisker_cell(const WhiskerCell& cell, std::string_view title) {
    Svg svg(cell_width, cell_height, title, "");
    const Scale x{cell.low, cell.high, 8, cell_width - 8};
    svg.rectangle({x.first, cell_height / 2 - 1.5, x.last - x.first, 3}, "track", 1.5);
    if (cell.low < 0) svg.line({x(0), 3}, {x(0), cell_height - 3}, "zero");
    draw_whisker(svg, x, cell_height / 2, cell.interval.estimate, cell.interval.low, cell.interval.high,
                 cell.level ? "level" : "");
    return std::move(svg).finish();
}

std::string draw_gain_bars(const std::vector<GainBar>& bars, double width) {
    const GainLayout layout = gain_layout(width);
    const double height = layout.pitch * static_cast<double>(bars.size());
    std::string description;
    for (const GainBar& bar : bars) description += fmt::format("{}: {} points. ", bar.name, points(bar.gain.estimate));
    Svg svg(width, height + 40, "Change of the win rate in percentage points", description);
    const Scale x = gain_scale(bars, layout.label_width + 10, width - layout.value_width - 10);
    Plot plot({x.first, 0, x.last - x.first, height}, x.low, x.high, 0, 1);
    draw_value_grid(svg, plot, round_ticks(x.low, x.high, width >= 500 ? 6 : 4),
                    [](double gain) { return points(gain, 0); });
    svg.line({x(0), 0}, {x(0), height}, "zero");
    svg.text({x.last, height + 32}, "percentage points of win rate", "tick", Anchor::end);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double top = layout.pitch * static_cast<double>(i);
        const double middle = layout.bar_offset + top + (layout.bar_offset > 0 ? 12 : layout.pitch / 2);
        const bool beside = layout.label_width > 0;
        const auto lines = wrapped(bars[i].name, text_size, beside ? layout.label_width : width, layout.label_lines);
        const double first = beside ? middle + 4.5 - 7.5 * static_cast<double>(lines.size() - 1) : top + 16;
        for (std::size_t line = 0; line < lines.size(); ++line)
            svg.text({beside ? layout.label_width : 0, first + 15 * static_cast<double>(line)}, lines[line], "halo",
                     beside ? Anchor::end : Anchor::start);
        draw_gain(svg, bars[i], x, middle, width);
    }
    return std::move(svg).finish();
}

} // namespace assent
