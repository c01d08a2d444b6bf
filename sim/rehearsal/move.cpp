#include "rehearsal/move.hpp"

#include <bit>

namespace assent {
namespace {

/// Left open, the topic of an answer is chosen when it is given.
TopicChoice topic_choice(const Move& move) {
    return move.act == Act::address && move.topic < 0 ? TopicChoice::largest_known : TopicChoice::fixed;
}

} // namespace

double move_hours(const Plan& plan, const Move& move) {
    return plan.acts[static_cast<int>(move.act)].hours + plan.channels[static_cast<int>(move.channel)].hours;
}

double move_cost(const Plan& plan, const Move& move) {
    return plan.acts[static_cast<int>(move.act)].cost + plan.channels[static_cast<int>(move.channel)].cost;
}

Rule rule_of(const Model& model, const Move& move, int week) {
    Rule rule;
    rule.when.week = week;
    rule.act = move.act;
    rule.selector = Selector::member;
    rule.member = model.centre.stakeholder(move.member).id;
    rule.channel = move.channel;
    rule.topic_choice = topic_choice(move);
    if (move.topic >= 0) rule.topic = model.topics[static_cast<std::size_t>(move.topic)].id;
    rule.evidence = move.evidence;
    rule.inflate = move.inflate;
    rule.discount = move.discount;
    for (std::size_t extra = 0; extra < model.extras.size(); ++extra)
        if ((move.extras >> extra & 1u) != 0) rule.extras.push_back(model.extras[extra].id);
    rule.tailored = move.tailored;
    rule.extras_budget = move.extras_budget;
    for (int measure = 0; measure < safeguard_count; ++measure)
        if ((move.safeguards >> measure & 1) != 0) rule.safeguards.push_back(static_cast<Safeguard>(measure));
    rule.limit = 1;
    return rule;
}

RulePlan planned_rule(const Move& move, int week, std::int32_t candidate) {
    RulePlan rule;
    rule.week_from = rule.week_to = static_cast<std::int16_t>(week);
    rule.stages = 0x3f; // all but closed
    rule.act = move.act;
    rule.channel = move.channel;
    rule.selector = Selector::member;
    rule.topic_choice = topic_choice(move);
    rule.topic = move.topic;
    rule.evidence = move.evidence;
    rule.tailored = move.tailored;
    rule.safeguards = static_cast<std::uint8_t>(std::popcount(move.safeguards));
    rule.extras = move.extras;
    rule.inflate = move.inflate;
    rule.discount = move.discount;
    rule.extras_budget = move.extras_budget;
    rule.limit = 1;
    rule.first_candidate = candidate;
    rule.last_candidate = candidate + 1;
    return rule;
}

} // namespace assent
