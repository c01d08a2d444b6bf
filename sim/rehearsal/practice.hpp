#pragma once
// A scenario prepared for play.
#include "engine/plan.hpp"
#include "model/model.hpp"
#include "rehearsal/line.hpp"

#include <cstdint>

namespace assent {

/// Immutable once made, so that sessions, beliefs and threads share one.
class Practice {
  public:
    /// `manner` is the place of the strategy whose hours, budget, letter, tactic, ethics and service the player has;
    /// -1: the one that wins most. Throws UserError when the scenario has no strategy, or not that one, and what
    /// compile() throws.
    Practice(Model model, std::int32_t manner);

    [[nodiscard]] const Model& model() const { return model_; }
    /// The truth: each replicate of it is one company with one luck.
    [[nodiscard]] const Plan& plan() const { return plan_; }
    /// What the account manager takes the company to be before he has spoken to anybody.
    /// Members are those of the truth; the doubts of a member begin with those of the truth. Its last strategies are the
    /// two of Line, its own the scenario's and the coaches'.
    [[nodiscard]] const Plan& believed() const { return line_.plan(); }
    /// A line to write moves into: a copy of believed() that shares the layout of its states.
    [[nodiscard]] Line line() const { return line_; }
    [[nodiscard]] std::int32_t manner() const { return manner_; }
    /// The strategy that plays on when the value of a position is asked for.
    /// One of the scenario's or a coach, whichever wins most of the believed deals in the player's manner.
    [[nodiscard]] std::int32_t policy() const { return policy_; }

    [[nodiscard]] const Strategy& manner_strategy() const {
        return model_.strategies[static_cast<std::size_t>(manner_)];
    }
    /// Do seller and manner allow this at all.
    [[nodiscard]] bool kickbacks_allowed() const { return model_.seller.kickbacks && manner_strategy().kickbacks; }
    [[nodiscard]] bool embellishment_allowed() const {
        return model_.seller.embellishment && manner_strategy().embellishment;
    }

  private:
    Model model_;
    Plan plan_;
    std::int32_t manner_;
    Line line_;
    std::int32_t policy_;
};

} // namespace assent
