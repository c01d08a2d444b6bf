#pragma once
// What a lesson that was played is worth in points, and how it stands in the profile.
#include "training/lesson.hpp"
#include "training/profile.hpp"

#include <map>
#include <span>

namespace assent {

/// Full points for the goal, in proportion below it, less what hints cost (hint.hpp); [0, 100].
double lesson_points(const Lesson& lesson, const LessonResult& result, int hints);

/// For the profile; trainee and time are left open.
Attempt attempt_of(const Lesson& lesson, const LessonResult& result, int hints);

/// The attempt with the most points at each item of a kind ("lesson", "puzzle"), by item.
std::map<std::string, Attempt> best_attempts(std::span<const Attempt> attempts, std::string_view kind);

} // namespace assent
