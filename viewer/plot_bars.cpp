#include "viewer/plot_bars.hpp"

#include "viewer/card.hpp"
#include "viewer/marks.hpp"
#include "viewer/plot_map.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

Scale tornado_scale(const TornadoPlot& plot, float left, float right) {
    double low = plot.middle, high = plot.middle;
    for (const TornadoBar& bar : plot.bars) {
        low = std::min({low, bar.at_low, bar.at_high});
        high = std::max({high, bar.at_low, bar.at_high});
    }
    const double room = std::max((high - low) * 0.18, 1e-9 + std::abs(high) * 1e-6); // for the ends' texts
    return {low - room, high + room, left, right};
}

/// One half of a bar with the text of its end outside.
void draw_half(const Look& look, const Scale& x, double from, double to, const Area& row, ImU32 colour, bool hatched,
               const std::string& text) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const auto start = static_cast<float>(x(from)), end = static_cast<float>(x(to));
    const float thick = std::min(look.px(18), row.height * 0.56F), top = row.centre().y - thick / 2;
    const Area half{std::min(start, end), top, std::abs(end - start), thick};
    draw->AddRectFilled(half.min(), half.max(), hatched ? mixed(colour, look.theme.card, 0.35F) : colour);
    if (hatched) draw_hatching(half, colour, look.px(6));
    const bool leftwards = end < start;
    draw_text(
        look.fonts.small,
        {leftwards ? half.x - look.px(5) : half.max().x + look.px(5), row.centre().y - look.fonts.small->FontSize / 2},
        look.theme.muted, text, leftwards ? 1 : 0);
}

} // namespace

std::optional<int> draw_tornado(const Look& look, const Area& whole, const TornadoPlot& plot) {
    Area area = whole;
    ImFont* small = look.fonts.small;
    area.take_bottom(small->FontSize + look.px(4));
    const auto count = static_cast<float>(std::max<std::size_t>(1, plot.bars.size()));
    const float each = std::min(look.px(46), area.height / count);
    area.height = each * count;
    float names = 0;
    for (const TornadoBar& bar : plot.bars) names = std::max(names, text_width(look.fonts.text, bar.name));
    names = std::min(names + look.px(10), area.width * 0.42F);
    const Scale x = tornado_scale(plot, area.x + names, area.max().x - look.px(6));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (const double tick : enough_ticks(x.low, x.high, static_cast<float>(x.last - x.first) / look.px(70))) {
        const float across = std::floor(static_cast<float>(x(tick))) + 0.5F;
        draw->AddLine({across, area.y}, {across, area.max().y}, look.theme.line, std::max(1.0F, look.px(0.75F)));
        draw_text(small, {across, area.max().y + look.px(3)}, look.theme.muted, plot.tick(tick), 0.5F);
    }
    std::optional<int> pressed;
    const ImU32 colour = series_colour(look.theme, plot.place);
    for (int i = 0; i < static_cast<int>(plot.bars.size()); ++i) {
        const TornadoBar& bar = plot.bars[static_cast<std::size_t>(i)];
        const Area row{area.x, area.y + each * static_cast<float>(i), area.width, each};
        draw_text(look.fonts.text, {row.x, row.centre().y - look.fonts.text->FontSize / 2}, look.theme.ink,
                  fitted(look.fonts.text, bar.name, names - look.px(10)));
        draw_half(look, x, plot.middle, bar.at_low, row, colour, false, bar.low_value);
        draw_half(look, x, plot.middle, bar.at_high, row, colour, true, bar.high_value);
        mark(fmt::format("{}.{}", plot.mark, i), row.min(), row.max());
        if (!points_at(row)) continue;
        draw_note(look, bar.name, bar.note);
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) pressed = i;
    }
    const float zero = std::floor(static_cast<float>(x(plot.middle))) + 0.5F;
    draw->AddLine({zero, area.y}, {zero, area.max().y}, look.theme.ink, look.px(1.2F));
    return pressed;
}

void draw_histogram(const Look& look, const Area& area, const HistogramPlot& plot) {
    double high = 0;
    for (const Interval& share : plot.shares) high = std::max(high, share.high);
    const PlotFrame frame = draw_axes(look, area, plot.x, {0, high > 0 ? high * 1.05 : 1, {}, plot.share, false, {}});
    ImDrawList* draw = ImGui::GetWindowDrawList();
    std::vector<ImVec2> upper, lower;
    for (std::size_t i = 0; i < plot.shares.size(); ++i) {
        const double left = plot.x.low + static_cast<double>(i) * plot.width;
        const ImVec2 top = frame.at(left, plot.shares[i].estimate), end = frame.at(left + plot.width, 0);
        const float gap = std::min(look.px(1), (end.x - top.x) / 6);
        draw->AddRectFilledMultiColor({top.x + gap, top.y}, {end.x - gap, end.y}, plot.colour, plot.colour,
                                      mixed(plot.colour, look.theme.card, 0.45F),
                                      mixed(plot.colour, look.theme.card, 0.45F));
        upper.push_back(frame.at(left + plot.width / 2, plot.shares[i].high));
        lower.push_back(frame.at(left + plot.width / 2, plot.shares[i].low));
        if (points_at({top.x, frame.area.y, end.x - top.x, frame.area.height}))
            draw_note(look, plot.x.text(left),
                      {{plot.share(plot.shares[i].estimate),
                        fmt::format("{} … {}", plot.share(plot.shares[i].low), plot.share(plot.shares[i].high))}});
    }
    draw_band(upper, lower, faded(plot.band, 0.22F));
    for (const auto* line : {&upper, &lower})
        draw->AddPolyline(line->data(), static_cast<int>(line->size()), faded(plot.band, 0.9F), 0, look.px(1.2F));
    if (!plot.median) return;
    const auto across = static_cast<float>(frame.x.clamped(*plot.median));
    draw->AddLine({across, frame.area.y}, {across, frame.area.max().y}, look.theme.ink, look.px(1.4F));
    const bool left_side = across + text_width(look.fonts.small, plot.median_text) + look.px(8) > frame.area.max().x;
    draw_text(look.fonts.small, {across + look.px(left_side ? -6 : 6), frame.area.y}, look.theme.ink, plot.median_text,
              left_side ? 1 : 0);
}

void draw_share_rows(const Look& look, const Area& area, const std::vector<ShareRow>& rows) {
    float names = 0;
    for (const ShareRow& row : rows) names = std::max(names, text_width(look.fonts.text, row.name));
    names = std::min(names + (names > 0 ? look.px(10) : 0), area.width * 0.4F);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float each = std::min(look.px(28), area.height / static_cast<float>(std::max<std::size_t>(1, rows.size())));
    for (std::size_t r = 0; r < rows.size(); ++r) {
        Area row{area.x, area.y + each * static_cast<float>(r), area.width, each};
        const Area name = row.take_left(names);
        draw_text(look.fonts.text, {name.x, name.centre().y - look.fonts.text->FontSize / 2}, look.theme.ink,
                  fitted(look.fonts.text, rows[r].name, names - look.px(10)));
        float x = row.x;
        for (const SharePart& part : rows[r].parts) {
            const Area bar{x, row.y + each * 0.15F, row.width * static_cast<float>(part.share), each * 0.7F};
            x = bar.max().x;
            if (bar.width <= 0) continue;
            draw->AddRectFilled(bar.min(), {std::max(bar.x + 1, bar.max().x - look.px(1)), bar.max().y}, part.colour,
                                look.px(2));
            if (part.hatched) draw_hatching(bar, faded(look.theme.card, 0.35F), look.px(6));
            if (text_width(look.fonts.small, part.text) + look.px(6) < bar.width)
                draw_text(look.fonts.small, {bar.centre().x, bar.centre().y - look.fonts.small->FontSize / 2},
                          ink_on(part.colour), part.text, 0.5F);
            if (points_at(bar)) draw_note(look, rows[r].name, {{part.name, part.text}});
        }
    }
}

} // namespace assent::viewer
