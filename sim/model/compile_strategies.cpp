#include "model/plan_builder.hpp"

#include <algorithm>
#include <limits>

namespace assent {
namespace {

constexpr std::uint8_t any_open_stage = 0x3f; // all but closed

std::int8_t tri_state(const std::optional<bool>& wanted) {
    return static_cast<std::int8_t>(wanted.has_value() ? (*wanted ? 1 : 0) : -1);
}

void compile_condition(const PlanBuilder& builder, const Condition& when, RulePlan& rule) {
    rule.week_from = static_cast<std::int16_t>(when.week.value_or(when.week_from.value_or(1)));
    rule.week_to =
        static_cast<std::int16_t>(when.week.value_or(when.week_to.value_or(std::numeric_limits<std::int16_t>::max())));
    rule.stages = any_open_stage;
    if (!when.stage.empty()) {
        rule.stages = 0;
        for (const Stage stage : when.stage)
            rule.stages = static_cast<std::uint8_t>(rule.stages | 1u << static_cast<int>(stage));
    }
    if (when.pilot.has_value()) rule.pilots = static_cast<std::uint8_t>(1u << static_cast<int>(*when.pilot));
    rule.competitor_known = tri_state(when.competitor_known);
    rule.offer_made = tri_state(when.offer_made);
    rule.contacted = tri_state(when.contacted);
    if (!when.objection_known.empty())
        rule.objection_known = static_cast<std::int8_t>(builder.topic(when.objection_known));
    rule.silent_for = static_cast<std::int16_t>(when.silent_for.value_or(0));
    rule.needs_view = when.support_below.has_value() || when.support_above.has_value();
    rule.support_below = static_cast<float>(when.support_below.value_or(2));
    rule.support_above = static_cast<float>(when.support_above.value_or(-1));
    rule.coverage_below = static_cast<float>(when.coverage_below.value_or(2));
    rule.coverage_above = static_cast<float>(when.coverage_above.value_or(-1));
}

/// Is the rule against the ethics of the seller or of the strategy.
bool is_forbidden(const Model& model, const Strategy& strategy, const Rule& rule) {
    const bool kickback = rule.act == Act::kickback && !(model.seller.kickbacks && strategy.kickbacks);
    const bool claim = rule.inflate > 0 && !(model.seller.embellishment && strategy.embellishment);
    return kickback || claim;
}

/// Members the rule may turn to, most important first.
std::vector<std::int32_t> candidates(const PlanBuilder& builder, const Rule& rule) {
    std::vector<std::int32_t> members;
    if (rule.selector == Selector::member) return {builder.member(rule.member)};
    for (int d = 0; d < builder.plan.n_member; ++d) {
        const auto& roles = builder.model.centre.stakeholder(d).roles;
        const bool fits =
            rule.selector != Selector::role || std::find(roles.begin(), roles.end(), rule.role) != roles.end();
        if (fits) members.push_back(d);
    }
    std::stable_sort(members.begin(), members.end(), [&](std::int32_t x, std::int32_t y) {
        return builder.importance[std::size_t(x)] > builder.importance[std::size_t(y)];
    });
    return members;
}

RulePlan compile_rule(PlanBuilder& builder, const Strategy& strategy, const Rule& rule) {
    RulePlan planned;
    compile_condition(builder, rule.when, planned);
    planned.act = rule.act;
    planned.channel = rule.channel;
    planned.selector = rule.selector;
    planned.topic_choice = rule.topic_choice;
    if (rule.topic_choice == TopicChoice::fixed && !rule.topic.empty())
        planned.topic = static_cast<std::int8_t>(builder.topic(rule.topic));
    planned.evidence = rule.evidence;
    planned.tailored = rule.tailored;
    planned.forbidden = !rule.enabled || is_forbidden(builder.model, strategy, rule);
    planned.safeguards = static_cast<std::uint8_t>(rule.safeguards.size());
    for (const std::string& extra : rule.extras)
        planned.extras = static_cast<std::uint16_t>(planned.extras | 1u << builder.extra(extra));
    planned.inflate = static_cast<float>(rule.inflate);
    planned.discount = static_cast<float>(rule.discount);
    planned.extras_budget = static_cast<float>(rule.extras_budget);
    planned.cooldown = static_cast<std::int16_t>(rule.cooldown);
    planned.limit = static_cast<std::int16_t>(rule.limit);
    const std::vector<std::int32_t> members = candidates(builder, rule);
    planned.first_candidate = static_cast<std::int32_t>(builder.plan.candidates.size());
    builder.plan.candidates.insert(builder.plan.candidates.end(), members.begin(), members.end());
    planned.last_candidate = static_cast<std::int32_t>(builder.plan.candidates.size());
    return planned;
}

AfterSalePlan compile_after_sale(PlanBuilder& builder, const Strategy& strategy) {
    const AfterSale& after = strategy.after_sale;
    const auto share = [&](const Number& number, const char* key) {
        return builder.parameter(number, unit_range, std::string("strategy.after_sale.") + key);
    };
    const auto narrow = [](double value) { return static_cast<float>(value); };
    AfterSalePlan plan;
    plan.service = share(after.service, "service");
    plan.training = share(after.training, "training");
    plan.quality_cut = share(after.quality_cut, "quality_cut");
    plan.availability = share(after.availability, "availability");
    plan.delivery = share(after.delivery, "delivery");
    plan.reliability = share(after.reliability, "reliability");
    plan.outsourced = after.outsourced;
    plan.personal_manager = after.personal_manager;
    plan.service_cost = narrow(after.service_cost);
    plan.training_cost = narrow(after.training_cost);
    plan.manager_cost = narrow(after.manager_cost);
    plan.loyalty_cost = narrow(after.loyalty_cost);
    plan.win_back_cost = narrow(after.win_back_cost);
    plan.win_back_discount = narrow(after.win_back_discount);
    const bool forbidden =
        after.loyalty == Loyalty::kickback && !(builder.model.seller.kickbacks && strategy.kickbacks);
    plan.loyalty = forbidden ? Loyalty::none : after.loyalty;
    plan.win_back = after.win_back;
    plan.cut_from = static_cast<std::int16_t>(after.cut_from);
    plan.contract_quarters = static_cast<std::int16_t>(after.contract_quarters);
    plan.win_back_quarters = static_cast<std::int16_t>(after.win_back_quarters);
    return plan;
}

} // namespace

void compile_selling(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    const Model& model = builder.model;
    const auto narrow = [](double value) { return static_cast<float>(value); };
    for (std::size_t a = 0; a < act_count; ++a) {
        const ActEffect& act = model.acts[a];
        plan.acts[a] = {narrow(act.hours),   narrow(act.cost),      narrow(act.relief), narrow(act.trust),
                        narrow(act.rapport), narrow(act.attention), narrow(act.value),  0};
    }
    for (std::size_t t = 0; t < model.topics.size(); ++t) {
        for (const Act act : model.topics[t].answered_by) plan.acts[static_cast<int>(act)].topics |= 1u << t;
        for (const Evidence evidence : model.topics[t].evidence)
            plan.evidence_topics[static_cast<int>(evidence)] |= 1u << t;
    }
    for (std::size_t c = 0; c < channel_count; ++c) {
        const ChannelTraits& channel = model.channels[c];
        plan.channels[c] = {narrow(channel.reach),     narrow(channel.richness),
                            narrow(channel.hours),     narrow(channel.cost),
                            narrow(channel.intrusion), channel.gated,
                            channel.written,           channel.granted};
    }
    for (const Topic& topic : model.topics)
        plan.competence.push_back(builder.parameter(named(model.seller.competences, topic.id, model.seller.competence),
                                                    unit_range, "seller.competence." + topic.id));
    plan.competence.push_back(builder.parameter(model.seller.competence, unit_range, "seller.competence"));
}

void compile_strategies(PlanBuilder& builder) {
    Plan& plan = builder.plan;
    for (const Strategy& strategy : builder.model.strategies) {
        // Not the id of the strategy: strategies that say the same share the same luck.
        const auto own = [&](const Number& number, Bounds bounds, const char* key) {
            return builder.parameter(number, bounds, std::string("strategy.") + key);
        };
        StrategyPlan planned;
        planned.hours = static_cast<float>(strategy.hours.value_or(builder.model.seller.hours));
        planned.budget = static_cast<float>(strategy.budget);
        planned.professionalism = own(strategy.professionalism, unit_range, "professionalism");
        planned.letter = own(strategy.letter, unit_range, "letter");
        planned.preparation = own(strategy.preparation, unit_range, "preparation");
        planned.beta = own(strategy.beta, {0.02, 50}, "beta");
        planned.reserve = own(strategy.reserve, {0, 0.95}, "reserve");
        planned.rounds = own(strategy.rounds, {1, 60}, "rounds");
        planned.tactic = strategy.tactic;
        const bool tested = strategy.second_letter.kind != Number::Kind::unset && strategy.letter_test > 0;
        if (tested) planned.second_letter = own(strategy.second_letter, unit_range, "second_letter");
        planned.letter_test = tested ? strategy.letter_test : 0;
        planned.after_sale = compile_after_sale(builder, strategy);
        planned.first_rule = static_cast<std::int32_t>(plan.rules.size());
        for (const Rule& rule : strategy.rules) plan.rules.push_back(compile_rule(builder, strategy, rule));
        planned.last_rule = static_cast<std::int32_t>(plan.rules.size());
        plan.strategies.push_back(planned);
    }
}

} // namespace assent
