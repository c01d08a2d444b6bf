#pragma once
// A small sweep of a shipped scenario, played into a store.
#include "scenario/reader.hpp"
#include "scenario/settings.hpp"
#include "sweep/sweep.hpp"
#include "viewer/test_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace assent::worlds {

/// Six needs, three rules: 18 points of 300 deals a strategy.
inline SweepPlan small_sweep() {
    const std::filesystem::path file = std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios/three-heads.toml";
    SweepWish wish;
    wish.file = file;
    wish.axes = {setting_of("company.need=0.4:0.9:6"),
                 setting_of(R"(process.rule=["weighted", "majority", "unanimity"])")};
    Model model = load_scenario(file);
    model.sweep.replicates = 300;
    return SweepPlan(std::move(model), wish);
}

/// Plays part i of n of the small sweep into a store, on one thread.
inline void play_part(const std::filesystem::path& store, std::int64_t part, std::int64_t parts) {
    const SweepPlan plan = small_sweep();
    SweepStore opened(store, manifest_of(plan, "test"));
    SweepRequest request;
    request.threads = 1;
    request.shard = {part, parts};
    play_sweep(plan, opened, request);
}

} // namespace assent::worlds
