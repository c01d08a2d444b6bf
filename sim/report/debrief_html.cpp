// A debrief as a page to read and print.
#include "report/debrief_report.hpp"
#include "report/forecast_words.hpp"
#include "report/html_page.hpp"
#include "report/html_parts.hpp"
#include "report/html_style.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/svg_debrief.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

std::string cost_text(const JudgedMove& move) {
    if (move.loss <= 0 && move.loss_high <= 0) return "–";
    return fmt::format("{}<span class=\"sub\">{} to {}</span>", decimal(100 * move.loss, 1),
                       decimal(100 * move.loss_low, 1), decimal(100 * move.loss_high, 1));
}

std::string answer(const DebriefReport& report) {
    std::vector<std::string> sentences = debrief_sentences(report);
    std::string body;
    for (std::size_t i = 1; i < sentences.size(); ++i) body += "<p>" + escaped(sentences[i]) + "</p>\n";
    return section("answer", fmt::format("{} of 100 points", decimal(report.debrief.total, 0)),
                   escaped(sentences.front()) + " Points are for skill; luck is told apart from it.", body);
}

std::string course(const DebriefReport& report) {
    std::string body = pictures([&](double width) { return draw_course(report, width); });
    std::string turns;
    for (const int place : report.debrief.turning_points) {
        const JudgedMove& move = report.debrief.moves[static_cast<std::size_t>(place)];
        turns +=
            fmt::format("<li>Week {}: from {} to {} ({} by luck, {} by the decision).</li>\n", move.week,
                        percent(move.value_before), percent(move.value_after), points(move.luck), points(-move.behind));
    }
    if (!turns.empty()) body += "<h3>Turning points</h3>\n<ul>\n" + turns + "</ul>\n";
    body += note(std::string("★ best, ✓ good, ?! inaccuracy, ? mistake, ?? blunder: by points of win probability lost "
                             "against the best listed decision (from 5, 10 and 15 on). ~: the interval reaches into a "
                             "milder class, which is the one given.") +
                 (report.debrief.forecasts.empty() ? "" : " ×: what you foretold."));
    return long_section("course", "Chance to win by week", "From what you could know, decision by decision.", body);
}

std::string decisions(const DebriefReport& report) {
    const Model& model = report.session.practice().model();
    std::vector<std::vector<std::string>> rows;
    for (const JudgedMove& move : report.debrief.moves) {
        std::string decided = escaped(decision_sentence(model, move));
        if (const std::string better = better_sentence(model, move); !better.empty())
            decided += "<span class=\"sub\">better: " + escaped(better) + "</span>";
        rows.push_back({std::to_string(move.week), decided, class_in_words(move), percent(move.value_before),
                        cost_text(move), points(move.luck)});
    }
    return long_section("decisions", "Decisions",
                        "What each cost against the best of the listed ones under this model, and the luck after it.",
                        data_table(fmt::format("Points of win probability; intervals hold at {} confidence",
                                               percent(report.request.confidence)),
                                   {"Week", "Decision", "Class", "Chance before", "Cost", "Luck"}, rows, 3) +
                            note(cost_note(report)));
}

std::string skills(const DebriefReport& report) {
    std::vector<std::vector<std::string>> rows;
    for (const SkillScore& score : report.debrief.skills)
        rows.push_back({fmt::format("{}<span class=\"sub\">{}</span>", word(score.skill), meaning(score.skill)),
                        draw_share_bar(score.of > 0 ? score.points / score.of : 0, word(score.skill)),
                        fmt::format("{} of {}", decimal(score.points, 1), decimal(score.of, 0)), percent(score.done),
                        decimal(100 * score.lost, 1)});
    return section("skills", "Skills", "Half for what was done, half for what decisions of the kind cost.",
                   data_table("Points by skill", {"Skill", "", "Points", "Done", "Chance lost, points"}, rows, 2));
}

std::string truth(const DebriefReport& report) {
    const Model& model = report.session.practice().model();
    std::vector<std::vector<std::string>> rows;
    for (const RevealedMember& member : report.debrief.members) {
        const std::vector<std::string> sentences = truth_sentences(model, member);
        std::string doubts;
        for (std::size_t i = 1; i < sentences.size(); ++i) doubts += "<p>" + escaped(sentences[i]) + "</p>";
        rows.push_back({escaped(holder_name(model, member.member)) +
                            (member.known ? "" : "<span class=\"sub\">you never heard of a say of theirs</span>"),
                        doubts.empty() ? "no doubts" : doubts, member.seen < 0 ? "never seen" : percent(member.seen),
                        percent(member.support)});
    }
    return long_section("truth", "What was true", "Behind what you knew, at the end of the weeks played.",
                        data_table("Support and doubts", {"Member", "Doubts", "As last seen", "In truth"}, rows, 2));
}

std::string forecasts(const DebriefReport& report) {
    if (report.debrief.forecasts.empty()) return {};
    std::vector<std::vector<std::string>> rows;
    for (const JudgedForecast& forecast : report.debrief.forecasts)
        rows.push_back({std::to_string(forecast.week), percent(forecast.said), percent(forecast.worth),
                        points(forecast.said - forecast.worth)});
    return section("forecasts", "Forecasts", escaped(forecast_sentence(report.debrief.forecasts)),
                   data_table("Said before the week, and the chance there was from what you could know",
                              {"Week", "You said", "It was", "Too hopeful by, points"}, rows, 1));
}

} // namespace

std::string debrief_html(const DebriefReport& report, std::string_view version) {
    const Model& model = report.session.practice().model();
    const std::string title = model.title.empty() ? report.file : model.title;
    const std::vector<PagePart> parts{
        {"answer", "Answer", answer(report)},          {"course", "Course", course(report)},
        {"decisions", "Decisions", decisions(report)}, {"skills", "Skills", skills(report)},
        {"forecasts", "Forecasts", forecasts(report)}, {"truth", "Truth", truth(report)}};
    std::string page = page_head("Assent: debrief of " + title, version) + "<body>\n" + pattern_definitions();
    page += fmt::format("<header>\n{}<h1>Debrief: {}</h1>\n<p class=\"about\">What each decision cost, what was luck, "
                        "and what was true. Judged by expected value, not by how the deal ended.</p>\n</header>\n",
                        page_bar(), escaped(title));
    page += page_navigation(parts) + "<main>\n";
    for (const PagePart& part : parts) page += part.markup;
    page += fmt::format("</main>\n<footer>Made by assent {}. Seed {}, deal {}, {} deals played on for each decision."
                        "</footer>\n",
                        escaped(version), report.session.seed(), report.session.replicate(),
                        grouped(report.request.rollouts));
    return page + page_end();
}

} // namespace assent
