#pragma once
// After a win, quarter by quarter: what is delivered against what was promised, service, loyalty, renewal, winning back
// (sim/ODD.md, 7.10). Money is discounted to the week of the signature.
#include "engine/deal.hpp"

namespace assent::inline ASSENT_ISA {

/// Satisfaction of a client who is served just as promised.
inline constexpr float neutral_satisfaction = 0.5f;
/// Orders shrink or grow within this range, in units of the usual ones.
inline constexpr float least_volume = 0.1f, greatest_volume = 5.0f;

/// N clients side by side. Lanes outside `won` stay untouched.
template <int N> struct ClientLanes {
    using F = Floats<N>;
    using M = Mask<N>;
    Deal<N>& deal;
    const AfterSalePlan& plan;
    M won, client;
    F zero = F(0.0f), one = F(1.0f);
    // fixed
    F service;          ///< effective, [0, 1]
    F own_stake;        ///< personal stake of the members by voting weight, [0, 1]
    F crooked_stake;    ///< of those who take kickbacks, [0, 1]
    F level;            ///< delivered without a cut, [0, 1]
    F price, unit_cost; ///< currency
    // state
    F promised, satisfaction, volume, value, factor, orders, quarters, word;
    F price_share, cut_in_force, contract_start;
    F blame_promise, blame_breakdown, blame_cut; ///< satisfaction lost so far
    F cause, first_cause, away, learned;

    ClientLanes(Deal<N>& of, M mask) : deal(of), plan(of.strategy.after_sale), won(mask), client(mask) {
        const F own = plan.outsourced ? deal(Assumption::outsourced_service) : one;
        service = deal(plan.service) * own;
        own_stake = crooked_stake = zero;
        for (std::int32_t d = 0; d < deal.plan.n_member; ++d) {
            const F stake = deal.get(deal.at.authority, d) * deal(deal.plan.personal_stake[std::size_t(d)]);
            own_stake += stake;
            crooked_stake += stake * (one - deal(deal.plan.integrity[std::size_t(d)]));
        }
        const F delivered = deal(deal.plan.delivered), said = deal(deal.plan.promised);
        const F mended = unit_interval(deal(Assumption::service_gain) * service +
                                       deal(Assumption::training_gain) * deal(plan.training));
        level = delivered + (one - delivered) * mended;
        promised = said + deal.oversold * (one - said);
        price = deal.price_agreed;
        unit_cost = deal(deal.plan.cost);
        satisfaction = F(neutral_satisfaction);
        volume = factor = price_share = cut_in_force = one;
        value = orders = quarters = word = contract_start = zero;
        blame_promise = blame_breakdown = blame_cut = away = learned = zero;
        cause = first_cause = F(code(Churn::none));
    }
};

template <int N>
void tell_client(const ClientLanes<N>& at, Mask<N> mask, TraceEvent::Kind kind, Floats<N> value, Floats<N> other) {
    if (!mask[0]) return;
    at.deal.tell(kind, [&](TraceEvent& event) {
        event.value = value[0];
        event.other = static_cast<std::int32_t>(other[0]);
    });
}

/// How much of the quality is saved on in this quarter, [0, 1].
template <int N> Floats<N> cut_now(const ClientLanes<N>& at, int quarter) {
    return quarter >= at.plan.cut_from ? at.deal(at.plan.quality_cut) * at.cut_in_force : at.zero;
}

/// Satisfaction moves towards what is deserved: losses against the promise weigh more than gains (Tversky & Kahneman
/// 1992). A breakdown takes some of it away, the less the better the service. Returns the lanes that broke down.
template <int N> void live_with_it(ClientLanes<N>& at, Floats<N> cut, Floats<N> luck) {
    using F = Floats<N>;
    const auto& deal = at.deal;
    const F gain = deal(Assumption::satisfaction_gap), loss = gain * deal(Assumption::negative_weight);
    const F drop = deal(Assumption::cut_effect) * cut;
    const F gap = at.level - drop - at.promised;
    const F deserved = unit_interval(F(neutral_satisfaction) + gain * positive_part(gap) - loss * positive_part(-gap));
    F now = at.satisfaction + deal(Assumption::satisfaction_rate) * (deserved - at.satisfaction);
    const Mask<N> broken = at.client & (luck < deal(Assumption::breakdown) * (at.one - deal(at.plan.reliability)));
    const F harm = deal(Assumption::breakdown_loss) * (at.one - at.service);
    now = unit_interval(now - select(broken, harm, at.zero));
    assign(at.satisfaction, at.client, now);
    const F rate = deal(Assumption::satisfaction_rate), broken_promise = positive_part(at.promised - at.level);
    assign(at.blame_promise, at.client, at.blame_promise + rate * loss * broken_promise);
    assign(at.blame_cut, at.client, at.blame_cut + rate * loss * (positive_part(-gap) - broken_promise));
    assign(at.blame_breakdown, broken, at.blame_breakdown + harm);
    tell_client(at, broken, TraceEvent::Kind::breakdown, harm, at.zero);
}

/// Orders, money and word of mouth of the quarter.
template <int N> void trade(ClientLanes<N>& at, Floats<N> cut, int quarter) {
    using F = Floats<N>;
    const auto& deal = at.deal;
    const AfterSalePlan& plan = at.plan;
    const F filled =
        deal(plan.availability) * (at.one - deal(Assumption::delivery_loss) * (at.one - deal(plan.delivery)));
    const F orders = deal(deal.plan.repeat) * at.volume * filled;
    const F margin = at.price * at.price_share - at.unit_cost * (at.one - deal(Assumption::cut_saving) * cut);
    F cost = F(plan.service_cost) * deal(plan.service);
    if (plan.outsourced) cost = cost * (at.one - deal(Assumption::outsourced_saving));
    if (quarter == 1) cost += F(plan.training_cost) * deal(plan.training);
    if (plan.personal_manager) cost += F(plan.manager_cost);
    if (plan.loyalty != Loyalty::none) cost += F(plan.loyalty_cost);
    assign(at.value, at.client, at.value + at.factor * (orders * margin - cost));
    assign(at.orders, at.client, at.orders + orders);
    assign(at.quarters, at.client, at.quarters + at.one);
    const F mood = at.satisfaction - F(neutral_satisfaction);
    const F talk = positive_part(mood) - deal(Assumption::negative_weight) * positive_part(-mood);
    assign(at.word, at.client, at.word + deal(Assumption::recommending) * F(2.0f) * talk);
    const F grown = at.volume * (at.one + deal(Assumption::volume_growth) * mood);
    assign(at.volume, at.client, clamp(grown, least_volume, greatest_volume));
    tell_client(at, at.client, TraceEvent::Kind::quarter, at.satisfaction, at.zero);
}

template <int N> void leave(ClientLanes<N>& at, Mask<N> mask, Floats<N> cause) {
    using F = Floats<N>;
    assign(at.cause, mask, cause);
    assign(at.first_cause, mask & (at.first_cause == F(code(Churn::none))), cause);
    assign(at.away, mask, at.zero);
    assign(at.learned, mask, at.zero);
    at.client &= ~mask;
    tell_client(at, mask, TraceEvent::Kind::client_left, at.satisfaction, cause);
}

/// Why a client that does not renew goes: what has cost most satisfaction, else a rival.
template <int N> Floats<N> main_cause(const ClientLanes<N>& at) {
    using F = Floats<N>;
    F worst = at.zero, cause(code(Churn::rival));
    const auto consider = [&](F blame, Churn term) {
        const Mask<N> more = blame > worst;
        worst = select(more, blame, worst);
        cause = select(more, F(code(term)), cause);
    };
    consider(at.blame_promise, Churn::promise);
    consider(at.blame_breakdown, Churn::breakdown);
    consider(at.blame_cut, Churn::quality_cut);
    return cause;
}

/// Log-odds that a loyalty scheme adds to a renewal: a solved problem serves the company, points the person, a kickback
/// only the dishonest; who was bribed once expects it again.
template <int N> Floats<N> loyalty(const ClientLanes<N>& at) {
    using F = Floats<N>;
    const F gain = at.deal(Assumption::loyalty_gain);
    const F disappointed = at.plan.loyalty == Loyalty::kickback ? at.zero : gain * at.crooked_stake * at.deal.bribed;
    switch (at.plan.loyalty) {
    case Loyalty::points:
        return gain * at.own_stake - disappointed;
    case Loyalty::problem_solving:
        return gain - disappointed;
    case Loyalty::kickback:
        return gain * at.crooked_stake;
    default:
        return -disappointed;
    }
}

/// A kickback may be found out at any time; at the end of a contract the client renews or leaves.
template <int N> void renew(ClientLanes<N>& at, int quarter, Floats<N> renewal_luck, Floats<N> scandal_luck) {
    using F = Floats<N>;
    const auto& deal = at.deal;
    const Mask<N> guilty = Mask<N>::all(at.plan.loyalty == Loyalty::kickback) | (deal.bribed > at.zero);
    const Mask<N> found = at.client & guilty & (scandal_luck < deal(Assumption::kickback_hazard));
    assign(at.word, found, at.word - deal(Assumption::scandal));
    if (any(found)) leave(at, found, F(code(Churn::scandal)));
    const F served = F(static_cast<float>(quarter)) - at.contract_start;
    const F contract(static_cast<float>(at.plan.contract_quarters));
    const Mask<N> due = at.client & (served >= contract);
    if (!any(due)) return;
    F odds = deal(Assumption::renewal) + deal(deal.plan.switching) +
             deal(Assumption::renewal_satisfaction) * (at.satisfaction - F(neutral_satisfaction)) + loyalty(at);
    if (at.plan.personal_manager) odds += deal(Assumption::manager_gain);
    const Mask<N> renews = due & (renewal_luck < logistic(odds));
    assign(at.contract_start, renews, F(static_cast<float>(quarter)));
    tell_client(at, renews, TraceEvent::Kind::renewed, at.satisfaction, at.zero);
    if (any(due & ~renews)) leave(at, due & ~renews, main_cause(at));
}

/// Asks lost clients back: a discount buys some, mending the cause once it is known persuades more (fact D5). After a
/// scandal nobody comes back.
template <int N> void win_back(ClientLanes<N>& at, Mask<N> lost, int quarter, Floats<N> luck) {
    using F = Floats<N>;
    const auto& deal = at.deal;
    const bool by_cause = at.plan.win_back == WinBack::cause;
    const F tries(static_cast<float>(at.plan.win_back_quarters));
    const Mask<N> asked = lost & (at.away < tries) & (at.cause != F(code(Churn::scandal)));
    assign(at.away, lost, at.away + at.one);
    if (at.plan.win_back == WinBack::none || !any(asked)) return;
    assign(at.value, asked, at.value - at.factor * F(at.plan.win_back_cost));
    F odds = deal(Assumption::win_back_base);
    if (by_cause) {
        const F told = uniform(deal.luck(Purpose::exit_talk, deal.plan.company_who).word[0]);
        assign(at.learned, asked & (told < deal(Assumption::exit_interview)), at.one);
        odds += at.learned * deal(Assumption::win_back_mended);
    } else {
        odds += deal(Assumption::win_back_price) * F(at.plan.win_back_discount);
    }
    const Mask<N> back = asked & (luck < logistic(odds));
    at.client |= back;
    assign(at.contract_start, back, F(static_cast<float>(quarter)));
    tell_client(at, back, TraceEvent::Kind::won_back, at.learned, at.cause);
    if (!by_cause) {
        assign(at.price_share, back, at.one - F(at.plan.win_back_discount));
        return;
    }
    const Mask<N> mended = back & (at.learned > at.zero);
    assign(at.promised, mended, least(at.promised, at.level));
    assign(at.cut_in_force, mended, at.zero);
    assign(at.satisfaction, mended, F(neutral_satisfaction));
    for (F* blame : {&at.blame_promise, &at.blame_breakdown, &at.blame_cut}) assign(*blame, mended, at.zero);
}

/// The quarters after the sale of the lanes that won.
template <int N> void serve(Deal<N>& deal) {
    using F = Floats<N>;
    const Mask<N> won = deal.outcome == F(code(Outcome::won));
    if (deal.plan.quarters == 0 || !any(won)) return;
    ClientLanes<N> at(deal, won);
    for (int quarter = 1; quarter <= deal.plan.quarters; ++quarter) {
        deal.week = quarter;
        deal.luck.week = static_cast<std::uint32_t>(quarter);
        at.factor = at.factor * F(deal.plan.discount_factor);
        const auto luck = deal.luck(Purpose::quarter, deal.plan.company_who);
        const Mask<N> lost = won & ~at.client;
        const F cut = cut_now(at, quarter);
        live_with_it(at, cut, uniform(luck.word[0]));
        trade(at, cut, quarter);
        renew(at, quarter, uniform(luck.word[1]), uniform(luck.word[2]));
        if (any(lost)) win_back(at, lost, quarter, uniform(luck.word[3]));
    }
    assign(deal.later_value, won, at.value);
    assign(deal.client_quarters, won, at.quarters);
    assign(deal.retained, won, flag(at.client));
    assign(deal.churn, won, at.first_cause);
    assign(deal.satisfaction, won, at.satisfaction);
    assign(deal.orders, won, at.orders);
    assign(deal.word_of_mouth, won, at.word);
}

} // namespace assent::inline ASSENT_ISA
