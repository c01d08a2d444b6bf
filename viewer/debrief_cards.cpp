// The cards of the debrief.
#include "viewer/card.hpp"
#include "viewer/debrief_screen.hpp"
#include "viewer/marks.hpp"
#include "viewer/picker.hpp"
#include "viewer/plot_map.hpp"

#include "report/data_words.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

/// The mark of a class on its colour; "~" beside it: tentative.
void draw_class(const Look& look, ImVec2 centre, const JudgedMove& move) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    ImFont* font = look.fonts.small;
    const std::string sign = move.enough ? std::string(mark(move.cls)) + (move.tentative ? "~" : "") : "…";
    const ImU32 colour = move.enough ? class_colour(look.theme, move.cls) : look.theme.track;
    const float half = std::max(look.px(11), text_width(font, sign) / 2 + look.px(6)), high = look.px(9);
    draw->AddRectFilled({centre.x - half, centre.y - high}, {centre.x + half, centre.y + high}, colour, high);
    draw_text(font, {centre.x, centre.y - font->FontSize / 2}, ink_on(colour), sign, 0.5F);
}

std::string points_words(double share) { return points(share); }

std::vector<std::pair<std::string, std::string>> decision_note(const Model& model, const JudgedMove& move) {
    std::vector<std::pair<std::string, std::string>> note{
        {tr("judged"), class_in_words(move)},
        {tr("chance before"), percent(move.value_before, 1)},
        {tr("chance after"), percent(move.value_after, 1)},
        {tr("lost by the decision"), fmt::format("{} ({} … {})", points_words(-move.loss),
                                                 points_words(-move.loss_high), points_words(-move.loss_low))},
        {tr("luck"), points_words(move.luck)}};
    if (const std::string better = better_sentence(model, move); !better.empty())
        note.emplace_back(tr("better"), better);
    return note;
}

/// A bar of support with the true one full and the seen one as a line.
void draw_support(const Look& look, const Area& area, float truth, float seen, bool truth_shown) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(area.min(), area.max(), look.theme.track, area.height / 2);
    const auto end = [&](float share) { return area.x + area.width * std::clamp(share, 0.0F, 1.0F); };
    if (truth_shown && truth > 0)
        draw->AddRectFilled(area.min(), {std::max(area.x + area.height, end(truth)), area.max().y},
                            mixed(look.theme.lost, look.theme.won, truth), area.height / 2);
    if (seen >= 0)
        draw->AddLine({end(seen), area.y - look.px(3)}, {end(seen), area.max().y + look.px(3)}, look.theme.ink,
                      look.px(2));
}

} // namespace

void DebriefScreen::draw_answer(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const DebriefReport report{*view_->session, view_->debrief, view_->request, {}};
    begin_card(look, "answer", area);
    Area rest = area.inner(look.px(14));
    const Area score = rest.take_right(look.px(150), look.px(20));
    const std::vector<std::string> sentences = debrief_sentences(report);
    draw_text(look.fonts.heading, rest.min(), look.theme.ink,
              fitted(look.fonts.heading, sentences.front(), rest.width));
    ImGui::SetCursorScreenPos({rest.x, rest.y + look.px(27)});
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + rest.width);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, look.px(3)});
    ImGui::PushStyleColor(ImGuiCol_Text, look.theme.muted);
    for (std::size_t i = 1; i < sentences.size(); ++i) {
        ImGui::SetCursorScreenPos({rest.x, ImGui::GetCursorScreenPos().y});
        ImGui::TextUnformatted(sentences[i].c_str());
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    ImGui::PopTextWrapPos();
    mark("debrief.answer", area.min(), area.max());
    draw_text(look.fonts.figure, {score.max().x - look.px(52), score.y + look.px(8)}, look.theme.ink,
              decimal(view_->debrief.total, 0), 1);
    draw_text(look.fonts.text, {score.max().x - look.px(48), score.y + look.px(20)}, look.theme.muted, tr("of 100"));
    draw_text(look.fonts.small, {score.max().x, score.y + look.px(44)}, look.theme.muted, tr("skill, not luck"), 1);
    end_card();
}

void DebriefScreen::draw_course(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const Debrief& debrief = view_->debrief;
    begin_card(look, "course", area, tr("Chance to win by week"),
               debrief.forecasts.empty() ? tr("from what you could know; each decision classed")
                                         : tr("from what you could know; each decision classed; × = your forecast"));
    const std::vector<double> times = decision_times(debrief.moves);
    const double last = debrief.moves.empty() ? 1 : debrief.moves.back().week;
    const PlotAxis x{0, last, tr("weeks"), [](double week) { return decimal(week, 0); }, true, {}};
    const PlotAxis y{0, 1, {}, [](double share) { return percent(share); }, false, {}};
    const PlotFrame plot = draw_axes(look, card_area(), x, y);
    std::vector<ImVec2> line, ground;
    for (std::size_t i = 0; i < times.size(); ++i) line.push_back(plot.at(times[i], debrief.moves[i].value_before));
    line.push_back(plot.at(last, debrief.end_value));
    for (const ImVec2& point : line) ground.push_back({point.x, plot.area.max().y});
    draw_band(line, ground, faded(look.theme.accent, 0.12F));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddPolyline(line.data(), static_cast<int>(line.size()), look.theme.accent, 0, look.px(2));
    for (std::size_t turn = 0; turn < debrief.turning_points.size(); ++turn) {
        const ImVec2 at = line[static_cast<std::size_t>(debrief.turning_points[turn])];
        draw->AddCircle(at, look.px(8), look.theme.ink, 0, look.px(1.2F));
    }
    for (const JudgedForecast& forecast : debrief.forecasts) { // what was said, joined to what it was
        const ImVec2 said = plot.at(forecast.week - 1, forecast.said), was = plot.at(forecast.week - 1, forecast.worth);
        const float arm = look.px(4);
        draw->AddLine(said, was, look.theme.muted, look.px(1));
        draw->AddLine({said.x - arm, said.y - arm}, {said.x + arm, said.y + arm}, look.theme.ink, look.px(1.5F));
        draw->AddLine({said.x - arm, said.y + arm}, {said.x + arm, said.y - arm}, look.theme.ink, look.px(1.5F));
    }
    for (std::size_t i = 0; i < debrief.moves.size(); ++i) {
        const JudgedMove& move = debrief.moves[i];
        const ImU32 colour = move.enough ? class_colour(look.theme, move.cls) : look.theme.none;
        const bool serious = move.enough && move.cls >= MoveClass::inaccuracy;
        draw->AddCircleFilled(line[i], look.px(serious ? 5.0F : 3.5F), colour);
        if (static_cast<int>(i) == chosen_) draw->AddCircle(line[i], look.px(8), look.theme.accent, 0, look.px(2));
        if (serious) draw_text(look.fonts.strong, {line[i].x, line[i].y - look.px(24)}, colour, mark(move.cls), 0.5F);
        const float reach = look.px(8);
        if (!points_at({line[i].x - reach, line[i].y - reach, 2 * reach, 2 * reach})) continue;
        draw_note(look, trf("Week {}: {}", move.week, decision_sentence(model(), move)), decision_note(model(), move));
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) chosen_ = static_cast<int>(i);
    }
    mark("debrief.course", plot.area.min(), plot.area.max());
    end_card();
}

void DebriefScreen::draw_skills(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    begin_card(look, "skills", area, tr("Skills"));
    const std::vector<std::string> sides{tr("this deal"), tr("over time")};
    const auto picked =
        draw_segments(look, "debrief.time", area.max().x - look.px(20), area.y + look.px(9), sides, over_time_ ? 1 : 0);
    ImGui::SetCursorScreenPos({area.x + look.px(14), area.y + look.px(38)});
    if (over_time_)
        draw_changes(look, card_area());
    else
        draw_skill_bars(look, card_area());
    end_card();
    if (picked) over_time_ = *picked == 1;
}

void DebriefScreen::draw_skill_bars(const Look& look, const Area& inside) const {
    const auto& skills = view_->debrief.skills;
    const float each =
        std::min(look.px(40), inside.height / static_cast<float>(std::max<std::size_t>(1, skills.size())));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < skills.size(); ++i) {
        const SkillScore& score = skills[i];
        const Area row{inside.x, inside.y + each * static_cast<float>(i), inside.width, each};
        const std::string name = tr(std::string(word(score.skill)));
        draw_text(look.fonts.text, row.min(), look.theme.ink, fitted(look.fonts.text, name, row.width - look.px(70)));
        draw_text(look.fonts.strong, {row.max().x, row.y}, look.theme.ink,
                  fmt::format("{} / {}", decimal(score.points, 0), decimal(score.of, 0)), 1);
        const float top = row.y + look.fonts.text->FontSize + look.px(3), height = look.px(6);
        if (top + height < row.max().y) {
            draw->AddRectFilled({row.x, top}, {row.max().x, top + height}, look.theme.track, height / 2);
            const float share = static_cast<float>(score.of > 0 ? score.points / score.of : 0);
            if (share > 0)
                draw->AddRectFilled({row.x, top}, {row.x + std::max(height, row.width * share), top + height},
                                    mixed(look.theme.lost, look.theme.won, share), height / 2);
        }
        mark(fmt::format("debrief.skill.{}", i), row.min(), row.max());
        if (points_at(row))
            draw_note(look, name,
                      {{tr("asks to"), tr(std::string(meaning(score.skill)))},
                       {tr("done"), percent(score.done)},
                       {tr("chance lost by its decisions"), points_words(-score.lost)}});
    }
}

void DebriefScreen::draw_decision(const Look& look, std::size_t place, const Area& row) {
    const JudgedMove& move = view_->debrief.moves[place];
    ImGui::SetCursorScreenPos(row.min());
    const std::string name = fmt::format("debrief.decision.{}", place);
    if (ImGui::InvisibleButton(name.c_str(), {row.width, row.height})) chosen_ = static_cast<int>(place);
    mark(name);
    const bool hovered = ImGui::IsItemHovered(), chosen = static_cast<int>(place) == chosen_;
    if (hovered || chosen)
        ImGui::GetWindowDrawList()->AddRectFilled({row.x - look.px(4), row.y}, {row.max().x + look.px(4), row.max().y},
                                                  mixed(look.theme.card, look.theme.accent, chosen ? 0.22F : 0.1F),
                                                  look.px(6));
    const float middle = row.centre().y, text = middle - look.fonts.text->FontSize / 2;
    const float right = row.max().x, luck = right - look.px(4), loss = right - look.px(70);
    draw_text(look.fonts.small, {row.x + look.px(18), middle - look.fonts.small->FontSize / 2}, look.theme.muted,
              fmt::format("{}", move.week), 1);
    draw_class(look, {row.x + look.px(42), middle}, move);
    const std::string better = better_sentence(model(), move);
    const float words = row.x + look.px(66), room = loss - look.px(66) - words;
    const bool two = !better.empty();
    draw_text(look.fonts.text, {words, two ? middle - look.fonts.text->FontSize - look.px(0.5F) : text}, look.theme.ink,
              fitted(look.fonts.text, decision_sentence(model(), move), room));
    if (two)
        draw_text(look.fonts.small, {words, middle + look.px(2)}, look.theme.muted,
                  fitted(look.fonts.small, trf("better: {}", better), room));
    draw_text(look.fonts.text, {loss, text}, move.loss >= 0.05 ? look.theme.lost : look.theme.ink,
              points_words(-move.loss), 1);
    draw_text(look.fonts.text, {luck, text}, look.theme.muted, points_words(move.luck), 1);
    if (hovered)
        draw_note(look, trf("Week {}: {}", move.week, decision_sentence(model(), move)), decision_note(model(), move));
}

void DebriefScreen::draw_decisions(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const std::ptrdiff_t wrong = mistakes();
    const std::string again = trf("Try my mistakes again ({})", wrong);
    const float width = wrong > 0 ? text_width(look.fonts.text, again) + look.px(24) : 0;
    const std::string_view title = tr("Decisions"), subtitle = tr("what each cost, and the luck after it, in points");
    const float taken = text_width(look.fonts.strong, title) + text_width(look.fonts.small, subtitle) + width;
    begin_card(look, "decisions", area, title, taken + look.px(60) < area.width ? subtitle : std::string_view());
    const Area inside = card_area();
    if (wrong > 0) {
        ImGui::SetCursorScreenPos({area.max().x - width - look.px(18), area.y + look.px(6)});
        if (ImGui::Button(again.c_str(), {width, look.px(24)})) try_again(frame.wishes);
        mark("debrief.retry");
        explain(look,
                tr("Each position in which a decision was an inaccuracy or worse, as a puzzle: choose again. What "
                   "is near the best passes; what is not comes back another day."));
    }
    const float head = look.fonts.small->FontSize + look.px(4);
    draw_text(look.fonts.small, {inside.max().x - look.px(70), inside.y}, look.theme.muted, tr("decision"), 1);
    draw_text(look.fonts.small, {inside.max().x - look.px(4), inside.y}, look.theme.muted, tr("luck"), 1);
    float y = inside.y + head;
    for (std::size_t i = 0; i < view_->debrief.moves.size(); ++i) {
        const float height = better_sentence(model(), view_->debrief.moves[i]).empty() ? look.px(24) : look.px(36);
        draw_decision(look, i, {inside.x, y, inside.width, height});
        y += height;
    }
    const Debrief& debrief = view_->debrief;
    ImGui::SetCursorScreenPos({inside.x, y + look.px(4)});
    ImGui::PushFont(look.fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, look.theme.muted);
    ImGui::TextWrapped("%s", trf("Together {} by decisions against the coach and {} by luck: from {} to {}.",
                                 points_words(-debrief.sum_behind), points_words(debrief.sum_luck),
                                 percent(debrief.start_value, 1), percent(debrief.end_value, 1))
                                 .c_str());
    ImGui::PopStyleColor();
    ImGui::PopFont();
    end_card();
}

void DebriefScreen::draw_member(const Look& look, const RevealedMember& member) const {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, line = look.fonts.text->FontSize;
    const bool known = member.known || truth_shown_;
    const std::string name = known ? holder_name(model(), member.member) : tr("somebody you have not heard of");
    draw_text(look.fonts.strong, at, member.known ? look.theme.ink : look.theme.muted,
              fitted(look.fonts.strong, name, width - look.px(150)));
    if (known)
        draw_support(look, {at.x + width - look.px(140), at.y + line * 0.3F, look.px(96), look.px(8)}, member.support,
                     member.seen, truth_shown_);
    const float shown = truth_shown_ ? member.support : member.seen;
    draw_text(look.fonts.text, {at.x + width, at.y}, look.theme.ink, !known || shown < 0 ? "?" : percent(shown), 1);
    ImGui::Dummy({width, line + look.px(2)});
    if (points_at({at.x, at.y, width, line})) {
        std::vector<std::pair<std::string, std::string>> lines{
            {tr("last seen"), member.seen < 0 ? tr("never") : percent(member.seen)}};
        if (truth_shown_) lines.insert(lines.begin(), {tr("in truth"), percent(member.support)});
        draw_note(look, name, lines);
    }
    for (const RevealedObjection& doubt : member.objections) {
        if (!doubt.known && !truth_shown_) continue;
        const ImVec2 place = ImGui::GetCursorScreenPos();
        const auto topic = [&](std::int32_t number) { return reason_name(model(), number); };
        std::string text = topic(doubt.stated);
        if (doubt.root != doubt.stated && (truth_shown_ || doubt.root_known)) text += " → " + topic(doubt.root);
        if (truth_shown_ && !doubt.known)
            text += std::string(" · ") + tr("never heard of");
        else if (truth_shown_ && doubt.root != doubt.stated && !doubt.root_known)
            text += std::string(" · ") + tr("a pretext you did not see through");
        draw_text(look.fonts.small, {place.x + look.px(12), place.y}, doubt.known ? look.theme.ink : look.theme.lost,
                  fitted(look.fonts.small, text, width - look.px(60)));
        const float severity = truth_shown_ ? doubt.severity : doubt.heard;
        draw_text(look.fonts.small, {place.x + width, place.y}, look.theme.muted,
                  severity < 0 ? "?" : percent(severity), 1);
        ImGui::Dummy({width, look.fonts.small->FontSize + look.px(1)});
    }
}

void DebriefScreen::draw_truth(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const std::vector<std::string> sides{tr("what you knew"), tr("what was true")};
    const std::string title = truth_shown_ ? tr("What was true") : tr("What you knew"),
                      note = tr("support; doubts below");
    float taken = look.px(96) + text_width(look.fonts.strong, title) + text_width(look.fonts.small, note);
    for (const std::string& side : sides) taken += text_width(look.fonts.small, side);
    begin_card(look, "truth", area, title, taken < area.width ? note : "");
    const auto picked = draw_segments(look, "debrief.truth", area.max().x - look.px(20), area.y + look.px(9), sides,
                                      truth_shown_ ? 1 : 0);
    ImGui::SetCursorScreenPos({area.x + look.px(14), area.y + look.px(38)});
    for (const RevealedMember& member : view_->debrief.members) draw_member(look, member);
    end_card();
    if (picked) truth_shown_ = *picked == 1;
}

} // namespace assent::viewer
