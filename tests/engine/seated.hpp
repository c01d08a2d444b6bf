#pragma once
// A kernel's deal opened for a test that drives its parts by hand.
#include "engine/process.hpp"
#include "model/compile.hpp"

#include <vector>

namespace assent {

/// N deals of one strategy, opened as the kernel opens them: lane k is replicate first + k.
template <int N> struct Seated {
    Plan plan;
    std::vector<float> workspace;
    Deal<N> deal;

    explicit Seated(const Model& model, std::int32_t strategy = 0, std::uint64_t seed = 1, std::uint64_t first = 0)
        : Seated(compile(model), strategy, seed, first) {}
    Seated(Plan of, std::int32_t strategy, std::uint64_t seed, std::uint64_t first)
        : plan(std::move(of)), workspace(room(plan)), deal(plan, strategy, workspace.data()) {
        deal.luck.keys = PhiloxKeys(static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32));
        seat(first);
        begin(deal);
    }
    Seated(const Seated&) = delete;
    Seated& operator=(const Seated&) = delete;

    /// Other replicates take the lanes; what has happened stays.
    void seat(std::uint64_t first) {
        for (int lane = 0; lane < N; ++lane) {
            const std::uint64_t replicate = first + static_cast<std::uint64_t>(lane);
            deal.luck.replicate_low.set(lane, static_cast<std::uint32_t>(replicate));
            deal.luck.replicate_high.set(lane, static_cast<std::uint32_t>(replicate >> 32));
        }
        deal.active = Mask<N>::all(true);
    }

    static std::size_t room(const Plan& plan) {
        DealArrays arrays{};
        return DealArrays::lay_out(arrays, plan, nullptr, N);
    }
};

} // namespace assent
