#pragma once
// Where the lines of a game come from.
#include "cli/play_game.hpp"

#include <string>

namespace assent::cli {

/// Plays the lines of a file (- is standard input), each repeated after the prompt so that the output reads like a game; a
/// bad line ends it with UserError that names file and line. Without a file: what is typed, where there is a terminal, else
/// standard input.
void play_through(PlayGame& game, const std::string& moves);

} // namespace assent::cli
