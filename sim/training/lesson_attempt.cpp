#include "training/lesson_attempt.hpp"

#include "training/hint.hpp"

#include <algorithm>

namespace assent {

double lesson_points(const Lesson& lesson, const LessonResult& result, int hints) {
    double points = 0;
    if (result.passed)
        points = 100;
    else if (lesson.goal.at_least > 0)
        points = std::clamp(100 * result.value.estimate / lesson.goal.at_least, 0.0, 99.0);
    return std::max(0.0, points - lesson_hint_costs * hints);
}

Attempt attempt_of(const Lesson& lesson, const LessonResult& result, int hints) {
    Attempt attempt;
    attempt.kind = "lesson";
    attempt.item = lesson.id;
    attempt.measure = word(lesson.goal.measure);
    attempt.value = result.value.estimate;
    attempt.goal = lesson.goal.at_least;
    attempt.passed = result.passed;
    attempt.hints = hints;
    attempt.points = lesson_points(lesson, result, hints);
    attempt.seed = lesson.seed;
    return attempt;
}

std::map<std::string, Attempt> best_attempts(std::span<const Attempt> attempts, std::string_view kind) {
    std::map<std::string, Attempt> best;
    for (const Attempt& attempt : attempts) {
        if (attempt.kind != kind) continue;
        const auto [entry, first] = best.emplace(attempt.item, attempt);
        if (!first && attempt.points > entry->second.points) entry->second = attempt;
    }
    return best;
}

} // namespace assent
