#pragma once
// Who blocked it, and what would have turned them: the same luck with one thing changed.
#include "experiment/run.hpp"
#include "model/model.hpp"

#include <string>

namespace assent {

/// One change to the model and what it does to the win rate of a strategy.
struct Counterfactual {
    enum class Kind : std::uint8_t {
        objection_removed,
        objection_halved,
        link_cut,
        mind_for_us,
        mind_against_us,
        rule_dropped,
    } kind = Kind::objection_removed;
    std::int32_t member = -1;     ///< whose objection or mind; the influenced one of a link
    std::int32_t objection = -1;  ///< place in the member's list
    std::int32_t other = -1;      ///< the influencing one of a link; place of the rule in the strategy
    Interval win_rate;            ///< with the change
    Interval difference;          ///< to the unchanged model, paired, simultaneous over all changes
};

struct CounterfactualReport {
    std::int32_t strategy = 0;
    Interval win_rate; ///< unchanged
    std::vector<Counterfactual> changes; ///< largest gain first
};

/// Plays every single change of the model against the model itself with common random numbers.
CounterfactualReport explain_losses(const Model& model, std::int32_t strategy, const RunRequest& request,
                                    const std::function<void(const Progress&)>& progress = {});

} // namespace assent
