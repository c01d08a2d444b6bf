// A sweep from its first point to what is printed at the end; and its parts: points played without a store, records stored
// and read back.
#include "bench/measured.hpp"
#include "report/sweep_table.hpp"
#include "report/table.hpp"
#include "sweep/sweep.hpp"
#include "sweep/sweep_summary.hpp"
#include "worlds/shell.hpp"

namespace assent::measured {
namespace {

using worlds::Scratch;

constexpr int points = 64; // enough that opening the store is not what is measured

/// The haulier at as many degrees of need, `replicates` deals of each strategy.
SweepPlan plan_of(int replicates) {
    Model model = model_of(cli::bench_company);
    model.sweep.replicates = replicates;
    SweepWish wish;
    wish.file = "-";
    wish.axes = {{"company.need", "0.3:0.9:" + std::to_string(points)}};
    return {std::move(model), wish};
}

void count_points(benchmark::State& state, const SweepPlan& plan) {
    state.SetItemsProcessed(state.iterations() * plan.count());
}

/// Points alone: no store, no progress, no report.
void play_points(benchmark::State& state) {
    const SweepPlan plan = plan_of(static_cast<int>(state.range(0)));
    for (auto _ : state)
        for (std::int64_t point = 0; point < plan.count(); ++point)
            benchmark::DoNotOptimize(play_point(plan, point, "measured").tally.signature);
    count_points(state, plan);
}
BENCHMARK(play_points)->Name("sweep/points")->ArgName("replicates")->Arg(256)->Arg(4096);

/// All of it on one thread.
void whole_sweep(benchmark::State& state) {
    const SweepPlan plan = plan_of(static_cast<int>(state.range(0)));
    const Scratch scratch;
    SweepRequest request;
    request.threads = 1;
    int count = 0;
    for (auto _ : state) {
        SweepStore store(scratch / std::to_string(++count), manifest_of(plan, "measured"));
        std::int64_t told = 0;
        play_sweep(plan, store, request, [&](const SweepProgress& progress) { told = progress.done; });
        const SweepSummary summary = summarise(store, RankMeasure::win);
        benchmark::DoNotOptimize(sweep_text(summary, store.manifest(), TextStyle{}).size() + std::size_t(told));
    }
    count_points(state, plan);
}
BENCHMARK(whole_sweep)->Name("sweep/whole")->ArgName("replicates")->Arg(256)->Arg(4096);

std::vector<PointRecord> records_of(const SweepPlan& plan) {
    std::vector<PointRecord> records;
    for (std::int64_t point = 0; point < plan.count(); ++point)
        records.push_back(play_point(plan, point, manifest_of(plan, "measured").sweep_id));
    return records;
}

void write_store(benchmark::State& state) {
    const SweepPlan plan = plan_of(block_size);
    const std::vector<PointRecord> records = records_of(plan);
    const Scratch scratch;
    int count = 0;
    for (auto _ : state) {
        SweepStore store(scratch / std::to_string(++count), manifest_of(plan, "measured"));
        store.add(records);
    }
    count_points(state, plan);
}
BENCHMARK(write_store)->Name("store/write");

void read_store(benchmark::State& state) {
    const SweepPlan plan = plan_of(block_size);
    const Scratch scratch;
    SweepStore store(scratch / "store.db", manifest_of(plan, "measured"));
    store.add(records_of(plan));
    for (auto _ : state) {
        std::int64_t deals = 0;
        store.each([&](const PointRecord& record) { deals += record.tally.replicates; });
        benchmark::DoNotOptimize(deals);
    }
    count_points(state, plan);
}
BENCHMARK(read_store)->Name("store/read");

} // namespace
} // namespace assent::measured
