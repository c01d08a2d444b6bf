#pragma once
// The account manager's week: rules in order until the hours run out, on what is known and nothing else.
#include "engine/acts.hpp"

namespace assent::inline ASSENT_ISA {

/// Severity, as last heard, above which a known objection counts as open.
inline constexpr float open_objection = 0.1f;
/// More touches of one member in a week than this are not made; Limits::touches_per_member_and_week.
inline constexpr float touch_limit = 15.0f;

/// Bit sets that leave nothing out.
inline constexpr std::uint8_t all_stages = (1 << stage_count) - 1, all_pilot_states = (1 << pilot_state_count) - 1;

/// -1: does not matter, 0: must be no, 1: must be yes.
template <int N> Mask<N> agrees(std::int8_t wanted, Mask<N> is) {
    if (wanted < 0) return Mask<N>::all(true);
    return wanted == 1 ? is : ~is;
}

template <int N> Floats<N> coverage(const Deal<N>& deal) {
    using F = Floats<N>;
    F known(0.0f), reached(0.0f);
    for (std::int32_t d = 0; d < deal.plan.n_member; ++d) {
        const F is_known = deal.get(deal.at.known, d);
        known += is_known;
        reached += is_known * flag(deal.get(deal.at.contacts, d) > F(0.0f));
    }
    return reached / greatest(known, F(1.0f));
}

/// What a rule asks of the deal as a whole, and what its act needs to make sense.
template <int N> Mask<N> applies(const Deal<N>& deal, const RulePlan& rule, std::int32_t place) {
    using F = Floats<N>;
    const float week = static_cast<float>(deal.week);
    if (rule.forbidden || deal.week < rule.week_from || deal.week > rule.week_to) return Mask<N>::all(false);
    Mask<N> mask = deal.active & affordable(deal, rule);
    mask &= deal.get(deal.at.uses, place) < F(static_cast<float>(rule.limit));
    mask &= F(week) - deal.get(deal.at.last_use, place) >= F(static_cast<float>(rule.cooldown));
    if (rule.stages != all_stages) mask &= contains(rule.stages, to_ints(deal.stage));
    if (rule.pilots != all_pilot_states) mask &= contains(rule.pilots, to_ints(deal.pilot));
    if (rule.competitor_known >= 0) mask &= agrees(rule.competitor_known, deal.competitor_known > F(0.0f));
    if (rule.offer_made >= 0) mask &= agrees(rule.offer_made, deal.offer_made > F(0.0f));
    if (rule.act == Act::pilot)
        mask &= deal.pilot_is(PilotState::none) & (deal.in(Stage::screening) | deal.in(Stage::evaluation));
    if (rule.act == Act::ask_decision)
        mask &= (deal.stage < F(code(Stage::decision))) & ~deal.pilot_is(PilotState::running) & (deal.asked == F(0.0f));
    if (rule.coverage_below <= 1 || rule.coverage_above >= 0) {
        const F share = coverage(deal);
        mask &= (share < F(rule.coverage_below)) & (share > F(rule.coverage_above));
    }
    return mask;
}

/// Is objection o known and, as last heard, still open.
template <int N> Mask<N> known_open(const Deal<N>& deal, std::int32_t o) {
    using F = Floats<N>;
    return (deal.get(deal.at.objection_known, o) == F(1.0f)) & (deal.get(deal.at.heard, o) > F(open_objection));
}
/// The topic that the seller takes objection o to be about: its root once that is known.
template <int N> Ints<N> believed_topic(const Deal<N>& deal, std::int32_t o) {
    const Mask<N> rooted = deal.get(deal.at.root_known, o) == Floats<N>(1.0f);
    return select(rooted, Ints<N>(deal.plan.root_topic[std::size_t(o)]),
                  Ints<N>(deal.plan.stated_topic[std::size_t(o)]));
}

/// Topic of the largest objection known of member d, or -1.
template <int N> Ints<N> largest_known(const Deal<N>& deal, std::int32_t d) {
    using F = Floats<N>;
    F largest(0.0f);
    Ints<N> topic(-1);
    for (std::int32_t o = deal.plan.objection_begin[std::size_t(d)]; o < deal.plan.objection_begin[std::size_t(d) + 1];
         ++o) {
        const F size = F(deal.plan.belief_objection_weight[std::size_t(o)]) * deal.get(deal.at.heard, o);
        const Mask<N> larger = known_open(deal, o) & (size > largest);
        largest = select(larger, size, largest);
        topic = select(larger, believed_topic(deal, o), topic);
    }
    return topic;
}

template <int N> Mask<N> knows_objection(const Deal<N>& deal, std::int32_t d, std::int8_t topic) {
    Mask<N> found = Mask<N>::all(false);
    for (std::int32_t o = deal.plan.objection_begin[std::size_t(d)]; o < deal.plan.objection_begin[std::size_t(d) + 1];
         ++o)
        found |= known_open(deal, o) & (believed_topic(deal, o) == Ints<N>(topic));
    return found;
}

/// Does the rule look for its topic in what is known of the target.
inline bool seeks_topic(const RulePlan& rule) {
    return rule.act == Act::address && rule.topic_choice == TopicChoice::largest_known;
}

/// May the rule turn to member d.
template <int N> Mask<N> eligible(const Deal<N>& deal, const RulePlan& rule, std::int32_t d) {
    using F = Floats<N>;
    const auto& at = deal.at;
    Mask<N> mask = (deal.get(at.known, d) == F(1.0f)) & (deal.get(at.touches, d) < F(touch_limit));
    const Mask<N> reached = deal.get(at.contacts, d) > F(0.0f);
    mask &= agrees(rule.contacted, reached);
    if (rule.silent_for > 0) {
        const F last = deal.get(at.last_touch, d);
        mask &= (last == F(0.0f)) | (F(static_cast<float>(deal.week)) - last >= F(static_cast<float>(rule.silent_for)));
    }
    if (rule.needs_view) {
        const F seen = deal.get(at.seen, d);
        mask &= reached & (seen < F(rule.support_below)) & (seen > F(rule.support_above));
    }
    if (rule.objection_known >= 0) mask &= knows_objection(deal, d, rule.objection_known);
    if (seeks_topic(rule)) mask &= largest_known(deal, d) >= Ints<N>(0);
    if (rule.selector == Selector::uncontacted) mask &= ~reached;
    if (rule.selector == Selector::most_opposed || rule.selector == Selector::undecided) mask &= reached;
    return mask;
}

/// How much the selector wants member d; the greatest wins, ties go to the more important (order of the candidates).
template <int N> Floats<N> appeal(const Deal<N>& deal, const RulePlan& rule, std::int32_t d) {
    using F = Floats<N>;
    const F seen = deal.get(deal.at.seen, d);
    switch (rule.selector) {
    case Selector::role:
        return -deal.get(deal.at.last_touch, d); // the one left alone longest
    case Selector::most_opposed:
        return -seen;
    case Selector::undecided:
        return -greatest(seen - F(0.5f), F(0.5f) - seen);
    case Selector::weakest_link:
        return F(deal.plan.belief_weight[std::size_t(d)]) * (F(1.0f) - select(seen < F(0.0f), F(0.5f), seen));
    default:
        return F(0.0f);
    }
}

template <int N> Ints<N> topic_for(const Deal<N>& deal, const RulePlan& rule, std::int32_t d) {
    return seeks_topic(rule) ? largest_known(deal, d) : Ints<N>(rule.topic);
}

/// Carries out one rule; returns the lanes in which it was used.
template <int N> Mask<N> carry_out(Deal<N>& deal, std::int32_t rule_index, Mask<N> mask) {
    using F = Floats<N>;
    const RulePlan& rule = deal.plan.rules[std::size_t(rule_index)];
    Mask<N> used = Mask<N>::all(false);
    Ints<N> target(-1), topic(-1);
    F best(-1e30f);
    for (std::int32_t c = rule.first_candidate; c < rule.last_candidate; ++c) {
        const std::int32_t d = deal.plan.candidates[std::size_t(c)];
        const Mask<N> may = mask & eligible(deal, rule, d);
        if (!any(may)) continue;
        if (rule.selector == Selector::all) {
            const Mask<N> now = may & deal.active & affordable(deal, rule);
            if (any(now)) perform(deal, rule_index, Groups<N>(d, now), topic_for(deal, rule, d), now);
            used |= now;
            continue;
        }
        const F wanted = appeal(deal, rule, d);
        const Mask<N> better = may & (wanted > best);
        best = select(better, wanted, best);
        target = select(better, Ints<N>(d), target);
        topic = select(better, topic_for(deal, rule, d), topic);
    }
    if (rule.selector == Selector::all) return used;
    used = mask & (target >= Ints<N>(0));
    if (any(used)) perform(deal, rule_index, Groups<N>(target, used), topic, used);
    return used;
}

/// Our week: hours are fresh, the felt intrusion of last week has faded, rules act in order.
template <int N> void act(Deal<N>& deal) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    F gate(1.0f);
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        deal.set(deal.at.intrusion, d, deal.get(deal.at.intrusion, d) * deal(Assumption::intrusion_kept));
        deal.set(deal.at.touches, d, F(0.0f));
        if (plan.gatekeeper[std::size_t(d)] != 0)
            gate *= F(1.0f) - deal(Assumption::gatekeeping) * (F(1.0f) - deal.trust(d, 0));
    }
    deal.gate = gate;
    deal.hours_left = F(deal.strategy.hours);
    for (std::int32_t r = deal.strategy.first_rule; r < deal.strategy.last_rule; ++r) {
        const std::int32_t place = r - deal.strategy.first_rule;
        const Mask<N> mask = applies(deal, plan.rules[std::size_t(r)], place);
        if (!any(mask)) continue;
        const Mask<N> used = carry_out(deal, r, mask);
        deal.put(deal.at.uses, place, used, deal.get(deal.at.uses, place) + F(1.0f));
        deal.put(deal.at.last_use, place, used, F(static_cast<float>(deal.week)));
    }
}

} // namespace assent::inline ASSENT_ISA
