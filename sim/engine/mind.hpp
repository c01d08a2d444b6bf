#pragma once
// What goes on in the members' minds: digestion, each one's own view, influence among colleagues.
#include "engine/deal.hpp"

namespace assent::inline ASSENT_ISA {

/// Share of a queue that sinks in this week; the queue shrinks by it.
template <int N> Floats<N> digest_queue(Deal<N>& deal, float* queue, std::int32_t element, Floats<N> share) {
    const Floats<N> queued = deal.get(queue, element);
    const Floats<N> moved = queued * share;
    deal.set(queue, element, queued - moved);
    return moved;
}

/// Intrusion above the member's patience, felt touches.
template <int N> Floats<N> excess_intrusion(const Deal<N>& deal, std::int32_t d) {
    return positive_part(deal.get(deal.at.intrusion, d) - deal(deal.plan.patience[std::size_t(d)]));
}

/// One week of digestion for member d: what was said becomes change, the rest waits; silence lets attention fade,
/// pestering costs trust, old experience fades.
template <int N> void digest(Deal<N>& deal, std::int32_t d) {
    using F = Floats<N>;
    const auto& at = deal.at;
    const F share = deal(Assumption::digestion), one(1.0f);
    const F attention = deal.get(at.attention, d) * deal(Assumption::attention_kept);
    const F noticed = unit_interval(digest_queue(deal, at.queued_attention, d, share));
    deal.set(at.attention, d, attention + noticed * (one - attention));
    const F rapport = deal.get(at.rapport, d);
    deal.set(at.rapport, d, rapport + unit_interval(digest_queue(deal, at.queued_rapport, d, share)) * (one - rapport));
    const F understood = deal.get(at.value_seen, d);
    deal.set(at.value_seen, d,
             understood + unit_interval(digest_queue(deal, at.queued_value, d, share)) * (one - understood));

    const F kept = deal(Assumption::trust_forgetting);
    for (std::int32_t i = 0; i < deal.plan.n_supplier; ++i) {
        const std::int32_t slot = d * deal.plan.n_supplier + i;
        deal.set(at.good, slot, deal.get(at.good, slot) * kept);
        deal.set(at.bad, slot, deal.get(at.bad, slot) * kept);
    }
    const std::int32_t ours = d * deal.plan.n_supplier;
    deal.set(at.good, ours, deal.get(at.good, ours) + digest_queue(deal, at.queued_trust, d, share));
    deal.set(at.bad, ours,
             deal.get(at.bad, ours) +
                 excess_intrusion(deal, d) * deal(Assumption::intrusion_distrust) * deal(Assumption::negative_weight));
    for (std::int32_t o = deal.plan.objection_begin[std::size_t(d)]; o < deal.plan.objection_begin[std::size_t(d) + 1];
         ++o) {
        const F relief = unit_interval(digest_queue(deal, at.queued_relief, o, share));
        deal.set(at.severity, o, deal.get(at.severity, o) * (one - relief));
    }
}

/// Price of supplier i as member d feels it: a business case that is understood takes part of ours away.
template <int N> Floats<N> felt_price(const Deal<N>& deal, std::int32_t d, std::int32_t i) {
    const Floats<N> price = deal.get(deal.at.price, i);
    if (i != 0) return price;
    return price * (Floats<N>(1.0f) - deal(Assumption::value_framing) * deal.get(deal.at.value_seen, d));
}

/// Worth of supplier i to member d, logit: a blend of two purchases by personal stake (fact A4). The company buys
/// the cheapest that does the job, a person the best that can be afforded.
template <int N> Floats<N> worth(const Deal<N>& deal, std::int32_t d, std::int32_t i) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const std::int32_t slot = d * plan.n_supplier + i;
    const F budget = deal(plan.budget), zero(0.0f);
    const F stake = deal(plan.personal_stake[std::size_t(d)]) * deal(Assumption::personal_purchase);
    const F quality = deal(plan.attribute[std::size_t(i * plan.n_criterion + plan.quality)]);
    const F over_budget = select(deal.get(deal.at.price, i) > budget, deal(Assumption::budget_penalty), zero);
    F fit = deal.get(deal.at.task, slot) +
            deal(plan.price_weight[std::size_t(d)]) * (F(1.0f) - felt_price(deal, d, i) / budget);
    if (i == 0) fit = fit + deal.extras_value + deal.problem_solved * deal(Assumption::problem_gain);
    const F corporate = select(quality >= deal(plan.required_quality), fit, -deal(Assumption::quality_penalty));
    const F personal = deal.get(deal.at.person, slot);
    return (F(1.0f) - stake) * corporate + stake * personal - over_budget;
}

/// Utility lost to open objections, logit.
template <int N> Floats<N> objection_burden(const Deal<N>& deal, std::int32_t d) {
    Floats<N> burden(0.0f);
    for (std::int32_t o = deal.plan.objection_begin[std::size_t(d)]; o < deal.plan.objection_begin[std::size_t(d) + 1];
         ++o)
        burden += deal(deal.plan.objection_weight[std::size_t(o)]) * deal.get(deal.at.severity, o);
    return burden;
}

/// Points of supplier i in a tender with published weights, around the middle, logit. The cheapest bid has all the
/// points for price, the others in proportion.
template <int N> Floats<N> tender_score(const Deal<N>& deal, std::int32_t i) {
    using F = Floats<N>;
    F cheapest = deal.get(deal.at.price, 0);
    for (std::int32_t j = 1; j < deal.plan.n_supplier; ++j) cheapest = least(cheapest, deal.get(deal.at.price, j));
    const F price = deal.get(deal.at.price, i);
    const F for_price = select(price > F(0.0f), cheapest / select(price > F(0.0f), price, F(1.0f)), F(1.0f));
    const F points = deal.get(deal.at.award, i) + deal.price_award * for_price;
    return deal(Assumption::tender_points) * (points - F(0.5f));
}

/// Own view of member d of alternative i, logit (sim/ODD.md, 7.5).
template <int N> Floats<N> own_view(const Deal<N>& deal, std::int32_t d, std::int32_t i) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const std::size_t m = std::size_t(d);
    if (i == plan.n_supplier)
        return deal(plan.comfort) - deal(plan.urgency) * unit_interval(deal.need * deal(plan.felt_need[m]));
    F utility = worth(deal, d, i) + deal.get(deal.at.image, i) +
                deal(Assumption::trust_gain) * (F(2.0f) * deal.trust(d, i) - F(1.0f));
    if (plan.incumbent[std::size_t(i)] == 0) utility -= deal(plan.switching);
    if (plan.scored) utility += tender_score(deal, i);
    if (i != 0) return utility - deal(plan.doubts[std::size_t(i)]);
    if (plan.tender) utility += deal(Assumption::tender_tailoring) * deal.tailoring;
    utility += deal(plan.leaning[m]) + deal.get(deal.at.gift, d) +
               deal(plan.personal_stake[m]) * deal(Assumption::rapport_gain) * deal.get(deal.at.rapport, d);
    utility -= objection_burden(deal, d);
    utility -= deal(Assumption::attention_weight) * (F(1.0f) - deal.get(deal.at.attention, d));
    return utility - deal(Assumption::intrusion_weight) * excess_intrusion(deal, d);
}

/// Utility of us to a mind that a counterfactual fixed, logit.
inline constexpr float fixed_mind_utility = 12.0f;

/// One step of Friedkin & Johnsen 1990: x(t+1) = L W x(t) + (I - L) u, on every alternative. About our offer only those
/// who know of it are heard; a link of conflict is mirrored about one's own view.
/// Returns the utility of alternative i to member d after listening.
template <int N>
Floats<N> listen(const Deal<N>& deal, std::int32_t d, std::int32_t i, Floats<N> own, Floats<N> susceptibility) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const F threshold = deal(Assumption::awareness_threshold);
    F heard(0.0f), weight(0.0f);
    for (std::int32_t e = plan.link_begin[std::size_t(d)]; e < plan.link_begin[std::size_t(d) + 1]; ++e) {
        const std::int32_t from = plan.link_from[std::size_t(e)];
        F share = deal.get(deal.at.link_weight, e);
        if (i == 0) share = share * flag(deal.get(deal.at.attention, from) >= threshold);
        F said = deal.get(deal.at.view, from * plan.n_alternative + i);
        if (plan.link_conflict[std::size_t(e)] != 0) said = own + own - said;
        heard += share * said;
        weight += share;
    }
    const Mask<N> somebody = weight > F(0.0f);
    const F social = heard / select(somebody, weight, F(1.0f));
    return select(somebody, susceptibility * social + (F(1.0f) - susceptibility) * own, own);
}

/// Views of all members for the coming week. With `alone` there is no colleague yet: the view is one's own.
template <int N> void form_views(Deal<N>& deal, bool alone) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    for (std::int32_t d = 0; d < plan.n_member; ++d)
        for (std::int32_t i = 0; i < plan.n_alternative; ++i) {
            const std::int32_t slot = d * plan.n_alternative + i;
            F view(0.0f);
            if (plan.mind[std::size_t(d)] == static_cast<std::uint8_t>(Mind::free)) {
                const F own = own_view(deal, d, i);
                view = alone ? own : listen(deal, d, i, own, deal(plan.susceptibility[std::size_t(d)]));
            } else if (i == 0) {
                const bool for_us = plan.mind[std::size_t(d)] == static_cast<std::uint8_t>(Mind::for_us);
                view = F(for_us ? fixed_mind_utility : -fixed_mind_utility);
            }
            deal.set(deal.at.next, slot, view);
        }
    for (std::int32_t slot = 0; slot < plan.n_member * plan.n_alternative; ++slot)
        deal.put(deal.at.view, slot, deal.active, deal.get(deal.at.next, slot));
}

/// Limits::alternatives
inline constexpr int most_alternatives = 8;

/// What member d, asked now, would choose (multinomial logit): alternative i with probability weight[i] / sum.
template <int N> struct ChoiceChances { Floats<N> weight[most_alternatives], sum; };

/// `view(i)`: his utility of alternative i. Ours is left out where `excluded` is set.
template <int N, class View> ChoiceChances<N> choice_chances_of(const Deal<N>& deal, View view, Mask<N> excluded) {
    using F = Floats<N>;
    F top = view(deal.plan.n_supplier);
    for (std::int32_t i = 0; i < deal.plan.n_supplier; ++i) top = greatest(top, view(i));
    ChoiceChances<N> chances;
    chances.sum = F(0.0f);
    for (std::int32_t i = 0; i < deal.plan.n_alternative; ++i) {
        F weight = exponential(view(i) - top);
        if (i == 0) weight = select(excluded, F(0.0f), weight);
        chances.sum += weight;
        chances.weight[i] = weight;
    }
    return chances;
}

template <int N> ChoiceChances<N> choice_chances(const Deal<N>& deal, std::int32_t d, Mask<N> excluded) {
    const auto view = [&](std::int32_t i) { return deal.get(deal.at.view, d * deal.plan.n_alternative + i); };
    return choice_chances_of(deal, view, excluded);
}

/// Support of member d: the probability that he would choose us, [0, 1].
template <int N> Floats<N> support_of(const Deal<N>& deal, std::int32_t d) {
    const ChoiceChances<N> chances = choice_chances(deal, d, Mask<N>::all(false));
    return chances.weight[0] / chances.sum;
}
template <int N> Floats<N> support_of(const Deal<N>& deal, const Groups<N>& members) {
    const auto view = [&](std::int32_t i) {
        return members.gather([&](std::int32_t d) { return deal.get(deal.at.view, d * deal.plan.n_alternative + i); });
    };
    const ChoiceChances<N> chances = choice_chances_of(deal, view, Mask<N>::all(false));
    return chances.weight[0] / chances.sum;
}

} // namespace assent::inline ASSENT_ISA
