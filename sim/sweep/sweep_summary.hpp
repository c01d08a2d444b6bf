#pragma once
// What a store says of the strategies over all its points: who wins where, and what choosing one costs where another
// would have been better (regret, Savage 1951).
#include "experiment/measure_rank.hpp"
#include "sweep/sweep_store.hpp"

#include <span>
#include <string>
#include <vector>

namespace assent {

/// One strategy, the same in all companies by its id, over the points at which it was played.
struct StrategyOverPoints {
    std::string id, name;
    std::int64_t points = 0;
    std::int64_t clearly_best = 0;            ///< points at which nobody can be told apart from it
    std::int64_t among_best = 0;              ///< points at which it is best, or cannot be told apart from the best
    double mean = 0, least = 0, greatest = 0; ///< of the measure over the points, unweighted
    double mean_regret = 0;       ///< measure of the best at the point less its own, mean over the points; >= 0
    double greatest_regret = 0;   ///< the same at its worst point
    std::int64_t worst_point = 0; ///< where that is, from 0
    std::vector<double> regrets;  ///< by point, in the order of the store
};

struct SweepSummary {
    RankMeasure measure = RankMeasure::win;
    std::int64_t points = 0, deals = 0;
    std::vector<StrategyOverPoints> strategies; ///< highest mean first

    /// Adds a point, whose strategies were ranked by the measure (rank_by).
    void see(const PointRecord& record, std::span<const MeasuredStrategy> ranked);
    /// To be called when all points were seen: until then means are sums, and the order is that of coming.
    void finish();
    /// The strategy with the smallest greatest regret: good enough whatever turns out to be true.
    [[nodiscard]] const StrategyOverPoints& least_regret() const;
};

SweepSummary summarise(SweepStore& store, RankMeasure measure);

} // namespace assent
