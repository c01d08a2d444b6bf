#pragma once
// The strategies of an advisor's lines: moves of the coming week, then a policy with the hours that are left.
#include "rehearsal/move.hpp"

#include <span>

namespace assent {

/// Moves of one week that a line has room for, besides the rules of the policy.
inline constexpr std::size_t most_planned_moves = 64;

/// A plan with two strategies behind its own, the first of which only keeps room: the state of a deal has the same layout
/// whatever moves are planned. The other one is the line that is played, with conduct, hours and terms of the manner.
class Line {
  public:
    /// `manner` is one of the strategies of the plan.
    Line(const Plan& plan, std::int32_t manner);

    /// Moves of week `week`, then the rules of strategy `policy` (-1: nothing more) from week `policy_from` on. Throws
    /// UserError for more than most_planned_moves.
    void set(int week, std::span<const Move> moves, std::int32_t policy, int policy_from);

    [[nodiscard]] const Plan& plan() const { return plan_; }
    [[nodiscard]] std::int32_t strategy() const { return static_cast<std::int32_t>(plan_.strategies.size()) - 1; }

  private:
    Plan plan_;
    std::int32_t first_rule_, first_candidate_;
};

} // namespace assent
