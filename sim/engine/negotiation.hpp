#pragma once
// Negotiation after a favourable decision: two parties concede along the Pareto frontier of several issues
// (Faratin, Sierra & Jennings 1998).
#include "engine/mind.hpp"

namespace assent::inline ASSENT_ISA {

/// Offers worth less than this to the other side say nothing about its relative concession (tit-for-tat).
inline constexpr float least_gain = 0.01f;

/// Share of the way from one's best to one's reserve that is given up at `time` in [0, 1]:
/// alpha = k + (1 - k) t^(1/b); b < 1 is Boulware, 1 linear, > 1 conceder.
template <int N> Floats<N> concession(Floats<N> k, Floats<N> time, Floats<N> beta) {
    return k + (Floats<N>(1.0f) - k) * power(unit_interval(time), Floats<N>(1.0f) / beta);
}

/// Utility that a side insists on at round t of T, which begins by giving away the share `opening`.
template <int N>
Floats<N> aspiration(Floats<N> opening, Floats<N> round, Floats<N> rounds, Floats<N> beta, Floats<N> reserve) {
    using F = Floats<N>;
    return F(1.0f) - concession(opening, round / rounds, beta) * (F(1.0f) - reserve);
}

/// Walks the frontier: `from` and `to` name columns of FrontierPoint; returns the value of `to` where `from` is x.
template <int N>
Floats<N> along_frontier(const Plan& plan, Floats<N> x, float FrontierPoint::*from, float FrontierPoint::*to) {
    using F = Floats<N>;
    F value(plan.frontier.back().*to);
    for (std::size_t k = 0; k + 1 < plan.frontier.size(); ++k) {
        const FrontierPoint &a = plan.frontier[k], &b = plan.frontier[k + 1];
        const float low = a.*from < b.*from ? a.*from : b.*from, high = a.*from < b.*from ? b.*from : a.*from;
        const float span = b.*from - a.*from;
        if (span == 0) continue;
        const Mask<N> inside = (x >= F(low)) & (x <= F(high));
        value = select(inside, F(a.*to) + (x - F(a.*from)) / F(span) * F(b.*to - a.*to), value);
    }
    return value;
}

/// Relative tit-for-tat: the other's last relative concession applied to one's own last level.
template <int N>
Floats<N> answer_in_kind(Floats<N> level, Floats<N> gain_before, Floats<N> gain_last, Floats<N> fallback,
                         Floats<N> reserve) {
    using F = Floats<N>;
    const Mask<N> readable = gain_before > F(least_gain);
    const F ratio = select(readable, gain_before / greatest(gain_last, F(least_gain)), F(1.0f));
    const F answer = select(readable, level * least(ratio, F(1.0f)), least(level, fallback));
    return greatest(answer, reserve);
}

/// Opens the talks: each side starts from its best, the buyer's reserve rises with the power of its other choices
/// and falls when ours is hard to get
/// elsewhere (fact C3).
template <int N> void open_negotiation(Deal<N>& deal, Mask<N> mask) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    F behind(0.0f);
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        const std::int32_t row = d * plan.n_alternative;
        F other = deal.get(deal.at.view, row + plan.n_supplier);
        for (std::int32_t i = 1; i < plan.n_supplier; ++i) other = greatest(other, deal.get(deal.at.view, row + i));
        behind += deal.get(deal.at.authority, d) * (other - deal.get(deal.at.view, row));
    }
    const F floor = deal(plan.their_reserve) + deal(Assumption::power_gain) * behind -
                    deal(Assumption::scarcity_gain) * deal(plan.scarcity);
    assign(deal.their_floor, mask, clamp(floor, 0.02f, 0.95f));
    assign(deal.round, mask, F(0.0f));
    assign(deal.our_level, mask, F(1.0f));
    assign(deal.their_level, mask, F(1.0f));
    for (F* gain : {&deal.our_gain_before, &deal.our_gain_last, &deal.their_gain_before, &deal.their_gain_last})
        assign(*gain, mask, F(-1.0f));
}

/// Level of one side this round, by its tactic.
template <int N>
Floats<N> level_now(Tactic tactic, Floats<N> last, Floats<N> scheduled, Floats<N> before, Floats<N> latest,
                    Floats<N> reserve) {
    if (tactic != Tactic::tit_for_tat) return scheduled;
    return answer_in_kind(last, before, latest, scheduled, reserve);
}

/// Both have agreed on a point worth `ours` to us: the deal is won at its price.
template <int N> void agree(Deal<N>& deal, Mask<N> mask, Floats<N> ours) {
    using F = Floats<N>;
    const F share = along_frontier(deal.plan, ours, &FrontierPoint::ours, &FrontierPoint::price);
    const F offered = deal.get(deal.at.price, 0);
    const F price = deal.floor_price + share * (offered - deal.floor_price);
    assign(deal.price_agreed, mask, price);
    assign(deal.given_away, mask, along_frontier(deal.plan, ours, &FrontierPoint::ours, &FrontierPoint::cost));
    assign(deal.concession, mask,
           select(offered > F(0.0f), (offered - price) / select(offered > F(0.0f), offered, F(1.0f)), F(0.0f)));
    deal.tell(TraceEvent::Kind::agreement, [&](TraceEvent& event) { event.value = price[0]; });
    close(deal, mask, F(code(Outcome::won)), F(0.0f), F(-1.0f), F(-1.0f));
}

/// The buyer walks away and turns to the best of its other choices.
template <int N> void walk_away(Deal<N>& deal, Mask<N> mask) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    F best(-1e30f), choice(static_cast<float>(plan.n_supplier));
    for (std::int32_t i = 1; i < plan.n_alternative; ++i) {
        F liked(0.0f);
        for (std::int32_t d = 0; d < plan.n_member; ++d)
            liked += deal.get(deal.at.authority, d) * deal.get(deal.at.view, d * plan.n_alternative + i);
        const Mask<N> better = liked > best;
        best = select(better, liked, best);
        choice = select(better, F(static_cast<float>(i)), choice);
    }
    deal.tell(TraceEvent::Kind::walk_away,
              [&](TraceEvent& event) { event.other = static_cast<std::int32_t>(deal.round[0]); });
    const Mask<N> rival = choice < F(static_cast<float>(plan.n_supplier));
    close(deal, mask, select(rival, F(code(Outcome::lost)), F(code(Outcome::no_decision))), choice,
          F(static_cast<float>(plan.n_topic) + code(Reason::negotiation)), F(static_cast<float>(plan.terms_holder)));
}

template <int N> void tell_offer(const Deal<N>& deal, TraceEvent::Kind kind, Floats<N> ours, Floats<N> theirs) {
    deal.tell(kind, [&](TraceEvent& event) {
        event.other = static_cast<std::int32_t>(deal.round[0]);
        event.value = ours[0];
        event.second = theirs[0];
    });
}

/// One round: we offer, they accept or answer, we accept or it goes on; a side accepts what is worth at least its own
/// next offer. After the buyer's deadline it walks away.
template <int N> void negotiate_round(Deal<N>& deal, Mask<N> mask) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const StrategyPlan& us = deal.strategy;
    assign(deal.round, mask, deal.round + F(1.0f));
    const F next = deal.round + F(1.0f), reserve = deal(us.reserve), beta = deal(us.beta), rounds = deal(us.rounds);
    const F opening = deal(Assumption::opening_concession);
    const F their_beta = deal(plan.their_beta), their_rounds = deal(plan.their_rounds);

    const F our_level = level_now(us.tactic, deal.our_level, aspiration(opening, deal.round, rounds, beta, reserve),
                                  deal.our_gain_before, deal.our_gain_last, reserve);
    const F worth_to_them = along_frontier(plan, our_level, &FrontierPoint::ours, &FrontierPoint::theirs);
    tell_offer(deal, TraceEvent::Kind::our_offer, our_level, worth_to_them);
    assign(deal.our_level, mask, our_level);
    assign(deal.their_gain_before, mask, deal.their_gain_last);
    assign(deal.their_gain_last, mask, worth_to_them);
    const F their_next = level_now(plan.their_tactic, deal.their_level,
                                   aspiration(opening, next, their_rounds, their_beta, deal.their_floor),
                                   deal.their_gain_before, deal.their_gain_last, deal.their_floor);
    const Mask<N> they_accept = mask & (worth_to_them >= their_next);
    if (any(they_accept)) agree(deal, they_accept, our_level);
    mask &= ~they_accept;
    if (!any(mask)) return;

    const F their_level = level_now(plan.their_tactic, deal.their_level,
                                    aspiration(opening, deal.round, their_rounds, their_beta, deal.their_floor),
                                    deal.their_gain_before, deal.their_gain_last, deal.their_floor);
    const F worth_to_us = along_frontier(plan, their_level, &FrontierPoint::theirs, &FrontierPoint::ours);
    tell_offer(deal, TraceEvent::Kind::their_offer, worth_to_us, their_level);
    assign(deal.their_level, mask, their_level);
    assign(deal.our_gain_before, mask, deal.our_gain_last);
    assign(deal.our_gain_last, mask, worth_to_us);
    const F our_next = level_now(us.tactic, deal.our_level, aspiration(opening, next, rounds, beta, reserve),
                                 deal.our_gain_before, deal.our_gain_last, reserve);
    const Mask<N> we_accept = mask & (worth_to_us >= our_next);
    if (any(we_accept)) agree(deal, we_accept, worth_to_us);
    mask &= ~we_accept;
    const Mask<N> over = mask & (deal.round >= their_rounds);
    if (any(over)) walk_away(deal, over);
}

/// One week of talks.
template <int N> void negotiate(Deal<N>& deal, Mask<N> mask) {
    for (std::int32_t k = 0; k < deal.plan.rounds_per_week; ++k) {
        const Mask<N> open = mask & deal.active;
        if (!any(open)) return;
        negotiate_round(deal, open);
    }
}

} // namespace assent::inline ASSENT_ISA
