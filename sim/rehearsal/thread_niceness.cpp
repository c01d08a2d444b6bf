#include "rehearsal/thread_niceness.hpp"

#include <sys/resource.h>

namespace assent {

void be_nice() noexcept {
    constexpr int niceness = 10;
    setpriority(PRIO_PROCESS, 0, niceness); // on Linux 0 is the calling thread
}

} // namespace assent
