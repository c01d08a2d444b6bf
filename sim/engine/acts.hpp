#pragma once
// What the acts do beyond argument: offers, trials, gifts, the call for a decision; and one touch from start to end.
#include "engine/touch.hpp"

namespace assent::inline ASSENT_ISA {

/// Extras of a tailored offer: in the order of the scenario, those that the client is not known to have of its own,
/// while the budget lasts.
template <int N> void choose_extras(Deal<N>& deal, const RulePlan& rule, Mask<N> mask) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    F value(0.0f), cost(0.0f);
    for (std::int32_t x = 0; x < plan.n_extra; ++x) {
        const F means = deal(plan.extra_means[std::size_t(x)]), price = deal(plan.extra_cost[std::size_t(x)]);
        Mask<N> taken = Mask<N>::all((rule.extras >> x & 1u) != 0);
        if (rule.tailored) {
            const Mask<N> useless = (deal.get(deal.at.means_known, x) == F(1.0f)) & (means >= F(0.5f));
            taken = (cost + price <= F(rule.extras_budget)) & ~useless;
        }
        value = value + select(taken, deal(plan.extra_value[std::size_t(x)]) * (F(1.0f) - means), F(0.0f));
        cost = cost + select(taken, price, F(0.0f));
    }
    assign(deal.extras_value, mask, value);
    assign(deal.extras_cost, mask, cost);
}

template <int N> void make_offer(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed) {
    using F = Floats<N>;
    const F price = greatest(deal.list_price * F(1.0f - touch.rule.discount), deal.floor_price);
    deal.put(deal.at.price, 0, landed, least(price, deal.get(deal.at.price, 0)));
    price_as_witnessed(deal);
    choose_extras(deal, touch.rule, landed);
    assign(deal.offer_made, landed, F(1.0f));
    deal.tell(TraceEvent::Kind::offer, [&](TraceEvent& event) {
        event.member = touch.member.each[0];
        event.value = deal.get(deal.at.price, 0)[0];
        event.other = touch.rule.extras;
    });
}

/// Conceding outside the negotiation lowers the offered price by a share of the way to the floor.
template <int N> void concede(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed) {
    const Floats<N> price = deal.get(deal.at.price, 0);
    const Floats<N> lower = price - deal(Assumption::concede_step) * (price - deal.floor_price);
    deal.put(deal.at.price, 0, landed, lower);
    price_as_witnessed(deal);
    deal.tell(TraceEvent::Kind::offer, [&](TraceEvent& event) {
        event.member = touch.member.each[0];
        event.value = lower[0];
        event.other = 0;
    });
}

/// A trial begins. Its chance of success: log-odds from quality above the requirement, less what threatened insiders
/// do to it, plus the counter-measures (fact C5). The most threatened member counts.
template <int N> void start_pilot(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    F threat(0.0f);
    for (const Parameter threatened : plan.threatened) threat = greatest(threat, deal(threatened));
    const F quality = deal(plan.attribute[std::size_t(plan.quality)]);
    const F odds = deal(Assumption::pilot_success) +
                   deal(Assumption::pilot_quality) * (quality - deal(plan.required_quality)) -
                   deal(Assumption::pilot_threat) * threat +
                   deal(Assumption::pilot_safeguard) * F(static_cast<float>(touch.rule.safeguards));
    const Mask<N> begins = landed & deal.pilot_is(PilotState::none);
    assign(deal.pilot, begins, F(code(PilotState::running)));
    assign(deal.pilot_chance, begins, logistic(odds));
    assign(deal.pilot_end, begins, F(static_cast<float>(deal.week)) + deal(plan.pilot_weeks));
    if (!begins[0]) return;
    deal.tell(TraceEvent::Kind::pilot_start, [&](TraceEvent& event) {
        event.member = touch.member.each[0];
        event.value = deal.pilot_chance[0];
    });
}

/// Points to the person, a problem of the company solved, a kickback (fact C6).
template <int N> void induce(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed) {
    using F = Floats<N>;
    const F stake = deal(deal.plan.personal_stake, touch.member);
    const F gift = deal.get(deal.at.gift, touch.member);
    if (touch.rule.act == Act::problem_solving) assign(deal.problem_solved, landed, F(1.0f));
    if (touch.rule.act == Act::points)
        deal.put(deal.at.gift, touch.member, landed, greatest(gift, deal(Assumption::points_gain) * stake));
    if (touch.rule.act != Act::kickback) {
        if (!landed[0]) return;
        deal.tell(TraceEvent::Kind::gift, [&](TraceEvent& event) {
            event.member = touch.member.each[0];
            event.act = touch.rule.act;
        });
        return;
    }
    const auto luck = deal.luck(Purpose::inducement, touch.who, touch.ordinal);
    const F integrity = deal(deal.plan.integrity, touch.member);
    Mask<N> accepted = landed & (uniform(luck.word[0]) >= integrity);
    as_witnessed(deal, accepted, F(1.0f) - integrity, [](const WitnessedTouch& seen) { return seen.accepted; });
    deal.put(deal.at.gift, touch.member, accepted, greatest(gift, deal(Assumption::kickback_gain) * stake));
    assign(deal.bribed, accepted, Floats<N>(1.0f));
    add_distrust(deal, touch.member, landed & ~accepted, deal(Assumption::kickback_distrust));
    if (!landed[0]) return;
    deal.tell(TraceEvent::Kind::kickback, [&](TraceEvent& event) {
        event.member = touch.member.each[0];
        event.flag = accepted[0];
    });
}

/// What only this act does.
template <int N> void act_on(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed, Floats<N> force) {
    switch (touch.rule.act) {
    case Act::discover:
        discover(deal, touch, landed, force);
        break;
    case Act::offer:
        make_offer(deal, touch, landed);
        break;
    case Act::concede:
        concede(deal, touch, landed);
        break;
    case Act::pilot:
        start_pilot(deal, touch, landed);
        break;
    case Act::ask_decision:
        assign(deal.asked, landed, Floats<N>(1.0f));
        deal.tell(TraceEvent::Kind::decision_asked, [&](TraceEvent& event) { event.member = touch.member.each[0]; });
        break;
    case Act::points:
    case Act::problem_solving:
    case Act::kickback:
        induce(deal, touch, landed);
        break;
    default:
        break;
    }
}

template <int N> void tell_doubt(const Deal<N>& deal, const Touch<N>& touch, std::int32_t objection) {
    deal.tell(TraceEvent::Kind::doubt_heard, [&](TraceEvent& event) {
        const bool rooted = deal.get(deal.at.root_known, objection)[0] > 0;
        const std::size_t o = std::size_t(objection);
        event.member = touch.member.each[0];
        event.other = objection;
        event.topic = rooted ? deal.plan.root_topic[o] : deal.plan.stated_topic[o];
        event.value = deal.get(deal.at.heard, objection)[0];
    });
}

/// What the seller takes home from a touch that got through: support as seen, and how strong known doubts still are.
template <int N> void take_note(Deal<N>& deal, const Touch<N>& touch, Mask<N> landed) {
    using F = Floats<N>;
    const auto& at = deal.at;
    add_at(at.contacts, touch.member, landed, F(1.0f));
    const float blur = 1.0f - deal.plan.channels[static_cast<int>(touch.rule.channel)].richness;
    const F deviation = deal(Assumption::seen_noise) * F(blur);
    const F error = deviation * normal_quantile(uniform(touch.luck.word[3]));
    F seen = unit_interval(support_of(deal, touch.member) + error);
    note_as_witnessed(deal, touch.member.each[0], seen, deviation);
    deal.put(at.seen, touch.member, landed, seen);
    visit_objections(deal, touch, landed, [&](std::int32_t o, Mask<N> owner) {
        const Mask<N> known = owner & (deal.get(at.objection_known, o) == F(1.0f));
        deal.put(at.heard, o, known, deal.get(at.severity, o));
        if (known[0]) tell_doubt(deal, touch, o);
    });
    if (!landed[0]) return;
    deal.tell(TraceEvent::Kind::support_seen, [&](TraceEvent& event) {
        event.member = touch.member.each[0];
        event.value = seen[0];
    });
}

/// Hours, money and the count of touches are spent whether or not it gets through.
template <int N> void spend(Deal<N>& deal, const RulePlan& rule, Mask<N> mask) {
    using F = Floats<N>;
    const ActPlan& act = deal.plan.acts[static_cast<int>(rule.act)];
    const ChannelPlan& channel = deal.plan.channels[static_cast<int>(rule.channel)];
    const F hours(act.hours + channel.hours);
    assign(deal.hours_left, mask, deal.hours_left - hours);
    F& by_channel = deal.hours[static_cast<int>(rule.channel)];
    assign(by_channel, mask, by_channel + hours);
    assign(deal.spent, mask, deal.spent + F(act.cost + channel.cost));
    assign(deal.touch_count, mask, deal.touch_count + F(1.0f));
}

/// Lanes that can still pay for the rule with this week's hours and the strategy's budget.
template <int N> Mask<N> affordable(const Deal<N>& deal, const RulePlan& rule) {
    using F = Floats<N>;
    const ActPlan& act = deal.plan.acts[static_cast<int>(rule.act)];
    const ChannelPlan& channel = deal.plan.channels[static_cast<int>(rule.channel)];
    return (F(act.hours + channel.hours) <= deal.hours_left) &
           (deal.spent + F(act.cost + channel.cost) <= F(deal.strategy.budget));
}

/// One touch from start to end, in each lane of the mask of the member to whom it turns.
template <int N>
void perform(Deal<N>& deal, std::int32_t rule_index, const Groups<N>& member, Ints<N> topic, Mask<N> mask) {
    using F = Floats<N>;
    const RulePlan& rule = deal.plan.rules[std::size_t(rule_index)];
    const auto& at = deal.at;
    const Words<N> ordinal = bits_as<std::uint32_t>(to_ints(deal.get(at.touches, member)));
    const Words<N> who = member.gather([&](std::int32_t d) { return Words<N>(deal.plan.who[std::size_t(d)]); });
    Touch<N> touch{rule, member, topic, who, ordinal, deal.luck(Purpose::touch, who, ordinal)};
    spend(deal, rule, mask);
    const F chance = reach(deal, touch);
    Mask<N> landed = mask & (uniform(touch.luck.word[0]) < chance);
    look_at_touch(deal, member.each[0], rule.act);
    as_witnessed(deal, landed, chance, [](const WitnessedTouch& seen) { return seen.landed; });
    const ChannelPlan& channel = deal.plan.channels[static_cast<int>(rule.channel)];
    deal.tell(TraceEvent::Kind::touch, [&](TraceEvent& event) {
        event.member = member.each[0];
        event.other = rule_index - deal.strategy.first_rule;
        event.act = rule.act;
        event.channel = rule.channel;
        event.topic = static_cast<std::int16_t>(topic[0]);
        event.flag = landed[0];
        event.value = deal.plan.acts[static_cast<int>(rule.act)].hours + channel.hours;
    });
    const F felt = F(channel.intrusion) * select(landed, F(1.0f), deal(Assumption::intrusion_missed));
    member.visit([&](std::int32_t d, Mask<N> lanes) {
        add_at(at.touches, d, lanes, F(1.0f));
        deal.put(at.last_touch, d, lanes, F(static_cast<float>(deal.week)));
        add_at(at.intrusion, d, lanes, felt);
    });
    if (!any(landed)) return;
    touch.member.keep(landed);
    assign(deal.got_through, landed, deal.got_through + F(1.0f));
    if (channel.granted) assign(deal.appointments, landed, deal.appointments + F(1.0f));
    add_at(at.queued_attention, member, landed, F(deal.plan.acts[static_cast<int>(rule.act)].attention));
    const F skill = competence(deal, topic, landed);
    landed = check_professionalism(deal, touch, landed);
    check_expertise(deal, touch, landed, skill);
    landed = check_honesty(deal, touch, landed);
    if (!any(landed)) return;
    check_message(deal, touch, landed);
    const F force = persuasion(deal, touch, skill);
    queue_effects(deal, touch, landed, force);
    act_on(deal, touch, landed, force);
    take_note(deal, touch, landed);
}

} // namespace assent::inline ASSENT_ISA
