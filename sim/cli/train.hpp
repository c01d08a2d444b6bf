#pragma once
// What the verbs below `assent train` share.
#include "training/lesson.hpp"
#include "training/profile.hpp"
#include "training/puzzle_attempt.hpp"

#include <CLI/App.hpp>

#include <fstream>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace assent::cli {

struct TrainOptions {
    std::string lessons = "scenarios/lessons";
    std::string profile; ///< empty: the usual one
    std::string trainee; ///< empty: the name of the user
    std::string lesson, moves, csv, xapi, package, session;
    std::string scenario = "scenarios/three-heads.toml";
    std::uint64_t seed = 1;
    int count = 5, threads = 1;
};

void add_lessons(CLI::App& train, const std::shared_ptr<TrainOptions>& options);
void add_puzzles(CLI::App& train, const std::shared_ptr<TrainOptions>& options);
void add_mistakes(CLI::App& train, const std::shared_ptr<TrainOptions>& options);
void add_progress(CLI::App& train, const std::shared_ptr<TrainOptions>& options);

void add_profile_options(CLI::App& command, TrainOptions& options);
/// Throws UserError when what the flag names to write to is the profile.
void require_profile_apart(const TrainOptions& options, const std::string& flag, const std::string& file);
/// The profile. Throws UserError when it cannot be used.
Profile required_profile(const TrainOptions& options);
/// The profile; nothing, with a note on standard error, when it cannot be used: training goes on without.
std::optional<Profile> open_profile(const TrainOptions& options);
/// The same without making one that is not there: for looking.
std::optional<Profile> open_profile_if_there(const TrainOptions& options);
/// The same for what may fail with the profile: then it is noted and the profile given up.
void write(std::optional<Profile>& profile, const std::function<void(Profile&)>& entry);

/// Where answers come from: a file, or standard input. Throws UserError.
class Answers {
  public:
    explicit Answers(const std::string& file);
    /// Asks until the puzzle is solved, skipped or left, and tells the solution; nothing: left.
    std::optional<PuzzleAnswer> ask(const Puzzle& puzzle, const std::string& heading);

  private:
    std::ifstream file_;
    bool from_file_ = false;
};
void add_answers_option(CLI::App& command, TrainOptions& options);

/// Keeps an attempt, or notes that it cannot be kept.
void keep(std::optional<Profile>& profile, Attempt attempt);

} // namespace assent::cli
