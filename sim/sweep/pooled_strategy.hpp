#pragma once
// All deals of a strategy over the points of a store, put together.
#include "sweep/point_record.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace assent {

struct PooledStrategy {
    std::string id, name;
    std::int64_t deals = 0, not_won = 0;
    std::vector<std::int64_t> decided; ///< deals won, lost or struck off, by week
    std::array<std::map<std::int32_t, std::int64_t>, quantity_count> histograms; ///< counts by bin of a Histogram
    std::map<std::pair<std::string, std::string>, std::int64_t> reasons;         ///< see StrategyRecord
};

/// Adds a point to the strategies seen so far.
void pool(std::vector<PooledStrategy>& strategies, const PointRecord& record);

/// Share of the counted that is at most x, rising to 1; empty of nothing.
struct Cumulative {
    std::vector<std::pair<double, double>> steps; ///< x, share
};
Cumulative cumulative(const std::map<std::int32_t, std::int64_t>& bins);
/// By week, from week 0.
Cumulative cumulative_weeks(const std::vector<std::int64_t>& weeks);

} // namespace assent
