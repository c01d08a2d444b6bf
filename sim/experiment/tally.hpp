#pragma once
// Counting the rows of one block of replicates after another.
#include "engine/kernel.hpp"
#include "experiment/summary.hpp"

#include <span>
#include <vector>

namespace assent {

/// Hours of selling over all channels.
double hours_of(const OutcomeRow& row);
/// Margin less cost of sale, currency.
double value_of(const OutcomeRow& row);

/// What can be counted of a block on any thread before its turn comes, because it does not depend on other blocks.
struct BlockDigest {
    using Words = std::array<std::uint64_t, block_size / 64>;
    using Reason = std::pair<std::int32_t, std::int32_t>;              ///< holder, reason
    std::uint64_t signature = 0;                                       ///< of its rows: by replicate, then strategy
    std::vector<Words> won;                                            ///< one bit a replicate (n_strategy)
    std::vector<std::vector<std::pair<Reason, std::int64_t>>> reasons; ///< of deals not won (n_strategy)
    PairedSums paired;                                                 ///< over its replicates, in their order
};

/// Digests the rows of a block: strategy s holds rows[s · block_size … s · block_size + count - 1].
void digest_block(std::span<const OutcomeRow> rows, std::size_t strategies, std::size_t count, BlockDigest& digest);

/// Tally of nothing yet, with room for the weeks and alternatives of the plan.
RunTally empty_tally(const Plan& plan, std::uint64_t seed, std::size_t strategies);

/// Adds a block. Blocks come in replicate order, so that sums of reals are the same for any number of threads.
void add_block(RunTally& tally, std::span<const OutcomeRow> rows, std::size_t count, const BlockDigest& digest);

} // namespace assent
