#pragma once
// The kernel: one block of replicates of one strategy. A pure function of its arguments, without allocation, without
// libm, without exceptions. It exists once (engine/deal.hpp and the files it includes); the entry points here are its
// instantiations for different instruction sets, which give the same rows bit for bit.
#include "engine/isa.hpp"
#include "engine/outcome.hpp"
#include "engine/plan.hpp"
#include "engine/trace.hpp"

#include <cstddef>
#include <cstdint>

namespace assent {

/// Replicates per block of work; constant, so that no result can depend on how work was cut.
inline constexpr int block_size = 256;
/// Floats of scratch memory that simulate_block needs for this plan whatever plays it.
std::size_t workspace_size(const Plan& plan) noexcept;

struct BlockRequest {
    std::int32_t strategy = 0;
    std::uint64_t seed = 0;
    std::uint64_t first_replicate = 0; ///< below 2^48
    std::int32_t count = 0;            ///< 0 … block_size
    Isa isa = preferred_isa();         ///< the rows do not depend on it; the machine must have it
};

/// Plays `count` replicates and writes rows[0 … count-1]. `workspace` holds workspace_size floats and no state between
/// calls. `utilities`, when not null, receives each member's final utilities (count × n_member × n_alternative).
void simulate_block(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows,
                    float* utilities = nullptr) noexcept;

/// Plays one replicate again, telling what happened; the row is the one that simulate_block gives.
OutcomeRow trace_replicate(const Plan& plan, std::int32_t strategy, std::uint64_t seed, std::uint64_t replicate,
                           float* workspace, TraceBuffer& trace) noexcept;

} // namespace assent
