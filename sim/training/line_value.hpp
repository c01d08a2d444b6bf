#pragma once
// What a line of play is worth, whatever luck it met: the same moves in many deals.
#include "experiment/summary.hpp"
#include "rehearsal/practice.hpp"
#include "rehearsal/script.hpp"

#include <cstdint>

namespace assent {

struct LineRequest {
    RankMeasure measure = RankMeasure::win;
    std::int64_t deals = 8'192;  ///< half-width of a win rate at most 1.1 points
    std::uint64_t seed = 20'260; ///< not that of the deal which was played
    int threads = 0;
    double confidence = 0.95;
};

/// Mean of the measure over the deals, with its interval. After the last week of the line nothing more is done.
Interval value_of_line(const Practice& practice, const Weeks& weeks, const LineRequest& request);

} // namespace assent
