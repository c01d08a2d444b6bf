#pragma once
// Forecasts of deals by fits that have not seen them, and what they are worth.
#include "calibration/deal_set.hpp"
#include "calibration/posterior.hpp"
#include "calibration/scores.hpp"

namespace assent {

struct CrossValidationRequest {
    std::uint64_t seed = 1;
    int folds = 10, repeats = 5;
    int draws = 8;                 ///< of the posterior, each played for each deal
    std::int64_t replicates = 256; ///< for each deal and draw
    double confidence = 0.95;
    int threads = 0;
    const std::atomic<bool>* cancelled = nullptr;
};

/// Scores with bootstrap intervals over groups; means over the repeats.
struct ForecastScores {
    Interval brier, log_loss, area;
};

/// Scores of one way to forecast.
struct Forecaster {
    ForecastScores scores;
    MurphyParts murphy; ///< mean over the repeats, ten bins
};

struct CrossValidation {
    std::string column; ///< whose groups share a fold; empty: every deal by itself
    int groups = 0, largest_group = 0, folds = 0, repeats = 0;
    Forecaster simulator, regression, constant;
    ForecastScores to_regression, to_constant; ///< simulator minus the other, paired
    std::vector<ForecastBin> curve;            ///< of the simulator, first repeat
    double surface_gap = 0;                    ///< root mean square of played minus surface forecasts, share
};

/// Each repeat deals the groups into folds anew; each fold is forecast by three fits to the others: the simulator (the
/// posterior on the surface, its draws played), ridge logistic regression on the same covariates with its scale of
/// shrinkage found in the same way, and the share won.
CrossValidation cross_validate(const DealPlayer& player, const Surface& surface, const DealSet& deals,
                               const Grouping& grouping, const CrossValidationRequest& request);

/// Weights of the regression: all of them act on the log-odds alone, without knowledge of their size.
std::vector<Weight> regression_weights(std::span<const Weight> weights);

} // namespace assent
