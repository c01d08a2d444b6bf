#include "report/calibration_report.hpp"
#include "report/json_interval.hpp"

#include <nlohmann/json.hpp>

namespace assent {
namespace {

using Json = nlohmann::ordered_json;

Json scores(const ForecastScores& scores) {
    return {{"brier", interval_json<Json>(scores.brier)},
            {"log_loss", interval_json<Json>(scores.log_loss)},
            {"auc", interval_json<Json>(scores.area)}};
}

Json forecaster(const Forecaster& forecaster) {
    Json json = scores(forecaster.scores);
    json["murphy"] = {{"reliability", forecaster.murphy.reliability},
                      {"resolution", forecaster.murphy.resolution},
                      {"uncertainty", forecaster.murphy.uncertainty},
                      {"within_bins", forecaster.murphy.within}};
    return json;
}

Json weight(const WeightSummary& weight, bool intercept) {
    return {{"name", weight.name},
            {"moves", weight.mechanism},
            {"deals", weight.deals},
            {"weight", interval_json<Json>(weight.weight)},
            {"sign_probability", weight.sign_probability},
            {"odds_ratio", intercept ? Json(nullptr) : interval_json<Json>(weight.odds_ratio)},
            {"crude_odds_ratio", weight.crude_odds_ratio ? Json(*weight.crude_odds_ratio) : Json(nullptr)},
            {"published_odds_ratio",
             weight.published ? Json::array({weight.published->first, weight.published->second}) : Json(nullptr)},
            {"scale_reduction", weight.scale_reduction}};
}

Json validation(const CrossValidation& validation) {
    Json curve = Json::array();
    for (const ForecastBin& bin : validation.curve)
        curve.push_back({{"forecast", bin.forecast}, {"won", interval_json<Json>(bin.observed)}, {"deals", bin.deals}});
    return {{"folds_by", validation.column.empty() ? Json(nullptr) : Json(validation.column)},
            {"groups", validation.groups},
            {"largest_group", validation.largest_group},
            {"folds", validation.folds},
            {"repeats", validation.repeats},
            {"simulator", forecaster(validation.simulator)},
            {"regression", forecaster(validation.regression)},
            {"constant", forecaster(validation.constant)},
            {"simulator_minus_regression", scores(validation.to_regression)},
            {"simulator_minus_constant", scores(validation.to_constant)},
            {"calibration_curve", std::move(curve)},
            {"surface_gap", validation.surface_gap}};
}

Json surface(const Calibration& calibration) {
    const SurfaceQuality& quality = calibration.surface;
    return {{"companies", quality.companies},
            {"quantities", quality.axes},
            {"degree", quality.degree},
            {"terms", quality.terms},
            {"replicates", quality.replicates},
            {"held_out", quality.held_out},
            {"error", quality.error},
            {"worst", quality.worst},
            {"luck", quality.luck},
            {"played_gap", calibration.played_gap}};
}

} // namespace

std::string calibration_json(const Calibration& calibration) {
    Json json{{"engine", "assent"},
              {"engine_version", ASSENT_VERSION},
              {"table", calibration.table},
              {"map", calibration.map_title},
              {"scenario", calibration.scenario_title},
              {"strategy", calibration.strategy},
              {"seed", calibration.seed},
              {"deals", calibration.deals},
              {"undecided", calibration.undecided},
              {"base_rate", calibration.base_rate},
              {"confidence_of_scores", calibration.confidence},
              {"confidence_of_weights", 0.9},
              {"shrinkage", calibration.shrinkage},
              {"accepted", calibration.accepted},
              {"surface", surface(calibration)}};
    for (const WeightSummary& summary : calibration.weights)
        json["weights"].push_back(weight(summary, &summary == &calibration.weights.front()));
    for (const CrossValidation& each : calibration.validations) json["validations"].push_back(validation(each));
    json["deal"] = {{"cells", Json::array()}, {"win_rate", interval_json<Json>(calibration.deal_rate)}};
    for (const auto& [column, word] : calibration.deal)
        json["deal"]["cells"].push_back({{"column", column}, {"word", word}});
    for (const MovedQuantity& quantity : calibration.quantities)
        json["deal"]["moves"].push_back(
            {{"quantity", traits(quantity.axis).name}, {"mean", quantity.mean}, {"deviation", quantity.deviation}});
    json["left_out"] = Json::array();
    for (const auto& [column, why] : calibration.left_out)
        json["left_out"].push_back({{"column", column}, {"why", why}});
    json["notes"] = calibration.notes;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace assent
