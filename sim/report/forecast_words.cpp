#include "report/forecast_words.hpp"

#include "report/number_words.hpp"
#include "report/translation.hpp"

#include <cmath>

#include <fmt/format.h>

namespace assent {
namespace {

std::string in_points(double share) { return decimal(100 * share, 0); }

/// Which way, and how far.
std::string leaning(double hopeful) {
    if (std::fabs(hopeful) < 0.005) return told("neither too hopeful nor too cautious");
    return hopeful > 0 ? told_with("{} points too hopeful", in_points(hopeful))
                       : told_with("{} points too cautious", in_points(-hopeful));
}

} // namespace

std::string forecast_sentence(const std::vector<JudgedForecast>& forecasts) {
    if (forecasts.empty()) return {};
    DebriefedDeal deal;
    deal.forecasts = forecasts;
    const ForecastCalibration calibration = calibration_of({deal});
    return told_with("Forecasts: {}, on average {}, {} points off, measured by what you could know.", forecasts.size(),
                     leaning(calibration.hopeful.estimate), in_points(calibration.off.estimate));
}

std::string calibration_sentence(const ForecastCalibration& calibration) {
    if (calibration.deals == 0) return {};
    const Interval &hopeful = calibration.hopeful, &off = calibration.off;
    if (!calibration.enough)
        return told_with("Forecasts: {} in {} deals, {} on average, {} points off; too few deals to say whether that "
                         "is a habit ({} are needed).",
                         calibration.forecasts, calibration.deals, leaning(hopeful.estimate), in_points(off.estimate),
                         forecast_deals);
    return told_with("Forecasts: {} in {} deals, {} on average ({} to {}), {} points off ({} to {}), at {} confidence "
                     "together.",
                     calibration.forecasts, calibration.deals, leaning(hopeful.estimate), points(hopeful.low, 0),
                     points(hopeful.high, 0), in_points(off.estimate), in_points(std::fmax(0, off.low)),
                     in_points(off.high), percent(progress_confidence));
}

std::vector<std::string> calibration_steps(const ForecastCalibration& calibration) {
    std::vector<std::string> steps;
    for (const ForecastCalibration::Step& step : calibration.steps)
        steps.push_back(
            told_with("said {}: {} on average ({} forecasts)", percent(step.said), percent(step.worth), step.count));
    return steps;
}

} // namespace assent
