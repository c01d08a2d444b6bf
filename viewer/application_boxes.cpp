// What lies over a screen: a message, help, a passing notice.
#include "viewer/application.hpp"
#include "viewer/card.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <imgui_internal.h>

namespace assent::viewer {
namespace {

constexpr std::pair<const char*, const char*> key_help[] = {
    {"← →", tr_later("a week back, a week on")},
    {"↑ ↓", tr_later("choose among moves")},
    {"Enter", tr_later("plan the chosen move")},
    {"Space", tr_later("play the week")},
    {"Ctrl+Z", tr_later("take back")},
    {"Ctrl+B", tr_later("begin a branch")},
    {"Ctrl+S", tr_later("save the session")},
    {"H", tr_later("hold the position, to compare others with it; Ctrl+H in Train: a hint")},
    {"D", tr_later("Sweep: the deals of a point")},
    {"- =", tr_later("Train: forecast lower, higher")},
    {"Ctrl+C", tr_later("copy the table under the mouse")},
    {"Ctrl+← → ↑ ↓", tr_later("move the person, in Edit")},
    {"Ctrl+K", tr_later("everything that can be done")},
    {"Ctrl+P", tr_later("save a picture; with Shift as SVG; press a card with the right button for its own")},
    {"Ctrl+1 … 9", tr_later("go to a screen")},
    {"F6", tr_later("walk: arrows go to anything there is, Space presses it; F6 or Esc ends it")},
    {"F1", tr_later("this help")},
    {"Ctrl+Q", tr_later("quit")},
};

bool begin_box(const Look& look, const char* id, float width) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({display.x / 2, display.y / 2}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({std::min(look.px(width), display.x - look.px(40)), 0});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {display.x, display.y - look.px(40)});
    return ImGui::BeginPopupModal(
        id, nullptr, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysAutoResize);
}

bool closed_by_key() {
    return ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows) &&
           (ImGui::IsKeyPressed(key::escape) || ImGui::IsKeyPressed(key::enter));
}

} // namespace

void Application::draw_problem() {
    if (problem_.empty()) return;
    if (!ImGui::IsPopupOpen("##problem")) ImGui::OpenPopup("##problem");
    if (!begin_box(look_, "##problem", 640)) return;
    ImGui::PushFont(look_.fonts.heading);
    ImGui::TextUnformatted(tr("That does not work"));
    ImGui::PopFont();
    const float lines = ImGui::CalcTextSize(problem_.c_str(), nullptr, false, look_.px(610)).y;
    ImGui::BeginChild("##problem text", {0, std::min(lines + look_.px(8), look_.px(360))});
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(problem_.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndChild();
    const bool copied = ImGui::Button(tr("Copy"));
    if (copied) ImGui::SetClipboardText(problem_.c_str());
    mark("problem.copy");
    ImGui::SameLine();
    const bool closed = ImGui::Button(tr("Close"));
    mark("problem.close");
    if (closed || closed_by_key()) {
        problem_.clear();
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

void Application::draw_question() {
    if (!question_ || !problem_.empty() || help_shown_) return;
    if (!ImGui::IsPopupOpen("##question")) ImGui::OpenPopup("##question");
    if (!begin_box(look_, "##question", 560)) return;
    ImGui::PushFont(look_.fonts.heading);
    ImGui::TextUnformatted(question_->title.c_str());
    ImGui::PopFont();
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(question_->text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::Dummy({1, look_.px(4)});
    const Question::Answer* given = nullptr;
    for (const Question::Answer& answer : question_->answers) {
        const bool pressed = ImGui::Button(fmt::format("{} ({})", answer.name, answer.key_name).c_str());
        mark("question." + answer.id);
        ImGui::SameLine(0, look_.px(8));
        if (pressed || (ImGui::IsWindowFocused() && ImGui::IsKeyPressed(answer.key, false))) given = &answer;
    }
    if (given != nullptr) {
        answer_ = given->run;
        question_.reset();
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

void Application::draw_help() {
    if (!help_shown_) return;
    if (!ImGui::IsPopupOpen("##help")) ImGui::OpenPopup("##help");
    if (!begin_box(look_, "##help", 480)) return;
    ImGui::PushFont(look_.fonts.heading);
    ImGui::TextUnformatted(tr("Keys"));
    ImGui::PopFont();
    if (ImGui::BeginTable("##keys", 2)) {
        ImGui::TableSetupColumn("##key", ImGuiTableColumnFlags_WidthFixed, look_.px(110));
        ImGui::TableSetupColumn("##what");
        for (const auto& [keys, what] : key_help) {
            ImGui::TableNextColumn();
            ImGui::PushFont(look_.fonts.strong);
            ImGui::TextUnformatted(keys);
            ImGui::PopFont();
            ImGui::TableNextColumn();
            ImGui::TextWrapped("%s", tr(what));
        }
        ImGui::EndTable();
    }
    ImGui::PushStyleColor(ImGuiCol_Text, look_.theme.muted);
    ImGui::TextWrapped("%s",
                       tr("Rest the mouse on a number to read what it means and where it comes from. Every figure "
                          "is a result of the model, which knows only what the scenario says."));
    ImGui::PopStyleColor();
    const bool closed = ImGui::Button(tr("Close"));
    mark("help.close");
    if (closed || closed_by_key()) {
        help_shown_ = false;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

void Application::draw_walk() const {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    if (!key::walking() || context.NavDisableHighlight || context.NavId == 0 || context.NavWindow == nullptr) return;
    ImRect ring = context.NavWindow->NavRectRel[context.NavLayer];
    ring.Translate(context.NavWindow->DC.CursorStartPos);
    ring.Expand(look_.px(1.5f));
    ImGui::GetForegroundDrawList()->AddRect(ring.Min, ring.Max, look_.theme.accent, look_.px(5), 0, look_.px(2));
    mark("walk", ring.Min, ring.Max);
}

void Application::draw_card_menu() {
    if (ImGui::IsMouseReleased(ImGuiMouseButton_Right) && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) {
        const ImVec2 at = ImGui::GetIO().MousePos;
        const auto under =
            std::ranges::find_if(drawn_cards(), [&](const DrawnCard& card) { return card.area.holds(at); });
        if (under != drawn_cards().end() && !under->title.empty()) {
            pressed_card_ = *under;
            ImGui::OpenPopup("##card menu");
        }
    }
    if (!pressed_card_ || !ImGui::BeginPopup("##card menu")) return;
    std::vector<Command> commands;
    add_card_commands(commands, *pressed_card_);
    for (std::size_t place = 0; place < commands.size(); ++place) {
        if (ImGui::MenuItem(commands[place].name.c_str())) commands[place].run(wishes_);
        mark(fmt::format("card_menu.{}", place));
    }
    if (ImGui::IsKeyPressed(key::escape)) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
}

void Application::draw_notice(const Area& area) {
    if (notice_.empty() || ImGui::GetTime() > notice_until_) return;
    ImDrawList* draw = ImGui::GetForegroundDrawList();
    const ImFont& font = *look_.fonts.text;
    const float most = area.width - look_.px(72);
    const char* end = notice_.c_str() + notice_.size();
    const ImVec2 text = font.CalcTextSizeA(font.FontSize, FLT_MAX, most, notice_.c_str(), end);
    const float width = std::min(text.x, most) + look_.px(32), height = text.y + look_.px(18);
    const Area box{area.centre().x - width / 2, area.y + area.height - height - look_.px(24), width, height};
    draw->AddRectFilled(box.min(), box.max(), look_.theme.raised, look_.px(8));
    draw->AddRect(box.min(), box.max(), look_.theme.line, look_.px(8));
    draw->AddText(&font, font.FontSize, {box.x + look_.px(16), box.y + look_.px(9)}, look_.theme.ink, notice_.c_str(),
                  end, most);
}

} // namespace assent::viewer
