// The cards of the sweep screen.
#include "viewer/card.hpp"
#include "viewer/marks.hpp"
#include "viewer/picker.hpp"
#include "viewer/sweep_screen.hpp"

#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/sweep_page_parts.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

std::string measure_name(const SweepView& view) { return tr(measure_heading(view.input.summary.measure)); }

/// Where controls at the right of a card's title stand.
ImVec2 title_right(const Look& look, const Area& card) { return {card.max().x - look.px(12), card.y + look.px(9)}; }

/// Back from a control on the title line to the place below it.
void below_title(const Look& look, const Area& card) {
    ImGui::SetCursorScreenPos({card.x + look.px(14), card.y + look.px(38)});
}

} // namespace

void SweepScreen::draw_ranking(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "ranking", area, tr("Strategies"),
               area.width > look.px(430) ? trf("{} interval", confidence_text(view_->input)) : "");
    const ImVec2 corner = title_right(look, area);
    const std::vector<std::string> kinds{measure_name(*view_), tr("to the first"), tr("regret")};
    if (const auto picked =
            draw_segments(look, "sweep.ranked_by", corner.x, corner.y, kinds, static_cast<std::size_t>(ranked_by_)))
        ranked_by_ = static_cast<ForestKind>(*picked);
    below_title(look, area);
    if (const auto pressed = draw_forest(look, ranking_plot(*view_, ranked_by_, static_cast<int>(chosen()))))
        strategy_ = view_->input.summary.strategies[static_cast<std::size_t>(*pressed)].id;
    const char* explanation = ranked_by_ == ForestKind::mean
                                  ? tr("Means over all points. An open dot: not told apart from the first.")
                              : ranked_by_ == ForestKind::gap
                                  ? tr("Deal for deal on the same luck; the intervals hold together for all pairs.")
                                  : tr("How far the best of each point is ahead of this one there, on average.");
    if (card_area().height > look.px(30)) {
        ImGui::PushFont(look.fonts.small);
        ImGui::PushStyleColor(ImGuiCol_Text, look.theme.muted);
        ImGui::TextWrapped("%s", explanation);
        ImGui::PopStyleColor();
        ImGui::PopFont();
    }
    end_card();
}

std::pair<std::size_t, std::size_t> SweepScreen::shown_axes() const {
    const std::vector<std::string>& names = view_->input.table.axes;
    const auto place = [&](const std::string& name) {
        return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
    };
    const std::size_t across = place(across_);
    if (across < names.size()) return {across, place(down_)};
    return {view_->input.axes.empty() ? 0 : view_->input.axes.front(), place(down_)};
}

void SweepScreen::draw_response(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const SweepPageInput& input = view_->input;
    const std::vector<std::string>& names = input.table.axes;
    const auto [across, down] = shown_axes();
    const bool map = view_->maps.contains({across, down});
    const float width = std::min(look.px(170), area.width * 0.28F);
    const std::string title = map ? tr("Who is best where") : tr("Along an axis");
    const std::string subtitle =
        map ? tr("a deeper shade is more; other axes are averaged over") : tr("other axes are averaged over");
    const bool has_room =
        text_width(look.fonts.strong, title) + text_width(look.fonts.small, subtitle) + 2 * width + look.px(60) <
        area.width;
    begin_card(look, "response", area, title, has_room ? subtitle : "");
    if (names.empty()) {
        draw_text(look.fonts.text, area.centre(), look.theme.muted, tr("This sweep has no axis."), 0.5F);
        end_card();
        return;
    }
    const ImVec2 corner = title_right(look, area);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {look.px(8), look.px(2)});
    ImGui::SetCursorScreenPos({corner.x - 2 * width - look.px(8), corner.y});
    if (const auto picked = draw_picker(look, "sweep.across", width, names, across)) across_ = names[*picked];
    std::vector<std::string> others{tr("lines")};
    std::vector<std::size_t> axes{names.size()};
    for (std::size_t axis = 0; axis < names.size(); ++axis)
        if (view_->maps.contains({across, axis})) others.push_back(names[axis]), axes.push_back(axis);
    ImGui::SetCursorScreenPos({corner.x - width, corner.y});
    const auto at = static_cast<std::size_t>(std::ranges::find(axes, down) - axes.begin());
    if (const auto picked = draw_picker(look, "sweep.down", width, others, at < axes.size() ? at : 0))
        down_ = axes[*picked] < names.size() ? names[axes[*picked]] : "";
    ImGui::PopStyleVar();
    below_title(look, area);
    if (map) {
        if (const auto cell = draw_cells(look, card_area(), best_plot(look, *view_, across, down))) {
            // The cell's first point stands for it.
            const BestMap& best = view_->maps.at({across, down});
            const std::size_t row = best.rows.size() - 1 - *cell / best.columns.size(),
                              column = *cell % best.columns.size();
            const auto fits = [&](const ValueLevel& level, const std::string& value) {
                const auto from = number_of(level.from), to = number_of(level.to), number = number_of(value);
                return value == level.from || value == level.to ||
                       (from && to && number && *number >= *from && *number <= *to);
            };
            for (std::size_t point = 0; point < input.table.numbers.size(); ++point)
                if (fits(best.columns[column], input.table.values[across][point]) &&
                    fits(best.rows[row], input.table.values[down][point])) {
                    open_point(point, frame.wishes);
                    break;
                }
        }
    } else {
        draw_lines(look, card_area(), response_plot(*view_, across));
    }
    end_card();
}

void SweepScreen::draw_tornado(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "tornado", area, tr("What matters"), view_->input.summary.strategies[chosen()].name);
    const TornadoPlot plot = tornado_plot(*view_, chosen());
    if (plot.bars.empty())
        draw_text(look.fonts.text, area.centre(), look.theme.muted, tr("No axis moves it."), 0.5F);
    else if (const auto pressed = assent::viewer::draw_tornado(look, card_area(), plot))
        across_ = plot.bars[static_cast<std::size_t>(*pressed)].name;
    end_card();
}

void SweepScreen::draw_reasons(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "reasons", area, tr("Why not"), tr("percent of the deals not won"));
    const auto columns = static_cast<std::size_t>(std::clamp(area.width * 0.66F / look.px(56), 2.0F, 7.0F));
    const CellMap map = reason_plot(look, *view_, chosen(), columns);
    if (map.cells.empty())
        draw_text(look.fonts.text, area.centre(), look.theme.muted, tr("Every deal was won."), 0.5F);
    else
        draw_cells(look, card_area(), map);
    end_card();
}

void SweepScreen::draw_spread(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "spread", area, tr("Distribution"));
    const std::vector<SpreadPlot> plots = spread_plots(*view_);
    spread_ = std::min(spread_, plots.size() - 1);
    std::vector<std::string> titles;
    for (const SpreadPlot& spread : plots) titles.push_back(spread.title);
    const ImVec2 corner = title_right(look, area);
    const float width = std::min(look.px(220), area.width * 0.6F);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {look.px(8), look.px(2)});
    ImGui::SetCursorScreenPos({corner.x - width, corner.y});
    if (const auto picked = draw_picker(look, "sweep.spread", width, titles, spread_)) spread_ = *picked;
    ImGui::PopStyleVar();
    below_title(look, area);
    draw_lines(look, card_area(), plots[spread_].plot);
    end_card();
}

void SweepScreen::draw_strip_cell(const Look& look, const Area& area, const PointCell& cell) const {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float rounding = std::min(look.px(3), area.width / 4);
    if (cell.stored == 0) {
        draw->AddRectFilled(area.min(), area.max(), look.theme.track, rounding);
        return;
    }
    const ImU32 colour = series_colour(look.theme, cell.best);
    draw->AddRectFilled(area.min(), area.max(), cell.alone ? colour : mixed(look.theme.card, colour, 0.45F), rounding);
    const std::string letter = strategy_letter(cell.best);
    if (area.width > look.px(13) && area.height > look.px(14))
        draw_text(look.fonts.small, {area.centre().x, area.centre().y - look.fonts.small->FontSize / 2},
                  ink_on(cell.alone ? colour : mixed(look.theme.card, colour, 0.45F)), letter, 0.5F);
}

void SweepScreen::tell_cell(const Look& look, const PointCell& cell) const {
    const std::int64_t last = std::min(cell.first + view_->points_per_cell, view_->input.manifest.points);
    std::string title = view_->points_per_cell == 1
                            ? trf("Point {}", cell.first + 1)
                            : trf("Points {} to {}: {} stored", cell.first + 1, last, cell.stored);
    if (cell.stored == 0) {
        draw_note(look, title + tr(": not played yet"), {});
        return;
    }
    draw_note(look, fmt::format("{}: {}", title, point_words(*view_, cell.row)), point_note(*view_, cell.row));
}

void SweepScreen::draw_strip(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "points", area);
    Area rest = area.inner(look.px(12));
    const std::string title = tr("Points");
    const float button = text_width(look.fonts.small, tr("Deals")) + look.px(14);
    const float names = std::max(text_width(look.fonts.strong, title) + button + look.px(8), look.px(96)) + look.px(14);
    const Area left = rest.take_left(std::min(names, rest.width / 4));
    draw_text(look.fonts.strong, left.min(), look.theme.ink, title);
    draw_text(look.fonts.small, {left.x, left.y + look.px(18)}, look.theme.muted,
              fitted(look.fonts.small, tr("press to rehearse"), left.width));
    ImGui::SetCursorScreenPos({left.max().x - button - look.px(6), left.y - look.px(3)});
    ImGui::PushFont(look.fonts.small);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {look.px(7), look.px(2)});
    if (ImGui::Button(tr("Deals"), {button, 0})) watch_point(pointed_);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    mark("sweep.deals");
    explain(
        look,
        tr("The deals of one point, and each of them week by week. The right button on a point, or D, does the same."));
    // Rows as few as let the cells be about square.
    const auto count = static_cast<float>(view_->strip.size());
    const float rows = std::clamp(std::floor(std::sqrt(count * rest.height / rest.width)) + 1, 1.0F,
                                  std::floor(rest.height / look.px(6)));
    const float columns = std::ceil(count / rows);
    const float width = std::min(rest.width / columns, look.px(44)), height = rest.height / rows,
                gap = std::min(look.px(2), width / 5);
    for (std::size_t i = 0; i < view_->strip.size(); ++i) {
        const auto row = std::floor(static_cast<float>(i) / columns), column = static_cast<float>(i) - row * columns;
        const Area slot{rest.x + column * width, rest.y + row * height, width, height};
        const PointCell& cell = view_->strip[i];
        draw_strip_cell(look, {slot.x, slot.y, slot.width - gap, slot.height - gap}, cell);
        if (view_->points_per_cell == 1) mark(fmt::format("sweep.point.{}", i), slot.min(), slot.max());
        if (!points_at(slot)) continue;
        tell_cell(look, cell);
        if (cell.stored > 0) pointed_ = cell.row;
        if (cell.stored > 0 && ImGui::IsMouseReleased(ImGuiMouseButton_Right)) watch_point(cell.row);
        if (cell.stored > 0 && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) open_point(cell.row, frame.wishes);
    }
    end_card();
}

} // namespace assent::viewer
