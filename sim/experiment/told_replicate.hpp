#pragma once
// One replicate played again with its events.
#include "engine/kernel.hpp"

#include <vector>

namespace assent {

struct Retold {
    OutcomeRow row;
    std::vector<TraceEvent> events;
};

/// Plays a replicate once more and keeps all that happens in it.
Retold retell(const Plan& plan, std::int32_t strategy, std::uint64_t seed, std::uint64_t replicate);

} // namespace assent
