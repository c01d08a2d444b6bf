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
    bool wait = false;                  ///< leave it at what is planned and play the week; `move` means nothing
    double gain = 0, low = 0, high = 0; ///< of win probability against going on without it, by the second look
};

struct Puzzle {
    std::uint64_t deal = 0;
    Session session;                   ///< at the position
    std::vector<PuzzleChoice> choices; ///< in an order that tells nothing
    std::size_t best = 0;              ///< place among them
    double tolerance = 0;              ///< of win probability by which an answer may be behind the best
    [[nodiscard]] bool passes(std::size_t choice) const {
        return choice == best || choices[best].gain - choices[choice].gain < tolerance;
    }
};

struct PuzzleBatch {
    std::vector<Puzzle> puzzles;
    std::int64_t tried = 0; ///< deals that were looked at
};

/// The puzzle in a deal: some weeks of sensible moves taken by chance, then a look with one seed of futures and a check with
/// another. Nothing when no move leads clearly in both. The same for the same practice, seed, deal and request.
std::optional<Puzzle> puzzle_in(const std::shared_ptr<const Practice>& practice, std::uint64_t seed, std::uint64_t deal,
                                const PuzzleRequest& request);

/// By how much of the win probability a decision that is tried again may be behind the best, in favour of the trainee.
inline constexpr double retry_tolerance = 0.035;

/// The position where the session stands as a puzzle, whoever leads in it: the best decision by a look with one seed of
/// futures, others, and `decided` (nothing: to wait), which was made there; what each is worth by a look with another seed.
/// Nothing when there is no choice. Throws UserError when the deal is decided there.
std::optional<Puzzle> puzzle_at(const Session& session, const std::optional<Move>& decided,
                                const PuzzleRequest& request);

/// Puzzles of the deals from 0 on, until there are `count` or `most_tries` deals were looked at.
PuzzleBatch make_puzzles(const std::shared_ptr<const Practice>& practice, std::uint64_t seed, std::size_t count,
                         std::int64_t most_tries, const PuzzleRequest& request);

} // namespace assent
