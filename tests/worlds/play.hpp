#pragma once
// Playing replicates in tests.
#include "engine/kernel.hpp"
#include "model/model.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace assent::worlds {

/// What to play: replicates first … first + count - 1 of a strategy; more than one block is possible.
struct Play {
    std::int32_t strategy = 0;
    std::uint64_t seed = 1;
    std::uint64_t first = 0;
    std::int32_t count = 64;
    Isa isa = preferred_isa();
};

struct Played {
    std::vector<OutcomeRow> rows;
    std::vector<float> utilities; ///< (count × n_member × n_alternative)
};

/// simulate_block, and nothing else.
Played play_unchecked(const Plan& plan, const Play& play);

/// A replicate told.
struct Told {
    std::int32_t strategy = 0;
    std::uint64_t seed = 0;
    OutcomeRow row;
    std::vector<TraceEvent> events;
};

/// Plays, replays every replicate with a trace and holds all of it against the invariants (worlds/invariants.hpp);
/// what is broken fails the running doctest case. `witness` sees every told replicate.
Played play(const Model& model, const Plan& plan, const Play& play,
            const std::function<void(const Told&)>& witness = {});

Told tell(const Plan& plan, std::int32_t strategy, std::uint64_t seed, std::uint64_t replicate);

/// Every field in which two rows differ in any bit, in words; empty: none.
std::string difference(const OutcomeRow& one, const OutcomeRow& other);
/// The first replicate in which they differ, with the fields; empty: all rows and all utilities are equal bit for bit.
std::string first_difference(const Played& one, const Played& other);

std::uint64_t signature(const std::vector<OutcomeRow>& rows);

} // namespace assent::worlds
