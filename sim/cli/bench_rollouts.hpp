#pragma once
// What the advisor will live on: how many futures of a deal that is under way can be played in a moment.
#include "engine/plan.hpp"

namespace assent::cli {

/// The moment in which an advisor has to answer, and how many futures it wants to see by then.
inline constexpr double advice_seconds = 0.05;
inline constexpr int advice_rollouts = 50'000;

struct RolloutSpeed {
    double in_time = 0;           ///< rollouts within advice_seconds by the clock on the wall
    double processor_seconds = 0; ///< that advice_rollouts take, of all threads together: what other work cannot blur
};

/// Rollouts of the plan's first strategy with the widest instructions: the state of a deal at the
/// end of week 6 is saved, memory is taken, advice_rollouts futures are played in blocks on the threads. Best of a few
/// rounds.
RolloutSpeed measure_rollouts(const Plan& plan, int threads);

} // namespace assent::cli
