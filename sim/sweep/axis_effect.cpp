#include "sweep/axis_effect.hpp"

#include "experiment/intervals.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace assent {
namespace {

constexpr std::size_t groups = 20;

/// Points at which one strategy was played: what came out, and the value of each axis as a place in a list of values.
struct Column {
    std::string id;
    std::vector<double> measured;
    std::vector<std::size_t> point; ///< in Points::values
};

struct Points {
    std::vector<std::string> axes;
    std::vector<std::vector<std::string>> values; ///< (axis × point)
    std::vector<Column> strategies;
    std::vector<std::int64_t> numbers; ///< of the points
};

Points load(SweepStore& store, RankMeasure measure) {
    const Manifest& manifest = store.manifest();
    Points points;
    const bool several = manifest.companies.size() > 1;
    if (several) points.axes.emplace_back("company");
    for (const StoredAxis& axis : manifest.axes) points.axes.push_back(axis.path);
    points.values.resize(points.axes.size());
    store.each([&](const PointRecord& record) {
        if (several) points.values[0].push_back(manifest.companies[record.company]);
        for (std::size_t i = 0; i < record.values.size(); ++i)
            points.values[i + (several ? 1 : 0)].push_back(record.values[i]);
        const Ranking ranking = rank(record.tally, manifest.confidence, measure);
        for (const StrategyStanding& standing : ranking.standings) {
            const std::string& id = record.strategies[standing.strategy].id;
            auto column = std::ranges::find(points.strategies, id, &Column::id);
            if (column == points.strategies.end()) column = points.strategies.insert(column, Column{id, {}, {}});
            column->measured.push_back(standing.measured(measure).estimate);
            column->point.push_back(points.numbers.size());
        }
        points.numbers.push_back(record.point);
    });
    return points;
}

std::optional<double> number_of(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Levels of an axis, and for each point its level.
struct Levels {
    std::vector<AxisLevel> levels;
    std::vector<std::size_t> of; ///< by point
};

Levels levels_of(const std::vector<std::string>& values) {
    std::vector<std::string> distinct;
    std::set<std::string> seen;
    bool numbers = true;
    for (const std::string& value : values) {
        if (!seen.insert(value).second) continue;
        distinct.push_back(value);
        numbers = numbers && number_of(value).has_value();
    }
    if (numbers) std::ranges::stable_sort(distinct, {}, [](const std::string& value) { return *number_of(value); });
    // Where values come once each (Latin hypercube, Sobol) neighbours are put together, the square root of all in a level.
    const bool repeated = 2 * distinct.size() <= values.size() || distinct.size() <= 2;
    const auto root = static_cast<std::size_t>(std::sqrt(static_cast<double>(values.size())));
    const std::size_t most = repeated || !numbers ? levels_limit : std::clamp<std::size_t>(root, 2, levels_limit);
    const std::size_t count = std::min(distinct.size(), most);
    Levels result;
    result.levels.resize(count);
    std::map<std::string, std::size_t> level;
    for (std::size_t i = 0; i < distinct.size(); ++i) {
        const std::size_t place = i * count / distinct.size();
        if (result.levels[place].from.empty()) result.levels[place].from = distinct[i];
        result.levels[place].to = distinct[i];
        level[distinct[i]] = place;
    }
    for (const std::string& value : values) result.of.push_back(level[value]);
    return result;
}

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

AxisEffect effect(const Points& points, const Column& column, std::size_t axis, const Levels& axis_levels,
                  double confidence) {
    AxisEffect result{points.axes[axis], column.id, axis_levels.levels, 0, {}};
    Sums whole(result.levels.size());
    std::vector<Sums> parts(groups, whole);
    for (std::size_t i = 0; i < column.measured.size(); ++i) {
        const std::size_t level = axis_levels.of[column.point[i]];
        whole[level].add(column.measured[i]);
        // Neighbouring points differ in the fastest axis only: groups take them by a mix of their numbers.
        const auto mixed = static_cast<std::uint64_t>(points.numbers[column.point[i]]) * 0x9e3779b97f4a7c15u;
        parts[static_cast<std::size_t>(mixed >> 32) % groups][level].add(column.measured[i]);
    }
    for (std::size_t level = 0; level < whole.size(); ++level) {
        result.levels[level].points = whole[level].count;
        result.levels[level].mean =
            whole[level].count == 0 ? 0 : whole[level].sum / static_cast<double>(whole[level].count);
    }
    result.mean = std::accumulate(column.measured.begin(), column.measured.end(), 0.0) /
                  static_cast<double>(column.measured.size());
    result.first_order = jackknife(whole, parts, confidence);
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

std::vector<AxisEffect> axis_effects(SweepStore& store, RankMeasure measure) {
    const Points points = load(store, measure);
    std::vector<Levels> levels;
    for (const std::vector<std::string>& values : points.values) levels.push_back(levels_of(values));
    std::vector<AxisEffect> effects;
    for (const Column& column : points.strategies)
        for (std::size_t axis = 0; axis < points.axes.size(); ++axis)
            effects.push_back(effect(points, column, axis, levels[axis], store.manifest().confidence));
    return effects;
}

} // namespace assent
