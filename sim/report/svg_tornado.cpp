#include "report/svg_tornado.hpp"

#include "report/svg_axes.hpp"
#include "report/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr double text_size = 12.5, pitch = 40, axis_height = 28;
constexpr double end_width = 70; ///< room for the text at either end of a bar

Scale swing_scale(const std::vector<SwingBar>& bars, double as_it_is, double first, double last) {
    double low = as_it_is, high = as_it_is;
    for (const SwingBar& bar : bars) {
        low = std::min({low, bar.at_low, bar.at_high});
        high = std::max({high, bar.at_low, bar.at_high});
    }
    if (low == high) low -= 1, high += 1;
    return {low, high, first, last};
}

/// One end of a bar: from the middle to where the measure goes, with the value of the number beyond.
void draw_end(Svg& svg, const Scale& x, double middle, double from, double to, const std::string& value, bool high,
              double width) {
    const double left = std::min(x(from), x(to)), length = std::abs(x(to) - x(from));
    if (length > 0) {
        svg.rectangle({left, middle - 7, length, 14}, high ? "lost2" : "won", 2);
        if (high) svg.rectangle({left, middle - 7, length, 14}, "hatch", 2);
    }
    // Where both ends lie on one side, the text of the shorter one would cover the longer one's bar.
    if (value.empty()) return;
    const bool rightwards = to > from || (to == from && high);
    const double room = (rightwards ? width - x(to) : x(to)) - 6;
    svg.text({x(to) + (rightwards ? 5 : -5), middle + 4.5}, shortened(value, text_size, room), "halo",
             rightwards ? Anchor::start : Anchor::end);
}

void draw_swing(Svg& svg, const SwingBar& bar, const Scale& x, double as_it_is, double top, double width) {
    const double middle = top + 27;
    const std::string name = bar.name + (bar.turns ? " – turns who leads" : "");
    svg.open_group(fmt::format("{}: at {} and at {}", name, bar.low_value, bar.high_value));
    svg.text({4, top + 14}, shortened(name, text_size, width - 8), bar.turns ? "strong halo" : "halo");
    const bool one_side = (bar.at_low - as_it_is) * (bar.at_high - as_it_is) > 0;
    const bool low_shorter = std::abs(bar.at_low - as_it_is) < std::abs(bar.at_high - as_it_is);
    const auto end = [&](bool high) {
        const bool hidden = one_side && high != low_shorter;
        draw_end(svg, x, middle, as_it_is, high ? bar.at_high : bar.at_low,
                 hidden ? std::string()
                 : high ? bar.high_value
                        : bar.low_value,
                 high, width);
    };
    end(low_shorter); // the longer one first, so that it does not hide the shorter
    end(!low_shorter);
    svg.close_group();
}

} // namespace

std::string draw_tornado(const std::vector<SwingBar>& bars, double as_it_is, const std::string& title,
                         const std::function<std::string(double)>& tick, double width) {
    const double height = pitch * static_cast<double>(bars.size());
    std::string description;
    for (const SwingBar& bar : bars)
        description += fmt::format("{}: {} at {}, {} at {}. ", bar.name, tick(bar.at_low), bar.low_value,
                                   tick(bar.at_high), bar.high_value);
    Svg svg(width, height + axis_height, title, description);
    const Scale x = swing_scale(bars, as_it_is, end_width, width - end_width);
    const Plot plot({x.first, 0, x.last - x.first, height}, x.low, x.high, 0, 1);
    draw_value_grid(svg, plot, round_ticks(x.low, x.high, width >= 500 ? 6 : 3), tick);
    svg.line({x(as_it_is), 0}, {x(as_it_is), height}, "zero");
    for (std::size_t i = 0; i < bars.size(); ++i)
        draw_swing(svg, bars[i], x, as_it_is, pitch * static_cast<double>(i), width);
    return std::move(svg).finish();
}

} // namespace assent
