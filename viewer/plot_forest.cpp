#include "viewer/plot_forest.hpp"

#include "viewer/card.hpp"
#include "viewer/marks.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

struct Columns {
    float letter, name, left, right, figure; ///< x: middle, left end, ends of the scale, right end
};

Columns columns_in(const Look& look, const Area& area, const ForestPlot& plot) {
    float figure = 0;
    for (const ForestRow& row : plot.rows)
        figure =
            std::max({figure, text_width(look.fonts.strong, row.figure), text_width(look.fonts.small, row.beside)});
    const float right = area.max().x - figure - look.px(16);
    const float name = area.x + look.px(24);
    const float left = std::min(name + std::max(look.px(96), (right - name) * 0.52F), right - look.px(40));
    return {area.x + look.px(9), name, left, right, area.max().x - look.px(2)};
}

Scale scale_of(const ForestPlot& plot, const Columns& columns) {
    double low = INFINITY, high = -INFINITY;
    for (const ForestRow& row : plot.rows) {
        low = std::min(low, row.interval.low);
        high = std::max(high, row.interval.high);
    }
    if (plot.zero) low = std::min(low, *plot.zero), high = std::max(high, *plot.zero);
    const double room = std::max((high - low) * 0.08, 1e-9 + std::abs(high) * 1e-6);
    return {low - room, high + room, columns.left, columns.right};
}

void draw_scale(const Look& look, const Scale& x, const ForestPlot& plot, const Area& rows) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (const double tick : enough_ticks(x.low, x.high, static_cast<float>(x.last - x.first) / look.px(60))) {
        const float across = std::floor(static_cast<float>(x(tick))) + 0.5F;
        draw->AddLine({across, rows.y}, {across, rows.max().y}, look.theme.line, std::max(1.0F, look.px(0.75F)));
        draw_text(look.fonts.small, {across, rows.max().y + look.px(3)}, look.theme.muted, plot.tick(tick), 0.5F);
    }
    if (!plot.zero) return;
    const float across = std::floor(static_cast<float>(x(*plot.zero))) + 0.5F;
    draw->AddLine({across, rows.y}, {across, rows.max().y}, mixed(look.theme.line, look.theme.ink, 0.5F), look.px(1));
}

bool draw_row(const Look& look, const ForestPlot& plot, int number, const Area& area, const Columns& columns,
              const Scale& x) {
    const ForestRow& row = plot.rows[static_cast<std::size_t>(number)];
    ImGui::SetCursorScreenPos(area.min());
    const bool pressed =
        ImGui::InvisibleButton(fmt::format("{}.{}", plot.mark, number).c_str(), {area.width, area.height});
    mark(fmt::format("{}.{}", plot.mark, number));
    const bool hovered = ImGui::IsItemHovered();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    if (hovered || number == plot.chosen)
        draw->AddRectFilled({area.x - look.px(4), area.y}, {area.max().x + look.px(4), area.max().y},
                            mixed(look.theme.card, look.theme.accent, number == plot.chosen ? 0.22F : 0.10F),
                            look.px(6));
    const float middle = area.centre().y;
    draw_letter(look, {columns.letter, middle}, row.place, row.open);
    draw_text(look.fonts.text, {columns.name, middle - look.fonts.text->FontSize / 2}, look.theme.ink,
              fitted(look.fonts.text, row.name, columns.left - columns.name - look.px(8)));
    draw_interval(look, x, middle, row.interval, row.place, row.open);
    const float lift = row.beside.empty() ? 0.5F : 1.0F;
    draw_text(look.fonts.strong,
              {columns.figure, middle - lift * look.fonts.strong->FontSize + (lift - 0.5F) * look.px(3)},
              look.theme.ink, row.figure, 1);
    if (!row.beside.empty())
        draw_text(look.fonts.small, {columns.figure, middle + look.px(1)}, look.theme.muted, row.beside, 1);
    if (hovered) draw_note(look, row.name, row.note);
    return pressed;
}

} // namespace

std::optional<int> draw_forest(const Look& look, const ForestPlot& plot) {
    Area area = card_area();
    const Columns columns = columns_in(look, area, plot);
    const Scale x = scale_of(plot, columns);
    const float least = look.px(plot.rows.empty() || plot.rows.front().beside.empty() ? 26 : 34);
    const float below = look.fonts.small->FontSize + look.px(44); // the scale, and a line of text of the card
    const auto count = static_cast<float>(std::max<std::size_t>(1, plot.rows.size()));
    const float each = std::clamp((area.height - below) / count, least, look.px(52));
    const Area rows{area.x, area.y, area.width, each * static_cast<float>(plot.rows.size())};
    draw_scale(look, x, plot, rows);
    std::optional<int> pressed;
    for (int number = 0; number < static_cast<int>(plot.rows.size()); ++number) {
        const Area row{rows.x, rows.y + each * static_cast<float>(number), rows.width, each};
        if (draw_row(look, plot, number, row, columns, x)) pressed = number;
    }
    ImGui::SetCursorScreenPos({rows.x, rows.max().y + look.fonts.small->FontSize + look.px(4)});
    ImGui::Dummy({1, 1});
    return pressed;
}

} // namespace assent::viewer
