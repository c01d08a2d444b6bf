#include "sweep/axis_effect.hpp"

#include "experiment/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace assent {
namespace {

constexpr std::size_t groups = 20;

/// Count, sum and squares of each level.
using Sums = std::vector<Moments>;

double explained(const Sums& sums) {
    Moments all;
    double within = 0;
    std::size_t filled = 0;
    for (const Moments& level : sums) {
        if (level.count == 0) continue;
        ++filled;
        all.count += level.count;
        all.sum += level.sum;
        all.squares += level.squares;
        within += level.squares - level.sum * level.sum / static_cast<double>(level.count);
    }
    const double total = all.squares - all.sum * all.sum / static_cast<double>(all.count);
    const auto spare = all.count - static_cast<std::int64_t>(filled);
    // Nothing varies, or there is but one point a level: nothing can be said to be explained.
    if (total <= 1e-12 * all.squares || spare <= 0) return std::numeric_limits<double>::quiet_NaN();
    const double between = total - within;
    const double chance = static_cast<double>(filled - 1) * within / static_cast<double>(spare);
    return (between - chance) / total; // may fall below 0 by chance
}

/// Too few points to say how sure the estimate is.
Interval unknown(double estimate) {
    if (std::isnan(estimate)) return {estimate, estimate, estimate};
    return {std::clamp(estimate, 0.0, 1.0), 0, 1};
}

Interval jackknife(const Sums& whole, const std::vector<Sums>& parts, double confidence) {
    const double estimate = explained(whole);
    Moments pseudo;
    for (const Sums& part : parts) {
        Sums rest = whole;
        for (std::size_t i = 0; i < rest.size(); ++i) {
            rest[i].count -= part[i].count;
            rest[i].sum -= part[i].sum;
            rest[i].squares -= part[i].squares;
        }
        const double without = explained(rest);
        if (std::isnan(without)) return unknown(estimate);
        const auto n = static_cast<double>(parts.size());
        pseudo.add(n * estimate - (n - 1) * without);
    }
    const double half = mean_interval(pseudo, confidence).half_width();
    return {std::clamp(estimate, 0.0, 1.0), std::clamp(estimate - half, 0.0, 1.0),
            std::clamp(estimate + half, 0.0, 1.0)};
}

/// A place in the levels of each point's value.
struct AxisPlaces {
    ValueLevels shown; ///< whose means make the swing
    ValueLevels told;  ///< whose share of the variance is told
};

void add_means(AxisEffect& result, const StrategyColumn& column, const ValueLevels& levels) {
    Sums sums(levels.levels.size());
    for (std::size_t i = 0; i < column.measured.size(); ++i) sums[levels.of[column.point[i]]].add(column.measured[i]);
    for (std::size_t level = 0; level < sums.size(); ++level)
        result.levels.push_back(
            {levels.levels[level].from, levels.levels[level].to, sums[level].count,
             sums[level].count == 0 ? 0 : sums[level].sum / static_cast<double>(sums[level].count)});
}

void add_share(AxisEffect& result, const PointTable& points, const StrategyColumn& column, const ValueLevels& levels,
               double confidence) {
    Sums whole(levels.levels.size());
    std::vector<Sums> parts(groups, whole);
    for (std::size_t i = 0; i < column.measured.size(); ++i) {
        const std::size_t level = levels.of[column.point[i]];
        whole[level].add(column.measured[i]);
        // Neighbouring points differ in the fastest axis only: groups take them by a mix of their numbers.
        const auto mixed = static_cast<std::uint64_t>(points.numbers[column.point[i]]) * 0x9e3779b97f4a7c15u;
        parts[static_cast<std::size_t>(mixed >> 32) % groups][level].add(column.measured[i]);
    }
    result.first_order = jackknife(whole, parts, confidence);
    result.first_order_levels = levels.levels.size();
}

AxisEffect effect(const PointTable& points, const StrategyColumn& column, std::size_t axis, const AxisPlaces& places,
                  double confidence) {
    AxisEffect result;
    result.axis = points.axes[axis];
    result.strategy = column.id;
    add_means(result, column, places.shown);
    add_share(result, points, column, places.told, confidence);
    result.mean = std::accumulate(column.measured.begin(), column.measured.end(), 0.0) /
                  static_cast<double>(column.measured.size());
    return result;
}

} // namespace

double AxisEffect::swing() const {
    double least = std::numeric_limits<double>::infinity(), greatest = -least;
    for (const AxisLevel& level : levels) {
        if (level.points == 0) continue;
        least = std::min(least, level.mean);
        greatest = std::max(greatest, level.mean);
    }
    return greatest >= least ? greatest - least : 0;
}

std::vector<AxisEffect> axis_effects(const PointTable& points, Sampled how, double confidence) {
    std::vector<AxisPlaces> places;
    for (std::size_t axis = 0; axis < points.axes.size(); ++axis)
        places.push_back({axis_levels(points, axis, how), levels_of(points.values[axis], levels_limit)});
    std::vector<AxisEffect> effects;
    for (const StrategyColumn& column : points.strategies)
        for (std::size_t axis = 0; axis < points.axes.size(); ++axis)
            effects.push_back(effect(points, column, axis, places[axis], confidence));
    return effects;
}

} // namespace assent
