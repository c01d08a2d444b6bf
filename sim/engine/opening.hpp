#pragma once
// The start of a replicate: uncertain numbers are drawn, weights normalised, what does not change is worked out.
#include "engine/deal.hpp"

namespace assent::inline ASSENT_ISA {

/// The quantile of a draw at probability u, inside the range of its key.
template <int N> Floats<N> quantile(const DrawSpec& spec, const float* tables, Floats<N> u) {
    using F = Floats<N>;
    const F p = F(spec.p_low) + u * F(spec.p_high - spec.p_low);
    F value(spec.a);
    switch (spec.kind) {
    case DrawSpec::Kind::uniform:
        value = F(spec.a) + p * F(spec.b - spec.a);
        break;
    case DrawSpec::Kind::triangular: {
        const float span = spec.c - spec.a, left = spec.b - spec.a, right = spec.c - spec.b;
        const F rising = F(spec.a) + square_root(p * F(span * left));
        const F falling = F(spec.c) - square_root((F(1.0f) - p) * F(span * right));
        value = select(p * F(span) < F(left), rising, falling);
        break;
    }
    case DrawSpec::Kind::normal:
        value = F(spec.a) + F(spec.b) * normal_quantile(p);
        break;
    case DrawSpec::Kind::lognormal:
        value = F(spec.a) * exponential(F(spec.b) * normal_quantile(p));
        break;
    case DrawSpec::Kind::table: {
        const F place = u * F(static_cast<float>(spec.cells));
        const Ints<N> cell = to_ints(least(place, F(static_cast<float>(spec.cells - 1))));
        const F below = look_up<float>(tables + spec.table, cell);
        const F above = look_up<float>(tables + spec.table + 1, cell);
        value = below + (place - to_floats(cell)) * (above - below);
        break;
    }
    case DrawSpec::Kind::discrete:
        value = F(tables[spec.table + 2 * spec.cells - 1]);
        for (std::int32_t cell = spec.cells - 2; cell >= 0; --cell)
            value = select(u < F(tables[spec.table + cell]), F(tables[spec.table + spec.cells + cell]), value);
        break;
    }
    return clamp(value, spec.low, spec.high) * F(spec.factor);
}

template <int N> void draw_parameters(Deal<N>& deal) {
    for (std::int32_t i = 0; i < deal.plan.n_draw; ++i) {
        const DrawSpec& spec = deal.plan.draws[std::size_t(i)];
        const auto block = deal.luck(Purpose::parameter, spec.who);
        deal.set(deal.at.drawn, i, quantile(spec, deal.plan.tables.data(), uniform(block.word[0])));
    }
    for (int i = 0; i < assumption_count; ++i) deal.assumption[i] = deal(deal.plan.assumptions[i]);
}

/// Voting weights sum to 1, and so do the weights of those who influence a member; equal ones where all are 0.
template <int N> void normalise_weights(Deal<N>& deal) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    F total(0.0f);
    for (std::int32_t d = 0; d < plan.n_member; ++d) total += deal(plan.authority[std::size_t(d)]);
    const F equal(1.0f / static_cast<float>(plan.n_member));
    for (std::int32_t d = 0; d < plan.n_member; ++d)
        deal.set(deal.at.authority, d, select(total > F(0.0f), deal(plan.authority[std::size_t(d)]) / total, equal));
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        const std::int32_t begin = plan.link_begin[std::size_t(d)], end = plan.link_begin[std::size_t(d) + 1];
        F sum(0.0f);
        for (std::int32_t e = begin; e < end; ++e) sum += deal(plan.link_strength[std::size_t(e)]);
        for (std::int32_t e = begin; e < end; ++e)
            deal.set(deal.at.link_weight, e,
                     select(sum > F(0.0f), deal(plan.link_strength[std::size_t(e)]) / sum, F(0.0f)));
    }
}

/// Image is the product of its factors: one that is missing cancels the others (fact E6).
template <int N> void appraise_images(Deal<N>& deal) {
    using F = Floats<N>;
    for (std::int32_t i = 0; i < deal.plan.n_supplier; ++i) {
        F product(1.0f);
        for (std::int32_t f = deal.plan.image_begin[std::size_t(i)]; f < deal.plan.image_begin[std::size_t(i) + 1]; ++f)
            product *= deal(deal.plan.image[std::size_t(f)]);
        deal.set(deal.at.image, i, deal(Assumption::image_gain) * (product - F(1.0f)));
    }
}

/// Points of a tender with published weights, apart from those for price: each supplier's attributes, weighted.
template <int N> void award_points(Deal<N>& deal) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    F total = deal(plan.price_scoring);
    for (std::int32_t c = 0; c < plan.n_criterion; ++c) total += deal(plan.scoring[std::size_t(c)]);
    for (std::int32_t i = 0; i < plan.n_supplier; ++i) {
        F points(0.0f);
        for (std::int32_t c = 0; c < plan.n_criterion; ++c)
            points += deal(plan.scoring[std::size_t(c)]) * deal(plan.attribute[std::size_t(i * plan.n_criterion + c)]);
        deal.set(deal.at.award, i,
                 select(total > F(0.0f), points / total, F(0.5f))); // no weights: no points either way
    }
    deal.price_award = select(total > F(0.0f), deal(plan.price_scoring) / total, F(0.0f));
}

/// Friends read both versions of the letter; the one that more of them read to the end is sent.
template <int N> void choose_letter(Deal<N>& deal) {
    using F = Floats<N>;
    const F first = deal(deal.strategy.letter), second = deal(deal.strategy.second_letter);
    F read_first(0.0f), read_second(0.0f);
    for (std::int32_t k = 0; k < deal.strategy.letter_test; ++k) {
        const auto luck = deal.luck(Purpose::letter, deal.plan.company_who, static_cast<std::uint32_t>(k));
        read_first += flag(uniform(luck.word[0]) < first);
        read_second += flag(uniform(luck.word[1]) < second);
    }
    deal.letter = select(read_second > read_first, second, first);
}

/// An attribute of this size is what the market offers; worth is counted from there.
inline constexpr float market_standard = 0.5f;

/// What member d finds in supplier i apart from price: criteria that serve the task, those that serve the person, and
/// the features that only this supplier has.
template <int N> void appraise(Deal<N>& deal, std::int32_t d, std::int32_t i) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const std::int32_t slot = d * plan.n_supplier + i;
    F task(0.0f), person(0.0f);
    for (std::int32_t c = 0; c < plan.n_criterion; ++c) {
        const F worth = deal(plan.criterion_weight[std::size_t(d * plan.n_criterion + c)]) *
                        (deal(plan.attribute[std::size_t(i * plan.n_criterion + c)]) - F(market_standard));
        if ((plan.task_criteria >> c & 1u) != 0) task += worth;
        if ((plan.person_criteria >> c & 1u) != 0) person += worth;
    }
    for (std::int32_t f = plan.feature_begin[std::size_t(slot)]; f < plan.feature_begin[std::size_t(slot) + 1]; ++f)
        task += deal(plan.feature_worth[std::size_t(f)]);
    deal.set(deal.at.task, slot, task);
    deal.set(deal.at.person, slot, person);
}

template <int N> void open_member(Deal<N>& deal, std::int32_t d) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const auto& at = deal.at;
    for (float* array :
         {at.intrusion, at.rapport, at.value_seen, at.queued_trust, at.queued_attention, at.queued_rapport,
          at.queued_value, at.gift, at.references, at.contacts, at.last_touch, at.touches, at.choice})
        deal.set(array, d, F(0.0f));
    deal.set(at.attention, d, deal(plan.attention[std::size_t(d)]));
    deal.set(at.seen, d, F(-1.0f));
    deal.set(at.known, d, F(plan.known[std::size_t(d)] != 0 ? 1.0f : 0.0f));
    for (std::int32_t i = 0; i < plan.n_supplier; ++i) {
        deal.set(at.good, d * plan.n_supplier + i,
                 i == 0 ? deal(plan.referral) * deal(Assumption::referral_trust) : F(0.0f));
        deal.set(at.bad, d * plan.n_supplier + i, F(0.0f));
        appraise(deal, d, i);
    }
    for (std::int32_t i = 0; i < plan.n_alternative; ++i) {
        deal.set(at.view, d * plan.n_alternative + i, F(0.0f));
        deal.set(at.next, d * plan.n_alternative + i, F(0.0f));
    }
    for (std::int32_t o = plan.objection_begin[std::size_t(d)]; o < plan.objection_begin[std::size_t(d) + 1]; ++o) {
        const bool known = plan.objection_known[std::size_t(o)] != 0;
        const bool plain = plan.stated_topic[std::size_t(o)] == plan.root_topic[std::size_t(o)];
        deal.set(at.severity, o, deal(plan.severity[std::size_t(o)]));
        deal.set(at.queued_relief, o, F(0.0f));
        deal.set(at.objection_known, o, F(known ? 1.0f : 0.0f));
        deal.set(at.root_known, o, F(plain ? 1.0f : 0.0f));
        deal.set(at.heard, o, F(plan.belief_severity[std::size_t(o)]));
    }
}

template <int N> void open_scalars(Deal<N>& deal) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const F zero(0.0f);
    for (F* scalar :
         {&deal.stage,        &deal.stage_week,      &deal.next_meeting,   &deal.meetings,     &deal.asked,
          &deal.excluded,     &deal.hours_left,      &deal.spent,          &deal.touch_count,  &deal.got_through,
          &deal.appointments, &deal.pilot,           &deal.pilot_end,      &deal.pilot_chance, &deal.offer_made,
          &deal.extras_value, &deal.extras_cost,     &deal.problem_solved, &deal.tailoring,    &deal.round,
          &deal.our_level,    &deal.their_level,     &deal.their_floor,    &deal.closed_week,  &deal.price_agreed,
          &deal.given_away,   &deal.concession,      &deal.support,        &deal.oversold,     &deal.bribed,
          &deal.later_value,  &deal.client_quarters, &deal.retained,       &deal.churn,        &deal.satisfaction,
          &deal.orders,       &deal.word_of_mouth})
        *scalar = zero;
    for (F& hours : deal.hours) hours = zero;
    for (F* scalar : {&deal.our_gain_before, &deal.our_gain_last, &deal.their_gain_before, &deal.their_gain_last,
                      &deal.alternative, &deal.reason, &deal.holder, &deal.vetoer})
        *scalar = F(-1.0f);
    deal.gate = F(1.0f);
    deal.outcome = F(code(Outcome::no_decision));
    deal.need = deal(plan.need);
    deal.list_price = deal(plan.price[0]);
    deal.floor_price = least(deal(plan.floor_price), deal.list_price);
    bool competitor = false;
    for (std::int32_t i = 1; i < plan.n_supplier; ++i) competitor |= plan.rival_known[std::size_t(i)] != 0;
    deal.competitor_known = F(competitor ? 1.0f : 0.0f);
}

/// No rule of the strategy has been used yet.
template <int N> void open_rules(Deal<N>& deal) {
    using F = Floats<N>;
    for (std::int32_t r = 0; r < deal.strategy.last_rule - deal.strategy.first_rule; ++r) {
        deal.set(deal.at.uses, r, F(0.0f));
        deal.set(deal.at.last_use, r, F(-1e6f));
    }
}

/// Puts every array and scalar of the deal in the state before week 1.
template <int N> void open_deal(Deal<N>& deal) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    deal.week = 0;
    deal.luck.week = 0;
    draw_parameters(deal);
    normalise_weights(deal);
    appraise_images(deal);
    if (plan.scored) award_points(deal);
    choose_letter(deal);
    for (std::int32_t d = 0; d < plan.n_member; ++d) open_member(deal, d);
    for (std::int32_t i = 0; i < plan.n_supplier; ++i) deal.set(deal.at.price, i, deal(plan.price[std::size_t(i)]));
    for (std::int32_t x = 0; x < plan.n_extra; ++x) deal.set(deal.at.means_known, x, F(0.0f));
    open_rules(deal);
    open_scalars(deal);
}

} // namespace assent::inline ASSENT_ISA
