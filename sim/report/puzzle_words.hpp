#pragma once
// A puzzle as text.
#include "report/table.hpp"
#include "training/puzzle.hpp"

#include <string>

namespace assent {

/// What is chosen, as a sentence.
std::string choice_sentence(const Model& model, const PuzzleChoice& choice);
/// What the seller saw so far, what he knows, and the moves to choose from, lettered from a on.
std::string puzzle_question(const Puzzle& puzzle, const TextStyle& style);
/// First whom to turn to, then with what.
std::string puzzle_hint(const Puzzle& puzzle, int hint);
/// What each move is worth in points of win probability, the best one marked.
std::string puzzle_solution(const Puzzle& puzzle, const TextStyle& style);

} // namespace assent
