#pragma once
// simulate_block at any number of lanes; the library itself has two of them (engine/kernel.cpp).
#include "engine/seated.hpp"
#include "worlds/play.hpp"

namespace assent {

template <int N> OutcomeRow row_of_lane(const Deal<N>& deal, std::uint64_t replicate, int lane) {
    const auto whole = [lane](Floats<N> x) { return static_cast<std::int32_t>(x[lane]); };
    OutcomeRow row;
    row.replicate = replicate;
    row.outcome = static_cast<Outcome>(whole(deal.outcome));
    row.stage = static_cast<Stage>(whole(deal.stage));
    row.alternative = static_cast<std::int8_t>(whole(deal.alternative));
    row.pilot = static_cast<PilotState>(whole(deal.pilot));
    row.week = static_cast<std::int16_t>(whole(deal.closed_week));
    row.meetings = whole(deal.meetings);
    row.touches = whole(deal.touch_count);
    row.reason = whole(deal.reason);
    row.reason_holder = whole(deal.holder);
    row.cost_of_sale = deal.spent[lane];
    for (int channel = 0; channel < channel_count; ++channel) row.hours[channel] = deal.hours[channel][lane];
    if (row.outcome == Outcome::won) {
        row.price = deal.price_agreed[lane];
        row.margin = row.price - deal(deal.plan.cost)[lane] - deal.extras_cost[lane] - deal.given_away[lane];
        row.concession = deal.concession[lane];
    }
    row.lifetime_value = row.margin - row.cost_of_sale;
    for (std::int32_t d = 0; d < deal.plan.n_member; ++d) {
        if (deal.at.contacts[d * N + lane] > 0) ++row.members_reached;
        row.final_support += deal.at.authority[d * N + lane] * support_of(deal, Ints<N>(d))[lane];
    }
    return row;
}

template <int N> worlds::Played play_in_lanes(const Plan& plan, const worlds::Play& play) {
    worlds::Played played;
    for (std::int32_t start = 0; start < play.count; start += N) {
        const std::uint64_t first = play.first + static_cast<std::uint64_t>(start);
        Seated<N> seated(plan, play.strategy, play.seed, first);
        Deal<N>& deal = seated.deal;
        while (deal.week < plan.horizon && any(deal.active)) play_week(deal);
        if (any(deal.active)) run_out(deal);
        for (int lane = 0; lane < N && start + lane < play.count; ++lane) {
            played.rows.push_back(row_of_lane(deal, first + static_cast<std::uint64_t>(lane), lane));
            for (std::int32_t i = 0; i < plan.n_member * plan.n_alternative; ++i)
                played.utilities.push_back(deal.at.view[i * N + lane]);
        }
    }
    return played;
}

} // namespace assent
