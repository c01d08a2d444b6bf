#pragma once
// What to do next, by rollouts from what may be the case: sequential halving over the sensible moves.
//
// A line is: the moves planned, one more move, then the policy with the hours that are left, and the policy afterwards.
// All lines meet the same companies and the same luck (common random numbers), so gains are paired.
#include "rehearsal/belief.hpp"
#include "rehearsal/sensible_moves.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace assent {

/// What is worth something.
enum class Goal : std::uint8_t {
    win,      ///< share of deals won
    margin,   ///< margin less cost of sale of a deal, currency
    lifetime, ///< lifetime value of a deal, currency
};

struct Advice {
    struct Line {
        Move move;
        bool wait = false; ///< nothing more this week; `move` means nothing
        double value = 0, low = 0, high = 0;
        /// Against the policy going on at once; intervals of the lines still alive hold together.
        double gain = 0, gain_low = 0, gain_high = 0;
        std::int64_t rollouts = 0;
        bool alive = true; ///< not yet found behind
    };
    std::vector<Line> lines;             ///< best first: those alive by gain, then those dropped
    double value = 0, low = 0, high = 0; ///< of the policy going on: V(b)
    double won = 0, lost = 0, none = 0;  ///< shares of outcomes under it, eliminated counted as lost; they sum to 1
    std::vector<double> weeks_histogram; ///< share of all deals won in week w (horizon + 1)
    double median_weeks = 0;             ///< of deals won; 0: none
    std::int64_t going_on = 0;           ///< rollouts behind value, shares and histogram
    std::int64_t rollouts = 0;
    double rollouts_per_second = 0;
    bool final = false;
};

struct AdviceRequest {
    Goal goal = Goal::win;
    std::int64_t rollouts = 65'536; ///< of all lines together, about; at least one batch of each is played
    std::uint64_t seed = 1;         ///< of the futures
    double confidence = 0.9;
    int threads = 1;        ///< never changes a figure
    std::vector<Move> also; ///< lines besides the sensible moves
    bool only_also = false; ///< … and instead of them
    const std::atomic<bool>* cancelled = nullptr;
};

/// The work behind an advice, in steps. Results depend on the request and the number of steps alone, never on threads.
class AdviceSearch {
  public:
    /// `planned` are the moves of the coming week so far. Throws UserError for more than Line has room for, for a
    /// confidence outside (0, 1), and when the deal is decided.
    AdviceSearch(Belief belief, const Knowledge& knowledge, std::vector<Move> planned, AdviceRequest request);
    ~AdviceSearch();
    AdviceSearch(const AdviceSearch&) = delete;
    AdviceSearch& operator=(const AdviceSearch&) = delete;

    /// Plays one more round; false: there is nothing left to play, or it was cancelled and the round does not count.
    bool step();
    [[nodiscard]] Advice advice() const;

  private:
    struct Work;
    std::unique_ptr<Work> work_;
};

/// All of it at once: the same for the same request. When cancelled, what was found so far. `practice` is the belief's.
Advice advise(const Practice& practice, const Belief& belief, const Knowledge& knowledge,
              const std::vector<Move>& planned, const AdviceRequest& request = {});

} // namespace assent
