// How the trainee gets on from deal to deal.
#include "viewer/card.hpp"
#include "viewer/debrief_screen.hpp"
#include "viewer/marks.hpp"

#include "report/forecast_words.hpp"
#include "report/number_words.hpp"
#include "report/progress_report.hpp"

#include <algorithm>
#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace assent::viewer {
namespace {

std::string day(std::int64_t seconds) {
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

std::vector<std::pair<std::string, std::string>> deal_note(const DebriefedDeal& deal) {
    std::vector<std::pair<std::string, std::string>> lines{{tr("debriefed"), day(deal.at)},
                                                           {tr("points of 100"), decimal(deal.points, 0)},
                                                           {tr("the deal was won"), deal.won ? tr("yes") : tr("no")}};
    for (std::size_t skill = 0; skill < deal.skills.size(); ++skill)
        lines.emplace_back(tr(std::string(word(static_cast<Skill>(skill)))), percent(deal.skills[skill]));
    return lines;
}

/// What to do where there is nothing to be seen yet.
std::string what_to_do(const Course& course) {
    if (!course.trouble().empty()) return course.trouble();
    if (!course.keeps())
        return tr(
            "Nothing is kept here: there is no profile. Open the window with --profile FOLDER, and what you reach is "
            "kept there.");
    return tr("Play a deal in Train to its end and come here: it counts from then on. A deal counts once, as it was "
              "at its first debrief, for from then on you know what was true.");
}

void paragraph(const Look& look, ImU32 colour, const std::string& text) {
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::PushFont(look.fonts.small);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    ImGui::PopStyleColor();
}

} // namespace

void DebriefScreen::draw_points_by_deal(const Look& look, const Area& area) const {
    const std::vector<DebriefedDeal>& deals = course_.progress().deals;
    if (deals.empty()) return draw_empty_card(look, "by deal", area, what_to_do(course_));
    begin_card(look, "by deal", area, tr("Points by deal"),
               tr("of 100, skill without luck; full = won, ring = this deal"));
    const auto last = static_cast<double>(std::max<std::size_t>(2, deals.size()));
    const PlotAxis x{0.5, last + 0.5, tr("deals"), [](double deal) { return decimal(deal, 0); }, true, {}};
    const PlotAxis y{0, 100, {}, [](double points) { return decimal(points, 0); }, false, {}};
    const PlotFrame plot = draw_axes(look, card_area(), x, y);
    std::vector<ImVec2> line;
    for (std::size_t i = 0; i < deals.size(); ++i) line.push_back(plot.at(static_cast<double>(i + 1), deals[i].points));
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddPolyline(line.data(), static_cast<int>(line.size()), look.theme.accent, 0, look.px(2));
    if (deals.size() > 1) { // the mean of each half
        const TrainingProgress& progress = course_.progress();
        const double border = static_cast<double>(progress.earlier()) + 0.5;
        draw->AddLine(plot.at(0.5, progress.points.earlier), plot.at(border, progress.points.earlier), look.theme.muted,
                      look.px(1));
        draw->AddLine(plot.at(border, progress.points.later), plot.at(last + 0.5, progress.points.later),
                      look.theme.muted, look.px(1));
    }
    const std::optional<DealKey> here = view_ && view_->ready ? std::optional(key_of(*view_->session)) : std::nullopt;
    for (std::size_t i = 0; i < deals.size(); ++i) {
        draw->AddCircleFilled(line[i], look.px(4), deals[i].won ? look.theme.won : look.theme.lost);
        if (!deals[i].won) draw->AddCircleFilled(line[i], look.px(2), look.theme.card);
        if (here == deals[i].key) draw->AddCircle(line[i], look.px(8), look.theme.ink, 0, look.px(1.5F));
        mark(fmt::format("debrief.deal.{}", i), {line[i].x - 2, line[i].y - 2}, {line[i].x + 2, line[i].y + 2});
        const float reach = look.px(8);
        if (points_at({line[i].x - reach, line[i].y - reach, 2 * reach, 2 * reach}))
            draw_note(look, deals[i].title, deal_note(deals[i]));
    }
    end_card();
}

void DebriefScreen::draw_changes(const Look& look, const Area& inside) const {
    const TrainingProgress& progress = course_.progress();
    const std::string others = trf("Lessons: {} tried, {} passed; puzzles: {} tried.", course_.tried("lesson"),
                                   course_.passed(), course_.tried("puzzle"));
    paragraph(look, look.theme.muted, progress_sentence(progress));
    if (progress.deals.size() < 2) {
        paragraph(look, look.theme.ink, what_to_do(course_));
        return paragraph(look, look.theme.muted, others);
    }
    const float line = look.fonts.small->FontSize + look.px(3);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, look.px(1)});
    for (std::size_t skill = 0; skill < progress.skills.size(); ++skill) {
        const Change& change = progress.skills[skill];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string words =
            fmt::format("{} → {}{}", decimal(100 * change.earlier, 0), decimal(100 * change.later, 0),
                        progress.enough ? "   " + change_words(change, 100, true) : std::string());
        const int direction = clear_direction(change, 100, progress.enough);
        const bool better = direction > 0, worse = direction < 0;
        const float used = draw_text(look.fonts.small, {at.x + inside.width, at.y},
                                     better  ? look.theme.won
                                     : worse ? look.theme.lost
                                             : look.theme.ink,
                                     (better  ? "▲ "
                                      : worse ? "▼ "
                                              : "") +
                                         words,
                                     1);
        draw_text(look.fonts.small, at, look.theme.ink,
                  fitted(look.fonts.small, tr(std::string(word(static_cast<Skill>(skill)))),
                         inside.width - used - look.px(8)));
        ImGui::Dummy({inside.width, line});
        mark(fmt::format("debrief.change.{}", skill));
    }
    ImGui::PopStyleVar();
    if (const std::string foretold = calibration_sentence(progress.calibration); !foretold.empty()) {
        const float top = ImGui::GetCursorScreenPos().y;
        paragraph(look, look.theme.ink, foretold);
        const Area told{inside.x, top, inside.width, ImGui::GetCursorScreenPos().y - top};
        std::vector<std::pair<std::string, std::string>> steps;
        for (const std::string& step : calibration_steps(progress.calibration)) steps.emplace_back(step, "");
        mark("debrief.calibration", told.min(), told.max());
        if (points_at(told)) draw_note(look, tr("Said, and what it was from what you could know"), steps);
    }
    paragraph(look, look.theme.muted, others);
    if (progress.enough)
        paragraph(look, look.theme.faint,
                  trf("Per skill of 100, first half to second half; intervals hold together at {} confidence.",
                      percent(progress_confidence)));
}

} // namespace assent::viewer
