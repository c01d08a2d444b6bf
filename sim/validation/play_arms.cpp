#include "validation/play_arms.hpp"

#include "experiment/parallel.hpp"

#include <algorithm>

namespace assent {
namespace {

/// Memory that one block of work needs, used again and again.
struct Slot {
    std::int64_t first = 0;
    PlayedBlock block;
    std::vector<float> workspace;
    bool complete = false;
};

void prepare(Slot& slot, std::span<const PlayedArm> arms) {
    if (!slot.block.rows.empty()) return;
    std::size_t workspace = 0;
    for (const PlayedArm& arm : arms) {
        workspace = std::max(workspace, workspace_size(arm.plan));
        slot.block.rows.emplace_back(block_size);
        const auto views = static_cast<std::size_t>(arm.plan.n_member * arm.plan.n_alternative);
        slot.block.utilities.emplace_back(arm.utilities ? views * block_size : 0);
    }
    slot.workspace.resize(workspace);
}

} // namespace

bool play_arms(std::span<const PlayedArm> arms, const ArmsRequest& request,
               const std::function<void(const PlayedBlock&)>& sink) {
    const int threads = thread_count(request.threads);
    std::vector<Slot> slots(2 * static_cast<std::size_t>(threads));
    const auto cancelled = [&] { return request.cancelled != nullptr && request.cancelled->load(); };
    std::int64_t produced = 0, consumed = 0;
    OrderedPipeline line;
    line.threads = threads;
    line.slots = static_cast<int>(slots.size());
    line.produce = [&](int at) {
        Slot& slot = slots[static_cast<std::size_t>(at)];
        if (cancelled() || produced >= request.replicates) return false;
        slot.first = request.first + produced;
        slot.block.count = static_cast<std::size_t>(std::min<std::int64_t>(block_size, request.replicates - produced));
        produced += static_cast<std::int64_t>(slot.block.count);
        return true;
    };
    line.work = [&](int at) {
        Slot& slot = slots[static_cast<std::size_t>(at)];
        prepare(slot, arms);
        slot.complete = false;
        for (std::size_t a = 0; a < arms.size(); ++a) {
            if (cancelled()) return;
            simulate_block(arms[a].plan,
                           {arms[a].strategy, request.seed, static_cast<std::uint64_t>(slot.first),
                            static_cast<std::int32_t>(slot.block.count)},
                           slot.workspace.data(), slot.block.rows[a].data(),
                           arms[a].utilities ? slot.block.utilities[a].data() : nullptr);
        }
        slot.complete = true;
    };
    line.consume = [&](int at) {
        const Slot& slot = slots[static_cast<std::size_t>(at)];
        if (!slot.complete) return false;
        sink(slot.block);
        consumed += static_cast<std::int64_t>(slot.block.count);
        return true;
    };
    run_pipeline(line);
    return consumed == request.replicates;
}

} // namespace assent
