#include "cli/play_loop.hpp"

#include "cli/line_editor.hpp"
#include "cli/terminal.hpp"
#include "model/user_error.hpp"

#include <fstream>
#include <iostream>

#include <fmt/format.h>
#include <unistd.h>

namespace assent::cli {
namespace {

/// Lines of a file; each is repeated after the prompt, so that the output reads like a game. A bad line ends it.
void play_script(PlayGame& game, std::istream& lines, const std::string& name) {
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        try {
            if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
            std::cout << game.prompt() << line << '\n';
            if (!game.perform(line)) return;
        } catch (const UserError& error) {
            std::cout << std::flush;
            throw UserError(fmt::format("{}:{}: {}", name, number, error.what()));
        }
    }
    if (lines.bad()) throw UserError(fmt::format("{}: cannot be read further; check the file", name));
}

void play_typed(PlayGame& game) {
    LineEditor editor([&game](std::string_view line) { return game.completions(line); });
    while (true) {
        std::cout << std::flush;
        const std::optional<std::string> line = editor.read(game.prompt());
        if (!line) std::cout << '\n';
        if (!line) return;
        try {
            if (!game.perform(*line)) return;
        } catch (const UserError& error) {
            std::cout << "  " << emphasised(error.what(), Emphasis::bad, output_style()) << '\n';
        }
    }
}

} // namespace

void play_through(PlayGame& game, const std::string& moves) {
    std::ifstream file;
    const bool from_file = !moves.empty() && moves != "-";
    if (from_file) file.open(moves);
    if (from_file && !file) throw UserError(fmt::format("--moves {} (cannot be read); name a file of lines", moves));
    game.begin();
    if (moves.empty() && ::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1)
        play_typed(game);
    else
        play_script(game, from_file ? file : std::cin, from_file ? moves : "stdin");
}

} // namespace assent::cli
