#include "sweep/response_line.hpp"

#include "experiment/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace assent {
namespace {

/// Half-width by what was sampled; 0 when nothing was, or nothing can be said.
double sampling_error(std::span<const PointValue> values, Sampled how, double confidence) {
    if (how == Sampled::nothing) return 0;
    Moments between;
    std::map<std::size_t, Moments> companies;
    for (const PointValue& value : values) companies[value.company].add(value.value);
    if (how == Sampled::companies)
        for (const auto& [company, moments] : companies) between.add(moments.sum / static_cast<double>(moments.count));
    else
        for (const PointValue& value : values) between.add(value.value);
    return between.count < 2 ? 0 : mean_interval(between, confidence).half_width();
}

ResponseLine line_of(const PointTable& table, const StrategyColumn& column, const ValueLevels& levels, Sampled how,
                     double confidence) {
    std::vector<std::vector<PointValue>> values(levels.levels.size());
    for (std::size_t i = 0; i < column.point.size(); ++i)
        values[levels.of[column.point[i]]].push_back(
            {column.measured[i], column.luck[i], table.company[column.point[i]]});
    ResponseLine line{column.id, {}};
    for (std::size_t l = 0; l < values.size(); ++l) {
        ResponseLevel level{levels.levels[l], std::ssize(values[l]), mean_over(values[l], how, confidence), 0, 0};
        if (!values[l].empty()) {
            const auto [least, greatest] = std::ranges::minmax_element(values[l], {}, &PointValue::value);
            level.least = least->value;
            level.greatest = greatest->value;
        }
        line.levels.push_back(level);
    }
    return line;
}

struct CellValues {
    std::vector<PointValue> values;
    bool throughout = true;
};

/// Levels of a side of a map: so many that a cell has about four points when they lie anywhere.
std::size_t side_of_map(std::size_t points) {
    return std::clamp<std::size_t>(static_cast<std::size_t>(std::sqrt(static_cast<double>(points) / 4)), 2, 8);
}

ValueLevels map_levels(const PointTable& table, std::size_t axis) {
    constexpr std::size_t most = 12;
    ValueLevels levels = levels_of(table.values[axis], most);
    return levels.repeated || !levels.numbers ? levels
                                              : levels_of(table.values[axis], side_of_map(table.numbers.size()));
}

} // namespace

Interval mean_over(std::span<const PointValue> values, Sampled how, double confidence) {
    if (values.empty()) return {};
    double sum = 0, luck = 0;
    for (const PointValue& value : values) {
        sum += value.value;
        luck += value.luck;
    }
    const auto count = static_cast<double>(values.size());
    const double half = std::hypot(luck / count, sampling_error(values, how, confidence));
    return {sum / count, sum / count - half, sum / count + half};
}

std::vector<Response> response_lines(const PointTable& table, Sampled how, double confidence) {
    std::vector<Response> responses;
    for (std::size_t axis = 0; axis < table.axes.size(); ++axis) {
        const ValueLevels levels = axis_levels(table, axis, how);
        Response& response = responses.emplace_back(Response{table.axes[axis], levels.numbers, {}});
        // A company is no sample of companies.
        const Sampled within = table.axes[axis] == company_axis ? Sampled::nothing : how;
        for (const StrategyColumn& column : table.strategies)
            response.lines.push_back(line_of(table, column, levels, within, confidence));
    }
    return responses;
}

std::vector<StrategyMean> strategy_means(const PointTable& table, Sampled how, double confidence) {
    const std::int64_t count = std::ssize(table.strategies);
    const double together = share_confidence(confidence, std::max<std::int64_t>(1, count * (count - 1) / 2));
    std::vector<StrategyMean> means;
    for (const StrategyColumn& column : table.strategies) {
        std::vector<PointValue> values, gaps, regrets;
        for (std::size_t i = 0; i < column.point.size(); ++i) {
            const std::size_t company = table.company[column.point[i]];
            values.push_back({column.measured[i], column.luck[i], company});
            regrets.push_back({column.regret[i], column.regret_luck[i], company});
            if (!std::isnan(column.gap[i])) gaps.push_back({column.gap[i], column.gap_luck[i], company});
        }
        Interval regret = mean_over(regrets, how, confidence);
        regret.low = std::max(0.0, regret.low);
        means.push_back({column.id, mean_over(values, how, confidence), mean_over(gaps, how, together), regret});
    }
    return means;
}

BestMap best_map(const PointTable& table, std::size_t across, std::size_t down, Sampled how, double confidence) {
    // A company is no sample of companies.
    const Sampled within =
        table.axes[across] == company_axis || table.axes[down] == company_axis ? Sampled::nothing : how;
    const ValueLevels columns = map_levels(table, across), rows = map_levels(table, down);
    BestMap map{table.axes[across], table.axes[down], columns.levels, rows.levels, {}};
    map.cells.resize(rows.levels.size() * columns.levels.size());
    for (std::size_t s = 0; s < table.strategies.size(); ++s) {
        const StrategyColumn& column = table.strategies[s];
        std::vector<CellValues> cells(map.cells.size());
        for (std::size_t i = 0; i < column.point.size(); ++i) {
            const std::size_t point = column.point[i];
            CellValues& cell = cells[rows.of[point] * columns.levels.size() + columns.of[point]];
            cell.values.push_back({column.measured[i], column.luck[i], table.company[point]});
            cell.throughout = cell.throughout && column.among_best[i];
        }
        for (std::size_t c = 0; c < cells.size(); ++c) {
            if (cells[c].values.empty()) continue;
            const Interval mean = mean_over(cells[c].values, within, confidence);
            if (map.cells[c].points == 0 || mean.estimate > map.cells[c].mean.estimate)
                map.cells[c] = {std::ssize(cells[c].values), s, mean, cells[c].throughout};
        }
    }
    return map;
}

std::vector<std::size_t> by_influence(const PointTable& table, const std::vector<AxisEffect>& effects) {
    const bool explained =
        std::ranges::none_of(effects, [](const AxisEffect& effect) { return std::isnan(effect.first_order.estimate); });
    std::vector<double> weight(table.axes.size());
    for (const AxisEffect& effect : effects) {
        const auto axis = static_cast<std::size_t>(std::ranges::find(table.axes, effect.axis) - table.axes.begin());
        weight[axis] += explained ? effect.first_order.estimate : effect.swing();
    }
    std::vector<std::size_t> order(table.axes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t axis) { return weight[axis]; });
    return order;
}

} // namespace assent
