// Puzzles: the best move of a position.
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "cli/train.hpp"
#include "training/puzzle_attempt.hpp"

#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

constexpr std::int64_t tries_a_puzzle = 100;

PuzzleSource source_of(const TrainOptions& options) { return {options.scenario, options.seed}; }

/// Puzzles that were missed before and are due again.
std::vector<Puzzle> missed(const TrainOptions& options, Profile& profile,
                           const std::shared_ptr<const Practice>& practice, const PuzzleRequest& request) {
    std::vector<Puzzle> puzzles;
    for (const std::string& item : profile.due("puzzle"))
        if (const auto deal = source_of(options).deal_of(item))
            if (auto puzzle = puzzle_in(practice, options.seed, *deal, request)) puzzles.push_back(std::move(*puzzle));
    return puzzles;
}

void add_fresh(const TrainOptions& options, const std::shared_ptr<const Practice>& practice,
               const PuzzleRequest& request, std::vector<Puzzle>& puzzles) {
    const auto wanted = static_cast<std::size_t>(options.count);
    PuzzleBatch batch = make_puzzles(practice, options.seed, wanted, tries_a_puzzle * options.count, request);
    std::cout << fmt::format("{} of {} deals had a move that is clearly best.\n", batch.puzzles.size(), batch.tried);
    for (Puzzle& puzzle : batch.puzzles) {
        const bool there = std::ranges::find(puzzles, puzzle.deal, &Puzzle::deal) != puzzles.end();
        if (!there && puzzles.size() < wanted) puzzles.push_back(std::move(puzzle));
    }
}

void puzzles(const TrainOptions& options) {
    PlayOptions play;
    play.scenario = options.scenario;
    const auto practice = std::make_shared<const Practice>(load(play), -1);
    PuzzleRequest request;
    request.threads = options.threads;
    Answers answers(options.moves);
    std::optional<Profile> profile = open_profile(options);
    if (profile) profile->begin_sitting();
    std::vector<Puzzle> asked;
    if (profile) asked = missed(options, *profile, practice, request);
    add_fresh(options, practice, request, asked);
    double points = 0;
    for (std::size_t place = 0; place < asked.size(); ++place) {
        const auto answered =
            answers.ask(asked[place], fmt::format("Puzzle {} of {}: what is best now?", place + 1, asked.size()));
        if (!answered) break;
        points += answered->points();
        keep(profile, attempt_of(asked[place], *answered, source_of(options)));
    }
    std::cout << fmt::format("\n{:.0f} points of {}.\n", points, 100 * asked.size());
}

} // namespace

void add_puzzles(CLI::App& train, const std::shared_ptr<TrainOptions>& options) {
    CLI::App* command =
        train.add_subcommand("puzzles", "Positions of simulated deals in which one move is clearly best");
    command->add_option("scenario", options->scenario, "Scenario file")->type_name("FILE")->capture_default_str();
    command->add_option("--count", options->count, "Puzzles")
        ->check(CLI::Range(1, 100))
        ->type_name("NUMBER")
        ->capture_default_str();
    add_answers_option(*command, *options);
    add_seed_option(*command, options->seed, "The same seed, the same puzzles: for a class");
    command->add_option("--threads", options->threads, "Threads that look for them; they never change a puzzle")
        ->check(CLI::Range(1, 64))
        ->type_name("NUMBER");
    add_profile_options(*command, *options);
    command->footer(
        "Answer with a letter. A hint (whom to turn to; a second one: with what) costs 20 points, a wrong answer 40.\n"
        "What was missed comes back in later sittings. The best move was found with one seed of futures and\n"
        "checked with another, from what the seller knows.");
    command->callback([options] { puzzles(*options); });
}

} // namespace assent::cli
