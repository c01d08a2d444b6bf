#pragma once
// Moves as one more strategy of a plan: what is rehearsed is played by the kernel that plays everything else.
#include "rehearsal/move.hpp"

#include <span>
#include <vector>

namespace assent {

/// The moves of each week; the first entry is week 1.
using Weeks = std::vector<std::vector<Move>>;

/// A plan with a strategy made of moves behind its own. Letter, tactic, hours, budget, professionalism and what comes
/// after the sale are those of one of its strategies, the manner.
class Script {
  public:
    /// `manner` is one of the strategies of the plan.
    Script(const Plan& plan, std::int32_t manner);
    /// Replaces the moves. In a week they are made in their order.
    void set(std::span<const std::vector<Move>> weeks);

    [[nodiscard]] const Plan& plan() const { return plan_; }
    [[nodiscard]] std::int32_t strategy() const { return static_cast<std::int32_t>(plan_.strategies.size()) - 1; }

  private:
    Plan plan_;
    std::int32_t first_rule_, first_candidate_;
};

} // namespace assent
