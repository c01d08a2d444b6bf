#pragma once
// A block of replicates, N side by side. The units kernel_*.cpp instantiate this, each for an instruction set.
#include "engine/kernel.hpp"
#include "engine/process.hpp"
#include "engine/relationship.hpp"
#include "engine/row.hpp"

namespace assent::inline ASSENT_ISA {

/// The replicates first … first + N - 1; lanes from `used` on are idle.
template <int N> void seat(Deal<N>& deal, std::uint64_t seed, std::uint64_t first, int used) noexcept {
    deal.luck.key0 = static_cast<std::uint32_t>(seed);
    deal.luck.key1 = static_cast<std::uint32_t>(seed >> 32);
    Ints<N> active(0);
    for (int lane = 0; lane < N; ++lane) {
        const std::uint64_t replicate = first + static_cast<std::uint64_t>(lane);
        deal.luck.replicate_low.set(lane, static_cast<std::uint32_t>(replicate));
        deal.luck.replicate_high.set(lane, static_cast<std::uint32_t>(replicate >> 32));
        active.set(lane, lane < used ? 1 : 0);
    }
    deal.active = active != Ints<N>(0);
}

template <int N> void play(Deal<N>& deal) noexcept {
    begin(deal);
    while (deal.week < deal.plan.horizon && any(deal.active)) play_week(deal);
    if (any(deal.active)) run_out(deal);
    serve(deal);
}

template <int N>
void simulate(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows,
              float* utilities) noexcept {
    const std::int32_t size = plan.n_member * plan.n_alternative;
    for (std::int32_t start = 0; start < request.count; start += N) {
        const int used = request.count - start < N ? request.count - start : N;
        const std::uint64_t first = request.first_replicate + static_cast<std::uint64_t>(start);
        Deal<N> deal(plan, request.strategy, workspace);
        seat(deal, request.seed, first, used);
        play(deal);
        const Floats<N> support = final_support(deal);
        for (int lane = 0; lane < used; ++lane) {
            rows[start + lane] = row_of(deal, support, first + static_cast<std::uint64_t>(lane), lane);
            if (utilities == nullptr) continue;
            for (std::int32_t i = 0; i < size; ++i)
                utilities[std::size_t(start + lane) * std::size_t(size) + std::size_t(i)] = deal.at.view[i * N + lane];
        }
    }
}

} // namespace assent::inline ASSENT_ISA
