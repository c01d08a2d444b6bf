#pragma once
// How well a player foresees his chances, in sentences.
#include "rehearsal/debrief.hpp"
#include "training/progress.hpp"

#include <string>
#include <vector>

namespace assent {

/// Of one deal, without an interval: its weeks hang together. Empty: nothing was foretold.
std::string forecast_sentence(const std::vector<JudgedForecast>& forecasts);
/// Over deals, with intervals where there are enough. Empty: nothing was foretold.
std::string calibration_sentence(const ForecastCalibration& calibration);
/// "said 72 %: 55 % on average (9 forecasts)", one for each step.
std::vector<std::string> calibration_steps(const ForecastCalibration& calibration);

} // namespace assent
