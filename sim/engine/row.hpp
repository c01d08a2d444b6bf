#pragma once
// What one lane reports when its deal is over and its quarters have been served.
#include "engine/mind.hpp"

namespace assent::inline ASSENT_ISA {

/// Probability that a member picked by voting weight would choose us at the end, [0, 1].
template <int N> Floats<N> final_support(const Deal<N>& deal) noexcept {
    Floats<N> support(0.0f);
    for (std::int32_t d = 0; d < deal.plan.n_member; ++d)
        support += deal.get(deal.at.authority, d) * support_of(deal, d);
    return support;
}

template <int N> OutcomeRow row_of(const Deal<N>& deal, Floats<N> support, std::uint64_t replicate, int lane) noexcept {
    OutcomeRow row;
    row.replicate = replicate;
    row.outcome = static_cast<Outcome>(static_cast<int>(deal.outcome[lane]));
    row.stage = static_cast<Stage>(static_cast<int>(deal.stage[lane]));
    row.alternative = static_cast<std::int8_t>(deal.alternative[lane]);
    row.pilot = static_cast<PilotState>(static_cast<int>(deal.pilot[lane]));
    row.week = static_cast<std::int16_t>(deal.closed_week[lane]);
    row.meetings = static_cast<std::int32_t>(deal.meetings[lane]);
    row.got_through = static_cast<std::int32_t>(deal.got_through[lane]);
    row.appointments = static_cast<std::int32_t>(deal.appointments[lane]);
    row.touches = static_cast<std::int32_t>(deal.touch_count[lane]);
    for (std::int32_t d = 0; d < deal.plan.n_member; ++d)
        if (deal.at.contacts[d * N + lane] > 0) ++row.members_reached;
    row.reason = static_cast<std::int32_t>(deal.reason[lane]);
    row.reason_holder = static_cast<std::int32_t>(deal.holder[lane]);
    row.cost_of_sale = deal.spent[lane];
    for (int channel = 0; channel < channel_count; ++channel) row.hours[channel] = deal.hours[channel][lane];
    if (row.outcome == Outcome::won) {
        row.price = deal.price_agreed[lane];
        row.margin = row.price - deal(deal.plan.cost)[lane] - deal.extras_cost[lane] - deal.given_away[lane];
        row.concession = deal.concession[lane];
        row.quarters = static_cast<std::int16_t>(deal.client_quarters[lane]);
        row.retained = deal.retained[lane] > 0;
        row.churn = static_cast<Churn>(static_cast<int>(deal.churn[lane]));
        row.satisfaction = deal.satisfaction[lane];
        row.orders = deal.orders[lane];
        row.word_of_mouth = deal.word_of_mouth[lane];
    }
    const float recommended =
        row.word_of_mouth * deal(deal.plan.recommendation)[lane] * (row.margin > 0 ? row.margin : 0.0f);
    row.lifetime_value = row.margin - row.cost_of_sale + deal.later_value[lane] + recommended;
    row.final_support = support[lane];
    return row;
}

} // namespace assent::inline ASSENT_ISA
