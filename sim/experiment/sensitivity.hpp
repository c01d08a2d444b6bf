#pragma once
// Which uncertain numbers explain the spread of a strategy's result, alone and together with others. Between points only
// the numbers differ: each point is played with the same luck, so the result is a function of the numbers.
#include "experiment/elementary_effects.hpp"
#include "experiment/plan_numbers.hpp"
#include "experiment/run.hpp"
#include "model/model.hpp"

#include <functional>
#include <vector>

namespace assent {

enum class SensitivityMethod : std::uint8_t {
    sobol,  ///< shares of the variance
    morris, ///< elementary effects: a coarse look at many numbers
};

struct SensitivityRequest {
    RunRequest run; ///< replicates: of each point, at least 2; its precision and choice of strategies are not used
    RankMeasure measure = RankMeasure::win;
    std::int32_t watched = -1; ///< strategy whose measure is explained; -1: the leader of the scenario as it is
    SensitivityMethod method = SensitivityMethod::sobol;
    bool drawn = true;      ///< move the uncertain numbers of the scenario
    bool constants = false; ///< move constants of the mechanisms too
    ConstantChoice choice;  ///< which, and how far
    unsigned doublings = 9; ///< Sobol: 2^9 = 512 samples; 4 … 20
    int trajectories = 32;  ///< Morris: 2 … 100 000
};

struct SensitivityNumber {
    PlanNumber number;
    InputShare share;   ///< by Sobol
    InputEffect effect; ///< by Morris, in units of the measure over the range from `low` to `high`
    double luck = 0; ///< what the luck of few deals alone would give as its total share, or as its mean size of effect
};

struct Sensitivity {
    SensitivityRequest request;
    std::size_t watched = 0; ///< place among the strategies
    std::size_t points = 0;  ///< that were played
    double mean = 0;         ///< of the measure over the points
    double variance = 0;     ///< likewise; by Sobol over the independent points
    double luck_share = 0;   ///< of the variance: from playing few deals at each point, an estimate in [0, 1]
    std::vector<SensitivityNumber> numbers; ///< largest total share or effect first
    std::vector<PairShare> pairs;           ///< of leading numbers, as places in `numbers`; largest first

    /// The result is the same at every point.
    [[nodiscard]] bool flat() const { return variance <= 0; }
    /// Does the interval of the number's total share, or of the mean size of its effect, lie above what luck would give? An
    /// effect in one direction is not enough, because the same luck goes with the same value of the number.
    [[nodiscard]] bool stands_out(const SensitivityNumber& number) const;
};

/// The numbers that a request moves. Throws UserError when there are none.
std::vector<PlanNumber> sensitivity_numbers(const Model& model, const SensitivityRequest& request);

/// Plays the points. Uncertain numbers follow their own distribution (Sobol) or go from their 10th to their 90th percentile
/// (Morris); constants go evenly over the range that `choice` leaves them. Whatever is not moved is drawn as in any run.
/// Throws UserError for what the user can mend, Cancelled when told to stop.
Sensitivity explain_spread(const Model& model, const SensitivityRequest& request,
                           const std::function<void(const Progress&)>& progress = {});

} // namespace assent
