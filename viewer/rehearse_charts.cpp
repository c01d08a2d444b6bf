// The evaluation bar and the two charts of Rehearse.
#include "viewer/rehearse_screen.hpp"

#include "viewer/debrief_work.hpp"
#include "viewer/marks.hpp"

#include "report/debrief_report.hpp"
#include "report/number_words.hpp"

#include <algorithm>
#include <cmath>

namespace assent::viewer {
namespace {

/// Marks the position held for comparison.
constexpr const char* held_mark = "◆";

/// Scales of a small chart and its axis labels.
struct Chart {
    Area area;
    double weeks = 1, top = 1;
    [[nodiscard]] ImVec2 at(double week, double share) const {
        return {area.x + float(week / weeks) * area.width, area.y + area.height - float(share / top) * area.height};
    }
    /// The week nearest to the mouse.
    [[nodiscard]] std::size_t pointed_week() const {
        const double pointed = (ImGui::GetIO().MousePos.x - area.x) / area.width * weeks;
        return static_cast<std::size_t>(std::clamp(pointed + 0.5, 0.0, weeks));
    }
};

Chart begin_chart(const Look& look, double weeks, double top, bool share_axis) {
    Area area = card_area();
    area.take_bottom(look.px(16));
    area.take_top(look.px(4));
    if (share_axis) area.take_left(look.px(28));
    area.take_right(look.px(6));
    const Chart chart{area, weeks, top};
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (int line = 0; line <= 4; ++line) {
        const ImVec2 left = chart.at(0, top * line / 4);
        draw->AddLine(left, {area.x + area.width, left.y}, faded(look.theme.line, line == 0 ? 1 : 0.5f));
        if (share_axis)
            draw_text(look.fonts.small, {left.x - look.px(8), left.y - look.px(7)}, look.theme.muted,
                      decimal(100 * top * line / 4, 0), 1);
    }
    const int step = std::max(1, static_cast<int>(std::ceil(weeks / std::max(2.0f, area.width / look.px(44)))));
    for (int week = 0; week <= static_cast<int>(weeks); week += step)
        draw_text(look.fonts.small, {chart.at(week, 0).x, area.y + area.height + look.px(4)}, look.theme.muted,
                  std::to_string(week), 0.5f);
    return chart;
}

void draw_band(const Chart& chart, std::size_t first, const std::vector<Interval>& values, ImU32 colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImDrawListFlags flags = draw->Flags;
    draw->Flags &= ~ImDrawListFlags_AntiAliasedFill; // seams between neighbours would show
    for (std::size_t i = first; i + 1 < values.size(); ++i)
        draw->AddQuadFilled(chart.at(double(i), values[i].high), chart.at(double(i + 1), values[i + 1].high),
                            chart.at(double(i + 1), values[i + 1].low), chart.at(double(i), values[i].low), colour);
    draw->Flags = flags;
}

std::vector<double> running_sum(const std::vector<Interval>& shares) {
    std::vector<double> sums;
    double sum = 0;
    for (const Interval& share : shares) sums.push_back(sum += share.estimate);
    return sums;
}

/// The weeks' shares as steps, for a second set beside the bars.
void draw_steps(const Chart& chart, const std::vector<Interval>& shares, ImU32 colour, float thickness) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (std::size_t week = 0; week < shares.size() && double(week) <= chart.weeks; ++week) {
        const double share = shares[week].estimate, before = week == 0 ? 0 : shares[week - 1].estimate;
        const ImVec2 left = chart.at(std::max(0.0, double(week) - 0.5), share),
                     right = chart.at(std::min(chart.weeks, double(week) + 0.5), share);
        draw->AddLine({left.x, chart.at(0, before).y}, left, colour, thickness);
        draw->AddLine(left, right, colour, thickness);
    }
}

/// The line of weeks that led to a position held for comparison.
void draw_held(const Chart& chart, const Room& room, NodeId held, const Look& look) {
    const Session& session = room.session();
    std::optional<ImVec2> before;
    for (const NodeId node : session.path(held)) {
        if (node != 0 && !session.tree()[std::size_t(node)].plays_week && node != held) continue;
        const auto worth = room.worth(node);
        if (!worth) continue;
        const ImVec2 at = chart.at(session.week(node), worth->estimate);
        ImDrawList* draw = ImGui::GetWindowDrawList();
        if (before) draw->AddLine(*before, at, look.theme.warning, look.px(1.6f));
        draw->AddCircleFilled(at, look.px(2.6f), look.theme.warning, 12);
        before = at;
    }
    if (before) draw_text(look.fonts.small, {before->x, before->y - look.px(7)}, look.theme.warning, held_mark, 0.5f);
}

/// The branches one does not stand on, as far as they were looked at: what else was tried.
void draw_branches(const Chart& chart, const Room& room, const Theme& theme, float thickness) {
    const Session& session = room.session();
    const std::vector<NodeId> here = session.path(session.current());
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const auto is_week = [&](NodeId node) { return node == 0 || session.tree()[std::size_t(node)].plays_week; };
    for (NodeId node = 1; node < std::ssize(session.tree()); ++node) {
        const auto worth = room.worth(node);
        if (session.tree()[std::size_t(node)].removed || !is_week(node) || !worth ||
            std::ranges::find(here, node) != here.end())
            continue;
        NodeId before = session.tree()[std::size_t(node)].parent;
        while (!is_week(before)) before = session.tree()[std::size_t(before)].parent;
        const int week = session.week(node);
        const ImVec2 at = chart.at(week, worth->estimate);
        if (const auto from = room.worth(before))
            draw->AddLine(chart.at(week - 1, from->estimate), at, faded(theme.ink, 0.45f), thickness);
        draw->AddCircle(at, 2.2f * thickness, faded(theme.ink, 0.6f), 12, thickness);
    }
}

/// The worst verdict of each week's decisions that is no good one, above the point where the week ended.
void draw_verdicts(const Chart& chart, const Look& look, const Room& room, const std::vector<Interval>& past) {
    const Session& session = room.session();
    std::optional<Verdict> worst;
    std::size_t week = 0;
    for (const NodeId node : session.path(session.current())) {
        const auto verdict = room.verdict(node);
        if (verdict && (!worst || verdict->cls > worst->cls)) worst = verdict;
        if (node == 0 || !session.tree()[std::size_t(node)].plays_week) continue;
        if (++week >= past.size()) return;
        if (worst && worst->cls > MoveClass::good) {
            const ImVec2 at = chart.at(double(week), past[week].high);
            draw_text(look.fonts.strong, {at.x, at.y - look.px(20)}, class_colour(look.theme, worst->cls),
                      (worst->tentative ? "~" : "") + std::string(assent::mark(worst->cls)), 0.5f);
        }
        worst.reset();
    }
}

/// Weeks that a chart shows: until nearly all deals that are won are won, so that what was played has room.
double weeks_shown(const Outlook& outlook, std::size_t now, int horizon) {
    constexpr double nearly_all = 0.995;
    const std::vector<double> won_by = running_sum(outlook.won_in);
    if (won_by.empty()) return std::max(double(now), std::min(8.0, double(horizon))); // the deal is decided
    std::size_t week = 0;
    while (week + 1 < won_by.size() && won_by[week] < nearly_all * won_by.back()) ++week;
    return double(std::min(std::max({week + 2, now + 4, std::size_t{8}}), won_by.size() - 1));
}

/// The 90 % intervals of the weeks' shares, as a band with its two edges.
void draw_shares_band(const Chart& chart, const std::vector<Interval>& shares, const Look& look) {
    const std::size_t weeks = std::min(shares.size(), static_cast<std::size_t>(chart.weeks) + 1);
    const std::vector<Interval> shown(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(weeks));
    draw_band(chart, 0, shown, faded(look.theme.ink, 0.14f));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (std::size_t week = 0; week + 1 < weeks; ++week)
        for (const auto edge : {&Interval::low, &Interval::high})
            draw->AddLine(chart.at(double(week), shown[week].*edge), chart.at(double(week + 1), shown[week + 1].*edge),
                          faded(look.theme.ink, 0.5f), look.px(1.1f));
}

void draw_instead(const Look& look, const char* text) {
    const Area area = card_area();
    draw_text(look.fonts.text, {area.centre().x, area.centre().y - look.px(8)}, look.theme.muted, text, 0.5f);
}

} // namespace

std::shared_ptr<const Outlook> RehearseScreen::held_outlook() const {
    return held_ && *held_ != room_->session().current() ? room_->looked_at(*held_) : nullptr;
}

std::string RehearseScreen::compared_words() const {
    const auto held = held_outlook();
    if (!held || held->won_in.empty() || !outlook_ || outlook_->won_in.empty())
        return tr("90 % interval; dashed: won by then; thin: branches");
    const double apart = outlook_->won.estimate - held->won.estimate;
    // What was found on the way is known here and not there, so the two are no pair: independent intervals.
    const double reach = std::hypot(outlook_->won.half_width(), held->won.half_width());
    return trf("here {0} points against {1} ({2} to {3})", points(apart), held_mark, points(apart - reach),
               points(apart + reach));
}

void RehearseScreen::draw_bar(const Frame& frame, const Area& area) const {
    const Look& look = frame.look;
    const Theme& theme = look.theme;
    begin_card(look, "bar", area);
    const float middle = area.centre().x;
    draw_text(look.fonts.small, {middle, area.y + look.px(10)}, theme.muted, tr("WIN"), 0.5f);
    const bool decided = room_->knowledge().decided;
    const bool known = outlook_ && (!outlook_->won_in.empty() || decided);
    const double won = decided ? double(room_->knowledge().outcome == Outcome::won)
                       : known ? outlook_->won.estimate
                               : 0;
    const double none = decided ? double(room_->knowledge().outcome == Outcome::no_decision)
                        : known ? outlook_->none
                                : 0;
    draw_text(look.fonts.figure, {middle, area.y + look.px(24)}, theme.ink, known ? decimal(100 * won, 0) : "…", 0.5f);
    if (known && !decided)
        draw_text(look.fonts.small, {middle, area.y + look.px(55)}, theme.muted,
                  "±" + decimal(100 * outlook_->won.half_width(), 1), 0.5f);
    const Area bar{middle - look.px(13), area.y + look.px(78), look.px(26), area.height - look.px(78 + 62)};
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled(bar.min(), bar.max(), theme.track, look.px(4));
    if (known) {
        const float won_top = bar.y + bar.height * float(1 - won), none_top = won_top - bar.height * float(none);
        draw->AddRectFilled({bar.x, none_top}, {bar.x + bar.width, won_top}, mixed(theme.none, theme.card, 0.55f),
                            look.px(3));
        draw->AddRectFilled(bar.min(), {bar.x + bar.width, none_top}, mixed(theme.lost, theme.card, 0.25f), look.px(3));
        draw->AddRectFilledMultiColor({bar.x, won_top}, bar.max(), theme.won, theme.won,
                                      mixed(theme.won, theme.card, 0.5f), mixed(theme.won, theme.card, 0.5f));
        if (!decided) {
            const float high = bar.y + bar.height * float(1 - outlook_->won.high),
                        low = bar.y + bar.height * float(1 - outlook_->won.low);
            draw->AddRectFilled({bar.x - look.px(4), high}, {bar.x + bar.width + look.px(4), low},
                                faded(theme.ink, 0.25f), look.px(3));
        }
        draw->AddLine({bar.x - look.px(6), won_top}, {bar.x + bar.width + look.px(6), won_top}, theme.ink, look.px(2));
        if (const auto held = held_outlook(); held && !held->won_in.empty()) {
            const float y = bar.y + bar.height * float(1 - held->won.estimate);
            draw->AddLine({bar.x - look.px(6), y}, {bar.x + bar.width + look.px(6), y}, theme.warning, look.px(2));
            draw_text(look.fonts.small, {bar.x + bar.width + look.px(7), y - look.px(7)}, theme.warning, held_mark);
            mark("rehearse.held", {bar.x, y - look.px(3)}, {bar.x + bar.width, y + look.px(3)});
        }
        const auto inside = [&](float y, float height, double share) {
            if (height > look.px(18))
                draw_text(look.fonts.small, {middle, y + height / 2 - look.px(7)}, theme.ink, decimal(100 * share, 0),
                          0.5f);
        };
        inside(bar.y, none_top - bar.y, 1 - won - none);
        inside(none_top, won_top - none_top, none);
    }
    draw->AddLine({bar.x, bar.centre().y}, {bar.x + bar.width, bar.centre().y}, faded(theme.ink, 0.35f));
    const std::pair<ImU32, const char*> legend[] = {
        {theme.won, tr("won")}, {theme.none, tr("none")}, {theme.lost, tr("lost")}};
    float y = area.y + area.height - look.px(54);
    for (const auto& [colour, text] : legend) {
        draw->AddCircleFilled({area.x + look.px(12), y + look.px(7)}, look.px(3.5f), colour, 16);
        draw_text(look.fonts.small, {area.x + look.px(19), y}, theme.muted,
                  fitted(look.fonts.small, text, area.width - look.px(21)));
        y += look.px(15);
    }
    ImGui::SetCursorScreenPos(bar.min());
    ImGui::Dummy({bar.width, bar.height});
    mark("rehearse.bar");
    explain(look,
            tr("Share of deals won, without a decision, and lost when the policy goes on from here, over companies and "
               "luck "
               "drawn from what you know. The grey box is the 90 % interval."),
            tr("Rollouts of the same simulation (sim/ODD.md)"));
    end_card();
}

void RehearseScreen::draw_win_by_week(Frame& frame, const Area& area) {
    const Look& look = frame.look;
    const Theme& theme = look.theme;
    begin_card(look, "win by week", area, tr("Win probability by week"), compared_words());
    if (!outlook_ || outlook_->past.empty()) {
        draw_instead(look, tr("thinking…"));
        end_card();
        return;
    }
    const std::size_t now = outlook_->past.size() - 1;
    const Chart chart =
        begin_chart(look, weeks_shown(*outlook_, now, room_->session().practice().plan().horizon), 1, true);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const std::vector<double> won_by = running_sum(outlook_->won_in);
    for (std::size_t week = now; week + 1 < won_by.size() && double(week) < chart.weeks; ++week) {
        const ImVec2 from = chart.at(double(week), won_by[week]);
        const ImVec2 to = chart.at(double(week + 1), won_by[week + 1]);
        draw->AddLine(from, {from.x + (to.x - from.x) * 0.6f, from.y + (to.y - from.y) * 0.6f}, theme.accent,
                      look.px(1.5f));
    }
    draw_branches(chart, *room_, theme, look.px(1.2f));
    if (held_) draw_held(chart, *room_, *held_, look);
    draw_band(chart, 0, outlook_->past, faded(theme.won, 0.28f));
    for (std::size_t week = 0; week + 1 < outlook_->past.size(); ++week)
        draw->AddLine(chart.at(double(week), outlook_->past[week].estimate),
                      chart.at(double(week + 1), outlook_->past[week + 1].estimate), theme.won, look.px(2));
    draw->AddLine(chart.at(double(now), 0), chart.at(double(now), 1), faded(theme.ink, 0.35f));
    draw_verdicts(chart, look, *room_, outlook_->past);
    for (std::size_t week = 0; week < outlook_->past.size(); ++week) {
        const ImVec2 at = chart.at(double(week), outlook_->past[week].estimate);
        draw->AddCircleFilled(at, look.px(5), theme.card, 20);
        draw->AddCircleFilled(at, look.px(3.6f), theme.won, 20);
    }
    ImGui::SetCursorScreenPos(chart.area.min());
    ImGui::InvisibleButton("##weeks", {std::max(1.0f, chart.area.width), std::max(1.0f, chart.area.height)});
    mark("rehearse.weeks");
    const std::size_t week = chart.pointed_week();
    if (ImGui::IsItemHovered()) {
        const std::string text =
            week <= now
                ? trf("After week {}: {} of deals won, 90 % interval {} to {}.", week,
                      percent(outlook_->past[week].estimate, 1), percent(outlook_->past[week].low, 1),
                      percent(outlook_->past[week].high, 1))
                : trf("Won by week {}: {} of deals.", week, percent(won_by[std::min(week, won_by.size() - 1)], 1));
        explain(look, text, week <= now ? tr("Press to go to this week.") : "");
    }
    if (ImGui::IsItemClicked() && week < now)
        act(frame.wishes, [&] {
            std::size_t played = 0;
            for (const NodeId node : room_->session().path(room_->session().current())) {
                played += node != 0 && room_->session().tree()[std::size_t(node)].plays_week;
                if (played == week) return room_->change([&](RehearsalDesk& table) { table.go_to(node); });
            }
        });
    end_card();
}

void RehearseScreen::draw_weeks(const Frame& frame, const Area& area) const {
    const Look& look = frame.look;
    const Theme& theme = look.theme;
    const std::string note =
        outlook_ && !outlook_->won_in.empty() ? trf("{} rollouts", grouped(outlook_->going_on)) : "";
    begin_card(look, "weeks to decision", area, tr("Week in which the deal is won"), note);
    if (!outlook_ || outlook_->won_in.empty()) {
        draw_instead(look, room_->knowledge().decided ? tr("The deal is over.") : tr("thinking…"));
        end_card();
        return;
    }
    double top = 0.01;
    for (const Interval& share : outlook_->won_in) top = std::max(top, share.high * 1.1);
    const auto held = held_outlook();
    if (held)
        for (const Interval& share : held->won_in) top = std::max(top, share.estimate * 1.1);
    const double weeks = weeks_shown(*outlook_, outlook_->past.empty() ? 0 : outlook_->past.size() - 1,
                                     room_->session().practice().plan().horizon);
    const Chart chart = begin_chart(look, weeks, top, false);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float each = chart.area.width / float(weeks);
    for (std::size_t week = 0; double(week) <= weeks; ++week) {
        const double share = outlook_->won_in[week].estimate;
        if (share <= 0) continue;
        const ImVec2 corner = chart.at(double(week), share);
        const float x = corner.x - each * 0.42f, right = corner.x + each * 0.42f;
        draw->AddRectFilledMultiColor({x, corner.y}, {right, chart.area.y + chart.area.height},
                                      mixed(theme.accent, theme.ink, 0.12f), mixed(theme.accent, theme.ink, 0.12f),
                                      mixed(theme.accent, theme.card, 0.45f), mixed(theme.accent, theme.card, 0.45f));
    }
    draw_shares_band(chart, outlook_->won_in, look);
    if (held) draw_steps(chart, held->won_in, theme.warning, look.px(1.5f));
    const float x = chart.at(outlook_->median_week, 0).x;
    draw->AddLine({x, chart.area.y}, {x, chart.area.y + chart.area.height}, theme.ink, look.px(1.2f));
    const std::string text = trf("median {}", decimal(outlook_->median_week, 0));
    const float width = text_width(look.fonts.small, text) + look.px(14);
    const float left = std::min(x + look.px(4), chart.area.x + chart.area.width - width);
    draw->AddRectFilled({left, chart.area.y}, {left + width, chart.area.y + look.px(19)}, theme.raised, look.px(4));
    draw_text(look.fonts.small, {left + look.px(7), chart.area.y + look.px(2)}, theme.ink, text);
    ImGui::SetCursorScreenPos(chart.area.min());
    ImGui::Dummy({std::max(1.0f, chart.area.width), std::max(1.0f, chart.area.height)});
    mark("rehearse.won_in");
    const std::size_t week = chart.pointed_week();
    const Interval& share = outlook_->won_in[std::min(week, outlook_->won_in.size() - 1)];
    explain(look, trf("Won in week {}: {} of all deals, 90 % interval {} to {}.", week, percent(share.estimate, 1),
                      percent(share.low, 1), percent(share.high, 1)));
    end_card();
}

} // namespace assent::viewer
