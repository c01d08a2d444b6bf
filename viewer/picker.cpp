#include "viewer/picker.hpp"

#include "viewer/card.hpp"
#include "viewer/marks.hpp"

#include <imgui.h>

#include <fmt/format.h>

namespace assent::viewer {

std::optional<std::size_t> draw_picker(const Look& look, const std::string& name, float width,
                                       const std::vector<std::string>& items, std::size_t chosen) {
    std::optional<std::size_t> picked;
    ImGui::SetNextItemWidth(width);
    const std::string shown = chosen < items.size() ? fitted(look.fonts.text, items[chosen], width - look.px(44)) : "";
    const bool open = ImGui::BeginCombo(("##" + name).c_str(), shown.c_str());
    mark(name);
    if (!open) return picked;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (ImGui::Selectable(fmt::format("{}##{}", items[i], i).c_str(), i == chosen) && i != chosen) picked = i;
        mark(fmt::format("{}.{}", name, i));
    }
    ImGui::EndCombo();
    return picked;
}

std::optional<std::size_t> draw_segments(const Look& look, const std::string& name, float right, float top,
                                         const std::vector<std::string>& items, std::size_t chosen) {
    std::optional<std::size_t> picked;
    ImFont* font = look.fonts.small;
    const float room = look.px(16), height = look.px(20);
    float x = right;
    for (const std::string& item : items) x -= text_width(font, item) + room;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled({x, top}, {right, top + height}, look.theme.track, look.px(6));
    for (std::size_t i = 0; i < items.size(); ++i) {
        const float width = text_width(font, items[i]) + room;
        ImGui::SetCursorScreenPos({x, top});
        if (ImGui::InvisibleButton(fmt::format("{}.{}", name, i).c_str(), {width, height}) && i != chosen) picked = i;
        mark(fmt::format("{}.{}", name, i));
        const bool hovered = ImGui::IsItemHovered();
        if (i == chosen)
            draw->AddRectFilled({x + look.px(2), top + look.px(2)}, {x + width - look.px(2), top + height - look.px(2)},
                                look.theme.dark ? mixed(look.theme.track, look.theme.accent, 0.35F) : look.theme.card,
                                look.px(5));
        draw_text(font, {x + width / 2, top + (height - font->FontSize) / 2},
                  i == chosen || hovered ? look.theme.ink : look.theme.muted, items[i], 0.5F);
        x += width;
    }
    return picked;
}

} // namespace assent::viewer
