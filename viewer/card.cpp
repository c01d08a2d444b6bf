#include "viewer/card.hpp"

#include "viewer/language.hpp"

#include <algorithm>

#include <imgui_internal.h>

namespace assent::viewer {
namespace {

/// Cuts after a whole character of UTF-8.
std::size_t character_start(std::string_view text, std::size_t at) {
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

std::vector<DrawnCard> cards;

} // namespace

const std::vector<DrawnCard>& drawn_cards() { return cards; }

void forget_cards() { cards.clear(); }

void begin_card(const Look& look, const char* id, const Area& area, std::string_view title, std::string_view subtitle) {
    cards.push_back({id, std::string(title), area});
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float rounding = look.px(10);
    draw->AddRectFilled(area.min(), area.max(), look.theme.card, rounding);
    draw->AddRect(area.min(), area.max(), look.theme.line, rounding, 0, std::max(1.0f, look.px(0.75f)));
    ImGui::SetCursorScreenPos(area.min());
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.px(14), look.px(11)));
    ImGui::BeginChild(id, {area.width, area.height}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    if (title.empty()) return;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = area.width - look.px(28);
    const std::string shown = fitted(look.fonts.strong, title, room);
    const float width = draw_text(look.fonts.strong, at, look.theme.ink, shown);
    const float left = room - width - look.px(10);
    if (!subtitle.empty() && left > look.px(40))
        draw_text(look.fonts.small, {at.x + width + look.px(10), at.y + look.px(1.5f)}, look.theme.muted,
                  fitted(look.fonts.small, subtitle, left));
    ImGui::Dummy({1, look.px(18)});
}

void begin_list(const char* id, ImVec2 size) { ImGui::BeginChild(id, size, false, ImGuiWindowFlags_NavFlattened); }

void end_card() { ImGui::EndChild(); }

Area card_area() {
    const ImVec2 at = ImGui::GetCursorScreenPos(), size = ImGui::GetContentRegionAvail();
    return {at.x, at.y, std::max(0.0f, size.x), std::max(0.0f, size.y)};
}

float text_width(ImFont* font, std::string_view text) {
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float draw_text(ImFont* font, ImVec2 place, ImU32 colour, std::string_view text, float align) {
    const float width = text_width(font, text);
    const ImVec2 at(IM_FLOOR(place.x - width * align + 0.5f), IM_FLOOR(place.y + 0.5f));
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, at, colour, text.data(), text.data() + text.size());
    return width;
}

std::string fitted(ImFont* font, std::string_view text, float width) {
    if (text_width(font, text) <= width) return std::string(text);
    constexpr std::string_view dots = "…";
    const float room = width - text_width(font, dots);
    if (room <= 0) return {};
    const char* end = nullptr;
    font->CalcTextSizeA(font->FontSize, room, 0, text.data(), text.data() + text.size(), &end);
    std::size_t kept = character_start(text, static_cast<std::size_t>(end - text.data()));
    while (kept > 0 && text[kept - 1] == ' ') --kept;
    return std::string(text.substr(0, kept)) + std::string(dots);
}

void draw_glow(const Look& look, ImVec2 centre, float radius, ImU32 colour) {
    ImGui::GetWindowDrawList()->AddImage(ImGui::GetIO().Fonts->TexID, {centre.x - radius, centre.y - radius},
                                         {centre.x + radius, centre.y + radius}, look.fonts.glow_min,
                                         look.fonts.glow_max, colour);
}

void draw_empty_card(const Look& look, const char* id, const Area& area, std::string_view text) {
    begin_card(look, id, area);
    const ImFont* font = look.fonts.text;
    const float room = card_area().width;
    const char *begin = text.data(), *end = begin + text.size();
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, room, begin, end);
    const ImVec2 at(IM_FLOOR(area.centre().x - size.x / 2), IM_FLOOR(area.centre().y - size.y / 2));
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, at, look.theme.muted, begin, end, room);
    end_card();
}

void draw_no_client(const Look& look, const char* id, const Area& area, const std::string& trouble) {
    draw_empty_card(look, id, area, trouble.empty() ? std::string_view(tr("Open a client company first.")) : trouble);
}

bool primary_button(const Look& look, const char* label, ImVec2 size) {
    const Theme& theme = look.theme;
    const ImU32 ground = theme.dark ? mixed(theme.won, theme.card, 0.42f) : theme.won;
    ImGui::PushStyleColor(ImGuiCol_Button, ground);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, mixed(ground, theme.won, 0.4f));
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, mixed(ground, theme.won, 0.6f));
    ImGui::PushStyleColor(ImGuiCol_Text, IM_COL32_WHITE);
    ImGui::PushFont(look.fonts.strong);
    const bool pressed = ImGui::Button(label, size);
    ImGui::PopFont();
    ImGui::PopStyleColor(4);
    return pressed;
}

float first_of_two(const Look& look, std::string_view first, std::string_view second, float width, float gap) {
    const float rim = 2 * ImGui::GetStyle().FramePadding.x, half = (width - gap) / 2;
    const float one = text_width(look.fonts.text, first) + rim, other = text_width(look.fonts.strong, second) + rim;
    if (one <= half && other <= half) return half;
    return std::clamp(width - gap - other, half * 0.5f, std::max(one, half * 0.5f));
}

void explain(const Look& look, std::string_view text, std::string_view source) {
    if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.px(12), look.px(9)));
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(look.px(320));
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    if (!source.empty()) {
        ImGui::PushFont(look.fonts.small);
        ImGui::PushStyleColor(ImGuiCol_Text, look.theme.muted);
        ImGui::TextUnformatted(source.data(), source.data() + source.size());
        ImGui::PopStyleColor();
        ImGui::PopFont();
    }
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

} // namespace assent::viewer
