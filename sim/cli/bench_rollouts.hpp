#pragma once
// What the advisor will live on: how many futures of a deal that is under way can be played in a moment.
#include "engine/plan.hpp"

namespace assent::cli {

/// The moment in which an advisor has to answer, and how many futures it wants to see by then.
inline constexpr double advice_seconds = 0.05;
inline constexpr int advice_rollouts = 50'000;

/// Rollouts of the plan's first strategy within advice_seconds, with the widest instructions: the state of a deal at the
/// end of week 6 is saved, memory is taken, advice_rollouts futures are played in blocks on the threads. Best of a few
/// rounds.
double measure_rollouts(const Plan& plan, int threads);

} // namespace assent::cli
