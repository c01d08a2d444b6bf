#pragma once
// What the verbs below `assent train` share.
#include "training/lesson.hpp"
#include "training/profile.hpp"

#include <CLI/App.hpp>

#include <memory>
#include <optional>
#include <string>

namespace assent::cli {

struct TrainOptions {
    std::string lessons = "scenarios/lessons";
    std::string profile; ///< empty: the usual one
    std::string trainee; ///< empty: the name of the user
    std::string lesson, moves, csv, xapi, package;
    std::string scenario = "scenarios/three-heads.toml";
    std::uint64_t seed = 1;
    int count = 5, threads = 1;
};

void add_lessons(CLI::App& train, const std::shared_ptr<TrainOptions>& options);
void add_puzzles(CLI::App& train, const std::shared_ptr<TrainOptions>& options);
void add_progress(CLI::App& train, const std::shared_ptr<TrainOptions>& options);

void add_profile_options(CLI::App& command, TrainOptions& options);
/// The profile; nothing, with a note on standard error, when it cannot be used: training goes on without.
std::optional<Profile> open_profile(const TrainOptions& options);
/// The same without making one that is not there: for looking.
std::optional<Profile> open_profile_if_there(const TrainOptions& options);
/// Keeps an attempt, or notes that it cannot be kept.
void keep(std::optional<Profile>& profile, Attempt attempt);

} // namespace assent::cli
