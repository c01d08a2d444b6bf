#include "viewer/plot_map.hpp"

#include "viewer/card.hpp"
#include "viewer/marks.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

struct Grid {
    Area area;
    std::size_t columns, rows;
    [[nodiscard]] Area cell(std::size_t row, std::size_t column) const {
        const float width = area.width / static_cast<float>(columns), height = area.height / static_cast<float>(rows);
        const float x = std::floor(area.x + width * static_cast<float>(column));
        const float y = std::floor(area.y + height * static_cast<float>(row));
        return {x, y, std::floor(area.x + width * static_cast<float>(column + 1)) - x,
                std::floor(area.y + height * static_cast<float>(row + 1)) - y};
    }
};

float widest_of(const Look& look, const std::vector<std::string>& names) {
    float widest = 0;
    for (const std::string& name : names) widest = std::max(widest, text_width(look.fonts.small, name));
    return widest;
}

Grid draw_names(const Look& look, Area area, const CellMap& map) {
    const Theme& theme = look.theme;
    ImFont* font = look.fonts.small;
    if (!map.down.empty()) {
        draw_text(font, area.min(), theme.muted, fitted(font, "↑ " + map.down, area.width));
        area.take_top(font->FontSize + look.px(5));
    }
    if (!map.across.empty()) {
        draw_text(font, {area.max().x, area.max().y - font->FontSize}, theme.muted,
                  fitted(font, map.across + " →", area.width), 1);
        area.take_bottom(font->FontSize + look.px(4));
    }
    const Area below = area.take_bottom(font->FontSize + look.px(4));
    const float names = std::min(area.width * 0.34F, widest_of(look, map.rows) + look.px(8));
    const Area beside = area.take_left(names);
    const Grid grid{area, map.columns.size(), map.rows.size()};
    for (std::size_t row = 0; row < map.rows.size(); ++row) {
        const Area cell = grid.cell(row, 0);
        draw_text(font, {beside.max().x - look.px(7), cell.centre().y - font->FontSize / 2}, theme.muted,
                  fitted(font, map.rows[row], names - look.px(7)), 1);
    }
    const float room = area.width / static_cast<float>(map.columns.size()) - look.px(4);
    for (std::size_t column = 0; column < map.columns.size(); ++column)
        draw_text(font, {grid.cell(0, column).centre().x, below.y + look.px(3)}, theme.muted,
                  fitted(font, map.columns[column], room), 0.5F);
    return grid;
}

void draw_cell(const Look& look, const Area& cell, const PlotCell& content) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float gap = look.px(1);
    const Area inner{cell.x + gap, cell.y + gap, cell.width - 2 * gap, cell.height - 2 * gap};
    const float rounding = std::min(look.px(4), inner.height / 4);
    if (content.empty) {
        draw->AddRect(inner.min(), inner.max(), look.theme.line, rounding);
        return;
    }
    draw->AddRectFilled(inner.min(), inner.max(), content.colour, rounding);
    const ImU32 ink = ink_on(content.colour);
    ImFont *font = look.fonts.strong, *small = look.fonts.small;
    if (inner.width < text_width(small, content.text) + look.px(3) || inner.height < small->FontSize) return;
    const bool both = !content.second.empty() && inner.height > font->FontSize + small->FontSize + look.px(4) &&
                      inner.width > text_width(small, content.second) + look.px(4);
    const float height = font->FontSize + (both ? small->FontSize : 0);
    draw_text(font, {inner.centre().x, inner.centre().y - height / 2}, ink, content.text, 0.5F);
    if (both)
        draw_text(small, {inner.centre().x, inner.centre().y - height / 2 + font->FontSize},
                  mixed(ink, content.colour, 0.2F), content.second, 0.5F);
}

} // namespace

ImU32 ink_on(ImU32 colour) {
    const auto part = [&](int shift) { return static_cast<double>((colour >> shift) & 255U); };
    const double light =
        0.299 * part(IM_COL32_R_SHIFT) + 0.587 * part(IM_COL32_G_SHIFT) + 0.114 * part(IM_COL32_B_SHIFT);
    return light > 128 ? IM_COL32(10, 16, 24, 255) : IM_COL32_WHITE;
}

std::optional<std::size_t> draw_cells(const Look& look, const Area& area, const CellMap& map) {
    if (map.columns.empty() || map.rows.empty()) return std::nullopt;
    const Grid grid = draw_names(look, area, map);
    std::optional<std::size_t> pressed;
    for (std::size_t row = 0; row < map.rows.size(); ++row)
        for (std::size_t column = 0; column < map.columns.size(); ++column) {
            const std::size_t at = row * map.columns.size() + column;
            const Area cell = grid.cell(row, column);
            draw_cell(look, cell, map.cells[at]);
            mark(fmt::format("{}.{}.{}", map.mark, row, column), cell.min(), cell.max());
            if (!points_at(cell)) continue;
            ImGui::GetWindowDrawList()->AddRect(cell.min(), cell.max(), look.theme.ink, look.px(4), 0, look.px(1.5F));
            std::string title = map.down.empty() ? map.rows[row] : fmt::format("{} = {}", map.down, map.rows[row]);
            title += map.across.empty() ? " · " + map.columns[column]
                                        : fmt::format(", {} = {}", map.across, map.columns[column]);
            draw_note(look, title, map.cells[at].note);
            if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !map.cells[at].empty) pressed = at;
        }
    return pressed;
}

} // namespace assent::viewer
