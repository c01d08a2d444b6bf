#pragma once
// What people of each role in a buying centre usually doubt.
#include "engine/terms.hpp"

#include <span>
#include <string_view>

namespace assent {

struct LikelyDoubt {
    std::string_view topic;
    double chance; ///< that somebody of the role has it, said or not
};

/// What each role objects to, as sales teaching has it (Rackham 1988; Miller & Heiman 1985). Chances: assumption.
std::span<const LikelyDoubt> likely_doubts(Role role);

} // namespace assent
