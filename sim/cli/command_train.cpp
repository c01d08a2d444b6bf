// assent train: lessons and progress.
#include "cli/command.hpp"
#include "cli/train.hpp"

#include <memory>

#include <CLI/CLI.hpp>

namespace assent::cli {

void add_train(CLI::App& app) {
    CLI::App* command = app.add_subcommand("train", "Lessons, puzzles, mistakes, progress");
    command->require_subcommand(1);
    const auto options = std::make_shared<TrainOptions>();
    add_lessons(*command, options);
    add_puzzles(*command, options);
    add_mistakes(*command, options);
    add_progress(*command, options);
    command->footer("  assent train lessons\n"
                    "  assent train lesson the-secretary\n"
                    "  assent train progress\n\n"
                    "A lesson is judged by what its moves are worth in many deals, not by the luck of one.\n"
                    "Exit code 1: the goal was missed.");
}

} // namespace assent::cli
