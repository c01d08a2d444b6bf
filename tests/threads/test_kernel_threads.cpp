// The kernel on several threads over one plan, for the thread sanitizer. Threads are plain std::jthread: TBB's own
// library is not compiled for the sanitizer, which then reports races that are none.
#include "engine/kernel.hpp"
#include "model/compile.hpp"
#include "scenario/reader.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace assent {
namespace {

constexpr int blocks = 12;

Plan shared_plan() { return compile(load_scenario(ASSENT_SOURCE_DIR "/scenarios/three-heads.toml")); }

std::vector<OutcomeRow> block_rows(const Plan& plan, std::int32_t strategy, int block, Isa isa,
                                   std::vector<float>& workspace) {
    std::vector<OutcomeRow> rows(block_size);
    const BlockRequest request{strategy, 3, static_cast<std::uint64_t>(block) * block_size, block_size, isa};
    simulate_block(plan, request, workspace.data(), rows.data());
    return rows;
}

std::uint64_t hash_of(const std::vector<OutcomeRow>& rows) {
    std::uint64_t hash = signature_start;
    for (const OutcomeRow& row : rows) hash = mix_signature(hash, row);
    return hash;
}

} // namespace

TEST_CASE("threads that share a plan play what one thread plays") {
    const Plan plan = shared_plan();
    std::vector<std::uint64_t> expected;
    std::vector<float> workspace(workspace_size(plan));
    for (int block = 0; block < blocks; ++block)
        expected.push_back(hash_of(block_rows(plan, block % 4, block, preferred_isa(), workspace)));

    for (const int count : {1, 2, 3, 5, 8, 16}) {
        CAPTURE(count);
        std::vector<std::uint64_t> found(blocks);
        std::atomic<int> next{0};
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < count; ++t)
                threads.emplace_back([&] {
                    std::vector<float> own(workspace_size(plan));
                    for (int block = next++; block < blocks; block = next++)
                        found[static_cast<std::size_t>(block)] =
                            hash_of(block_rows(plan, block % 4, block, preferred_isa(), own));
                });
        }
        CHECK(found == expected);
    }
}

TEST_CASE("both lane widths and a trace side by side") {
    const Plan plan = shared_plan();
    std::uint64_t one = 0, several = 0;
    OutcomeRow told, retold;
    {
        const auto play = [&plan](Isa isa, std::uint64_t& hash) {
            std::vector<float> own(workspace_size(plan));
            hash = hash_of(block_rows(plan, 1, 0, isa, own));
        };
        const auto tell = [&plan](OutcomeRow& row) {
            std::vector<float> own(workspace_size(plan));
            std::vector<TraceEvent> events(1 << 14);
            TraceBuffer buffer{events.data(), static_cast<std::int64_t>(events.size())};
            row = trace_replicate(plan, 1, 3, 7, own.data(), buffer);
        };
        const std::jthread threads[] = {std::jthread([&] { play(Isa::one, one); }),
                                        std::jthread([&] { play(preferred_isa(), several); }),
                                        std::jthread([&] { tell(told); }), std::jthread([&] { tell(retold); })};
    }
    CHECK(one == several);
    CHECK(mix_signature(0, told) == mix_signature(0, retold));
    std::vector<float> workspace(workspace_size(plan));
    CHECK(mix_signature(0, told) == mix_signature(0, block_rows(plan, 1, 0, preferred_isa(), workspace)[7]));
}

TEST_CASE("plans are compiled side by side") {
    const Model model = load_scenario(ASSENT_SOURCE_DIR "/scenarios/three-heads.toml");
    std::vector<std::uint64_t> hashes(4);
    {
        std::vector<std::jthread> threads;
        for (std::uint64_t& hash : hashes)
            threads.emplace_back([&model, &hash] {
                const Plan plan = compile(model);
                std::vector<float> own(workspace_size(plan));
                hash = hash_of(block_rows(plan, 0, 0, preferred_isa(), own));
            });
    }
    for (const std::uint64_t hash : hashes) CHECK(hash == hashes[0]);
}

} // namespace assent
