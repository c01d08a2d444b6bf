#pragma once
// A fact's arms as plans, and what its expectations see of them.
#include "model/model.hpp"
#include "validation/contrast.hpp"
#include "validation/play_arms.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assent {

/// An expectation as places in FactArms::played; the control's are -1 when there is none.
struct ComparedArms {
    Expectation expectation;
    int of = 0, over = 0, control_of = -1, control_over = -1;
};

/// By construction the arms differ in nothing but what they set and take out, and the control is the same change to both.
struct FactArms {
    std::vector<PlayedArm> played;
    std::vector<ComparedArms> compared;
    std::vector<std::vector<std::vector<int>>> whom; ///< by expectation, by played arm: members or alternatives
    std::string nobody; ///< not empty: a selector that found nobody, so that the fact does not apply
};

/// Makes the arms of a fact out of a scenario that states it: setup, arm, control, in this order. Throws UserError for
/// changes that cannot be made.
FactArms arms_of(const Model& model, bool with_control, const std::string& origin);

/// What the expectations of a fact have seen.
struct FactTallies {
    std::vector<PairTally> main, control;
};
/// Plays the arms and tallies every comparison. False: cancelled.
bool tally_arms(const FactArms& arms, const ArmsRequest& request, FactTallies& tallies);

} // namespace assent
