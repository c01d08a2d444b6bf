#pragma once
// A ranking by one measure and nothing besides, for whoever ranks thousands of tallies.
#include "experiment/summary.hpp"

#include <vector>

namespace assent {

/// A strategy by one measure: the figures that it has in a ranking by that measure (StrategyStanding).
struct MeasuredStrategy {
    std::size_t strategy = 0; ///< index in RunTally::strategies
    Interval measured;
    Interval gap; ///< measure minus that of the leader
    bool tied_with_best = false;
};

/// In the order of rank(), at a small part of its cost.
std::vector<MeasuredStrategy> rank_by(const RunTally& tally, double confidence, RankMeasure measure);

} // namespace assent
