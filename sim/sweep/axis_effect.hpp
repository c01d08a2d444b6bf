#pragma once
// What each axis of a stored sweep does to a strategy, from the points as they are: no further deal is played.
#include "experiment/summary.hpp"
#include "sweep/point_table.hpp"
#include "sweep/sweep_store.hpp"

#include <string>
#include <vector>

namespace assent {

/// One value of an axis, or several neighbouring ones that were too many to tell apart.
struct AxisLevel {
    std::string from, to; ///< as written; equal: one value
    std::int64_t points = 0;
    double mean = 0; ///< of the measure over its points
};

struct AxisEffect {
    std::string axis, strategy;
    std::vector<AxisLevel> levels; ///< numbers from least to greatest, words in the order in which they came
    double mean = 0;               ///< over all points
    /// Share of the variance over the points that the axis explains by itself: epsilon squared (Kelley 1935), the
    /// correlation ratio freed of what chance alone would explain; with its jackknife interval (20 groups of points).
    /// Numbers that come about once each are taken with their neighbours, as a share needs several points a level.
    Interval first_order;
    std::size_t first_order_levels = 0;
    [[nodiscard]] double swing() const; ///< greatest mean of a level less the least
};

/// By strategy, then axis; companies count as an axis where there are several.
std::vector<AxisEffect> axis_effects(const PointTable& points, Sampled how, double confidence);

} // namespace assent
