#include "report/json_interval.hpp"
#include "report/selection_report.hpp"

#include <nlohmann/json.hpp>

namespace assent {
namespace {

using Json = nlohmann::ordered_json;

Json strategy_json(const SelectionResult& result, std::size_t system) {
    const StrategySelection& played = result.played;
    const SelectedSystem& selected = played.selection.systems[system];
    Json json{{"strategy", result.strategy(system).id},
              {"name", result.strategy(system).name},
              {"chosen", system == played.selection.best},
              {"dropped_before_the_end", selected.left},
              {"deals_to_select", selected.batches * batch_deals},
              {"estimate_of_selection", selected.measured ? Json(selected.estimate) : Json()},
              {"verdict", nullptr},
              {"measured", nullptr},
              {"gap_to_chosen", nullptr},
              {"deals_of_figures", nullptr}};
    if (system >= played.standings.size()) return json;
    const SelectionStanding& standing = played.standings[system];
    json["verdict"] = word(standing.verdict);
    json["deals_of_figures"] = standing.batches * batch_deals;
    if (!selected.measured) return json;
    json["measured"] = interval_json<Json>(standing.measured);
    json["gap_to_chosen"] = interval_json<Json>(standing.gap);
    return json;
}

} // namespace

std::string selection_json(const SelectionResult& result) {
    const StrategySelection& played = result.played;
    const StrategySelectionRequest& request = played.request;
    const bool ocba = request.budget > 0;
    const double equal = played.selection.equal_allocation * static_cast<double>(played.selection.systems.size());
    Json json{{"scenario", result.model.title},
              {"measure", word(request.measure)},
              {"procedure", procedure_word(played)},
              {"seed", request.run.seed},
              {"confidence", request.run.confidence},
              {"indifference", played.selection.indifference},
              {"end", end_word(played.selection.end)},
              {"best", result.strategy(played.selection.best).id},
              {"probability_correct", ocba ? Json(played.selection.probability_correct) : Json()},
              {"deals_to_select", played.deals()},
              {"deals_of_equal_allocation", equal > 0 ? Json(equal * batch_deals) : Json()},
              {"saving", equal > 0 && played.selection.finished() ? Json(played.saving()) : Json()},
              {"fresh_deals", played.fresh_deals()},
              {"figures_are_fresh", played.fresh},
              {"says", selection_words(result)},
              {"strategies", Json::array()}};
    for (const std::size_t system : result.order()) json["strategies"].push_back(strategy_json(result, system));
    // Names come from a checked scenario, but a broken byte must not cost the whole result.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace assent
