#pragma once
// Moves of a rehearsal as sentences.
#include "rehearsal/move_problem.hpp"

#include <string>

namespace assent {

/// "Find out what matters to CFO G. Ölziijargal, by phone."
std::string move_sentence(const Model& model, const Move& move);

/// Why a move cannot be made and what can be done instead: "“Introduce ourselves …” (2.3 hours are needed, 1.5 are left
/// this week); play the week first, or choose a shorter channel". Precondition unless the problem is nonsense or nobody:
/// the places in the move exist.
std::string move_problem_sentence(const Model& model, const Move& move, const MoveProblem& problem);

} // namespace assent
