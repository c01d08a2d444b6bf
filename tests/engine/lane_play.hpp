#pragma once
// Replicates at any number of lanes, whatever the machine: with and without early finish.
#include "engine/seated.hpp"
#include "engine/simulate.hpp"
#include "worlds/play.hpp"

namespace assent {

/// Lanes are left idle as their deals are decided.
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

/// As the kernel plays a block: count is at most block_size.
template <int N> worlds::Played play_refilled(const Plan& plan, const worlds::Play& play) {
    const auto count = static_cast<std::size_t>(play.count);
    worlds::Played played{std::vector<OutcomeRow>(count),
                          std::vector<float>(count * static_cast<std::size_t>(plan.n_member * plan.n_alternative))};
    std::vector<float> workspace(workspace_size(plan), -7777.0f);
    const BlockRequest request{play.strategy, play.seed, play.first, play.count};
    simulate<N>(plan, request, workspace.data(), played.rows.data(), played.utilities.data());
    return played;
}

} // namespace assent
