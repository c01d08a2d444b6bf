#include "report/calibration_report.hpp"

#include "report/csv.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

/// section, name, quantity, group, estimate, low, high, deals
std::string line(std::string_view section, std::string_view name, std::string_view quantity, std::string_view group,
                 const Interval& interval, double deals) {
    return fmt::format("{},{},{},{},{},{},{},{}\r\n", section, csv_text(name), quantity, csv_text(group),
                       csv_number(interval.estimate), csv_number(interval.low), csv_number(interval.high),
                       csv_number(deals));
}

std::string score_lines(const CrossValidation& validation, std::string_view name, const ForecastScores& scores,
                        double deals) {
    return line("score", name, "brier", validation.column, scores.brier, deals) +
           line("score", name, "log_loss", validation.column, scores.log_loss, deals) +
           line("score", name, "auc", validation.column, scores.area, deals);
}

} // namespace

std::string calibration_csv(const Calibration& calibration) {
    std::string text = "section,name,quantity,folds_by,estimate,low,high,deals\r\n";
    const auto deals = static_cast<double>(calibration.deals);
    for (const WeightSummary& weight : calibration.weights) {
        text += line("weight", weight.name, weight.mechanism, "", weight.weight, weight.deals);
        if (&weight != &calibration.weights.front())
            text += line("odds_ratio", weight.name, weight.mechanism, "", weight.odds_ratio, weight.deals);
    }
    for (const CrossValidation& validation : calibration.validations) {
        text += score_lines(validation, "simulator", validation.simulator.scores, deals);
        text += score_lines(validation, "regression", validation.regression.scores, deals);
        text += score_lines(validation, "constant", validation.constant.scores, deals);
        text += score_lines(validation, "simulator_minus_regression", validation.to_regression, deals);
        text += score_lines(validation, "simulator_minus_constant", validation.to_constant, deals);
        for (const ForecastBin& bin : validation.curve)
            text += line("calibration_curve", csv_number(bin.forecast), "won", validation.column, bin.observed,
                         static_cast<double>(bin.deals));
    }
    return text;
}

} // namespace assent
