#pragma once
// What an account manager may reasonably do next, from what he knows alone.
#include "rehearsal/move_problem.hpp"

namespace assent {

/// At most so many are proposed; the least important members fall away first.
inline constexpr std::size_t most_sensible_moves = 60;

/// Moves that can be made in the coming week and that somebody would make: one introduces oneself to those not yet reached,
/// answers doubts that are known with evidence that fits, offers once the client listens, … Never a kickback, never an
/// inflated claim. `knowledge` has the hours of what is planned taken off, as Session gives it.
std::vector<Move> sensible_moves(const Practice& practice, const Knowledge& knowledge);

} // namespace assent
