// One number over every field of a fixed set of replicates: whatever changes an outcome changes it.
#include "model/compile.hpp"
#include "worlds/play.hpp"
#include "worlds/random_model.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <string>

namespace assent {
namespace {

using namespace worlds;

std::uint64_t mix_world(std::uint64_t hash, const Model& model, std::int32_t count) {
    const Plan plan = compile(model);
    for (std::int32_t s = 0; s < static_cast<std::int32_t>(model.strategies.size()); ++s)
        for (const OutcomeRow& row : play(model, plan, {.strategy = s, .seed = 42, .count = count}).rows)
            hash = mix_signature(hash, row);
    return hash;
}

std::string signature_of_worlds() {
    std::uint64_t hash = mix_world(signature_start, small_company(), 256);
    for (std::uint64_t seed = 2000; seed < 2048; ++seed) hash = mix_world(hash, random_model(seed), 8);
    return fmt::format("{:016x}", hash);
}

} // namespace

TEST_CASE("the outcomes of the test worlds are those of the golden signature") {
    const std::string path = ASSENT_SOURCE_DIR "/tests/golden/signature.txt";
    std::string golden;
    std::getline(std::ifstream(path) >> std::ws, golden);
    const std::string now = signature_of_worlds();
    INFO("outcomes have changed; if that was meant, put ", now, " into ", path, " and say `Signature: ", now,
         "` in the commit");
    CHECK(now == golden);
}

} // namespace assent
