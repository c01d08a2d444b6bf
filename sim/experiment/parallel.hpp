#pragma once
// Parallel work behind one header: parallel.cpp alone includes TBB.
#include <functional>

namespace assent {

inline constexpr int thread_limit = 1024;

/// The number of threads that a request means: itself when positive, for 0 as many as this process may use.
/// Throws UserError outside 0 … thread_limit.
int thread_count(int requested);

/// A production line of items that live in `slots` reusable slots, 0 … slots - 1. An item keeps its slot from
/// production to consumption.
struct OrderedPipeline {
    int threads = 1;                       ///< that work at the same time, the calling one among them
    int slots = 2;                         ///< items under way; fewer than `threads` leaves some idle
    std::function<bool(int slot)> produce; ///< fills the slot with the next item; false: there is none. One at a time
    std::function<void(int slot)> work;    ///< on any thread, several at a time
    std::function<bool(int slot)> consume; ///< in the order of production, one at a time; false: no further items
};

/// Runs the line until it is empty. After an exception nothing new is produced and nothing behind the failed item is
/// consumed; a single exception is thrown on as it is, several become one whose text lists the first four.
void run_pipeline(const OrderedPipeline& pipeline);

} // namespace assent
