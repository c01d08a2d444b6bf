#pragma once
// simulate_block at any number of lanes; the library itself has two of them (engine/kernel.cpp).
#include "engine/relationship.hpp"
#include "engine/row.hpp"
#include "engine/seated.hpp"
#include "worlds/play.hpp"

namespace assent {

template <int N> worlds::Played play_in_lanes(const Plan& plan, const worlds::Play& play) {
    worlds::Played played;
    for (std::int32_t start = 0; start < play.count; start += N) {
        const std::uint64_t first = play.first + static_cast<std::uint64_t>(start);
        Seated<N> seated(plan, play.strategy, play.seed, first);
        Deal<N>& deal = seated.deal;
        while (deal.week < plan.horizon && any(deal.active)) play_week(deal);
        if (any(deal.active)) run_out(deal);
        serve(deal);
        for (int lane = 0; lane < N && start + lane < play.count; ++lane) {
            played.rows.push_back(row_of(deal, final_support(deal), first + static_cast<std::uint64_t>(lane), lane));
            for (std::int32_t i = 0; i < plan.n_member * plan.n_alternative; ++i)
                played.utilities.push_back(deal.at.view[i * N + lane]);
        }
    }
    return played;
}

} // namespace assent
