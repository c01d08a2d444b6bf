// The kernel against the slow reference simulator: every field of every row and every final utility, bit for bit.
#include "worlds/reference.hpp"

#include "model/compile.hpp"
#include "scenario/reader.hpp"
#include "worlds/play.hpp"
#include "worlds/random_model.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <filesystem>

namespace assent {
namespace {

using namespace worlds;

/// The same replicates as the kernel's, by the reference.
Played play_slowly(const Model& model, const Play& play) {
    reference::World world(model);
    Played played;
    for (std::int32_t k = 0; k < play.count; ++k) {
        const reference::Result result =
            reference::play(world, std::size_t(play.strategy), play.seed, play.first + static_cast<std::uint64_t>(k));
        played.rows.push_back(result.row);
        played.utilities.insert(played.utilities.end(), result.utilities.begin(), result.utilities.end());
    }
    return played;
}

void check_agreement(const Model& model, std::int32_t count) {
    const Plan plan = compile(model);
    for (std::int32_t s = 0; s < static_cast<std::int32_t>(model.strategies.size()); ++s) {
        const Play what{.strategy = s, .seed = 0x9e3779b97f4a7c15u, .first = (1ull << 33) - 3, .count = count};
        const std::string differs = first_difference(play(model, plan, what), play_slowly(model, what));
        INFO(model.title, ", strategy ", s);
        CHECK(differs == "");
    }
}

} // namespace

TEST_CASE("kernel and reference agree on the small company") { check_agreement(small_company(), 100); }

TEST_CASE("kernel and reference agree on worlds made by chance") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) check_agreement(random_model(seed), 16);
}

TEST_CASE("kernel and reference agree on every shipped scenario") {
    const std::filesystem::path folder = std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".toml") continue;
        const Reading reading = read_scenario(entry.path());
        if (reading.ok() && reading.model.centre.size() <= 50) check_agreement(reading.model, 16);
    }
}

} // namespace assent
