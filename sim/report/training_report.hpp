#pragma once
// Lessons, progress and classes as text, CSV and xAPI.
#include "rehearsal/debrief.hpp"
#include "report/table.hpp"
#include "training/lesson.hpp"
#include "training/profile.hpp"

#include <span>
#include <string>
#include <vector>

namespace assent {

/// The curriculum: number, name, facts, goal, what was reached.
std::string lessons_text(std::span<const Lesson> lessons, std::span<const Attempt> attempts, const TextStyle& style);
std::string before_lesson(const Lesson& lesson, const Model& model, const TextStyle& style);
/// `hints` were taken, and cost points.
std::string after_lesson(const Lesson& lesson, const Model& model, const LessonResult& result, int hints,
                         const std::vector<JudgedForecast>& forecasts, const TextStyle& style);
/// "win 45 %" or "lifetime 12 000 EUR".
std::string goal_text(const Lesson& lesson, double value, const std::string& currency);
/// "the-secretary  goal 0.450  good 0.512 (pass)  bad 0.301 (fail)"
std::string lesson_check_line(const Lesson& lesson, const LessonResult& good, const LessonResult& bad);

std::string progress_text(const std::string& trainee, std::span<const Attempt> attempts,
                          std::span<const std::string> due_lessons, std::span<const std::string> due_puzzles,
                          std::size_t due_mistakes, const TextStyle& style);
std::string leaders_text(std::span<const LeaderRow> rows, const TextStyle& style);
std::string leaders_csv(std::span<const LeaderRow> rows);

/// xAPI 1.0.3 statements, a JSON array: for a lesson or puzzle passed or failed, with a scaled score.
std::string xapi_statements(std::span<const Attempt> attempts);

} // namespace assent
