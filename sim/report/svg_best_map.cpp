// Which strategy is best where, over two axes of a sweep.
#include "report/svg.hpp"
#include "report/svg_sweep.hpp"
#include "report/svg_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

constexpr double row_height = 30, size = 11.5, head_height = 70;

void draw_cell(Svg& svg, const MapCell& cell, const Box& box) {
    svg.open_group(cell.tooltip);
    if (cell.letter.empty()) {
        svg.rectangle(box, "track", 3);
    } else {
        svg.rectangle(box, fmt::format("f{} h{}", cell.place, cell.depth), 3);
        const std::string both = cell.letter + " " + cell.number;
        const bool fits = !cell.number.empty() && text_width(both, 12.5) <= box.width - 4;
        svg.text({box.centre().x, box.centre().y + 4.5}, fits ? both : cell.letter, "value", Anchor::middle);
    }
    svg.close_group();
}

} // namespace

std::string draw_best_map(const MapPicture& picture, double width) {
    double left = 40;
    for (const std::string& row : picture.rows) left = std::max(left, text_width(row, size) + 14);
    left = std::min(left, width * 0.3);
    const double room = (width - left - 4) / static_cast<double>(std::max<std::size_t>(1, picture.columns.size()));
    const double bottom = 26 + row_height * static_cast<double>(picture.rows.size());
    const bool upright = std::ranges::all_of(
        picture.columns, [room](const std::string& column) { return text_width(column, size) <= room - 3; });
    const double below = upright ? 40 : head_height + 22;
    Svg svg(width, bottom + below + key_height(picture.key), picture.title,
            fmt::format("Rows: {}. Columns: {}. Each cell names the strategy with the best mean there by its letter.",
                        picture.down, picture.across));
    svg.text({4, 14}, "↓ " + shortened(picture.down, size, width - 24), "tick");
    for (std::size_t r = 0; r < picture.rows.size(); ++r) {
        // The greatest value on top, as on an axis.
        const double y = bottom - row_height * static_cast<double>(r + 1);
        svg.text({left - 8, y + 19}, shortened(picture.rows[r], size, left - 12), "tick", Anchor::end);
        for (std::size_t c = 0; c < picture.columns.size(); ++c)
            draw_cell(svg, picture.cells[r * picture.columns.size() + c],
                      {left + room * static_cast<double>(c) + 1, y + 1, room - 2, row_height - 2});
    }
    for (std::size_t c = 0; c < picture.columns.size(); ++c) {
        const double x = left + room * (static_cast<double>(c) + 0.5);
        if (upright)
            svg.text({x, bottom + 16}, picture.columns[c], "tick", Anchor::middle);
        else
            svg.slanted_text({x + 4, bottom + 14}, shortened(picture.columns[c], size, head_height), "tick", -45);
    }
    svg.text({width - 4, bottom + below - 6}, shortened(picture.across, size, width - 24) + " →", "tick", Anchor::end);
    draw_key(svg, picture.key, bottom + below, width);
    return std::move(svg).finish();
}

} // namespace assent
