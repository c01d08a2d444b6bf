// Rollouts: many futures of one deal, from the state it was in at the end of a week.
#include "bench/measured.hpp"
#include "engine/rollout.hpp"

namespace assent::measured {
namespace {

constexpr std::int32_t week = 6; ///< contacts are made, nothing is decided

DealState mid_deal(const Plan& plan, Block& block) {
    DealState state;
    state.values.resize(state_size(plan));
    save_state(plan, BlockRequest{}, week, block.workspace.data(), state);
    return state;
}

void save(benchmark::State& state) {
    const Plan plan = haulier();
    Block block(plan);
    DealState saved = mid_deal(plan, block);
    for (auto _ : state) {
        save_state(plan, BlockRequest{}, week, block.workspace.data(), saved);
        benchmark::DoNotOptimize(saved.values.data());
    }
}
BENCHMARK(save)->Name("rollouts/save_state");

void play_on(benchmark::State& state, Isa isa) {
    const Plan plan = haulier();
    Block block(plan);
    const DealState from = mid_deal(plan, block);
    BlockRequest request;
    request.count = block_size;
    request.isa = isa;
    for (auto _ : state) {
        simulate_from(plan, from, request, block.workspace.data(), block.rows.data());
        request.first_replicate += block_size;
    }
    state.SetItemsProcessed(state.iterations() * block_size);
}

const bool registered = [] {
    for (const Isa isa : isas_here())
        benchmark::RegisterBenchmark((std::string("rollouts/play_on/") + isa_words[static_cast<int>(isa)]).c_str(),
                                     play_on, isa);
    return true;
}();

} // namespace
} // namespace assent::measured
