// Asking a puzzle, whatever kind it is.
#include "cli/terminal.hpp"
#include "cli/train.hpp"
#include "model/user_error.hpp"
#include "report/puzzle_words.hpp"
#include "training/hint.hpp"

#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

namespace assent::cli {

Answers::Answers(const std::string& file) : from_file_(!file.empty() && file != "-") {
    if (!from_file_) return;
    file_.open(file);
    if (!file_) throw UserError(fmt::format("--answers {} (cannot be read); name a file of answers", file));
}

std::optional<PuzzleAnswer> Answers::ask(const Puzzle& puzzle, const std::string& heading) {
    const TextStyle style = output_style();
    std::cout << '\n' << emphasised(heading, Emphasis::strong, style) << "\n\n" << puzzle_question(puzzle, style);
    std::istream& answers = from_file_ ? file_ : std::cin;
    const bool typed = !from_file_ && ::isatty(STDIN_FILENO) == 1;
    const std::string last(1, static_cast<char>('a' + puzzle.choices.size() - 1));
    PuzzleAnswer answer;
    for (std::string line; !answer.solved;) {
        std::cout << fmt::format("a to {}, hint, skip or quit ▸ ", last) << std::flush;
        if (!std::getline(answers, line)) line = "quit";
        if (!typed) std::cout << line << '\n';
        if (line == "quit") return std::nullopt;
        if (line == "skip") break;
        if (line == "hint") {
            answer.hints = std::min(most_hints, answer.hints + 1);
            std::cout << "  " << puzzle_hint(puzzle, answer.hints) << '\n';
        } else if (line.size() != 1 || line < "a" || line > last) {
            std::cout << fmt::format("  “{}” is no answer; write a letter from a to {}, hint, skip or quit\n",
                                     printable(line), last);
        } else if (puzzle.passes(static_cast<std::size_t>(line[0] - 'a'))) {
            answer.solved = true;
        } else {
            ++answer.tries;
            std::cout << "  Not the best one; try again.\n";
        }
    }
    std::cout << fmt::format("  {} {:.0f} points.\n", answer.solved ? "Right." : "Skipped.", answer.points())
              << puzzle_solution(puzzle, style);
    return answer;
}

void add_answers_option(CLI::App& command, TrainOptions& options) {
    command.add_option("--answers", options.moves, "Answers instead of typed ones, one a line; -: standard input")
        ->type_name("FILE");
}

} // namespace assent::cli
