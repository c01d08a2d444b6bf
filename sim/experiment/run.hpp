#pragma once
// Many replicates of several strategies over one plan, in parallel, in flat memory.
#include "engine/kernel.hpp"
#include "experiment/summary.hpp"

#include <atomic>
#include <functional>
#include <span>

namespace assent {

struct RunRequest {
    std::uint64_t seed = 1;
    std::int64_t replicates = 20'000;   ///< 1 … 2^40; with a precision: the greatest number tried
    double precision = 0;               ///< > 0: stop when every win rate's half-width is at most this
    double confidence = 0.95;
    int threads = 0;                    ///< 0: all that the machine has
    std::vector<std::int32_t> strategies; ///< indices into the plan; empty: all
    Isa isa = preferred_isa(); ///< never changes a row
    const std::atomic<bool>* cancelled = nullptr; ///< when it turns true, what is done so far is returned
};

struct Progress {
    std::int64_t done = 0, planned = 0; ///< replicates
    double replicates_per_second = 0;   ///< strategies × replicates
    double seconds_left = 0;
};

/// Sees rows block by block, in replicate order, from one thread at a time: rows of strategy s for consecutive replicates.
using RowSink = std::function<void(std::size_t strategy, std::span<const OutcomeRow> rows)>;

/// Plays the request. Blocks run in any order on `threads` threads; tallies are taken in replicate order, so the result
/// depends on plan, seed and replicates alone. Memory does not grow with the number of replicates.
/// Enough replicates for this half-width of any win rate, in whole steps of 4096.
std::int64_t replicates_for(double precision, double confidence);

/// A precision stops at the first multiple of 4096 replicates that reaches it, checked in order.
RunTally run(const Plan& plan, const RunRequest& request, const std::function<void(const Progress&)>& progress = {},
             const RowSink& rows = {});

} // namespace assent
