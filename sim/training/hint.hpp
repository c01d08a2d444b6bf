#pragma once
// Help for who asks for it: what to do next, from what he knows.
#include "rehearsal/move.hpp"
#include "rehearsal/session.hpp"

#include <atomic>

namespace assent {

/// Points of 100 that one hint takes away, in a lesson and in a puzzle.
inline constexpr double lesson_hint_costs = 10, puzzle_hint_costs = 20;
/// The first says whom to turn to, the second with what.
inline constexpr int most_hints = 2;

struct Hint {
    Move move;
    bool wait = false;                  ///< nothing more this week; `move` means nothing
    double gain = 0, low = 0, high = 0; ///< of win probability against going on without it, 90 % interval
};

/// The best move at the session's position: the first line of advise(). Throws UserError when the deal is decided or more is
/// planned than can be looked at. When cancelled, the best that was found so far.
Hint hint_at(const Session& session, const std::atomic<bool>* cancelled = nullptr);

} // namespace assent
