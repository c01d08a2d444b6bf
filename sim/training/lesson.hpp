#pragma once
// Lessons: a company, a goal judged by expected value, a few sentences before and after.
#include "experiment/summary.hpp"
#include "rehearsal/session_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace assent {

/// What has to be reached: the mean of a measure over many deals played with the same moves.
struct LessonGoal {
    RankMeasure measure = RankMeasure::win;
    double at_least = 0; ///< share of deals won, or currency a deal
};

struct Lesson {
    std::string id;
    std::string title;
    std::vector<std::string> facts; ///< of the document: A1 … D6; scenarios/facts has a file for each
    SessionSource source;           ///< scenario with the settings of the lesson
    std::string manner;             ///< id of a strategy of the scenario; empty: its first
    std::uint64_t seed = 1, deal = 0;
    std::string before, after;
    LessonGoal goal;
    std::string good, bad; ///< lines of play that pass and that fail, one command a line
    int place = 0;         ///< in the curriculum, from 1 on
};

/// The lessons of a folder in the order of their files. Throws UserError with every problem of a file.
std::vector<Lesson> load_lessons(const std::filesystem::path& folder);

/// A new session of the lesson. Throws UserError when its scenario is not sound.
Session begin_lesson(const Lesson& lesson);

/// A lesson that was played.
struct LessonResult {
    Interval value;
    bool passed = false;
};

/// Judges the moves up to the current position. They are played in other deals than the one the trainee met.
LessonResult judge_lesson(const Lesson& lesson, const Session& session);

} // namespace assent
