#include "experiment/elementary_effects.hpp"

#include "experiment/random_stream.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assent {
namespace {

/// Effects of each input along each trajectory. (count × inputs)
std::vector<double> effects_along(const Trajectories& trajectories, std::span<const double> values) {
    const std::size_t inputs = trajectories.points.columns;
    std::vector<double> effects(trajectories.moved.size());
    for (std::size_t t = 0; t < trajectories.count(); ++t)
        for (std::size_t step = 0; step < inputs; ++step) {
            const std::size_t before = t * (inputs + 1) + step, input = trajectories.moved[t * inputs + step];
            const double moved_by = trajectories.points.at(before + 1, input) - trajectories.points.at(before, input);
            effects[t * inputs + input] = (values[before + 1] - values[before]) / moved_by;
        }
    return effects;
}

/// mu*, mu and sigma of each input.
std::vector<double> figures(const std::vector<double>& effects, std::size_t inputs, std::span<const double> weights) {
    const double count = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<double> all;
    for (std::size_t input = 0; input < inputs; ++input) {
        double size = 0, sum = 0, squares = 0;
        for (std::size_t t = 0; t < weights.size(); ++t) {
            size += weights[t] * std::abs(effects[t * inputs + input]);
            sum += weights[t] * effects[t * inputs + input];
        }
        for (std::size_t t = 0; t < weights.size(); ++t)
            squares += weights[t] * std::pow(effects[t * inputs + input] - sum / count, 2);
        all.insert(all.end(), {size / count, sum / count, count > 1 ? std::sqrt(squares / (count - 1)) : 0});
    }
    return all;
}

} // namespace

Trajectories random_trajectories(std::size_t count, std::size_t inputs, std::uint64_t seed) {
    Trajectories trajectories{{count * (inputs + 1), inputs, {}}, {}};
    for (std::size_t t = 0; t < count; ++t) {
        RandomStream random(seed, RandomStream::Purpose::trajectories, static_cast<std::uint32_t>(t));
        std::vector<double> point(inputs), target(inputs);
        std::vector<std::uint32_t> order(inputs);
        std::iota(order.begin(), order.end(), 0u);
        for (std::size_t i = inputs - 1; i > 0; --i) std::swap(order[i], order[random.below(i + 1)]);
        for (std::size_t input = 0; input < inputs; ++input) {
            // One step apart are 0 and 2/3, 1/3 and 1; either way.
            const double low = random.below(2) == 0 ? 0.0 : 1.0 / (morris_levels - 1);
            const bool upwards = random.below(2) == 0;
            point[input] = upwards ? low : low + morris_step;
            target[input] = upwards ? low + morris_step : low;
        }
        std::vector<double>& cells = trajectories.points.cells;
        cells.insert(cells.end(), point.begin(), point.end());
        for (const std::uint32_t input : order) {
            point[input] = target[input];
            cells.insert(cells.end(), point.begin(), point.end());
        }
        trajectories.moved.insert(trajectories.moved.end(), order.begin(), order.end());
    }
    return trajectories;
}

std::vector<InputEffect> elementary_effects(const Trajectories& trajectories, std::span<const double> values,
                                            const BootstrapRequest& request) {
    const std::size_t inputs = trajectories.points.columns;
    const std::vector<double> effects = effects_along(trajectories, values);
    const std::vector<Interval> intervals = bootstrap_intervals(
        trajectories.count(), [&](auto weights) { return figures(effects, inputs, weights); }, request);
    std::vector<InputEffect> found;
    for (std::size_t input = 0; input < inputs; ++input)
        found.push_back({intervals[3 * input], intervals[3 * input + 1], intervals[3 * input + 2]});
    return found;
}

} // namespace assent
