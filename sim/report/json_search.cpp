#include "report/json_interval.hpp"
#include "report/rule_words.hpp"
#include "report/run_result.hpp"
#include "report/search_report.hpp"

#include <nlohmann/json.hpp>

namespace assent {
namespace {

using Json = nlohmann::ordered_json;

Json strategies_json(const SearchReport& report) {
    const SearchResult& result = report.result;
    Json list = Json::array();
    for (const StrategyStanding& standing : result.ranking.standings) {
        const Strategy& strategy = result.played[standing.strategy];
        list.push_back({{"strategy", strategy.id},
                        {"name", name_of(strategy)},
                        {"found", standing.strategy + 1 == result.played.size()},
                        {"measured", interval_json<Json>(standing.measured(report.request.measure))},
                        {"p_win", interval_json<Json>(standing.win_rate)},
                        {"margin_per_deal", interval_json<Json>(standing.margin_per_deal)},
                        {"lifetime_value", interval_json<Json>(standing.lifetime)},
                        {"hours", interval_json<Json>(standing.hours)}});
    }
    return list;
}

Json rules_json(const SearchReport& report) {
    const SearchResult& result = report.result;
    Json list = Json::array();
    for (std::size_t i = 0; i < result.found.rules.size(); ++i)
        list.push_back(
            {{"rule", i + 1},
             {"says", rule_sentence(report.model, result.found.rules[i])},
             {"loss_without", i < result.worth.size() ? interval_json<Json>(result.worth[i].loss) : Json(nullptr)}});
    return list;
}

} // namespace

std::string search_json(const SearchReport& report) {
    const SearchResult& result = report.result;
    const Json best = result.best_written ? Json(result.played[*result.best_written].id) : Json(nullptr);
    Json json{{"file", report.file},
              {"scenario", report.model.title},
              {"measure", word(report.request.measure)},
              {"seed", report.request.run.seed},
              {"confidence", report.request.run.confidence},
              {"budget", result.budget},
              {"deals", result.deals},
              {"strategies_tried", result.tried},
              {"generations", result.generations},
              {"interrupted", result.interrupted},
              {"descends_from", result.descends_from},
              {"rules_pruned", result.rules_pruned},
              {"fresh_deals", result.tally.replicates},
              {"best_written", best},
              {"better", result.is_better()},
              {"gain", result.best_written ? interval_json<Json>(result.gain) : Json(nullptr)},
              {"says", search_headline(report)},
              {"caution", search_caution()},
              {"strategies", strategies_json(report)},
              {"rules", rules_json(report)}};
    // Names come from a checked scenario, but a broken byte must not cost the whole result.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace assent
