#pragma once
// The kernel in the instructions of each set, as kernel.cpp calls it once it knows that the machine has them.
#include "engine/rollout.hpp"

namespace assent {

void simulate_avx2(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows, float* utilities,
                   const DealState* from) noexcept;
void simulate_avx512(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows,
                     float* utilities, const DealState* from) noexcept;

} // namespace assent
