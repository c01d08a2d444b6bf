// Playing on from a saved state is playing on.
#include "engine/rollout.hpp"
#include "worlds/random_model.hpp"
#include "worlds/small_company.hpp"

#include "model/compile.hpp"
#include "worlds/play.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace assent {
namespace {

using namespace worlds;

constexpr std::uint64_t seed = 5, replicate = 40;

DealState state_after(const Plan& plan, std::int32_t strategy, std::int32_t week) {
    std::vector<float> workspace(workspace_size(plan), -7777.0f);
    DealState state;
    state.values.resize(state_size(plan));
    save_state(plan, {strategy, seed, replicate, 1}, week, workspace.data(), state);
    return state;
}

std::vector<OutcomeRow> futures(const Plan& plan, const DealState& state, BlockRequest request) {
    std::vector<float> workspace(workspace_size(plan), -7777.0f);
    std::vector<OutcomeRow> rows(static_cast<std::size_t>(request.count));
    simulate_from(plan, state, request, workspace.data(), rows.data());
    return rows;
}

void check_saved(const Model& model) {
    const Plan plan = compile(model);
    for (std::int32_t s = 0; s < static_cast<std::int32_t>(plan.strategies.size()); ++s) {
        const Played whole = play_unchecked(plan, {.strategy = s, .seed = seed, .first = replicate, .count = 1});
        for (const std::int32_t week : {0, 1, 5, 12, 30}) {
            const DealState state = state_after(plan, s, week);
            if (plan.horizon > week) CHECK(state.decided == (whole.rows[0].week <= week));
            for (int isa = 0; isa < isa_count; ++isa) {
                if (!machine_has(static_cast<Isa>(isa))) continue;
                INFO(model.title, ", strategy ", s, ", week ", week, ", instruction set ", isa);
                const auto rows = futures(plan, state, {s, seed, replicate - 7, 20, static_cast<Isa>(isa)});
                CHECK(difference(rows[7], whole.rows[0]) == "");
            }
        }
    }
}

} // namespace

TEST_CASE("a replicate saved in any week and played on ends as it would have ended") {
    check_saved(small_company());
    for (std::uint64_t world = 700; world < 730; ++world) check_saved(random_model(world));
}

TEST_CASE("futures of one state differ, and are the same whatever plays them") {
    const Plan plan = compile(small_company());
    const DealState state = state_after(plan, 1, 3);
    REQUIRE(!state.decided);
    const std::vector<OutcomeRow> one = futures(plan, state, {1, seed, 1000, 200, Isa::one});
    int others = 0;
    for (const OutcomeRow& row : one) others += row.week != one[0].week || row.outcome != one[0].outcome ? 1 : 0;
    CHECK(others > 20);
    for (const Isa isa : {Isa::sse2, Isa::avx2, Isa::avx512})
        if (machine_has(isa)) CHECK(signature(futures(plan, state, {1, seed, 1000, 200, isa})) == signature(one));
}

TEST_CASE("many states played on side by side are each played on by itself") {
    const Plan plan = compile(small_company());
    constexpr std::int32_t count = 5, rows = 64, first = 3;
    std::vector<float> values;
    std::vector<DealState> states;
    const std::vector<std::int32_t> places = {4, 0, 0, 2, 1};
    std::vector<float> workspace(workspace_size(plan));
    for (std::int32_t k = 0; k < count; ++k) {
        DealState state;
        state.values.resize(state_size(plan));
        save_state(plan, {1, seed, replicate + static_cast<std::uint64_t>(k), 1}, 4, workspace.data(), state);
        REQUIRE(!state.decided);
        values.insert(values.end(), state.values.begin(), state.values.end());
        states.push_back(state);
    }
    for (int isa = 0; isa < isa_count; ++isa) {
        if (!machine_has(static_cast<Isa>(isa))) continue;
        std::vector<OutcomeRow> found(rows);
        simulate_from_each(plan, {values.data(), places.data(), count, 4},
                           {1, seed, first, rows, static_cast<Isa>(isa)}, workspace.data(), found.data());
        for (std::int32_t k = 0; k < rows; ++k) {
            const auto place = static_cast<std::size_t>(places[static_cast<std::size_t>((first + k) % count)]);
            const auto alone = futures(plan, states[place], {1, seed, static_cast<std::uint64_t>(first + k), 1});
            CHECK(difference(found[static_cast<std::size_t>(k)], alone[0]) == "");
        }
    }
}

TEST_CASE("another strategy takes over with fresh rules") {
    const Plan plan = compile(small_company()); // "script", "listening", "silent"
    const DealState state = state_after(plan, 0, 2);
    REQUIRE(!state.decided);
    std::int64_t silent = 0, listening = 0;
    for (const OutcomeRow& row : futures(plan, state, {2, seed, 0, 100})) silent += row.touches;
    for (const OutcomeRow& row : futures(plan, state, {1, seed, 0, 100})) listening += row.touches;
    CHECK(silent == 100 * futures(plan, state, {2, seed, 0, 1})[0].touches); // what was done before stays done
    CHECK(listening > silent);
}

} // namespace assent
