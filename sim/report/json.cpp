#include "report/json.hpp"

#include "experiment/intervals.hpp"
#include "model/words.hpp"
#include "report/data_words.hpp"
#include "report/fact_words.hpp"
#include "report/reason_words.hpp"
#include "report/rule_words.hpp"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace assent {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json interval(const Interval& value) {
    return {{"estimate", number(value.estimate)}, {"low", number(value.low)}, {"high", number(value.high)}};
}

Json mean(const Interval& value, const Moments& moments) {
    if (moments.count == 0) return nullptr;
    Json json = interval(value);
    json["standard_error"] = moments.count < 2 ? Json(nullptr) : number(standard_error(moments));
    json["count"] = moments.count;
    return json;
}

/// What a run was and what it takes to repeat it.
Json manifest(const Model& model, std::uint64_t seed, std::int64_t replicates, double confidence) {
    return {{"engine", "assent"},
            {"engine_version", ASSENT_VERSION},
            {"scenario", model.title},
            {"company", model.company.name},
            {"currency", model.company.currency},
            {"seed", seed},
            {"replicates", replicates},
            {"confidence", confidence}};
}

Json outcomes(const StrategyTally& counted) {
    Json json;
    for (std::size_t o = 0; o < outcome_count; ++o)
        json[std::string(word(static_cast<Outcome>(o)))] = counted.outcomes[o];
    return json;
}

Json lost_to(const Model& model, const StrategyTally& counted) {
    Json json = Json::array();
    for (std::size_t i = 0; i < counted.lost_to.size(); ++i)
        if (model.alternatives[i].kind == Alternative::Kind::rival)
            json.push_back({{"alternative", model.alternatives[i].id},
                            {"name", name_of(model.alternatives[i])},
                            {"count", counted.lost_to[i]}});
    return json;
}

Json weeks(const StrategyTally& counted) {
    const auto& histogram = counted.weeks[static_cast<std::size_t>(Outcome::won)];
    if (counted.outcomes[static_cast<std::size_t>(Outcome::won)] == 0) return nullptr;
    Json json;
    for (const int percent : {5, 10, 25, 50, 75, 90, 95})
        json[fmt::format("p{:02}", percent)] = week_quantile(histogram, percent / 100.0);
    return json;
}

Json reasons(const Model& model, const std::vector<LossReason>& all) {
    Json json = Json::array();
    for (const LossReason& reason : all)
        json.push_back({{"reason", reason_id(model, reason.reason)},
                        {"holder", reason.holder < 0 ? Json(nullptr) : Json(member_id(model, reason.holder))},
                        {"words", loss_reason_name(model, reason.holder, reason.reason)},
                        {"count", reason.count},
                        {"share_of_not_won", interval(reason.share)}});
    return json;
}

Json hours_by_channel(const StrategyTally& counted) {
    Json json;
    for (std::size_t c = 0; c < channel_count; ++c)
        json[std::string(word(static_cast<Channel>(c)))] =
            counted.hours_by_channel[c] / static_cast<double>(counted.replicates);
    return json;
}

/// What became of those who bought; null when nobody did.
Json after_sale(const StrategyStanding& standing, const StrategyTally& counted) {
    if (counted.clients == 0) return nullptr;
    Json left = Json::object();
    for (int cause = 1; cause < churn_count; ++cause)
        left[std::string(word(static_cast<Churn>(cause)))] = counted.churn[std::size_t(cause)];
    return {{"clients", counted.clients},
            {"retained", interval(standing.retained)},
            {"left", left},
            {"quarters", mean(standing.client_quarters, counted.client_quarters)},
            {"satisfaction", mean(standing.satisfaction, counted.satisfaction)},
            {"orders", mean(standing.orders, counted.orders)},
            {"word_of_mouth", mean(standing.word_of_mouth, counted.word_of_mouth)},
            {"client_value", mean(standing.client_value, counted.client_value)}};
}

Json strategy(const RunResult& result, std::size_t place) {
    const StrategyStanding& standing = result.ranking.standings[place];
    const StrategyTally& counted = result.counted(standing);
    return {{"rank", place + 1},
            {"id", result.strategy(standing).id},
            {"name", name_of(result.strategy(standing))},
            {"outcomes", outcomes(counted)},
            {"win_rate", interval(standing.win_rate)},
            {"win_rate_decided", interval(standing.win_rate_decided)},
            {"difference_to_best", interval(standing.difference)},
            {"gap_to_best", interval(standing.gap)}, // in what the ranking goes by
            {"ties_with_best", standing.tied_with_best},
            {"no_decision", interval(standing.no_decision)},
            {"lost", interval(standing.lost)},
            {"eliminated", interval(standing.eliminated)},
            {"lost_to", lost_to(result.model, counted)},
            {"weeks_to_win", weeks(counted)},
            {"price", mean(standing.price, counted.price)},
            {"margin", mean(standing.margin, counted.margin)},
            {"margin_per_deal", mean(standing.margin_per_deal, counted.margin_of_all())},
            {"lifetime_value", mean(standing.lifetime, counted.lifetime)},
            {"value", mean(standing.value, counted.value)},
            {"hours", mean(standing.hours, counted.hours)},
            {"hours_by_channel", hours_by_channel(counted)},
            {"value_per_hour", counted.hours.sum > 0 ? interval(standing.value_per_hour) : Json(nullptr)},
            {"after_sale", after_sale(standing, counted)},
            {"loss_reasons", reasons(result.model, standing.reasons)}};
}

Json change(const Model& model, std::int32_t strategy, const Counterfactual& counterfactual) {
    const auto when = [](bool present, Json value) { return present ? value : Json(nullptr); };
    const bool link = counterfactual.kind == Counterfactual::Kind::link_cut;
    const bool rule = counterfactual.kind == Counterfactual::Kind::rule_dropped;
    return {{"change", kind_id(counterfactual.kind)},
            {"member", when(counterfactual.member >= 0, member_id(model, counterfactual.member))},
            {"topic", when(counterfactual.objection >= 0, changed_topic(model, counterfactual))},
            {"influenced_by", when(link, link ? member_id(model, counterfactual.other) : "")},
            {"rule", when(rule, counterfactual.other + 1)},
            {"words", change_sentence(model, strategy, counterfactual)},
            {"win_rate", interval(counterfactual.win_rate)},
            {"difference", interval(counterfactual.difference)}};
}

Json expectation(const ExpectationResult& result) {
    const Expectation& asked = result.expectation;
    const bool control = result.control != ControlVerdict::none, pair = !asked.over.empty();
    return {{"says", asked.says},
            {"measure", word(asked.measure)},
            {"of", asked.of},
            {"over", pair ? Json(asked.over) : Json(nullptr)},
            {"of_figure", interval(result.answer.of)},
            {"over_figure", pair ? interval(result.answer.over) : Json(nullptr)},
            {"compared", interval(result.answer.shown)},
            {"verdict", verdict_word(result.verdict)},
            {"power", number(result.power)},
            {"control", control ? Json(control_word(result.control)) : Json(nullptr)},
            {"control_difference", control ? interval(result.without.shown) : Json(nullptr)},
            {"control_tolerance", control ? number(result.tolerance) : Json(nullptr)}};
}

Json company(const CompanyResult& result) {
    constexpr const char* directions[] = {"holds", "equal", "against", "does_not_apply"};
    const bool applies = result.direction != CompanyResult::Direction::does_not_apply;
    return {{"seed", result.seed},
            {"name", result.name},
            {"direction", directions[static_cast<std::size_t>(result.direction)]},
            {"compared", applies ? interval(result.shown) : Json(nullptr)},
            {"why", applies ? Json(nullptr) : Json(result.why)}};
}

Json fact_json(const FactResult& fact) {
    Json json{{"id", fact.id},
              {"claim", fact.claim},
              {"file", fact.path},
              {"holds", fact.holds()},
              {"replicates", fact.replicates},
              {"seconds", fact.seconds},
              {"expectations", Json::array()},
              {"companies", Json::array()}};
    for (const ExpectationResult& result : fact.expectations) json["expectations"].push_back(expectation(result));
    for (const CompanyResult& result : fact.companies) json["companies"].push_back(company(result));
    return json;
}

std::string text_of(const Json& json) {
    // Names come from a checked scenario, but a broken byte must not cost the whole result.
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string ranking_json(const RunResult& result) {
    Json json = manifest(result.model, result.tally.seed, result.tally.replicates, result.ranking.confidence);
    json["signature"] = fmt::format("{:016x}", result.tally.signature);
    json["rank_by"] = word(result.ranking.measure);
    json["interrupted"] = result.interrupted;
    json["uncertain_numbers"] = result.uncertain_numbers;
    json["strategies"] = Json::array();
    for (std::size_t place = 0; place < result.ranking.standings.size(); ++place)
        json["strategies"].push_back(strategy(result, place));
    return text_of(json);
}

std::string facts_json(std::span<const FactResult> facts, std::uint64_t seed) {
    Json json{{"engine", "assent"},
              {"engine_version", ASSENT_VERSION},
              {"seed", seed},
              {"confidence", validation_confidence},
              {"facts", Json::array()}};
    for (const FactResult& fact : facts) json["facts"].push_back(fact_json(fact));
    return text_of(json);
}

std::string counterfactual_json(const Model& model, const RunRequest& run, const CounterfactualReport& report) {
    Json json = manifest(model, run.seed, run.replicates, run.confidence);
    json["strategy"] = model.strategies[static_cast<std::size_t>(report.strategy)].id;
    json["win_rate"] = interval(report.win_rate);
    json["changes"] = Json::array();
    for (const Counterfactual& counterfactual : report.changes)
        json["changes"].push_back(change(model, report.strategy, counterfactual));
    return text_of(json);
}

} // namespace assent
