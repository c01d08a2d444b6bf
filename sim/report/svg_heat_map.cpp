// Loss reasons by holder and topic, each cell with its number.
#include "report/number_words.hpp"
#include "report/svg.hpp"
#include "report/svg_charts.hpp"
#include "report/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

constexpr double row_height = 32;
constexpr double text_size = 12.5, head_size = 11.5;
constexpr std::size_t head_lines = 3;
constexpr double slant = 35;           // degrees, downwards to the column
constexpr double slanted_room = 150;   // length of a slanted head
constexpr double least_share = 0.0005; // less is shown as nothing
constexpr int shades = 8;              // classes h1 … h8 of the style sheet

/// Shade of a share: proportional to the greatest one, so that the map is readable at any level.
int shade(double share, double greatest) {
    if (share < least_share) return 0;
    return std::clamp(static_cast<int>(std::ceil(share / greatest * shades - 1e-9)), 1, shades);
}

bool words_fit(const HeatMap& map, double room) {
    return std::ranges::all_of(map.columns, [room](const std::string& column) {
        const auto lines = wrapped(column, head_size, room, head_lines);
        return std::ranges::none_of(lines, [](const std::string& line) { return line.ends_with("…"); });
    });
}

/// Column heads above `bottom`: upright in a few lines where every word fits, else all of them slanted.
void draw_heads(Svg& svg, const HeatMap& map, double left, double cell, double bottom, bool upright) {
    for (std::size_t c = 0; c < map.columns.size(); ++c) {
        const double middle = left + cell * (static_cast<double>(c) + 0.5);
        svg.open_group(map.columns[c]);
        if (upright) {
            const auto lines = wrapped(map.columns[c], head_size, cell - 3, head_lines);
            for (std::size_t line = 0; line < lines.size(); ++line)
                svg.text({middle, bottom - 14 * static_cast<double>(lines.size() - 1 - line)}, lines[line], "tick",
                         Anchor::middle);
        } else {
            svg.slanted_text({middle + 4, bottom}, shortened(map.columns[c], head_size, slanted_room), "tick", slant);
        }
        svg.close_group();
    }
}

} // namespace

std::string draw_heat_map(const HeatMap& map, double width) {
    const double left = width >= 500 ? 178 : 108;
    const double cell = (width - left) / static_cast<double>(std::max<std::size_t>(map.columns.size(), 1));
    const bool upright = words_fit(map, cell - 3);
    const double top = upright ? 50 : 96;
    const double greatest = map.shares.empty() ? 0 : *std::ranges::max_element(map.shares);
    Svg svg(
        width, top + row_height * static_cast<double>(map.rows.size()) + 2, map.title,
        "Rows are holders, columns are reasons; each cell is the share of the deals not won. The same numbers stand in "
        "the table beside it.");
    draw_heads(svg, map, left, cell, top - 8, upright);
    for (std::size_t r = 0; r < map.rows.size(); ++r) {
        const double y = top + row_height * static_cast<double>(r);
        svg.open_group(map.rows[r]);
        svg.text({left - 10, y + 20}, shortened(map.rows[r], text_size, left - 12), "", Anchor::end);
        svg.close_group();
        for (std::size_t c = 0; c < map.columns.size(); ++c) {
            const double share = map.shares[r * map.columns.size() + c];
            const int level = shade(share, greatest);
            const Box box{left + cell * static_cast<double>(c) + 1.5, y + 1.5, cell - 3, row_height - 3};
            svg.open_group(fmt::format("{}, {}: {}", map.columns[c], map.rows[r], percent(share, 1)));
            svg.rectangle(box, level == 0 ? "h0" : fmt::format("cell h{}", level), 4);
            if (share >= least_share)
                svg.text({box.centre().x, box.centre().y + 4.5}, share < 0.005 ? "<1" : decimal(100 * share, 0),
                         level > 4 ? "over" : "", Anchor::middle);
            svg.close_group();
        }
    }
    return std::move(svg).finish();
}

} // namespace assent
