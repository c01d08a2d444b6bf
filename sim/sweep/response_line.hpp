#pragma once
// What the points of a store say along one axis or two, the other axes averaged over; and means over all points.
#include "sweep/axis_effect.hpp"
#include "sweep/point_table.hpp"

#include <span>
#include <string>
#include <vector>

namespace assent {

/// A measure at a point.
struct PointValue {
    double value = 0;
    double luck = 0; ///< half-width of its interval by chance within the point
    std::size_t company = 0;
};

/// Mean over points. Its half-width is the root of the squares of two parts. Luck: the mean half-width of the points; all
/// points meet the same luck, so that their errors may go together and do not average out. Sampling: Student's t between
/// points or between means of companies; none where nothing was sampled or there are fewer than two.
Interval mean_over(std::span<const PointValue> values, Sampled how, double confidence);

/// A strategy at one level of an axis.
struct ResponseLevel {
    ValueLevel level;
    std::int64_t points = 0;
    Interval mean;
    double least = 0, greatest = 0; ///< of its points
};
struct ResponseLine {
    std::string strategy;
    std::vector<ResponseLevel> levels; ///< the same for all strategies; some may be without points
};
struct Response {
    std::string axis;
    bool numbers = false;
    std::vector<ResponseLine> lines; ///< in the order of the table
};
/// One for each axis of the table.
std::vector<Response> response_lines(const PointTable& table, Sampled how, double confidence);

struct StrategyMean {
    std::string strategy;
    Interval mean;
    Interval gap;    ///< to the reference, over the points where both were played; simultaneous over all pairs
    Interval regret; ///< measure of the best at the point less its own; >= 0
};
std::vector<StrategyMean> strategy_means(const PointTable& table, Sampled how, double confidence);

/// The best strategy of a cell of two axes, by its mean over the cell's points.
struct BestCell {
    std::int64_t points = 0; ///< 0: the cell is empty
    std::size_t strategy = 0;
    Interval mean;
    bool throughout = false; ///< best or level with the best at every point of the cell
};
struct BestMap {
    std::string across, down;
    std::vector<ValueLevel> columns, rows;
    std::vector<BestCell> cells; ///< (row × column)
};
BestMap best_map(const PointTable& table, std::size_t across, std::size_t down, Sampled how, double confidence);

/// Places of the axes in the table, the most influential first: by the share of variance explained, the mean over the
/// strategies; by swing where there are too few points for that.
std::vector<std::size_t> by_influence(const PointTable& table, const std::vector<AxisEffect>& effects);

} // namespace assent
