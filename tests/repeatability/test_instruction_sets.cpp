// The contract on repeatability over everything that is shipped: each instruction set that this machine has plays the
// same deals, in full blocks, where lanes are refilled, and in what is left over.
#include "model/compile.hpp"
#include "scenario/reader.hpp"
#include "worlds/play.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace assent {
namespace {

using namespace worlds;

/// A full block and some more.
constexpr std::int32_t replicates = block_size + 37;

std::vector<std::filesystem::path> shipped_scenarios() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios"))
        if (entry.path().extension() == ".toml" && read_scenario(entry.path()).ok()) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

} // namespace

TEST_CASE("every instruction set plays the same deals of every shipped scenario") {
    const std::vector<std::filesystem::path> files = shipped_scenarios();
    REQUIRE(files.size() >= 12);
    for (const auto& file : files) {
        const Plan plan = compile(read_scenario(file).model);
        for (std::int32_t s = 0; s < static_cast<std::int32_t>(plan.strategies.size()); ++s) {
            INFO(file.string(), ", strategy ", s);
            Play what{.strategy = s, .seed = 7, .first = 300, .count = replicates, .isa = Isa::one};
            const Played one = play_unchecked(plan, what);
            for (const Isa isa : {Isa::sse2, Isa::avx2, Isa::avx512}) {
                what.isa = isa;
                if (machine_has(isa)) CHECK(first_difference(one, play_unchecked(plan, what)) == "");
            }
        }
    }
}

} // namespace assent
