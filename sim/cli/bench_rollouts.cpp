#include "cli/bench_rollouts.hpp"

#include "engine/rollout.hpp"
#include "experiment/parallel.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace assent::cli {
namespace {

constexpr std::int32_t saved_week = 6; ///< contacts are made, nothing is decided
constexpr int rounds = 7;
constexpr int blocks = (advice_rollouts + block_size - 1) / block_size;

struct Slot {
    std::uint64_t first = 0;
    std::vector<float> workspace;
    std::vector<OutcomeRow> rows;
};

/// All the futures, from saving the state to the last row; how many of them end in a win.
int play_futures(const Plan& plan, int threads) {
    std::vector<Slot> slots(2 * static_cast<std::size_t>(threads));
    for (Slot& slot : slots) {
        slot.workspace.resize(workspace_size(plan));
        slot.rows.resize(block_size);
    }
    DealState state;
    state.values.resize(state_size(plan));
    save_state(plan, BlockRequest{}, saved_week, slots.front().workspace.data(), state);
    int started = 0, won = 0;
    const auto at = [&](int slot) -> Slot& { return slots[static_cast<std::size_t>(slot)]; };
    const auto produce = [&](int slot) {
        at(slot).first = static_cast<std::uint64_t>(started) * block_size;
        return started++ < blocks;
    };
    const auto work = [&](int slot) {
        BlockRequest request;
        request.first_replicate = at(slot).first;
        request.count = block_size;
        simulate_from(plan, state, request, at(slot).workspace.data(), at(slot).rows.data());
    };
    const auto consume = [&](int slot) {
        won += static_cast<int>(std::ranges::count(at(slot).rows, Outcome::won, &OutcomeRow::outcome));
        return true;
    };
    run_pipeline({threads, static_cast<int>(slots.size()), produce, work, consume});
    return won;
}

} // namespace

RolloutSpeed measure_rollouts(const Plan& plan, int threads) {
    constexpr double played = blocks * block_size;
    RolloutSpeed best{0, 1e9};
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t used_before = std::clock();
        [[maybe_unused]] const volatile int won = play_futures(plan, threads);
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        const double used = static_cast<double>(std::clock() - used_before) / CLOCKS_PER_SEC;
        best.in_time = std::max(best.in_time, played * advice_seconds / seconds);
        best.processor_seconds = std::min(best.processor_seconds, used * advice_rollouts / played);
    }
    return best;
}

} // namespace assent::cli
