#include "report/svg_shares.hpp"

#include "report/svg_axes.hpp"
#include "report/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr double text_size = 12.5, pitch = 40, axis_height = 28, margin = 18;

void draw_share(Svg& svg, const ShareBar& bar, const Scale& x, double top, double width) {
    const double middle = top + 27, alone = x.clamped(std::min(bar.alone, bar.whole)), whole = x.clamped(bar.whole);
    const std::string name = fmt::format("{}: {}", bar.name, bar.value);
    svg.open_group(name);
    svg.text({4, top + 14}, shortened(name, text_size, width - 8), "halo");
    if (whole > alone) {
        svg.rectangle({alone, middle - 7, whole - alone, 14}, "lost2", 2);
        svg.rectangle({alone, middle - 7, whole - alone, 14}, "hatch", 2);
    }
    if (alone > x.first) svg.rectangle({x.first, middle - 7, alone - x.first, 14}, "won", 2);
    draw_whisker(svg, x, middle, bar.whole, bar.low, bar.high, "");
    svg.close_group();
}

} // namespace

std::string draw_shares(const std::vector<ShareBar>& bars, const std::string& title,
                        const std::function<std::string(double)>& tick, double width) {
    const double height = pitch * static_cast<double>(bars.size());
    std::string description;
    double most = 0;
    for (const ShareBar& bar : bars) {
        description += fmt::format("{}: {}. ", bar.name, bar.value);
        most = std::max({most, bar.whole, bar.high});
    }
    Svg svg(width, height + axis_height, title, description);
    const Plot plot({margin, 0, width - 2 * margin, height}, 0, most > 0 ? most : 1, 0, 1);
    draw_value_grid(svg, plot, round_ticks(0, plot.x.high, width >= 500 ? 6 : 3), tick);
    svg.line({plot.x(0), 0}, {plot.x(0), height}, "zero");
    for (std::size_t i = 0; i < bars.size(); ++i)
        draw_share(svg, bars[i], plot.x, pitch * static_cast<double>(i), width);
    return std::move(svg).finish();
}

} // namespace assent
