#pragma once
// How a trainee gets on from deal to deal: the first half of what was debriefed against the second.
#include "experiment/summary.hpp"
#include "training/debriefed_deal.hpp"

#include <array>
#include <vector>

namespace assent {

/// Deals in each half from which on a change is told with an interval.
inline constexpr std::size_t deals_in_half = 4;
/// Confidence of the intervals of points and skills, all of them together.
inline constexpr double progress_confidence = 0.9;

/// Means of the two halves, and what lies between them.
struct Change {
    double earlier = 0, later = 0;
    Interval difference; ///< later less earlier; without bounds where there are too few
};

/// Deals with forecasts from which on their calibration is told with intervals: the weeks of one deal hang together, so
/// deals are what is counted.
inline constexpr std::size_t forecast_deals = 5;

/// How well chances are foreseen, held against the chances there were: means over deals, shares of win probability.
struct ForecastCalibration {
    std::size_t forecasts = 0, deals = 0; ///< deals with forecasts
    bool enough = false;                  ///< the intervals mean something
    Interval off;                         ///< |said - worth|
    Interval hopeful;                     ///< said - worth; negative: too cautious
    struct Step {
        double said = 0, worth = 0; ///< means
        std::int64_t count = 0;
    };
    std::vector<Step> steps; ///< by fifths of what was said, those with forecasts, rising
};

ForecastCalibration calibration_of(const std::vector<DebriefedDeal>& deals);

struct TrainingProgress {
    std::vector<DebriefedDeal> deals;         ///< in the order of their debriefs
    bool enough = false;                      ///< the intervals mean something
    Change points;                            ///< of 100
    std::array<Change, skill_count> skills{}; ///< shares of the points of a skill
    ForecastCalibration calibration;
    [[nodiscard]] std::size_t earlier() const { return deals.size() / 2; } ///< deals of the first half
};

/// Deals differ, and that counts as chance: Welch's interval for two means, Bonferroni over points and skills.
TrainingProgress progress_of(std::vector<DebriefedDeal> deals);

} // namespace assent
