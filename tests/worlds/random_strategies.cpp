#include "worlds/random_model.hpp"

namespace assent::worlds {
namespace {

void fill_weeks_and_stages(Condition& when, Dice& dice, int horizon) {
    switch (dice.whole(0, 5)) {
    case 0:
        when.week = dice.whole(1, horizon);
        break;
    case 1:
        when.week_from = dice.whole(1, horizon);
        break;
    case 2:
        when.week_to = dice.whole(1, horizon);
        break;
    default:
        break;
    }
    if (!dice.chance(0.2)) return;
    for (int stage = 0; stage < stage_count; ++stage)
        if (dice.chance(0.5)) when.stage.push_back(static_cast<Stage>(stage));
}

Condition random_condition(const Model& model, Dice& dice) {
    Condition when;
    fill_weeks_and_stages(when, dice, model.process.horizon);
    if (dice.chance(0.1)) when.objection_known = dice.pick(model.topics).id;
    if (dice.chance(0.2)) when.silent_for = dice.whole(0, 4);
    if (dice.chance(0.08)) when.support_below = dice.real(0.2, 1);
    if (dice.chance(0.08)) when.support_above = dice.real(0, 0.6);
    if (dice.chance(0.08)) when.coverage_below = dice.real(0.3, 1);
    if (dice.chance(0.08)) when.coverage_above = dice.real(0, 0.6);
    if (dice.chance(0.15)) when.contacted = dice.chance(0.5);
    if (dice.chance(0.1)) when.competitor_known = dice.chance(0.5);
    if (dice.chance(0.1)) when.offer_made = dice.chance(0.5);
    if (dice.chance(0.1)) when.pilot = dice.any_of<PilotState>(pilot_state_count);
    return when;
}

void fill_offer(const Model& model, Rule& rule, Dice& dice) {
    rule.discount = dice.chance(0.5) ? dice.real(0, 0.4) : 0;
    for (const Extra& extra : model.extras)
        if (dice.chance(0.4)) rule.extras.push_back(extra.id);
    rule.tailored = dice.chance(0.4);
    rule.extras_budget = dice.real(0, 0.1) * model.alternatives.front().price.mean();
}

Rule random_rule(const Model& model, Dice& dice) {
    Rule rule;
    rule.when = random_condition(model, dice);
    rule.act = dice.any_of<Act>(act_count);
    rule.selector = dice.any_of<Selector>(selector_count);
    if (rule.selector == Selector::member)
        rule.member = model.centre.stakeholder(dice.whole(0, model.centre.size() - 1)).id;
    if (rule.selector == Selector::role) rule.role = dice.any_of<Role>(role_count);
    rule.channel = dice.any_of<Channel>(channel_count);
    if (dice.chance(0.4)) {
        rule.topic_choice = TopicChoice::fixed;
        if (dice.chance(0.8)) rule.topic = dice.pick(model.topics).id;
    }
    rule.evidence = dice.any_of<Evidence>(evidence_count);
    if (dice.chance(0.15)) rule.inflate = dice.real(0, 1);
    if (rule.act == Act::offer) fill_offer(model, rule, dice);
    for (int measure = 0; measure < safeguard_count; ++measure)
        if (dice.chance(0.4)) rule.safeguards.push_back(static_cast<Safeguard>(measure));
    rule.cooldown = dice.whole(1, 4);
    if (dice.chance(0.2)) rule.limit = dice.whole(0, 3);
    rule.enabled = !dice.chance(0.05);
    return rule;
}

/// One in which a member is touched more often in a week than the model allows.
void add_storm(Strategy& strategy) {
    strategy.hours = 168;
    for (int k = 0; k < 20; ++k) {
        Rule rule;
        rule.act = Act::remind;
        rule.channel = Channel::web;
        strategy.rules.push_back(rule);
    }
}

AfterSale random_after_sale(const Model& model, Dice& dice) {
    const double scale = model.alternatives.front().price.mean();
    AfterSale after;
    after.service = dice.number(0, 1);
    after.training = dice.number(0, 1);
    after.quality_cut = dice.chance(0.5) ? Number(0.0) : dice.number(0, 1);
    after.availability = dice.number(0.3, 1);
    after.delivery = dice.number(0, 1);
    after.reliability = dice.number(0, 1);
    after.outsourced = dice.chance(0.4);
    after.personal_manager = dice.chance(0.4);
    after.service_cost = dice.real(0, 0.02 * scale);
    after.training_cost = dice.real(0, 0.02 * scale);
    after.manager_cost = dice.real(0, 0.01 * scale);
    after.loyalty = dice.any_of<Loyalty>(loyalty_count);
    after.loyalty_cost = dice.real(0, 0.01 * scale);
    after.cut_from = dice.whole(1, 6);
    after.contract_quarters = dice.whole(1, 6);
    after.win_back = dice.any_of<WinBack>(win_back_count);
    after.win_back_cost = dice.real(0, 0.01 * scale);
    after.win_back_discount = dice.real(0, 0.5);
    after.win_back_quarters = dice.whole(0, 6);
    return after;
}

} // namespace

void add_random_strategies(Model& model, Dice& dice) {
    for (int number = dice.whole(1, 3); number > 0; --number) {
        Strategy strategy;
        strategy.id = "strategy" + std::to_string(number);
        if (dice.chance(0.3)) strategy.hours = dice.real(2, 60);
        if (dice.chance(0.3)) strategy.budget = dice.real(0, 0.1) * model.alternatives.front().price.mean();
        strategy.professionalism = dice.chance(0.7) ? Number(1.0) : dice.number(0.8, 1);
        strategy.letter = dice.number(0.3, 1);
        if (dice.chance(0.3)) strategy.second_letter = dice.number(0, 1);
        if (dice.chance(0.3)) strategy.letter_test = dice.whole(0, 12);
        strategy.after_sale = random_after_sale(model, dice);
        strategy.preparation = dice.number(0, 1);
        strategy.kickbacks = dice.chance(0.6);
        strategy.embellishment = dice.chance(0.8);
        strategy.tactic = dice.any_of<Tactic>(tactic_count);
        strategy.beta = dice.number(0.1, 5);
        strategy.reserve = dice.number(0, 0.5);
        strategy.rounds = dice.number(2, 12);
        for (int rules = dice.whole(0, 12); rules > 0; --rules) strategy.rules.push_back(random_rule(model, dice));
        if (dice.chance(0.03)) add_storm(strategy);
        model.strategies.push_back(strategy);
    }
}

} // namespace assent::worlds
