#pragma once
// A finished run with all that is needed to put names to its numbers.
#include "experiment/run.hpp"
#include "model/model.hpp"

#include <string>

namespace assent {

struct RunResult {
    const Model& model;
    RunTally tally;
    Ranking ranking;
    std::vector<std::int32_t> strategies; ///< place in the model of each strategy of the tally
    double seconds = 0;
    bool interrupted = false;          ///< the user stopped it before its end
    double precision = 0;              ///< half-width that was asked for; 0: none
    std::size_t uncertain_numbers = 0; ///< drawn anew in every replicate

    [[nodiscard]] const Strategy& strategy(const StrategyStanding& standing) const {
        return model.strategies[static_cast<std::size_t>(strategies[standing.strategy])];
    }
    [[nodiscard]] const StrategyTally& counted(const StrategyStanding& standing) const {
        return tally.strategies[standing.strategy];
    }
};

/// What a strategy or an alternative is called: its name, or its id when it has none.
template <class Named> const std::string& name_of(const Named& named) {
    return named.name.empty() ? named.id : named.name;
}

} // namespace assent
