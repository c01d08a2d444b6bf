#pragma once
// Plays several plans with the same luck, side by side.
#include "engine/kernel.hpp"

#include <atomic>
#include <functional>
#include <span>
#include <vector>

namespace assent {

/// A plan and which of its strategies is played.
struct PlayedArm {
    Plan plan;
    std::int32_t strategy = 0;
    bool utilities = false; ///< are the members' final utilities wanted
};

/// The same replicates of every arm.
struct PlayedBlock {
    std::size_t count = 0;
    std::vector<std::vector<OutcomeRow>> rows; ///< by arm (block_size)
    std::vector<std::vector<float>> utilities; ///< by arm (count × n_member × n_alternative); empty: not wanted
};

struct ArmsRequest {
    std::uint64_t seed = 1;
    std::int64_t first = 0, replicates = 0;
    int threads = 0;
    const std::atomic<bool>* cancelled = nullptr;
};

/// Plays the replicates first … first + replicates - 1 of every arm; the sink sees them block by block, in order, from
/// one thread at a time. False: cancelled before the end.
bool play_arms(std::span<const PlayedArm> arms, const ArmsRequest& request,
               const std::function<void(const PlayedBlock&)>& sink);

} // namespace assent
