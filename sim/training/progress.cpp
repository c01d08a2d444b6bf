#include "training/progress.hpp"

#include "experiment/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace assent {
namespace {

double mean(const Moments& moments) {
    return moments.count == 0 ? 0 : moments.sum / static_cast<double>(moments.count);
}

/// Welch 1947, with the degrees of freedom of Satterthwaite, rounded down.
Interval difference_of_means(const Moments& first, const Moments& second, double confidence) {
    const double a = std::pow(standard_error(first), 2), b = std::pow(standard_error(second), 2);
    const double difference = mean(second) - mean(first);
    if (a + b <= 0) return {difference, difference, difference};
    const double spread = a * a / static_cast<double>(first.count - 1) + b * b / static_cast<double>(second.count - 1);
    const auto degrees = std::max<std::int64_t>(1, static_cast<std::int64_t>((a + b) * (a + b) / spread));
    const double half = student_factor(confidence, degrees) * std::sqrt(a + b);
    return {difference, difference - half, difference + half};
}

Change change_of(const TrainingProgress& progress, const std::function<double(const DebriefedDeal&)>& value) {
    Moments halves[2];
    for (std::size_t i = 0; i < progress.deals.size(); ++i)
        halves[i < progress.earlier() ? 0 : 1].add(value(progress.deals[i]));
    Change change{mean(halves[0]), mean(halves[1]), {}};
    constexpr double endless = std::numeric_limits<double>::infinity();
    change.difference = {change.later - change.earlier, -endless, endless};
    if (progress.enough)
        change.difference =
            difference_of_means(halves[0], halves[1], share_confidence(progress_confidence, 1 + skill_count));
    return change;
}

} // namespace

ForecastCalibration calibration_of(const std::vector<DebriefedDeal>& deals) {
    ForecastCalibration calibration;
    Moments off, hopeful; // of deals
    std::array<ForecastCalibration::Step, 5> steps{};
    for (const DebriefedDeal& deal : deals) {
        Moments of_deal[2];
        for (const JudgedForecast& forecast : deal.forecasts) {
            of_deal[0].add(std::fabs(forecast.said - forecast.worth));
            of_deal[1].add(forecast.said - forecast.worth);
            ForecastCalibration::Step& step =
                steps[std::min<std::size_t>(4, static_cast<std::size_t>(5 * forecast.said))];
            step.said += forecast.said;
            step.worth += forecast.worth;
            ++step.count;
        }
        if (deal.forecasts.empty()) continue;
        calibration.forecasts += deal.forecasts.size();
        ++calibration.deals;
        off.add(mean(of_deal[0]));
        hopeful.add(mean(of_deal[1]));
    }
    calibration.enough = calibration.deals >= forecast_deals;
    const double confidence = share_confidence(progress_confidence, 2);
    calibration.off = mean_interval(off, confidence);
    calibration.hopeful = mean_interval(hopeful, confidence);
    for (const ForecastCalibration::Step& step : steps)
        if (step.count > 0)
            calibration.steps.push_back({step.said / static_cast<double>(step.count),
                                         step.worth / static_cast<double>(step.count), step.count});
    return calibration;
}

TrainingProgress progress_of(std::vector<DebriefedDeal> deals) {
    TrainingProgress progress;
    progress.deals = std::move(deals);
    progress.enough = progress.earlier() >= deals_in_half;
    progress.points = change_of(progress, [](const DebriefedDeal& deal) { return deal.points; });
    for (std::size_t skill = 0; skill < progress.skills.size(); ++skill)
        progress.skills[skill] = change_of(progress, [skill](const DebriefedDeal& deal) { return deal.skills[skill]; });
    progress.calibration = calibration_of(progress.deals);
    return progress;
}

} // namespace assent
