#include "report/svg_fact.hpp"

#include "report/svg_axes.hpp"
#include "report/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

constexpr double text_size = 12.5, pitch = 46, axis_height = 28;
constexpr double axis_margin = 30; ///< half a tick label on either side

/// Zero, all bounds and a little more.
Scale figure_scale(const std::vector<FigureBar>& bars, double first, double last) {
    double low = 0, high = 0;
    for (const FigureBar& bar : bars) {
        if (!std::isfinite(bar.figure.low) || !std::isfinite(bar.figure.high)) continue;
        low = std::min(low, bar.figure.low);
        high = std::max(high, bar.figure.high);
    }
    if (low == 0 && high == 0) high = 1;
    return {low * 1.06, high > 0 ? high * 1.06 : 0, first, last};
}

void draw_bar(Svg& svg, const FigureBar& bar, const Scale& x, double top, double width) {
    const double zero = x(0), middle = top + 30;
    svg.open_group(fmt::format("{}: {}", bar.name, bar.value));
    svg.text({axis_margin + 4, top + 14},
             shortened(bar.name, text_size, width - axis_margin - text_width(bar.value, text_size) - 20), "halo");
    svg.text({width, top + 14}, bar.value, "value", Anchor::end);
    if (std::isfinite(bar.figure.low)) {
        const double end = x(bar.figure.estimate);
        svg.rectangle({std::min(zero, end), middle - 8, std::max(1.0, std::abs(end - zero)), 16},
                      bar.control ? "none faint" : "won", 3);
        svg.line({x(bar.figure.low), middle}, {x(bar.figure.high), middle}, "whisker");
        for (const double bound : {bar.figure.low, bar.figure.high})
            svg.line({x(bound), middle - 4}, {x(bound), middle + 4}, "whisker");
    }
    svg.close_group();
}

} // namespace

std::string draw_figure_bars(const std::vector<FigureBar>& bars, const std::string& title,
                             const std::function<std::string(double)>& tick, double width) {
    const double height = pitch * static_cast<double>(bars.size());
    std::string description;
    for (const FigureBar& bar : bars) description += fmt::format("{}: {}. ", bar.name, bar.value);
    Svg svg(width, height + axis_height, title, description);
    const Scale x = figure_scale(bars, axis_margin, width - axis_margin);
    const Plot plot({x.first, 0, x.last - x.first, height}, x.low, x.high, 0, 1);
    draw_value_grid(svg, plot, round_ticks(x.low, x.high, width >= 500 ? 6 : 3), tick);
    svg.line({x(0), 0}, {x(0), height}, "zero");
    for (std::size_t i = 0; i < bars.size(); ++i) draw_bar(svg, bars[i], x, pitch * static_cast<double>(i), width);
    return std::move(svg).finish();
}

std::string draw_company_dots(const std::vector<CompanyDot>& dots, double neutral,
                              const std::function<std::string(double)>& tick, double width) {
    constexpr double height = 34;
    double low = neutral, high = neutral;
    for (const CompanyDot& dot : dots) {
        low = std::min(low, dot.effect);
        high = std::max(high, dot.effect);
    }
    const double margin = high > low ? 0.06 * (high - low) : 1;
    Svg svg(width, height + axis_height, "The effect in random companies",
            fmt::format("{} companies from {} to {}", dots.size(), tick(low), tick(high)));
    const Plot plot({axis_margin, 0, width - 2 * axis_margin, height}, low - margin, high + margin, 0, 1);
    draw_value_grid(svg, plot, round_ticks(plot.x.low, plot.x.high, width >= 500 ? 6 : 3), tick);
    svg.line({plot.x(neutral), 0}, {plot.x(neutral), height}, "zero");
    for (const CompanyDot& dot : dots) {
        svg.open_group(fmt::format("{}: {}", dot.name, tick(dot.effect)));
        svg.circle({plot.x(dot.effect), height / 2}, 6, dot.holds ? "dot" : "dot level");
        svg.close_group();
    }
    return std::move(svg).finish();
}

} // namespace assent
