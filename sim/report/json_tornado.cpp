#include "report/json_interval.hpp"
#include "report/tornado_words.hpp"

#include <nlohmann/json.hpp>

namespace assent {
namespace {

using Json = nlohmann::ordered_json;

Json side_json(const TornadoResult& result, const TornadoSide& side) {
    return {{"value", side.value},
            {"measured", interval_json<Json>(side.measured)},
            {"change", interval_json<Json>(side.change)},
            {"leader", result.model.strategies[side.leader].id},
            {"lead", interval_json<Json>(side.lead)},
            {"order", word(side.turn)}};
}

Json bar_json(const TornadoResult& result, const TornadoBar& bar) {
    return {{"key", bar.number.key},
            {"kind", bar.number.kind == PlanNumber::Kind::constant ? "constant" : "drawn"},
            {"base", bar.number.preset},
            {"low", side_json(result, bar.low)},
            {"high", side_json(result, bar.high)},
            {"swing", bar.swing},
            {"touched", bar.touched},
            {"turns", bar.turns()},
            {"settles_a_tie", bar.settles()}};
}

Json scenario_json(const TornadoResult& result) {
    const Tornado& tornado = result.tornado;
    Json json{{"file", result.file},
              {"scenario", result.model.title},
              {"measure", word(tornado.request.measure)},
              {"reach", tornado.request.reach},
              {"seed", tornado.request.run.seed},
              {"replicates", tornado.replicates},
              {"confidence", tornado.request.run.confidence},
              {"leader", result.model.strategies[tornado.leader].id},
              {"tied", Json::array()},
              {"strategy", result.model.strategies[tornado.watched].id},
              {"measured", interval_json<Json>(tornado.measured)},
              {"says", tornado_headline(result)},
              {"numbers", Json::array()}};
    for (const std::size_t place : tornado.tied) json["tied"].push_back(result.model.strategies[place].id);
    for (const TornadoBar& bar : tornado.bars) json["numbers"].push_back(bar_json(result, bar));
    return json;
}

} // namespace

std::string tornado_json(std::span<const TornadoResult> results) {
    Json json{{"scenarios", Json::array()}};
    for (const TornadoResult& result : results) json["scenarios"].push_back(scenario_json(result));
    // Names come from a checked scenario, but a broken byte must not cost the whole result.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace assent
