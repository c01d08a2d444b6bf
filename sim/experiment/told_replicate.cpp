#include "experiment/told_replicate.hpp"

namespace assent {

Retold retell(const Plan& plan, std::int32_t strategy, std::uint64_t seed, std::uint64_t replicate) {
    struct alignas(64) CacheLine {
        float values[16];
    };
    std::vector<CacheLine> workspace((workspace_size(plan) + 15) / 16);
    Retold retold;
    // The kernel says how many events did not find room; with that much more all of them do.
    for (std::int64_t room = 1 << 14;;) {
        retold.events.resize(static_cast<std::size_t>(room));
        TraceBuffer buffer{retold.events.data(), room};
        retold.row = trace_replicate(plan, strategy, seed, replicate, workspace.data()->values, buffer);
        if (buffer.dropped == 0) {
            retold.events.resize(static_cast<std::size_t>(buffer.size));
            return retold;
        }
        room += buffer.dropped;
    }
}

} // namespace assent
