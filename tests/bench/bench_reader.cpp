// From text to plan: reading a scenario with all its checks, compiling it, setting one of its keys.
#include "bench/measured.hpp"
#include "scenario/settings.hpp"

namespace assent::measured {
namespace {

void read(benchmark::State& state) {
    const std::string scenario = cli::bench_centre(static_cast<int>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(model_of(scenario).centre.size());
    state.SetBytesProcessed(state.iterations() * std::ssize(scenario));
}
BENCHMARK(read)->Name("reader/read")->ArgName("people")->Arg(5)->Arg(100)->Arg(1000);

void compile_it(benchmark::State& state) {
    const Model model = model_of(cli::bench_centre(static_cast<int>(state.range(0))));
    for (auto _ : state) benchmark::DoNotOptimize(compile(model).n_member);
}
BENCHMARK(compile_it)->Name("reader/compile")->ArgName("people")->Arg(5)->Arg(100)->Arg(1000);

void set_key(benchmark::State& state) {
    const Model model = model_of(cli::bench_centre(static_cast<int>(state.range(0))));
    const ScenarioChanges changes{{{"company.need", "0.4"}}, {}};
    for (auto _ : state)
        benchmark::DoNotOptimize(changed_scenario(model, std::span(&changes, 1), "bench").centre.size());
}
BENCHMARK(set_key)->Name("reader/set_key")->ArgName("people")->Arg(5)->Arg(100);

} // namespace
} // namespace assent::measured
