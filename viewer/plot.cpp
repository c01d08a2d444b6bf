#include "viewer/plot.hpp"

#include "viewer/card.hpp"

#include "report/svg_sweep.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace assent::viewer {
namespace {

std::vector<double> ticks_of(const PlotAxis& axis, float room, float each) {
    std::vector<double> ticks;
    for (std::size_t i = 0; i < axis.words.size(); ++i) ticks.push_back(static_cast<double>(i));
    if (!axis.words.empty()) return ticks;
    return axis.whole ? whole_ticks(axis.low, axis.high, std::clamp(static_cast<int>(room / each), 2, 10))
                      : enough_ticks(axis.low, axis.high, room / each);
}

std::string label_of(const PlotAxis& axis, double tick) {
    return axis.words.empty() ? axis.text(tick) : axis.words[static_cast<std::size_t>(tick)];
}

float widest_label(const Look& look, const PlotAxis& axis, const std::vector<double>& ticks) {
    float widest = 0;
    for (const double tick : ticks) widest = std::max(widest, text_width(look.fonts.small, label_of(axis, tick)));
    return widest;
}

/// Labels under the axis; those that would run into the one before are left out.
void draw_bottom_labels(const Look& look, const PlotFrame& frame, const PlotAxis& axis,
                        const std::vector<double>& ticks) {
    float free_from = -1e9F;
    const float each = frame.area.width / static_cast<float>(std::max<std::size_t>(1, axis.words.size()));
    for (const double tick : ticks) {
        const std::string label = axis.words.empty()
                                      ? label_of(axis, tick)
                                      : fitted(look.fonts.small, label_of(axis, tick), each - look.px(4));
        const float width = text_width(look.fonts.small, label), middle = static_cast<float>(frame.x(tick));
        const float right = frame.area.x + frame.area.width + look.px(8);
        const float left = std::min(middle - width / 2, right - width);
        if (left < free_from) continue;
        draw_text(look.fonts.small, {left, frame.area.max().y + look.px(5)}, look.theme.muted, label);
        free_from = left + width + look.px(8);
    }
}

constexpr std::size_t longest_dash = 4;
/// Lengths drawn and left out in turn, in parts of the line's width; 0: to the end of the list.
constexpr std::array<std::array<float, longest_dash>, drawn_series> dashes{
    {{}, {5, 3}, {1.5F, 2.5F}, {7, 2.5F, 1.5F, 2.5F}, {9, 3}, {3, 2}, {1.5F, 1.5F}, {5, 2, 3, 2}}};

std::vector<ImVec2> corners(ImVec2 at, float radius, int count, float turn) {
    std::vector<ImVec2> points;
    for (int i = 0; i < count; ++i) {
        const float angle = (turn + static_cast<float>(i) / static_cast<float>(count)) * 6.2831853F;
        points.push_back({at.x + radius * std::sin(angle), at.y - radius * std::cos(angle)});
    }
    return points;
}

} // namespace

std::vector<double> enough_ticks(double low, double high, float wanted) {
    std::vector<double> ticks;
    for (int more = std::clamp(static_cast<int>(wanted), 2, 10); ticks.size() < 2; ++more)
        ticks = round_ticks(low, high, more);
    return ticks;
}

PlotFrame draw_axes(const Look& look, Area area, const PlotAxis& x, const PlotAxis& y) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const Theme& theme = look.theme;
    const float line = look.fonts.small->FontSize;
    area.take_top(line / 2);
    area.take_right(look.px(8));
    if (!x.name.empty())
        draw_text(look.fonts.small, {area.max().x, area.max().y - line}, theme.muted,
                  fitted(look.fonts.small, x.name, area.width), 1);
    area.take_bottom((x.name.empty() ? 1.0F : 2.0F) * line + look.px(x.name.empty() ? 6 : 9));
    if (!y.name.empty())
        draw_text(look.fonts.small, area.min(), theme.muted, fitted(look.fonts.small, y.name, area.width));
    if (!y.name.empty()) area.take_top(line + look.px(6));
    const std::vector<double> y_ticks = ticks_of(y, area.height, look.px(34));
    area.take_left(std::min(area.width / 2, widest_label(look, y, y_ticks) + look.px(8)));
    const PlotFrame frame{area, {x.low, x.high, area.x, area.max().x}, {y.low, y.high, area.max().y, area.y}};
    const float thin = std::max(1.0F, look.px(0.75F));
    for (const double tick : y_ticks) {
        const float height = std::floor(static_cast<float>(frame.y(tick))) + 0.5F;
        draw->AddLine({area.x, height}, {area.max().x, height}, theme.line, thin);
        draw_text(look.fonts.small, {area.x - look.px(7), height - line / 2}, theme.muted, label_of(y, tick), 1);
    }
    const std::vector<double> x_ticks = ticks_of(x, area.width, look.px(58));
    const float bottom = std::floor(area.max().y) + 0.5F;
    draw->AddLine({area.x, bottom}, {area.max().x, bottom}, mixed(theme.line, theme.muted, 0.4F), thin);
    if (x.words.empty())
        for (const double tick : x_ticks) {
            const float across = std::floor(static_cast<float>(frame.x(tick))) + 0.5F;
            draw->AddLine({across, bottom}, {across, bottom + look.px(3)}, mixed(theme.line, theme.muted, 0.4F), thin);
        }
    draw_bottom_labels(look, frame, x, x_ticks);
    return frame;
}

ImU32 series_colour(const Theme& theme, std::size_t place) { return theme.topics[std::min(place, drawn_series - 1)]; }

void draw_marker(const Look& look, ImVec2 at, std::size_t place, float radius) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 colour = series_colour(look.theme, place);
    const auto polygon = [&](int count, float turn, float size) {
        const std::vector<ImVec2> outer = corners(at, radius * size + look.px(1.5F), count, turn);
        const std::vector<ImVec2> inner = corners(at, radius * size, count, turn);
        draw->AddConvexPolyFilled(outer.data(), count, look.theme.card);
        draw->AddConvexPolyFilled(inner.data(), count, colour);
    };
    switch (place) {
    case 0:
        draw->AddCircleFilled(at, radius + look.px(1.5F), look.theme.card);
        draw->AddCircleFilled(at, radius, colour);
        break;
    case 1:
        polygon(4, 0.125F, 1.2F);
        break;
    case 2:
        polygon(4, 0, 1.3F);
        break;
    case 3:
        polygon(3, 0, 1.35F);
        break;
    case 4:
        polygon(3, 0.5F, 1.35F);
        break;
    case 5:
        polygon(6, 0, 1.15F);
        break;
    case 6:
        polygon(5, 0, 1.2F);
        break;
    default:
        draw->AddCircleFilled(at, radius + look.px(1.5F), look.theme.card);
        draw->AddCircle(at, radius, colour, 0, look.px(1.8F));
    }
}

void draw_letter(const Look& look, ImVec2 centre, std::size_t place, bool open) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 colour = series_colour(look.theme, place);
    const float radius = look.px(8.5F);
    if (open)
        draw->AddCircle(centre, radius - look.px(0.5F), colour, 0, look.px(1.6F));
    else
        draw->AddCircleFilled(centre, radius, colour);
    ImFont* font = look.fonts.small;
    draw_text(font, {centre.x, centre.y - font->FontSize / 2}, open ? look.theme.ink : look.theme.on_accent,
              strategy_letter(place), 0.5F);
}

void draw_series_line(const Look& look, const std::vector<ImVec2>& points, std::size_t place, float width) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 colour = series_colour(look.theme, place);
    const auto& dash = dashes[std::min(place, drawn_series - 1)];
    if (dash[0] == 0) {
        draw->AddPolyline(points.data(), static_cast<int>(points.size()), colour, 0, width);
        return;
    }
    std::size_t part = 0;
    float left = dash[0] * width;
    std::vector<ImVec2> stroke;
    const auto finish = [&] {
        if (part % 2 == 0 && stroke.size() > 1)
            draw->AddPolyline(stroke.data(), static_cast<int>(stroke.size()), colour, 0, width);
    };
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        ImVec2 from = points[i];
        const ImVec2 to = points[i + 1];
        if (stroke.empty()) stroke.push_back(from);
        for (float rest = std::hypot(to.x - from.x, to.y - from.y); rest > 0;) {
            const float step = std::min(rest, left);
            from = {from.x + (to.x - from.x) * step / rest, from.y + (to.y - from.y) * step / rest};
            stroke.push_back(from);
            rest -= step;
            left -= step;
            if (left > 1e-3F) continue;
            finish();
            stroke = {from};
            part = part + 1 == longest_dash || dash[part + 1] == 0 ? 0 : part + 1;
            left = dash[part] * width;
        }
    }
    finish();
}

void draw_band(const std::vector<ImVec2>& upper, const std::vector<ImVec2>& lower, ImU32 colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImDrawListFlags before = draw->Flags;
    draw->Flags &= ~ImDrawListFlags_AntiAliasedFill; // seams between the parts would show
    for (std::size_t i = 0; i + 1 < upper.size(); ++i)
        draw->AddQuadFilled(upper[i], upper[i + 1], lower[i + 1], lower[i], colour);
    draw->Flags = before;
}

void draw_interval(const Look& look, const Scale& x, float y, const Interval& interval, std::size_t place, bool open) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImU32 colour = series_colour(look.theme, place);
    const auto across = [&](double value) { return static_cast<float>(x.clamped(value)); };
    const float left = across(interval.low), right = across(interval.high), cap = look.px(4), width = look.px(1.8F);
    draw->AddLine({left, y}, {right, y}, colour, width);
    for (const float end : {left, right}) draw->AddLine({end, y - cap}, {end, y + cap}, colour, width);
    const ImVec2 middle{across(interval.estimate), y};
    if (!open) {
        draw_marker(look, middle, place, look.px(4.5F));
        return;
    }
    draw->AddCircleFilled(middle, look.px(4.5F), look.theme.card);
    draw->AddCircle(middle, look.px(4), colour, 0, look.px(1.8F));
}

void draw_hatching(const Area& area, ImU32 colour, float step) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->PushClipRect(area.min(), area.max(), true);
    for (float x = area.x - area.height; x < area.max().x; x += step)
        draw->AddLine({x, area.max().y}, {x + area.height, area.y}, colour, step * 0.28F);
    draw->PopClipRect();
}

bool points_at(const Area& area) { return ImGui::IsWindowHovered() && area.holds(ImGui::GetIO().MousePos); }

void draw_note(const Look& look, std::string_view title,
               const std::vector<std::pair<std::string, std::string>>& lines) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.px(12), look.px(9)));
    ImGui::BeginTooltip();
    ImGui::PushFont(look.fonts.strong);
    ImGui::PushTextWrapPos(look.px(360));
    ImGui::TextUnformatted(title.data(), title.data() + title.size());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    if (!lines.empty() && ImGui::BeginTable("##note", 2, ImGuiTableFlags_SizingFixedFit)) {
        for (const auto& [name, value] : lines) {
            ImGui::TableNextColumn();
            ImGui::PushStyleColor(ImGuiCol_Text, look.theme.muted);
            ImGui::TextUnformatted(name.c_str());
            ImGui::PopStyleColor();
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(value.c_str());
        }
        ImGui::EndTable();
    }
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

} // namespace assent::viewer
