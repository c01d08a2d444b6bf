#pragma once
// Independent pieces of work, each of which writes to a place of its own.
#include <atomic>
#include <cstddef>
#include <functional>

namespace assent {

struct Workers {
    int threads = 0; ///< 0: all that the machine has
    const std::atomic<bool>* cancelled = nullptr;
};

/// Calls work(0) … work(count - 1) on several threads. Throws Cancelled when told to stop, and what the work throws.
void in_parallel(std::size_t count, const Workers& workers, const std::function<void(std::size_t)>& work);

/// The user wants the work to stop; some of its pieces were not done.
struct Cancelled {};

} // namespace assent
