#pragma once
// The kernel in the instructions of each set, as kernel.cpp calls it once it knows that the machine has them.
#include "engine/rollout.hpp"

namespace assent {

/// Where the deals of a block begin: replicate r as state number r mod count.
struct Beginning {
    DealStates states;
    bool decided = false;      ///< they are
    bool same_strategy = true; ///< rules and letter go on; else both are fresh
};

void simulate_avx2(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows, float* utilities,
                   const Beginning* from) noexcept;
void simulate_avx512(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows,
                     float* utilities, const Beginning* from) noexcept;

} // namespace assent
