// What to train: the lessons with what was reached, and deals of one's own client at a level.
#include "viewer/train_screen.hpp"

#include "viewer/card.hpp"
#include "viewer/composer.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"

#include "report/number_words.hpp"

#include <fmt/format.h>

namespace assent::viewer {
namespace {

/// "27 % of deals won"
std::string measured(const Lesson& lesson, double value, const std::string& currency) {
    switch (lesson.goal.measure) {
    case RankMeasure::margin:
        return trf("{} of margin a deal", money(value, currency));
    case RankMeasure::lifetime:
        return trf("{} of lifetime value a deal", money(value, currency));
    default:
        return trf("{} of deals won", percent(value));
    }
}

void paragraph(const Look& look, ImU32 colour, const std::string& text) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::Dummy({1, look.px(4)});
}

} // namespace

std::string goal_words(const Lesson& lesson, const Client& client) {
    return measured(lesson, lesson.goal.at_least, client.model.company.currency);
}

std::string result_words(const Lesson& lesson, const LessonResult& result, const Client& client) {
    const std::string& currency = client.model.company.currency;
    const auto number = [&](double value) {
        return lesson.goal.measure == RankMeasure::win ? percent(value, 1) : money(value, currency);
    };
    return trf("Your moves are worth {} (95 % interval {} to {}); the goal was {}.",
               measured(lesson, result.value.estimate, currency), number(result.value.low), number(result.value.high),
               measured(lesson, lesson.goal.at_least, currency));
}

void TrainScreen::draw_choice(Frame& frame) {
    const float gap = frame.look.px(14);
    Area area = frame.area;
    if (!course_.trouble().empty()) {
        const Area told = area.take_top(frame.look.px(64), gap);
        begin_card(frame.look, "trouble", told);
        paragraph(frame.look, frame.look.theme.warning, course_.trouble());
        end_card();
    }
    const Area left = area.take_left((area.width - gap) * 0.52f, gap);
    draw_lessons(frame, left);
    if (const std::size_t due = course_.due_mistakes(); due > 0) {
        const Area come_back = area.take_bottom(frame.look.px(58), gap);
        begin_card(frame.look, "mistakes", come_back);
        if (ImGui::Button(trf("Try my mistakes again ({})", due).c_str(), {-1, frame.look.px(34)}))
            attempt(frame.wishes, [&] { try_again(course_.mistakes_to_try()); });
        mark("train.mistakes");
        explain(frame.look, tr("Decisions of deals you played that cost too much, and that you have not yet got right "
                               "often enough. They come back at growing distances."));
        end_card();
    }
    const Area below = area.take_bottom(std::clamp(area.height * 0.27f, frame.look.px(176), frame.look.px(240)), gap);
    draw_lesson(frame, area);
    draw_own_deal(frame, below);
    handle_choice_keys(frame);
}

void TrainScreen::draw_lessons(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const std::size_t count = course_.lessons().size();
    begin_card(look, "lessons", area, tr("Lessons"), trf("{} of {} passed", course_.passed(), count));
    const float row = std::clamp(card_area().height / float(count + 1), look.px(30), look.px(46)) - look.px(7);
    for (std::size_t place = 0; place < count; ++place) draw_lesson_row(look, place, row);
    end_card();
}

void TrainScreen::handle_choice_keys(Frame& frame) {
    const std::size_t count = course_.lessons().size();
    if (key::typing() || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup) || count == 0) return;
    if (key::pressed(key::down)) chosen_ = std::min(chosen_ + 1, count - 1);
    if (key::pressed(key::up) && chosen_ > 0) --chosen_;
    if (key::pressed(key::enter)) attempt(frame.wishes, [&] { begin_lesson(chosen_); });
    if (!key::pressed(key::enter, true)) return;
    if (const Interrupted interrupted = latest(); !interrupted.journal.empty())
        attempt(frame.wishes, [&] { go_on_with(interrupted); });
}

std::vector<Command> TrainScreen::choice_commands() {
    std::vector<Command> all;
    const auto add = [&](const std::string& name, const std::string& keys, auto deed) {
        all.push_back({name, keys, [deed](Wishes& wishes) { attempt(wishes, deed); }});
    };
    if (const Interrupted interrupted = latest(); interrupted.lesson)
        add(trf("Go on with lesson: {}", tr(course_.lessons()[*interrupted.lesson].title)), "Ctrl+Enter",
            [this, interrupted] { go_on_with(interrupted); });
    else if (!interrupted.journal.empty())
        add(tr("Go on with the deal"), "Ctrl+Enter", [this, interrupted] { go_on_with(interrupted); });
    for (std::size_t place = 0; place < course_.lessons().size(); ++place)
        add(trf("Begin lesson: {}", tr(course_.lessons()[place].title)), place == chosen_ ? "Enter" : "",
            [this, place] { begin_lesson(place); });
    if (desk_.client && !course_.levels().empty()) {
        add(tr("Begin a deal"), "", [this] { begin_deal(); });
        add(tr("Puzzles"), "", [this] { begin_puzzles(); });
    }
    if (course_.due_mistakes() > 0)
        add(tr("Try my mistakes again"), "", [this] { try_again(course_.mistakes_to_try()); });
    return all;
}

void TrainScreen::draw_lesson_row(const Look& look, std::size_t place, float height) {
    const Theme& theme = look.theme;
    const Lesson& lesson = course_.lessons()[place];
    const Attempt* best = course_.best(lesson.id);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const bool roomy = height > look.px(36);
    ImGui::PushID(int(place));
    if (ImGui::Selectable("##lesson", place == chosen_, 0, {0, height})) chosen_ = place;
    ImGui::PopID();
    mark(fmt::format("train.lesson.{}", lesson.place));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 middle{at.x + look.px(15), at.y + height / 2};
    const bool passed = best != nullptr && best->passed;
    draw->AddCircleFilled(middle, look.px(10), passed ? theme.won : theme.track, 32);
    draw_text(look.fonts.small, {middle.x, middle.y - look.fonts.small->FontSize / 2},
              passed ? theme.on_accent : theme.muted, passed ? "✓" : fmt::format("{}", lesson.place), 0.5f);
    std::string state;
    if (course_.due(lesson.id))
        state = tr("comes back now");
    else if (best != nullptr)
        state = trf("{} points", decimal(best->points, 0));
    const float used = state.empty()
                           ? 0
                           : draw_text(look.fonts.small, {at.x + width - look.px(8), at.y + height / 2 - look.px(7)},
                                       course_.due(lesson.id) ? theme.warning : theme.muted, state, 1);
    const float room = width - look.px(54) - used, line = look.fonts.strong->FontSize;
    draw_text(look.fonts.strong, {at.x + look.px(34), at.y + (roomy ? look.px(2) : (height - line) / 2)}, theme.ink,
              fitted(look.fonts.strong, tr(lesson.title), room));
    if (roomy)
        draw_text(look.fonts.small, {at.x + look.px(34), at.y + look.px(4) + line}, theme.muted,
                  fitted(look.fonts.small, tr(lesson.before), room));
}

void TrainScreen::draw_lesson(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    if (course_.lessons().empty()) {
        begin_card(look, "lesson", area);
        end_card();
        return;
    }
    const Lesson& lesson = course_.lessons()[chosen_];
    std::string facts;
    for (const std::string& fact : lesson.facts) facts += (facts.empty() ? "" : ", ") + fact;
    begin_card(look, "lesson", area, tr(lesson.title), trf("rests on fact {}", facts));
    Area room = card_area();
    const float button = look.px(34);
    ImGui::BeginChild("before", {0, room.height - button - look.px(12)}, false);
    paragraph(look, look.theme.ink, tr(lesson.before));
    paragraph(look, look.theme.muted,
              tr("A lesson is judged by what your moves are worth in 8 192 other deals. Luck does not count: neither "
                 "does a lucky win pass, nor does bad luck fail."));
    if (const Attempt* best = course_.best(lesson.id); best != nullptr)
        paragraph(look, best->passed ? look.theme.won : look.theme.warning,
                  trf("Best so far: {} points of 100, {}.", decimal(best->points, 0),
                      best->passed ? tr("passed") : tr("not passed yet")));
    ImGui::EndChild();
    const bool kept = std::filesystem::exists(journal("lesson-" + lesson.id));
    const float half = kept ? (room.width - look.px(8)) / 2 : room.width;
    if (primary_button(look, tr("Begin the lesson"), {half, button}))
        attempt(frame.wishes, [&] { begin_lesson(chosen_); });
    mark("train.begin");
    if (kept) {
        ImGui::SameLine(0, look.px(8));
        if (ImGui::Button(tr("Go on where you were"), {half, button}))
            attempt(frame.wishes, [&] { go_on_with_lesson(chosen_); });
        mark("train.goon");
    }
    end_card();
}

void TrainScreen::draw_own_deal(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const auto& client = desk_.client;
    begin_card(look, "own deal", area, tr("A deal of your own"), client ? client->name() : std::string());
    if (!client || course_.levels().empty()) {
        paragraph(look, look.theme.muted,
                  tr("Open a client company, and you can play a deal with it as you would play it tomorrow: at three "
                     "levels, with a debrief at the end."));
        if (ImGui::Button(tr("Choose a company"), {-1, look.px(34)})) frame.wishes.show = "start";
        mark("train.choose");
        end_card();
        return;
    }
    const Area room = card_area();
    const auto& levels = course_.levels();
    const float gap = look.px(6), each = (room.width - gap * float(levels.size() - 1)) / float(levels.size());
    for (std::size_t place = 0; place < levels.size(); ++place) {
        if (place > 0) ImGui::SameLine(0, gap);
        const bool on = place == level_;
        ImGui::PushStyleColor(ImGuiCol_Button, on ? look.theme.raised : look.theme.inset);
        ImGui::PushStyleColor(ImGuiCol_Text, on ? look.theme.ink : look.theme.muted);
        if (ImGui::Button((std::string(on ? "● " : "○ ") + tr(levels[place].title)).c_str(), {each, look.px(30)}))
            level_ = place;
        ImGui::PopStyleColor(2);
        mark(fmt::format("train.level.{}", levels[place].id));
    }
    paragraph(look, look.theme.muted, tr(levels[level_].about));
    const float button = look.px(34), top = room.y + room.height - button;
    const bool kept = std::filesystem::exists(journal(deal_name()));
    const float part = (room.width - look.px(8) * (kept ? 2 : 1)) / (kept ? 3 : 2);
    ImGui::SetCursorScreenPos({room.x, std::max(ImGui::GetCursorScreenPos().y, top)});
    if (primary_button(look, tr("Begin a deal"), {part, button})) attempt(frame.wishes, [&] { begin_deal(); });
    mark("train.free");
    ImGui::SameLine(0, look.px(8));
    if (ImGui::Button(tr("Puzzles"), {part, button})) attempt(frame.wishes, [&] { begin_puzzles(); });
    mark("train.puzzles");
    explain(look,
            tr("Positions of deals with this company in which one move is clearly best. What you miss comes back."));
    if (kept) {
        ImGui::SameLine(0, look.px(8));
        if (ImGui::Button((std::string(tr("Go on")) + "##deal").c_str(), {part, button}))
            attempt(frame.wishes, [&] { go_on(journal(deal_name())); });
        mark("train.goon.deal");
    }
    end_card();
}

} // namespace assent::viewer
