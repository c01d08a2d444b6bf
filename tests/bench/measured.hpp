#pragma once
// What the benchmarks measure on: the companies of `assent bench`, and memory for a block of deals.
#include "cli/bench_scenarios.hpp"
#include "engine/kernel.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "scenario/reader.hpp"

#include <benchmark/benchmark.h>

#include <span>
#include <string>
#include <vector>

namespace assent::measured {

inline constexpr const char* isa_words[isa_count] = {"one", "sse2", "avx2", "avx512"};

inline std::vector<Isa> isas_here() {
    std::vector<Isa> isas;
    for (int isa = 0; isa < isa_count; ++isa)
        if (machine_has(static_cast<Isa>(isa))) isas.push_back(static_cast<Isa>(isa));
    return isas;
}

inline Model model_of(const std::string& scenario) {
    Reading reading = read_scenario_text(scenario, "measured", ".");
    if (!reading.ok()) throw UserError(reading.problems.front().text());
    return std::move(reading.model);
}
inline Plan haulier() { return compile(model_of(cli::bench_company)); }
inline Plan made(int people) { return compile(model_of(cli::bench_centre(people))); }

/// Memory for one block, and how to play it.
struct Block {
    explicit Block(const Plan& of) : plan(of), workspace(workspace_size(of)), rows(block_size) {}
    const Plan& plan;
    std::vector<float> workspace;
    std::vector<OutcomeRow> rows;

    /// The next block of replicates with this instruction set; returns the weeks that its deals took.
    std::int64_t play(Isa isa) {
        BlockRequest request;
        request.first_replicate = first_;
        request.count = block_size;
        request.isa = isa;
        first_ += block_size;
        simulate_block(plan, request, workspace.data(), rows.data());
        std::int64_t weeks = 0;
        for (const OutcomeRow& row : rows) weeks += row.week;
        return weeks;
    }

  private:
    std::uint64_t first_ = 0;
};

/// Deals a second, and what one person costs in one week of one deal.
inline void count_deals(benchmark::State& state, std::int64_t deals, std::int64_t stakeholder_weeks) {
    using benchmark::Counter;
    state.SetItemsProcessed(deals);
    state.counters["person_week"] =
        Counter(static_cast<double>(stakeholder_weeks), Counter::kIsRate | Counter::kInvert);
}

} // namespace assent::measured
