#include "model/plan_builder.hpp"

#include <algorithm>
#include <map>

namespace assent {
namespace {

/// Lowest price of ours where the scenario names none, as a share of the list price. Own choice.
constexpr double default_floor = 0.7;

/// How many suppliers have each feature; only what one alone has is worth something (fact B8).
std::map<std::string, int> feature_counts(const Model& model) {
    std::map<std::string, int> counts;
    for (const Alternative& alternative : model.alternatives)
        for (const std::string& feature : alternative.features) ++counts[feature];
    return counts;
}

void compile_features(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    const Model& model = builder.model;
    const std::map<std::string, int> counts = feature_counts(model);
    plan.feature_begin.push_back(0);
    for (int d = 0; d < plan.n_member; ++d) {
        const Stakeholder& person = model.centre.stakeholder(d);
        for (int i = 0; i < plan.n_supplier; ++i) {
            for (const auto& [feature, worth] : person.features) {
                const auto& has = model.alternatives[std::size_t(i)].features;
                const auto count = counts.find(feature);
                if (count == counts.end() || count->second != 1) continue;
                if (std::find(has.begin(), has.end(), feature) == has.end()) continue;
                plan.feature_worth.push_back(
                    builder.parameter(worth, logit_weight_range, "stakeholder." + person.id + ".features." + feature));
            }
            plan.feature_begin.push_back(static_cast<std::int32_t>(plan.feature_worth.size()));
        }
    }
    plan.n_feature = plan.feature_begin.back();
}

void compile_trust(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    const Number even(0.5);
    for (int d = 0; d < plan.n_member; ++d) {
        const Stakeholder& person = builder.model.centre.stakeholder(d);
        for (int i = 0; i < plan.n_supplier; ++i) {
            const std::string& id = builder.model.alternatives[std::size_t(i)].id;
            plan.initial_trust.push_back(builder.parameter(named(person.trust, id, even), unit_range,
                                                           "stakeholder." + person.id + ".trust." + id));
        }
    }
}

void compile_supplier(PlanBuilder& builder, const Alternative& supplier) {
    Plan& plan = builder.plan;
    const std::string path = "alternative." + supplier.id + ".";
    const Number middling(0.5);
    for (const Criterion& criterion : builder.model.criteria)
        plan.attribute.push_back(builder.parameter(named(supplier.attributes, criterion.id, middling), unit_range,
                                                   path + "attributes." + criterion.id));
    for (const auto& [factor, value] : supplier.image)
        plan.image.push_back(builder.parameter(value, unit_range, path + "image." + factor));
    plan.image_begin.push_back(static_cast<std::int32_t>(plan.image.size()));
    plan.n_image = plan.image_begin.back();
    plan.price.push_back(builder.parameter(supplier.price, money_range, path + "price"));
    plan.incumbent.push_back(supplier.incumbent);
    plan.rival_known.push_back(supplier.known);
    plan.contact_hazard.push_back(builder.parameter(supplier.contact_hazard, unit_range, path + "contact_hazard"));
    plan.contact_effect.push_back(builder.parameter(supplier.contact_effect, {0, 10}, path + "contact_effect"));
    plan.price_cut_hazard.push_back(
        builder.parameter(supplier.price_cut_hazard, unit_range, path + "price_cut_hazard"));
    plan.price_cut.push_back(builder.parameter(supplier.price_cut, {0, 0.9}, path + "price_cut"));
    const bool ours = supplier.kind == Alternative::Kind::ours; // doubts about us are objections
    plan.doubts.push_back(ours ? Parameter{} : builder.parameter(supplier.doubts, logit_weight_range, path + "doubts"));
    plan.alternative_who.push_back(identity("alternative." + supplier.id));
}

void compile_moves(PlanBuilder& builder, int alternative) {
    const Alternative& supplier = builder.model.alternatives[std::size_t(alternative)];
    for (std::size_t k = 0; k < supplier.moves.size(); ++k) {
        const RivalMove& move = supplier.moves[k];
        const bool cut = move.kind == RivalMove::Kind::price_cut;
        RivalMovePlan planned;
        planned.week = static_cast<std::int16_t>(move.week);
        planned.alternative = static_cast<std::int8_t>(alternative);
        planned.price_cut = cut;
        planned.target = move.target.empty() ? -1 : builder.member(move.target);
        planned.amount = builder.parameter(move.amount, cut ? Bounds{0, 0.9} : Bounds{0, 10},
                                           "alternative." + supplier.id + ".move." + std::to_string(k) + ".amount");
        builder.plan.rival_moves.push_back(planned);
    }
}

void compile_extras(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    const Number none(0.0);
    for (const Extra& extra : builder.model.extras) {
        const Number& means = extra.means.empty() ? none : named(builder.model.company.means, extra.means, none);
        plan.extra_value.push_back(builder.parameter(extra.value, logit_weight_range, "extra." + extra.id + ".value"));
        plan.extra_means.push_back(builder.parameter(means, unit_range, "company.means." + extra.means));
        plan.extra_cost.push_back(builder.parameter(extra.cost, money_range, "extra." + extra.id + ".cost"));
    }
}

/// Published weights count in a tender alone.
void compile_scoring(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    const Company& company = builder.model.company;
    plan.scored = company.tender && !company.scoring.empty();
    if (!plan.scored) return;
    const Number none(0.0);
    for (const Criterion& criterion : builder.model.criteria) {
        const bool price = criterion.id == "price";
        const Parameter weight =
            builder.parameter(named(company.scoring, criterion.id, none), {0, 100}, "company.scoring." + criterion.id);
        plan.scoring.push_back(price ? Parameter{} : weight);
        if (price) plan.price_scoring = weight;
    }
}

} // namespace

void compile_company(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    const Company& company = builder.model.company;
    const Process& process = builder.model.process;
    const auto weeks = [&](const Number& number, double least, double most, const char* key) {
        return builder.parameter(number, {least, most}, std::string("process.") + key);
    };
    plan.company_who = identity("company");
    plan.need = builder.parameter(company.need, unit_range, "company.need");
    plan.need_drift = builder.parameter(company.need_drift, {-0.1, 0.1}, "company.need_drift");
    plan.need_shock = builder.parameter(company.need_shock, {0, 0.5}, "company.need_shock");
    plan.comfort = builder.parameter(company.comfort, {-6, 6}, "company.comfort");
    plan.urgency = builder.parameter(company.urgency, {0, 12}, "company.urgency");
    plan.budget = builder.parameter(company.budget, {1e-6, 1e12}, "company.budget");
    plan.required_quality = builder.parameter(company.required_quality, unit_range, "company.required_quality");
    plan.switching = builder.parameter(company.switching, logit_weight_range, "company.switching");
    plan.segment_fit = builder.parameter(company.segment_fit, unit_range, "company.segment_fit");
    plan.tender = company.tender;
    plan.referral = builder.parameter(company.referral, unit_range, "company.referral");
    if (!company.referral_topic.empty()) plan.referral_topic = builder.topic(company.referral_topic);
    compile_scoring(builder);
    plan.horizon = process.horizon;
    plan.screening_weeks = weeks(process.screening_weeks, 0, 520, "screening_weeks");
    plan.coverage = builder.parameter(process.coverage, unit_range, "process.coverage");
    plan.evaluation_weeks = weeks(process.evaluation_weeks, 0, 520, "evaluation_weeks");
    plan.decision_week = weeks(process.decision_week, 1, 520, "decision_week");
    plan.meeting_interval = weeks(process.meeting_interval, 1, 52, "meeting_interval");
    plan.pilot_weeks = weeks(process.pilot_weeks, 1, 52, "pilot_weeks");
    plan.rule = process.rule;
    plan.quota = process.quota;
}

void compile_alternatives(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    const Model& model = builder.model;
    plan.quality = builder.criterion("quality");
    for (int c = 0; c < plan.n_criterion; ++c) {
        if (model.criteria[std::size_t(c)].serves_task) plan.task_criteria |= 1u << c;
        if (model.criteria[std::size_t(c)].serves_person) plan.person_criteria |= 1u << c;
    }
    plan.image_begin.push_back(0);
    for (int i = 0; i < plan.n_supplier; ++i) {
        compile_supplier(builder, model.alternatives[std::size_t(i)]);
        compile_moves(builder, i);
    }
    std::stable_sort(plan.rival_moves.begin(), plan.rival_moves.end(),
                     [](const RivalMovePlan& x, const RivalMovePlan& y) { return x.week < y.week; });
    const Alternative& ours = model.alternatives.front();
    const bool derived = ours.floor_price.kind == Number::Kind::unset;
    // A floor derived from an uncertain list price is drawn with the list price's own luck, so it stays in proportion.
    plan.floor_price =
        derived ? builder.parameter(scaled(ours.price, default_floor), money_range, "alternative." + ours.id + ".price")
                : builder.parameter(ours.floor_price, money_range, "alternative." + ours.id + ".floor_price");
    const std::string path = "alternative." + ours.id + ".";
    plan.cost = builder.parameter(ours.cost, money_range, path + "cost");
    plan.scarcity = builder.parameter(ours.scarcity, unit_range, path + "scarcity");
    plan.promised = builder.parameter(ours.promised, unit_range, path + "promised");
    plan.delivered = builder.parameter(ours.delivered, unit_range, path + "delivered");
    compile_features(builder);
    compile_trust(builder);
    compile_extras(builder);
}

void compile_relationship(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    const Relationship& relationship = builder.model.relationship;
    plan.quarters = relationship.quarters;
    plan.repeat = builder.parameter(relationship.repeat, {0, 10}, "relationship.repeat");
    plan.recommendation = builder.parameter(relationship.recommendation, unit_range, "relationship.recommendation");
    plan.discount_factor = static_cast<float>(1 / (1 + relationship.discount_rate));
}

void compile_negotiation(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    const Negotiation& talks = builder.model.negotiation;
    plan.their_rounds = builder.parameter(talks.rounds, {1, 60}, "negotiation.rounds");
    plan.their_beta = builder.parameter(talks.beta, {0.02, 50}, "negotiation.beta");
    plan.their_reserve = builder.parameter(talks.reserve, {0, 0.95}, "negotiation.reserve");
    plan.their_tactic = talks.tactic;
    plan.rounds_per_week = talks.rounds_per_week;

    std::vector<Issue> issues = talks.issues;
    if (std::none_of(issues.begin(), issues.end(), [](const Issue& issue) { return issue.id == "price"; }))
        issues.insert(issues.begin(), Issue{"price", 1, 1, 0});
    double our_total = 0, their_total = 0;
    for (const Issue& issue : issues) {
        our_total += issue.our_weight;
        their_total += issue.their_weight;
    }
    // The frontier of linear utilities: give away first what is worth most to them for each unit that it costs us.
    std::stable_sort(issues.begin(), issues.end(), [](const Issue& x, const Issue& y) {
        return x.their_weight * y.our_weight > y.their_weight * x.our_weight;
    });
    double ours = 1, theirs = 0, price = 1, cost = 0;
    const auto point = [&] {
        plan.frontier.push_back({static_cast<float>(ours), static_cast<float>(theirs), static_cast<float>(price),
                                 static_cast<float>(cost)});
    };
    point();
    for (const Issue& issue : issues) {
        ours -= issue.our_weight / our_total;
        theirs += issue.their_weight / their_total;
        if (issue.id == "price")
            price = 0;
        else
            cost += issue.cost;
        point();
    }
    plan.frontier.back().ours = 0; // sums of shares are 1 but for rounding
    plan.frontier.back().theirs = 1;
}

} // namespace assent
