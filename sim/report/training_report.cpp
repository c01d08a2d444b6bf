#include "report/training_report.hpp"

#include "report/csv_line.hpp"
#include "report/forecast_words.hpp"
#include "report/number_words.hpp"
#include "report/sentence.hpp"
#include "training/hint.hpp"
#include "training/lesson_attempt.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace assent {
namespace {

using Align = Table::Align;

std::string measured(RankMeasure measure, double value, const std::string& currency) {
    if (measure == RankMeasure::win) return percent(value) + " of deals won";
    return money(value, currency) + (measure == RankMeasure::margin ? " margin a deal" : " lifetime value a deal");
}

} // namespace

std::string goal_text(const Lesson& lesson, double value, const std::string& currency) {
    return measured(lesson.goal.measure, value, currency);
}

std::string lessons_text(std::span<const Lesson> lessons, std::span<const Attempt> attempts, const TextStyle& style) {
    const std::map<std::string, Attempt> best = best_attempts(attempts, "lesson");
    Table table({{"", "", Align::right},
                 {"lesson", "", Align::left},
                 {"", "", Align::left},
                 {"facts", "", Align::left},
                 {"reached", "", Align::left}},
                2);
    for (const Lesson& lesson : lessons) {
        const auto found = best.find(lesson.id);
        Cell reached{"–", Emphasis::faint};
        if (found != best.end())
            reached = found->second.passed ? Cell{"✓ passed", Emphasis::good}
                                           : Cell{fmt::format("{:.0f} points", found->second.points), Emphasis::bad};
        table.add({std::to_string(lesson.place),
                   {printable(lesson.id), Emphasis::strong},
                   printable(lesson.title),
                   printable(comma_separated(lesson.facts)),
                   reached});
    }
    return table.text(style);
}

std::string before_lesson(const Lesson& lesson, const Model& model, const TextStyle& style) {
    return "\n" +
           emphasised(fmt::format("Lesson {}: {}", lesson.place, printable(lesson.title)), Emphasis::strong, style) +
           "\n" + wrapped(printable(lesson.before), style, 2) + "\n" +
           wrapped(fmt::format("Goal: {}, on average over {} deals played with your moves. Luck does not count.",
                               goal_text(lesson, lesson.goal.at_least, model.company.currency), grouped(8192)),
                   style, 2);
}

std::string after_lesson(const Lesson& lesson, const Model& model, const LessonResult& result, int hints,
                         const std::vector<JudgedForecast>& forecasts, const TextStyle& style) {
    const std::string& currency = model.company.currency;
    const std::string verdict =
        result.passed ? emphasised("✓ Passed.", Emphasis::good, style) : emphasised("✗ Not yet.", Emphasis::bad, style);
    const bool share = lesson.goal.measure == RankMeasure::win;
    const std::string range =
        share ? fmt::format("{} to {}", percent(result.value.low, 1), percent(result.value.high, 1))
              : fmt::format("{} to {}", money(result.value.low, currency), money(result.value.high, currency));
    std::string text = "\n" + wrapped(fmt::format("{} Your moves are worth {} ({}); the goal was {}.", verdict,
                                                  goal_text(lesson, result.value.estimate, currency), range,
                                                  goal_text(lesson, lesson.goal.at_least, currency)),
                                      style);
    text += wrapped(
        fmt::format("{:.0f} points of 100{}.", lesson_points(lesson, result, hints),
                    hints == 0 ? std::string() : fmt::format(", {:.0f} less for hints", lesson_hint_costs * hints)),
        style, 2);
    if (const std::string foretold = forecast_sentence(forecasts); !foretold.empty())
        text += wrapped(foretold, style, 2);
    text += wrapped(printable(lesson.after), style, 2);
    return text + wrapped(fmt::format("Shown by: assent validate {}",
                                      comma_separated(lesson.facts, " --fact ").insert(0, "--fact ")),
                          style, 2);
}

std::string lesson_check_line(const Lesson& lesson, const LessonResult& good, const LessonResult& bad) {
    const auto verdict = [](const LessonResult& result) { return result.passed ? "passes" : "fails"; };
    return fmt::format("{:<24} goal {:>10.3f}  good {:>10.3f} {}  bad {:>10.3f} {}\n", lesson.id, lesson.goal.at_least,
                       good.value.estimate, verdict(good), bad.value.estimate, verdict(bad));
}

std::string progress_text(const std::string& trainee, std::span<const Attempt> attempts,
                          std::span<const std::string> due_lessons, std::span<const std::string> due_puzzles,
                          std::size_t due_mistakes, const TextStyle& style) {
    std::string text = emphasised(printable(trainee), Emphasis::strong, style) + "\n";
    for (const std::string_view kind : {"lesson", "puzzle", "mistake"}) {
        const std::map<std::string, Attempt> best = best_attempts(attempts, kind);
        if (best.empty() && kind == "mistake") continue;
        const auto passed = std::ranges::count_if(best, [](const auto& entry) { return entry.second.passed; });
        double points = 0;
        for (const auto& [item, attempt] : best) points += attempt.points;
        text += fmt::format("  {} {}s tried, {} passed{}\n", best.size(), kind, passed,
                            best.empty()
                                ? std::string()
                                : fmt::format(", {:.0f} points on average", points / static_cast<double>(best.size())));
    }
    const auto comes_back = [&](std::string_view what, std::span<const std::string> due) {
        if (!due.empty())
            text += wrapped(fmt::format("{} to do again: {}", what, printable(comma_separated(due))), style, 2);
    };
    comes_back("Lessons", due_lessons);
    comes_back("Puzzles", due_puzzles);
    if (due_mistakes > 0) text += fmt::format("  Mistakes to try again: {} (assent train mistakes)\n", due_mistakes);
    return text;
}

std::string leaders_text(std::span<const LeaderRow> rows, const TextStyle& style) {
    Table table({{"", "", Align::right}, {"trainee", "", Align::left}, {"tried", ""}, {"passed", ""}, {"points", ""}},
                2);
    for (std::size_t place = 0; place < rows.size(); ++place)
        table.add({std::to_string(place + 1),
                   {printable(rows[place].trainee), Emphasis::strong},
                   std::to_string(rows[place].attempts),
                   std::to_string(rows[place].passed),
                   decimal(rows[place].points, 1)});
    return table.text(style);
}

std::string leaders_csv(std::span<const LeaderRow> rows) {
    std::string text;
    CsvLine line;
    for (std::size_t place = 0; place < rows.size(); ++place) {
        line.count("place", static_cast<std::int64_t>(place + 1));
        line.text("trainee", rows[place].trainee);
        line.count("tried", rows[place].attempts);
        line.count("passed", rows[place].passed);
        line.number("points", rows[place].points);
        line.end(text);
    }
    return text;
}

} // namespace assent
