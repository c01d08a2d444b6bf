#include "viewer/start_screen.hpp"

#include "viewer/card.hpp"
#include "viewer/composer.hpp"
#include "viewer/marks.hpp"

#include "model/user_error.hpp"
#include "scenario/reader.hpp"
#include "store/atomic_file.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

/// Copies a scenario, comments and all, into the working folder under a name that is free there. Throws UserError.
std::filesystem::path copy_of_template(const std::filesystem::path& scenario) {
    std::ifstream file(scenario, std::ios::binary);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf()))
        throw UserError(trf("{}: cannot be read; choose another template", scenario.string()));
    const std::string stem = "my-" + scenario.stem().string();
    std::filesystem::path copy = std::filesystem::absolute(stem + ".toml");
    for (int number = 2; std::filesystem::exists(copy); ++number)
        copy.replace_filename(fmt::format("{}-{}.toml", stem, number));
    write_file(copy, text.str());
    return copy;
}

/// "three-heads" as "Three heads".
std::string spoken(const std::filesystem::path& path) {
    std::string name = path.stem().string();
    std::ranges::replace(name, '-', ' ');
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') name.front() = char(name.front() - 32);
    return name;
}

} // namespace

std::filesystem::path shipped_folder() {
    for (const char* folder : {ASSENT_SCENARIOS, "scenarios"})
        if (std::filesystem::exists(folder)) return folder;
    return {};
}

StartScreen::StartScreen() {
    std::error_code none;
    shipped_ = toml_files(shipped_folder(), none);
}

void StartScreen::draw(Frame& frame) {
    const Look& look = frame.look;
    Area area = frame.area;
    const float gap = look.px(14);
    draw_hero(frame, area.take_top(std::max(look.px(220), area.height * 0.36f), gap));
    const Area left = area.take_left((area.width - gap) / 2, gap);
    draw_files(frame, "shipped", left, tr("Client companies to practise on"), shipped_);
    draw_files(frame, "recent", area, tr("Opened before"), frame.desk.recent);
}

void StartScreen::draw_hero(Frame& frame, const Area& area) const {
    const Look& look = frame.look;
    const Theme& theme = look.theme;
    begin_card(look, "hero", area);
    const Area glowing = area.inner(look.px(1)); // the card's own clip would cut the light off before its rim
    ImGui::PushClipRect(glowing.min(), glowing.max(), false);
    const float right = area.x + area.width;
    draw_glow(look, {right - look.px(150), area.centre().y}, look.px(210),
              faded(theme.won, theme.dark ? 0.30f : 0.22f));
    draw_glow(look, {right - look.px(330), area.centre().y + look.px(60)}, look.px(170),
              faded(theme.accent, theme.dark ? 0.22f : 0.16f));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddCircleFilled({right - look.px(165), area.centre().y + look.px(6)}, look.px(58), theme.won, 96);
    draw->AddCircleFilled({right - look.px(118), area.centre().y - look.px(44)}, look.px(35), theme.card, 64);
    draw->AddCircleFilled({right - look.px(118), area.centre().y - look.px(44)}, look.px(26), theme.topics[0], 64);
    const float x = area.x + look.px(30);
    float y = area.y + area.height * 0.5f - look.px(86);
    draw_text(look.fonts.figure, {x, y}, theme.ink, tr("Rehearse how a buying centre says yes"));
    y += look.px(42);
    const float room = std::max(look.px(200), area.width - look.px(460));
    ImGui::SetCursorScreenPos({x, y});
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + room);
    ImGui::PushStyleColor(ImGuiCol_Text, theme.muted);
    ImGui::TextUnformatted(tr("A business does not buy; people in it do. Open a client company, plan your week move by "
                              "move, and see what each move is worth before you make it."));
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
    ImGui::SetCursorScreenPos({x, ImGui::GetCursorScreenPos().y + look.px(12)});
    if (!shipped_.empty()) {
        if (primary_button(look, tr("Open the demonstration"), {0, look.px(32)})) {
            const auto demo =
                std::ranges::find(shipped_, "blue-sky", [](const auto& path) { return path.stem().string(); });
            frame.wishes.open = demo == shipped_.end() ? shipped_.front() : *demo;
        }
        mark("start.demo");
        ImGui::SameLine(0, look.px(8));
        draw_templates(frame);
    }
    if (ImGui::Button(tr("Lessons"), {0, look.px(32)})) frame.wishes.show = "train";
    mark("start.lessons");
    ImGui::SetCursorScreenPos({x, ImGui::GetCursorScreenPos().y + look.px(8)});
    ImGui::TextDisabled("%s", tr("or drop a scenario, session or store onto this window"));
    ImGui::PopClipRect();
    end_card();
}

void StartScreen::draw_templates(Frame& frame) const {
    const Look& look = frame.look;
    if (ImGui::Button(tr("New from template…"), {0, look.px(32)})) ImGui::OpenPopup("templates");
    mark("start.new");
    explain(look,
            tr("Copies a shipped company into a file of your own in the working folder, and opens it for editing."));
    if (ImGui::BeginPopup("templates")) {
        for (std::size_t place = 0; place < shipped_.size(); ++place) {
            if (ImGui::Selectable(spoken(shipped_[place]).c_str()))
                attempt(frame.wishes, [&] {
                    frame.wishes.open = copy_of_template(shipped_[place]);
                    frame.wishes.show = "edit";
                });
            mark(fmt::format("start.template.{}", shipped_[place].stem().string()));
        }
        ImGui::EndPopup();
    }
    ImGui::SameLine(0, look.px(8));
}

void StartScreen::draw_files(Frame& frame, const char* id, const Area& area, const char* title,
                             const std::vector<std::filesystem::path>& files) {
    const Look& look = frame.look;
    begin_card(look, id, area, title);
    if (std::string_view(id) == "recent") {
        ImGui::SetNextItemWidth(-look.px(80));
        const bool entered =
            ImGui::InputTextWithHint("##path", tr("Path of a file"), &path_, ImGuiInputTextFlags_EnterReturnsTrue);
        mark("start.path");
        ImGui::SameLine();
        const bool pressed = ImGui::Button(tr("Open"), {-1, 0});
        mark("start.open");
        if ((entered || pressed) && !path_.empty()) frame.wishes.open = path_;
        ImGui::Dummy({1, look.px(2)});
        if (files.empty()) ImGui::TextDisabled("%s", tr("Nothing yet."));
    }
    int place = 0;
    for (const std::filesystem::path& path : files) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::PushID(place);
        const float width = ImGui::GetContentRegionAvail().x;
        if (ImGui::Selectable("##file", false, 0, {0, look.px(24)})) frame.wishes.open = path;
        ImGui::PopID();
        mark(fmt::format("start.{}.{}", id, place++));
        const float text_y = at.y + look.px(4);
        const std::string name = fitted(look.fonts.strong, spoken(path), width * 0.5f);
        const float used = draw_text(look.fonts.strong, {at.x + look.px(4), text_y}, look.theme.ink, name);
        const float room = width - used - look.px(24);
        draw_text(
            look.fonts.small, {at.x + width - look.px(6), text_y + look.px(1)}, look.theme.muted,
            fitted(look.fonts.small, path.parent_path().filename().string() + "/" + path.filename().string(), room), 1);
    }
    end_card();
}

} // namespace assent::viewer
