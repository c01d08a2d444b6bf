// Best next moves, and the week being planned.
#include "viewer/rehearse_screen.hpp"

#include "viewer/marks.hpp"

#include "report/move_words.hpp"
#include "report/number_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

/// A gain as a bar from the middle line, its interval as a whisker.
void draw_gain(const Look& look, const Area& area, const Interval& gain, float reach) {
    const Theme& theme = look.theme;
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float middle = area.centre().x, y = area.centre().y;
    const auto x = [&](double value) {
        return middle + std::clamp(float(value) / reach, -1.0f, 1.0f) * area.width / 2;
    };
    const bool clear = gain.low > 0 || gain.high < 0;
    const ImU32 colour = gain.estimate >= 0 ? theme.won : theme.lost;
    const float left = std::min(middle, x(gain.estimate)), right = std::max(middle, x(gain.estimate));
    draw->AddRectFilled({left, y - look.px(3.5f)}, {right, y + look.px(3.5f)}, clear ? colour : faded(colour, 0.45f),
                        look.px(3));
    draw->AddLine({middle, y - look.px(8)}, {middle, y + look.px(8)}, theme.faint);
    const float low = x(gain.low), high = x(gain.high);
    draw->AddLine({low, y}, {high, y}, theme.ink, look.px(1.1f));
    for (const float end : {low, high})
        draw->AddLine({end, y - look.px(3)}, {end, y + look.px(3)}, theme.ink, look.px(1.1f));
}

} // namespace

void RehearseScreen::draw_moves(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const Theme& theme = look.theme;
    std::string note;
    if (outlook_ && outlook_->final)
        note = trf("{} rollouts · same luck", grouped(outlook_->rollouts));
    else if (outlook_)
        note = trf("{} rollouts · {}/s · same luck", grouped(outlook_->rollouts),
                   grouped(std::int64_t(outlook_->rollouts_per_second)));
    begin_card(look, "moves", area, tr("Best next moves"), note);
    if (room_->knowledge().decided) {
        ImGui::PushFont(look.fonts.heading);
        const Outcome outcome = room_->knowledge().outcome;
        ImGui::TextUnformatted(outcome == Outcome::won           ? tr("The deal is won.")
                               : outcome == Outcome::no_decision ? tr("The client decided nothing.")
                                                                 : tr("The deal is lost."));
        ImGui::PopFont();
        ImGui::TextWrapped("%s", tr("Step back with ← and try something else."));
    } else if (!outlook_ || outlook_->lines.empty()) {
        ImGui::TextDisabled("%s", outlook_ && outlook_->final ? tr("No hours are left this week: play it.")
                                                              : tr("thinking…"));
    }
    const float buttons = look.px(38);
    Area list = card_area();
    list.take_bottom(buttons);
    if (outlook_ && !outlook_->lines.empty()) {
        const Area head = list.take_top(look.px(18));
        draw_text(look.fonts.small, {head.x + look.px(6), head.y}, theme.muted, tr("Move"));
        draw_text(look.fonts.small, {head.x + head.width * 0.57f, head.y}, theme.muted, tr("Win %"), 1);
        draw_text(look.fonts.small, {head.x + head.width * 0.60f, head.y}, theme.muted,
                  fitted(look.fonts.small, tr("Gain, points (90 %)"), head.width * 0.4f));
        double reach = 0.02;
        for (const OutlookLine& line : outlook_->lines) reach = std::max({reach, line.gain.high, -line.gain.low});
        ImGui::SetCursorScreenPos(list.min());
        begin_list("##lines", {list.width, list.height});
        for (std::size_t place = 0; place < outlook_->lines.size(); ++place) draw_line(frame, place, float(reach));
        ImGui::EndChild();
    }
    ImGui::SetCursorScreenPos({list.x, list.y + list.height + look.px(6)});
    draw_move_buttons(frame);
    end_card();
}

void RehearseScreen::draw_line(Frame& frame, std::size_t place, float reach) {
    const Look& look = frame.look;
    const OutlookLine& line = outlook_->lines[place];
    const Model& model = room_->client().model;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = look.px(33);
    ImGui::PushID(static_cast<int>(place));
    const bool pressed =
        ImGui::Selectable("##line", place == line_, ImGuiSelectableFlags_AllowDoubleClick, {0, height - look.px(4)});
    ImGui::PopID();
    mark(fmt::format("move.{}", place));
    explain(look,
            trf("{}\n{} of deals won, 90 % interval {} to {}; against going on without it {} points ({} to {}). Takes "
                "{} h.",
                line.wait ? tr("Nothing more this week") : move_sentence(model, line.move),
                percent(line.win.estimate, 1), percent(line.win.low, 1), percent(line.win.high, 1),
                points(line.gain.estimate), points(line.gain.low), points(line.gain.high),
                decimal(line.wait ? 0 : move_hours(room_->session().practice().plan(), line.move), 1)),
            line.alive ? tr("Best of the moves listed, under this model. Intervals of the gains hold together.")
                       : tr("Found behind early, so it was looked at less: its figures are rough."));
    const ImU32 ink = line.alive ? look.theme.ink : look.theme.faint;
    draw_text(look.fonts.strong, {at.x + look.px(6), at.y}, ink,
              fitted(look.fonts.strong, line.wait ? tr("Nothing more this week") : move_name(model, line.move),
                     width * 0.45f));
    if (!line.wait)
        draw_text(look.fonts.small, {at.x + look.px(6), at.y + look.px(15.5f)}, look.theme.muted,
                  fitted(look.fonts.small,
                         "→ " + member_name(model, line.move.member) + " · " + tr(channel_name(line.move.channel)),
                         width * 0.5f));
    draw_text(look.fonts.text, {at.x + width * 0.57f, at.y + look.px(6)}, ink,
              (line.alive ? "" : "~") + decimal(100 * line.win.estimate, 0), 1);
    draw_gain(look, {at.x + width * 0.61f, at.y, width * 0.37f, height - look.px(4)}, line.gain, reach);
    if (!pressed) return;
    line_ = place;
    if (!line.wait) member_ = line.move.member;
    if (ImGui::IsMouseDoubleClicked(0)) plan_chosen(frame.wishes);
}

void RehearseScreen::draw_move_buttons(Frame& frame) {
    const Look& look = frame.look;
    const float width = ImGui::GetContentRegionAvail().x, gap = look.px(8), height = look.px(30);
    const bool any = outlook_ && line_ < outlook_->lines.size() && !outlook_->lines[line_].wait;
    ImGui::BeginDisabled(!any);
    if (primary_button(look, tr("Plan this move"), {(width - 2 * gap) * 0.42f, height})) plan_chosen(frame.wishes);
    ImGui::EndDisabled();
    mark("rehearse.plan");
    ImGui::SameLine(0, gap);
    ImGui::BeginDisabled(room_->knowledge().decided);
    if (ImGui::Button(tr("Other…"), {(width - 2 * gap) * 0.25f, height})) box_.open(member_);
    ImGui::EndDisabled();
    mark("rehearse.other");
    ImGui::SameLine(0, gap);
    if (ImGui::Button(tr("Take back"), {-1, height}))
        act(frame.wishes, [&] { room_->change([](RehearsalDesk& table) { table.take_back(); }); });
    mark("rehearse.back");
}

void RehearseScreen::draw_week(Frame& frame, const Area& whole) {
    const Look& look = frame.look;
    const Theme& theme = look.theme;
    const Knowledge& knowledge = room_->knowledge();
    const Model& model = room_->client().model;
    ImGui::GetWindowDrawList()->AddRectFilled({whole.x, whole.y + look.px(4)}, whole.max(), theme.inset, look.px(8));
    Area area = whole;
    area.take_top(look.px(4));
    const Area button = area.take_right(look.px(128), look.px(10));
    area.take_left(look.px(10));
    const std::vector<Move> planned = room_->session().planned(room_->session().current());
    std::string moves;
    for (const Move& move : planned)
        moves += (moves.empty() ? "" : " · ") + move_name(model, move) + " → " + member_name(model, move.member);
    if (moves.empty()) moves = knowledge.decided ? tr("The deal is over.") : tr("Nothing is planned yet.");
    draw_text(look.fonts.strong, {area.x, area.y + look.px(3)}, theme.ink,
              fitted(look.fonts.strong, moves, area.width));
    const std::string state = trf(
        "week {} · {} · {} h left of {}", knowledge.week + 1, tr(stage_name(knowledge.stage)),
        decimal(knowledge.hours_left, 1),
        decimal(room_->session().practice().plan().strategies[std::size_t(room_->session().practice().manner())].hours,
                0));
    draw_text(look.fonts.small, {area.x, area.y + look.px(19)}, theme.muted,
              fitted(look.fonts.small, state, area.width));
    ImGui::SetCursorScreenPos({button.x, button.y + look.px(4)});
    ImGui::BeginDisabled(knowledge.decided);
    if (primary_button(look, tr("Play the week"), {button.width - look.px(4), look.px(28)}))
        act(frame.wishes, [&] { room_->change([](RehearsalDesk& table) { table.play_week(); }); });
    ImGui::EndDisabled();
    mark("rehearse.play");
    explain(
        look,
        tr("Makes what is planned, lets the client's week pass and shows what you see of it. Space does the same."));
}

} // namespace assent::viewer
