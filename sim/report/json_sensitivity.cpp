#include "report/json_interval.hpp"
#include "report/sensitivity_words.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace assent {
namespace {

using Json = nlohmann::ordered_json;

Json number_json(const Sensitivity& found, const SensitivityNumber& number) {
    Json json{{"key", number.number.key},
              {"kind", number.number.kind == PlanNumber::Kind::constant ? "constant" : "drawn"},
              {"stands_out", found.stands_out(number)}};
    if (found.request.method == SensitivityMethod::morris) {
        json["mu_star"] = interval_json<Json>(number.effect.mean_absolute);
        json["luck"] = number.luck;
        json["mu"] = interval_json<Json>(number.effect.mean);
        json["sigma"] = interval_json<Json>(number.effect.deviation);
    } else if (!found.flat()) { // shares of nothing do not exist
        json["first"] = interval_json<Json>(number.share.first);
        json["total"] = interval_json<Json>(number.share.total);
        json["luck"] = number.luck;
        json["together"] = interval_json<Json>(number.share.together);
    }
    return json;
}

} // namespace

std::string sensitivity_json(const SensitivityResult& result) {
    const Sensitivity& found = result.sensitivity;
    Json json{{"file", result.file},
              {"scenario", result.model.title},
              {"strategy", result.model.strategies[found.watched].id},
              {"measure", word(found.request.measure)},
              {"method", word(found.request.method)},
              {"seed", found.request.run.seed},
              {"points", found.points},
              {"replicates", found.request.run.replicates},
              {"confidence", found.request.run.confidence},
              {"mean", found.mean},
              {"deviation", std::sqrt(found.variance)},
              {"luck_share", found.luck_share},
              {"says", sensitivity_headline(result)},
              {"numbers", Json::array()},
              {"pairs", Json::array()}};
    for (const SensitivityNumber& number : found.numbers) json["numbers"].push_back(number_json(found, number));
    for (const PairShare& pair : found.pairs)
        if (!found.flat())
            json["pairs"].push_back({{"one", found.numbers[pair.one].number.key},
                                     {"other", found.numbers[pair.other].number.key},
                                     {"share", interval_json<Json>(pair.share)}});
    // Names come from a checked scenario, but a broken byte must not cost the whole result.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace assent
