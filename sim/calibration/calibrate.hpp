#pragma once
// Calibration of the simulator to a table of won and lost deals.
#include "calibration/cross_validation.hpp"

#include <functional>
#include <string>

namespace assent {

struct CalibrationRequest {
    std::uint64_t seed = 1;
    int folds = 10, repeats = 5;
    std::int64_t replicates = 2048; ///< for each company that is played
    std::vector<CellWord> deal;     ///< columns in which the described deal is not at the base of the feature
    double confidence = 0.95;       ///< of scores; weights have 90 % intervals
    int threads = 0;
    const std::atomic<bool>* cancelled = nullptr;
    std::function<void(const std::string&)> stage; ///< told what is being done
};

/// Posterior of one weight.
struct WeightSummary {
    std::string name;            ///< "Competitor: Yes"; of the intercept "Intercept"
    std::string mechanism;       ///< what it moves
    double deals = 0;            ///< that have the level
    Interval weight;             ///< mean and 90 % interval, in the unit of the mechanism
    double sign_probability = 0; ///< that the weight has the sign of its mean
    Interval
        odds_ratio; ///< median and 90 % interval: odds of winning against the base level, other things at their base
    std::optional<double> crude_odds_ratio; ///< of the deals as counted, whatever else they hold; none for numbers
    std::optional<std::pair<double, double>> published; ///< odds ratio that others found
    double scale_reduction = 1;                         ///< of its chains; 1 is converged
};

/// One quantity of the company as moved for the described deal: mean and deviation of the posterior.
struct MovedQuantity {
    Axis axis = Axis::leaning;
    double mean = 0, deviation = 0;
};

struct Calibration {
    std::string table, map_title, scenario_title, strategy;
    std::size_t deals = 0, undecided = 0;
    double base_rate = 0;
    std::vector<WeightSummary> weights; ///< the intercept first
    std::vector<CellWord> deal;         ///< what sets the described deal apart from one with every feature at its base
    Interval deal_rate;                 ///< its win rate: mean, 90 %
    double shrinkage = 1;               ///< scale of the priors' deviations that the deals chose
    double accepted = 0;                ///< share of the steps of the chains
    SurfaceQuality surface;
    double played_gap = 0; ///< root mean square over deals of played minus surface win rate, share
    std::vector<CrossValidation> validations;
    std::vector<MovedQuantity> quantities;
    std::vector<std::string> notes;
    std::vector<std::pair<std::string, std::string>> left_out; ///< columns and why
    std::uint64_t seed = 1;
    double confidence = 0.95;
};

/// Fits, validates, summarises. Throws UserError for what the user can mend, Cancelled when told to stop.
Calibration calibrate(const CsvTable& table, const DealMap& map, const DealPlayer& player,
                      const CalibrationRequest& request);

} // namespace assent
