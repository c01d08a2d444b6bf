#pragma once
// Why a deal was not won: the largest disadvantage of our offer in the mind of the deciding or blocking member.
#include "engine/mind.hpp"

namespace assent::inline ASSENT_ISA {

/// The largest of a sequence of terms.
struct LargestTerm {
    float size = 0;
    std::int32_t reason = -1;
    void consider(float term, std::int32_t as) {
        if (term > size) {
            size = term;
            reason = as;
        }
    }
};

/// Terms of member d's view that speak against us in one lane, compared with alternative `rival` (n_supplier: doing
/// nothing). Returns topic, or n_topic + Reason.
template <int N> std::int32_t reason_of(const Deal<N>& deal, std::int32_t d, std::int32_t rival, int lane) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const std::size_t m = std::size_t(d);
    const bool nothing = rival == plan.n_supplier;
    const auto value = [lane](F x) { return x[lane]; };
    const auto built_in = [&](Reason reason) { return plan.n_topic + static_cast<std::int32_t>(reason); };
    LargestTerm largest;
    for (std::int32_t o = plan.objection_begin[m]; o < plan.objection_begin[m + 1]; ++o)
        largest.consider(value(deal(plan.objection_weight[std::size_t(o)]) * deal.get(deal.at.severity, o)),
                         plan.root_topic[std::size_t(o)]);
    const F corporate = F(1.0f) - deal(plan.personal_stake[m]), budget = deal(plan.budget);
    const F price = deal.get(deal.at.price, 0);
    F dear = select(price > budget, deal(Assumption::budget_penalty), F(0.0f));
    const F felt = nothing ? budget : felt_price(deal, d, rival);
    dear += corporate * deal(plan.price_weight[m]) * positive_part(felt_price(deal, d, 0) - felt) / budget;
    largest.consider(value(dear), built_in(Reason::price));
    const F quality = deal(plan.attribute[std::size_t(plan.quality)]);
    largest.consider(
        value(select(quality < deal(plan.required_quality), corporate * deal(Assumption::quality_penalty), F(0.0f))),
        built_in(Reason::quality));
    largest.consider(value(deal(Assumption::trust_gain) * (F(1.0f) - F(2.0f) * deal.trust(d, 0))),
                     built_in(Reason::distrust));
    const bool rival_is_safe = nothing || plan.incumbent[std::size_t(rival)] != 0;
    if (plan.incumbent[0] == 0 && rival_is_safe)
        largest.consider(value(deal(plan.switching)), built_in(Reason::switching));
    largest.consider(value(deal(Assumption::intrusion_weight) * excess_intrusion(deal, d)), built_in(Reason::pestered));
    largest.consider(value(deal(Assumption::attention_weight) * (F(1.0f) - deal.get(deal.at.attention, d))),
                     built_in(Reason::forgotten));
    largest.consider(value(-deal(plan.leaning[m])), built_in(Reason::leaning));
    if (nothing)
        largest.consider(value(own_view(deal, d, rival)), built_in(Reason::no_need));
    else
        largest.consider(value(worth(deal, d, rival) - worth(deal, d, 0) - dear), built_in(Reason::rival_offer));
    return largest.reason >= 0 ? largest.reason : built_in(Reason::no_agreement);
}

/// The member who stood most in the way in one lane: whose weight times lead of the best other choice over us is
/// largest. `rival` receives that choice of his.
template <int N> std::int32_t blocker_of(const Deal<N>& deal, int lane, std::int32_t& rival) {
    const Plan& plan = deal.plan;
    std::int32_t blocker = 0;
    float most = -1e30f;
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        const auto view = [&](std::int32_t i) { return deal.at.view[(d * plan.n_alternative + i) * N + lane]; };
        std::int32_t best = plan.n_supplier;
        for (std::int32_t i = 1; i < plan.n_supplier; ++i)
            if (view(i) > view(best)) best = i;
        const float block = deal.at.authority[d * N + lane] * (view(best) - view(0));
        if (block > most) {
            most = block;
            blocker = d;
            rival = best;
        }
    }
    return blocker;
}

/// Names the reason in the lanes of the mask, which have just ended without us: lost to `choice`, or undecided (-1).
template <int N> void blame(Deal<N>& deal, Mask<N> mask, Floats<N> choice) {
    const Plan& plan = deal.plan;
    for (int lane = 0; lane < N; ++lane) {
        if (!mask[lane]) continue;
        std::int32_t rival = plan.n_supplier;
        std::int32_t holder = blocker_of(deal, lane, rival);
        if (deal.vetoer[lane] >= 0) { // who refuses us prefers doing nothing
            holder = static_cast<std::int32_t>(deal.vetoer[lane]);
            rival = plan.n_supplier;
        }
        if (choice[lane] >= 0) rival = static_cast<std::int32_t>(choice[lane]);
        std::int32_t reason = plan.n_topic + static_cast<std::int32_t>(Reason::forgotten);
        if (!(deal.excluded[lane] > 0)) reason = reason_of(deal, holder, rival, lane);
        deal.reason.set(lane, static_cast<float>(reason));
        deal.holder.set(lane, static_cast<float>(holder));
    }
}

} // namespace assent::inline ASSENT_ISA
