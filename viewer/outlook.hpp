#pragma once
// What a position is worth: many companies as the scenario describes them, our moves so far, then the policy.
#include "experiment/summary.hpp"
#include "rehearsal/knowledge.hpp"
#include "rehearsal/practice.hpp"
#include "rehearsal/script.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace assent::viewer {

struct OutlookRequest {
    std::shared_ptr<const Practice> practice;
    Weeks weeks;                   ///< played
    std::vector<Move> planned;     ///< for the coming week
    std::vector<Move> candidates;  ///< for the next move
    std::vector<Interval> earlier; ///< win probability after 0, 1, … weeks where it is known already
    std::uint64_t seed = 1;        ///< of the luck looked at, which is not that of the deal in play
    bool decided = false;
};

struct OutlookLine {
    Move move;
    Interval win;  ///< when it is made next
    Interval gain; ///< against the policy going on at once, same luck
};

/// All intervals at 90 %. Of the deals played only those count that are still open after the weeks played.
struct Outlook {
    Interval won, none, lost;       ///< lost: to a rival, or struck off; estimates sum to 1
    std::vector<OutlookLine> lines; ///< most gain first
    std::vector<Interval> past;     ///< win probability after 0 … n weeks played
    std::vector<Interval> won_by;   ///< share won by week w, from week 0 to the horizon
    std::vector<Interval> ended;    ///< share of deals decided in week w, likewise
    int median_week = 0;
    std::int64_t deals = 0;    ///< that count, of the last round
    std::int64_t rollouts = 0; ///< in all rounds
    double rollouts_per_second = 0;
    bool final = false;
};

inline constexpr double outlook_confidence = 0.90;

/// Looks in rounds, each with fresh luck, more deals and the better part of the moves (sequential halving), so that the
/// first one is not first because it was lucky. Publishes after each round; returns early when cancelled.
Outlook look_ahead(const OutlookRequest& request, const std::atomic<bool>& cancelled,
                   const std::function<void(Outlook)>& publish);

/// Moves worth a look: to each member the seller knows, what can be made in the hours left.
std::vector<Move> moves_to_consider(const Plan& plan, const Knowledge& knowledge);

} // namespace assent::viewer
