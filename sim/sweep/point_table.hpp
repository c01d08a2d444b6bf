#pragma once
// The points of a store as a table: the value of each axis, and what came out for each strategy.
#include "experiment/measure_rank.hpp"
#include "sweep/sweep_store.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace assent {

/// One strategy at the points where it was played; vectors run over these.
struct StrategyColumn {
    std::string id, name;
    std::vector<std::size_t> point; ///< row of the table
    std::vector<double> measured;
    std::vector<double> luck; ///< half-width of the interval of `measured`: chance within the point alone
    /// Measure less that of the reference on the same luck, NaN where that was not played; empty until compare().
    std::vector<double> gap;
    std::vector<double> gap_luck;    ///< half-width of its interval, simultaneous over all pairs of strategies
    std::vector<bool> among_best;    ///< best at the point, or not told apart from the best
    std::vector<double> regret;      ///< measure of the best at the point less its own; >= 0
    std::vector<double> regret_luck; ///< half-width of its interval, simultaneous over all pairs of strategies
};

/// What the companies are called as an axis, where there are several.
inline constexpr const char* company_axis = "company";

struct PointTable {
    std::vector<std::string> axes;                ///< "company" first where there are several
    std::vector<std::vector<std::string>> values; ///< (axis × row), as a file writes them
    std::vector<std::int64_t> numbers;            ///< of the points, from 0
    std::vector<std::size_t> company;             ///< by row
    std::vector<StrategyColumn> strategies;       ///< in the order in which they came

    /// Adds a point, whose strategies were ranked by the measure (rank_by).
    void see(const Manifest& manifest, const PointRecord& record, std::span<const MeasuredStrategy> ranked);
    /// Fills in the gaps at the next point that has none. To be called once all points were seen, in the same order.
    /// `reference`: id of the strategy that the others are compared with.
    void compare(const Manifest& manifest, const PointRecord& record, RankMeasure measure,
                 const std::string& reference);
};

/// A table without rows.
PointTable empty_table(const Manifest& manifest);

/// What the points of a sweep are a sample of, and so what else than the luck of the deals an average over them is unsure by.
enum class Sampled : std::uint8_t {
    nothing,   ///< a grid or list: the points asked for are all there is
    points,    ///< Latin hypercube, Sobol: others of the same ranges could have been drawn
    companies, ///< several companies, taken as drawn from more of their kind
};
Sampled sampled(const Manifest& manifest);

/// The whole of a text as a number, if it is one.
std::optional<double> number_of(const std::string& text);

/// One value of an axis, or several neighbouring ones that were too many to tell apart.
struct ValueLevel {
    std::string from, to; ///< as written; equal: one value
};
struct ValueLevels {
    std::vector<ValueLevel> levels; ///< numbers from least to greatest, words in the order in which they came
    std::vector<std::size_t> of;    ///< by row
    bool numbers = false;           ///< every value is a number
    bool repeated = false;          ///< values come again and again, as on a grid; else about once each
};

/// What becomes of numbers that come about once each.
enum class Rare : std::uint8_t {
    together, ///< with their neighbours, the square root of all in a level: so that a level has a mean worth the name
    apart,    ///< as they are, as far as there are levels
};
/// Levels of an axis, at most `most`.
ValueLevels levels_of(const std::vector<std::string>& values, std::size_t most, Rare rare = Rare::together);

/// Values of an axis that are told apart; of more, neighbours are put together.
inline constexpr std::size_t levels_limit = 16;
/// The levels by which an axis is shown, in lines and bars alike: the values asked for, as far as there are; of a sample,
/// neighbours together.
ValueLevels axis_levels(const PointTable& table, std::size_t axis, Sampled how);

} // namespace assent
