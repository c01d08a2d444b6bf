#pragma once
// Puzzles: positions of simulated deals in which one move is clearly best, for who knows what the seller knows.
#include "rehearsal/advice.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace assent {

struct PuzzleRequest {
    std::int64_t rollouts = 24'576; ///< of each of the two looks
    double lead = 0.02; ///< points of win probability by which the best move must lead the next, in both looks
    int choices = 4;    ///< moves shown, the best one among them
    int threads = 1;    ///< never changes a puzzle
};

struct PuzzleChoice {
    Move move;
    double gain = 0, low = 0, high = 0; ///< of win probability against going on without it, by the second look
};

struct Puzzle {
    std::uint64_t deal = 0;
    Session session;                   ///< at the position
    std::vector<PuzzleChoice> choices; ///< in an order that tells nothing
    std::size_t best = 0;              ///< place among them
};

struct PuzzleBatch {
    std::vector<Puzzle> puzzles;
    std::int64_t tried = 0; ///< deals that were looked at
};

/// The puzzle in a deal: some weeks of sensible moves taken by chance, then a look with one seed of futures and a check with
/// another. Nothing when no move leads clearly in both. The same for the same practice, seed, deal and request.
std::optional<Puzzle> puzzle_in(const std::shared_ptr<const Practice>& practice, std::uint64_t seed, std::uint64_t deal,
                                const PuzzleRequest& request);

/// Puzzles of the deals from 0 on, until there are `count` or `most_tries` deals were looked at.
PuzzleBatch make_puzzles(const std::shared_ptr<const Practice>& practice, std::uint64_t seed, std::size_t count,
                         std::int64_t most_tries, const PuzzleRequest& request);

} // namespace assent
