#pragma once
// Are the advisor's probabilities right? Deals are drawn from what is believed, played by the policy, and forecast in some
// of their weeks from what was witnessed until then.
#include "rehearsal/belief.hpp"

namespace assent {

struct BeliefCalibrationRequest {
    std::int64_t deals = 1000;
    std::vector<int> weeks = {0, 4,
                              8}; ///< weeks played when a forecast is made; a deal that is decided by then has none
    int particles = 1024, rollouts = 512; ///< of each forecast
    std::uint64_t seed = 1;
    int threads = 0;
};

struct ReliabilityBin {
    std::int64_t forecasts = 0;
    double forecast = 0, won = 0; ///< means of the forecasts, share of deals won
};

struct BeliefCalibration {
    int week = 0;
    std::int64_t forecasts = 0;
    double forecast = 0, won = 0;     ///< means
    double brier = 0;                 ///< mean squared error of the forecasts
    double base_brier = 0;            ///< the same of a forecast that always says the share won
    double z = 0;                     ///< Spiegelhalter 1986: standard normal when the forecasts are right
    std::vector<ReliabilityBin> bins; ///< ten, of forecasts from 0, 0.1, … 0.9 on
};

/// A practice in which the truth is drawn from what the seller of the model believes.
std::shared_ptr<const Practice> practice_of_belief(const Model& model, std::int32_t manner);

/// One entry a week. `practice` is one of practice_of_belief(). Depends on the request alone, never on threads.
std::vector<BeliefCalibration> calibrate_belief(const std::shared_ptr<const Practice>& practice,
                                                const BeliefCalibrationRequest& request);

} // namespace assent
