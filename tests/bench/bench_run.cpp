// A run as the command line makes it: blocks on threads, tallies in replicate order.
#include "bench/measured.hpp"
#include "experiment/run.hpp"

namespace assent::measured {
namespace {

void whole_run(benchmark::State& state) {
    const Plan plan = haulier();
    RunRequest request;
    request.replicates = 16 * block_size;
    request.threads = static_cast<int>(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(run(plan, request).signature);
    state.SetItemsProcessed(state.iterations() * request.replicates * std::ssize(plan.strategies));
}
BENCHMARK(whole_run)->Name("run")->ArgName("threads")->Arg(1)->Arg(2)->UseRealTime();

} // namespace
} // namespace assent::measured
