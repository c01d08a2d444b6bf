#include "viewer/palette_box.hpp"

#include "viewer/card.hpp"
#include "viewer/marks.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <sstream>

namespace assent::viewer {
namespace {

/// Small letters for the letters of both languages; two bytes of UTF-8 for Cyrillic.
std::string lowered(const std::string& text) {
    std::string result = text;
    for (std::size_t i = 0; i < result.size(); ++i) {
        const auto first = static_cast<unsigned char>(result[i]);
        if (first < 0x80) {
            result[i] = static_cast<char>(first >= 'A' && first <= 'Z' ? first + 32 : first);
        } else if (first == 0xD0 && i + 1 < result.size()) { // А-Я are D0 90 … D0 AF, а-п D0 B0 …, р-я D1 80 …
            const auto second = static_cast<unsigned char>(result[i + 1]);
            if (second >= 0x90 && second <= 0x9F) result[i + 1] = static_cast<char>(second + 0x20);
            if (second >= 0xA0 && second <= 0xAF)
                result[i] = static_cast<char>(0xD1), result[i + 1] = static_cast<char>(second - 0x20);
        } else if ((first == 0xD2 || first == 0xD3) && i + 1 < result.size()) { // Ү Ө stand before ү ө
            result[i + 1] = static_cast<char>(static_cast<unsigned char>(result[i + 1]) | 1);
        }
        while (i + 1 < result.size() && (static_cast<unsigned char>(result[i + 1]) & 0xC0) == 0x80) ++i;
    }
    return result;
}

} // namespace

bool matches_words(const std::string& name, const std::string& text) {
    const std::string where = lowered(name);
    std::istringstream words(lowered(text));
    for (std::string word; words >> word;)
        if (where.find(word) == std::string::npos) return false;
    return true;
}

void PaletteBox::open() {
    open_ = opened_now_ = true;
    text_.clear();
    chosen_ = 0;
}

void PaletteBox::choose(const Command& command, Wishes& wishes) {
    open_ = false;
    ImGui::CloseCurrentPopup();
    command.run(wishes);
}

void PaletteBox::draw(const Look& look, const std::vector<Command>& commands, Wishes& wishes) {
    if (!open_) return;
    if (opened_now_) ImGui::OpenPopup("##palette");
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float width = std::min(look.px(520), display.x - look.px(40));
    ImGui::SetNextWindowPos({display.x / 2, look.px(90)}, ImGuiCond_Always, {0.5f, 0});
    ImGui::SetNextWindowSize({width, 0});
    if (!ImGui::BeginPopup("##palette")) {
        open_ = false;
        return;
    }
    if (opened_now_) ImGui::SetKeyboardFocusHere();
    opened_now_ = false;
    ImGui::SetNextItemWidth(-1);
    const bool entered = ImGui::InputTextWithHint("##palette text", tr("What would you like to do?"), &text_,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    mark("palette.text");
    if (ImGui::IsItemEdited()) chosen_ = 0;
    std::vector<const Command*> found;
    for (const Command& command : commands)
        if (matches_words(command.name, text_)) found.push_back(&command);
    const int last = static_cast<int>(found.size()) - 1;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow))) ++chosen_;
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow))) --chosen_;
    chosen_ = std::clamp(chosen_, 0, std::max(0, last));
    ImGui::BeginChild("##found", {0, std::min(look.px(360), float(last + 1) * look.px(27) + look.px(8))});
    for (int place = 0; place <= last; ++place) {
        const Command& command = *found[std::size_t(place)];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float right = at.x + ImGui::GetContentRegionAvail().x;
        if (ImGui::Selectable((command.name + "##" + std::to_string(place)).c_str(), place == chosen_, 0,
                              {0, look.px(20)}))
            choose(command, wishes);
        mark("palette." + std::to_string(place));
        draw_text(look.fonts.small, {right - look.px(6), at.y + look.px(2)}, look.theme.muted, command.keys, 1);
        if (place == chosen_ && (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow)) ||
                                 ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow))))
            ImGui::SetScrollHereY();
    }
    if (found.empty()) ImGui::TextDisabled("%s", tr("Nothing of that name."));
    ImGui::EndChild();
    if (entered && !found.empty()) choose(*found[std::size_t(chosen_)], wishes);
    ImGui::EndPopup();
}

} // namespace assent::viewer
