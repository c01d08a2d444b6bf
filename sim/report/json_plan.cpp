#include "report/json_plan.hpp"

#include "model/assumption_table.hpp"
#include "model/words.hpp"

#include <nlohmann/json.hpp>

namespace assent {

using Json = nlohmann::ordered_json;

/// A field of `of` under its own name.
#define ASSENT_FIELD(name)                                                                                             \
    { #name, of.name }

// The library finds these by the type of what it writes.

template <class Term>
requires std::is_enum_v<Term>
void to_json(Json& json, Term term) { json = word(term); }

void to_json(Json& json, DrawSpec::Kind kind) {
    constexpr const char* words[] = {"uniform", "triangular", "normal", "lognormal", "table", "discrete"};
    json = words[static_cast<int>(kind)];
}

void to_json(Json& json, const Parameter& number) {
    if (number.draw < 0)
        json = number.value;
    else
        json = {{"draw", number.draw}, {"expected", number.value}};
}

// clang-format off
void to_json(Json& json, const DrawSpec& of) {
    json = {ASSENT_FIELD(kind), ASSENT_FIELD(who), ASSENT_FIELD(a), ASSENT_FIELD(b), ASSENT_FIELD(c),
            ASSENT_FIELD(p_low), ASSENT_FIELD(p_high), ASSENT_FIELD(low), ASSENT_FIELD(high), ASSENT_FIELD(factor),
            ASSENT_FIELD(table), ASSENT_FIELD(cells)};
}
void to_json(Json& json, const FrontierPoint& of) {
    json = {ASSENT_FIELD(ours), ASSENT_FIELD(theirs), ASSENT_FIELD(price), ASSENT_FIELD(cost)};
}
void to_json(Json& json, const RivalMovePlan& of) {
    json = {ASSENT_FIELD(week), ASSENT_FIELD(alternative), ASSENT_FIELD(price_cut), ASSENT_FIELD(target),
            ASSENT_FIELD(amount)};
}
void to_json(Json& json, const ActPlan& of) {
    json = {ASSENT_FIELD(hours), ASSENT_FIELD(cost), ASSENT_FIELD(relief), ASSENT_FIELD(trust), ASSENT_FIELD(rapport),
            ASSENT_FIELD(attention), ASSENT_FIELD(value), ASSENT_FIELD(topics)};
}
void to_json(Json& json, const ChannelPlan& of) {
    json = {ASSENT_FIELD(reach), ASSENT_FIELD(richness), ASSENT_FIELD(hours), ASSENT_FIELD(cost),
            ASSENT_FIELD(intrusion), ASSENT_FIELD(gated), ASSENT_FIELD(written), ASSENT_FIELD(granted)};
}
void to_json(Json& json, const RulePlan& of) {
    json = {ASSENT_FIELD(week_from), ASSENT_FIELD(week_to), ASSENT_FIELD(stages), ASSENT_FIELD(pilots),
            ASSENT_FIELD(competitor_known), ASSENT_FIELD(offer_made), ASSENT_FIELD(contacted),
            ASSENT_FIELD(objection_known), ASSENT_FIELD(silent_for), ASSENT_FIELD(support_below),
            ASSENT_FIELD(support_above), ASSENT_FIELD(coverage_below), ASSENT_FIELD(coverage_above),
            ASSENT_FIELD(needs_view), ASSENT_FIELD(act), ASSENT_FIELD(channel), ASSENT_FIELD(selector),
            ASSENT_FIELD(topic_choice), ASSENT_FIELD(topic), ASSENT_FIELD(evidence), ASSENT_FIELD(tailored),
            ASSENT_FIELD(forbidden), ASSENT_FIELD(safeguards), ASSENT_FIELD(extras), ASSENT_FIELD(inflate),
            ASSENT_FIELD(discount), ASSENT_FIELD(extras_budget), ASSENT_FIELD(cooldown), ASSENT_FIELD(limit),
            ASSENT_FIELD(first_candidate), ASSENT_FIELD(last_candidate)};
}
void to_json(Json& json, const AfterSalePlan& of) {
    json = {ASSENT_FIELD(service), ASSENT_FIELD(training), ASSENT_FIELD(quality_cut), ASSENT_FIELD(availability),
            ASSENT_FIELD(delivery), ASSENT_FIELD(reliability), ASSENT_FIELD(outsourced),
            ASSENT_FIELD(personal_manager), ASSENT_FIELD(service_cost), ASSENT_FIELD(training_cost),
            ASSENT_FIELD(manager_cost), ASSENT_FIELD(loyalty_cost), ASSENT_FIELD(win_back_cost),
            ASSENT_FIELD(win_back_discount), ASSENT_FIELD(loyalty), ASSENT_FIELD(win_back), ASSENT_FIELD(cut_from),
            ASSENT_FIELD(contract_quarters), ASSENT_FIELD(win_back_quarters)};
}
void to_json(Json& json, const StrategyPlan& of) {
    json = {ASSENT_FIELD(first_rule), ASSENT_FIELD(last_rule), ASSENT_FIELD(hours), ASSENT_FIELD(budget),
            ASSENT_FIELD(professionalism), ASSENT_FIELD(letter), ASSENT_FIELD(second_letter),
            ASSENT_FIELD(letter_test), ASSENT_FIELD(preparation), ASSENT_FIELD(beta), ASSENT_FIELD(reserve),
            ASSENT_FIELD(rounds), ASSENT_FIELD(tactic), ASSENT_FIELD(after_sale)};
}

namespace {

Json company_json(const Plan& of) {
    return {ASSENT_FIELD(need), ASSENT_FIELD(need_drift), ASSENT_FIELD(need_shock), ASSENT_FIELD(comfort),
            ASSENT_FIELD(urgency), ASSENT_FIELD(budget), ASSENT_FIELD(required_quality), ASSENT_FIELD(switching),
            ASSENT_FIELD(segment_fit), ASSENT_FIELD(tender), ASSENT_FIELD(referral), ASSENT_FIELD(referral_topic),
            ASSENT_FIELD(scored), ASSENT_FIELD(horizon), ASSENT_FIELD(screening_weeks), ASSENT_FIELD(coverage),
            ASSENT_FIELD(evaluation_weeks), ASSENT_FIELD(decision_week), ASSENT_FIELD(meeting_interval),
            ASSENT_FIELD(pilot_weeks), ASSENT_FIELD(rule), ASSENT_FIELD(quota), ASSENT_FIELD(autocrat),
            ASSENT_FIELD(company_who), ASSENT_FIELD(their_rounds), ASSENT_FIELD(their_beta),
            ASSENT_FIELD(their_reserve), ASSENT_FIELD(their_tactic), ASSENT_FIELD(rounds_per_week),
            ASSENT_FIELD(terms_holder), ASSENT_FIELD(frontier), ASSENT_FIELD(quarters), ASSENT_FIELD(repeat),
            ASSENT_FIELD(recommendation), ASSENT_FIELD(discount_factor)};
}

Json people_json(const Plan& of) {
    return {ASSENT_FIELD(who), ASSENT_FIELD(authority), ASSENT_FIELD(susceptibility), ASSENT_FIELD(expertise),
            ASSENT_FIELD(personal_stake), ASSENT_FIELD(integrity), ASSENT_FIELD(patience),
            ASSENT_FIELD(accessibility), ASSENT_FIELD(felt_need), ASSENT_FIELD(leaning), ASSENT_FIELD(threatened),
            ASSENT_FIELD(attention), ASSENT_FIELD(veto), ASSENT_FIELD(known), ASSENT_FIELD(gatekeeper),
            ASSENT_FIELD(mind), ASSENT_FIELD(belief_weight), ASSENT_FIELD(price_weight),
            ASSENT_FIELD(criterion_weight), ASSENT_FIELD(initial_trust), ASSENT_FIELD(feature_begin),
            ASSENT_FIELD(feature_worth), ASSENT_FIELD(objection_begin), ASSENT_FIELD(severity),
            ASSENT_FIELD(objection_weight), ASSENT_FIELD(stated_topic), ASSENT_FIELD(root_topic),
            ASSENT_FIELD(objection_known), ASSENT_FIELD(belief_severity), ASSENT_FIELD(belief_objection_weight),
            ASSENT_FIELD(objection_who), ASSENT_FIELD(link_begin), ASSENT_FIELD(link_from),
            ASSENT_FIELD(link_strength), ASSENT_FIELD(link_conflict), ASSENT_FIELD(colleague_begin),
            ASSENT_FIELD(colleague)};
}

Json offers_json(const Plan& of) {
    return {ASSENT_FIELD(attribute), ASSENT_FIELD(image_begin), ASSENT_FIELD(image), ASSENT_FIELD(price),
            ASSENT_FIELD(floor_price), ASSENT_FIELD(cost), ASSENT_FIELD(scarcity), ASSENT_FIELD(promised),
            ASSENT_FIELD(delivered), ASSENT_FIELD(doubts), ASSENT_FIELD(scoring), ASSENT_FIELD(price_scoring),
            ASSENT_FIELD(incumbent), ASSENT_FIELD(rival_known), ASSENT_FIELD(contact_hazard),
            ASSENT_FIELD(contact_effect), ASSENT_FIELD(price_cut_hazard), ASSENT_FIELD(price_cut),
            ASSENT_FIELD(alternative_who), ASSENT_FIELD(rival_moves), ASSENT_FIELD(quality),
            ASSENT_FIELD(task_criteria), ASSENT_FIELD(person_criteria)};
}

Json selling_json(const Plan& of) {
    return {ASSENT_FIELD(competence), ASSENT_FIELD(extra_value), ASSENT_FIELD(extra_means), ASSENT_FIELD(extra_cost),
            ASSENT_FIELD(strategies), ASSENT_FIELD(rules), ASSENT_FIELD(candidates), ASSENT_FIELD(draws),
            ASSENT_FIELD(tables)};
}
// clang-format on
#undef ASSENT_FIELD

template <class Term, class Value> Json by_word(const Value& values) {
    Json json;
    for (std::size_t i = 0; i < std::size(values); ++i) json[std::string(word(static_cast<Term>(i)))] = values[i];
    return json;
}

Json constants_json(const Plan& plan) {
    Json json;
    for (std::size_t i = 0; i < assumption_table.size(); ++i)
        json[std::string(assumption_table[i].name)] = plan.assumptions[i];
    return json;
}

/// Ids by index; reasons are the topics and then the built-in ones.
Json names_json(const Model& model) {
    const auto ids = [](const auto& list) {
        Json json = Json::array();
        for (const auto& each : list) json.push_back(each.id);
        return json;
    };
    Json people = Json::array(), reasons = ids(model.topics);
    for (int d = 0; d < model.centre.size(); ++d) people.push_back(model.centre.stakeholder(d).id);
    for (const std::string_view reason : vocabulary<Reason>().words) reasons.push_back(reason);
    return {{"member", people},
            {"topic", ids(model.topics)},
            {"criterion", ids(model.criteria)},
            {"extra", ids(model.extras)},
            {"alternative", ids(model.alternatives)},
            {"strategy", ids(model.strategies)},
            {"reason", reasons}};
}

} // namespace

std::string plan_json(const Model& model, const Plan& plan) {
    Json json{{"names", names_json(model)}};
    for (const Json& part : {company_json(plan), people_json(plan), offers_json(plan), selling_json(plan)})
        json.update(part);
    json["evidence_topics"] = by_word<Evidence>(plan.evidence_topics);
    json["acts"] = by_word<Act>(plan.acts);
    json["channels"] = by_word<Channel>(plan.channels);
    json["assumptions"] = constants_json(plan);
    return json.dump(1) + "\n";
}

} // namespace assent
