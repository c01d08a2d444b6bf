#pragma once
// Screening by elementary effects (Morris 1991; Campolongo, Cariboni & Saltelli 2007). Pure functions of the values of a
// function over the unit cube.
#include "experiment/sobol_indices.hpp"

namespace assent {

/// The grid 0, 1/3, 2/3, 1 (p = 4) and the step 2/3, Morris's p / (2 (p - 1)): every level is as likely as any other.
inline constexpr int morris_levels = 4;
inline constexpr double morris_step = 2.0 / 3.0;

/// Ways through the grid: inputs + 1 points each, in which every input moves once by the step, in random order.
struct Trajectories {
    DesignMatrix points;              // (count × (inputs + 1)) rows
    std::vector<std::uint32_t> moved; // (count × inputs) which input moves
    [[nodiscard]] std::size_t count() const { return points.rows / (points.columns + 1); }
};

/// Preconditions: count >= 1, inputs >= 1.
Trajectories random_trajectories(std::size_t count, std::size_t inputs, std::uint64_t seed);

/// Effects of one input over the trajectories, per whole range of the input, in units of the function.
struct InputEffect {
    Interval mean_absolute; ///< mu*: how much it moves the function
    Interval mean;          ///< mu: in which direction, if it is always the same
    Interval
        deviation; ///< sigma: how much the effect depends on where the others, or itself, stand; 0 of one trajectory
};

/// `values`: of the function at the trajectories' points. Intervals by resampling whole trajectories.
std::vector<InputEffect> elementary_effects(const Trajectories& trajectories, std::span<const double> values,
                                            const BootstrapRequest& request);

} // namespace assent
