// The contract on repeatability, as far as one thread can break it: the same rows at any number of lanes, however the
// replicates are cut into blocks, whoever plays before.
#include "engine/lane_play.hpp"
#include "worlds/random_model.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

namespace assent {
namespace {

using namespace worlds;

void check_lane_counts(const Model& model, std::int32_t count) {
    const Plan plan = compile(model);
    for (std::int32_t s = 0; s < static_cast<std::int32_t>(model.strategies.size()); ++s) {
        INFO(model.title, ", strategy ", s);
        Play what{.strategy = s, .seed = 99, .first = 1000, .count = count, .isa = Isa::one};
        const Played one = play(model, plan, what);
        for (const Isa isa : {Isa::sse2, Isa::avx2, Isa::avx512}) {
            what.isa = isa;
            if (machine_has(isa)) CHECK(first_difference(one, play_unchecked(plan, what)) == "");
        }
        CHECK(first_difference(one, play_refilled<8>(plan, what)) == ""); // of any machine
        CHECK(first_difference(one, play_refilled<16>(plan, what)) == "");
        CHECK(first_difference(one, play_in_lanes<1>(plan, what)) == "");
        CHECK(first_difference(one, play_in_lanes<4>(plan, what)) == "");
        CHECK(first_difference(one, play_in_lanes<8>(plan, what)) == "");
        CHECK(first_difference(one, play_in_lanes<16>(plan, what)) == "");
    }
}

/// Rows first … last - 1 of a longer play.
Played part(const Played& whole, std::int32_t first, std::int32_t last) {
    const std::ptrdiff_t size = std::ssize(whole.utilities) / std::ssize(whole.rows);
    return {{whole.rows.begin() + first, whole.rows.begin() + last},
            {whole.utilities.begin() + first * size, whole.utilities.begin() + last * size}};
}

} // namespace

TEST_CASE("every instruction set and number of lanes plays the same replicates, refilled or not") {
    check_lane_counts(small_company(), 96);
    for (std::uint64_t seed = 500; seed < 548; ++seed) check_lane_counts(random_model(seed), 75); // lanes left over
}

TEST_CASE("the first replicates do not depend on how many follow, nor on where a block begins") {
    for (const std::uint64_t seed : {601u, 612u, 623u, 634u}) {
        const Model model = random_model(seed);
        const Plan plan = compile(model);
        const Played whole = play(model, plan, {.first = 0, .count = 100});
        for (const std::int32_t count : {0, 1, 2, 3, 5, 64, 99}) {
            CHECK(first_difference(part(whole, 0, count), play_unchecked(plan, {.first = 0, .count = count})) == "");
            const std::int32_t left = 100 - count;
            const Play rest{.first = static_cast<std::uint64_t>(count), .count = left};
            CHECK(first_difference(part(whole, count, 100), play_unchecked(plan, rest)) == "");
        }
    }
}

TEST_CASE("replicates beyond 32 bits are others than those below") {
    const Model model = small_company();
    const Plan plan = compile(model);
    Played low = play_unchecked(plan, {.first = 7, .count = 8});
    const Played high = play_unchecked(plan, {.first = (1ull << 32) + 7, .count = 8});
    for (std::size_t k = 0; k < 8; ++k) low.rows[k].replicate = high.rows[k].replicate;
    CHECK(first_difference(low, high) != "");
    CHECK(high.rows.back().replicate == (1ull << 32) + 14);
}

TEST_CASE("another seed, another luck; the same seed, the same") {
    const Plan plan = compile(small_company());
    const auto of_seed = [&](std::uint64_t seed) { return signature(play_unchecked(plan, {.seed = seed}).rows); };
    CHECK(of_seed(1) == of_seed(1));
    CHECK(of_seed(1) != of_seed(2));
    CHECK(of_seed(1) != of_seed(1 + (1ull << 32))); // the upper half counts
}

TEST_CASE("a signature tells every field of a row") {
    const OutcomeRow plain;
    const std::uint64_t without = mix_signature(signature_start, plain);
    const auto changed = [&](auto change) {
        OutcomeRow row;
        change(row);
        return mix_signature(signature_start, row) != without;
    };
    CHECK(changed([](OutcomeRow& row) { row.replicate = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.outcome = Outcome::lost; }));
    CHECK(changed([](OutcomeRow& row) { row.stage = Stage::decision; }));
    CHECK(changed([](OutcomeRow& row) { row.alternative = 0; }));
    CHECK(changed([](OutcomeRow& row) { row.pilot = PilotState::passed; }));
    CHECK(changed([](OutcomeRow& row) { row.week = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.meetings = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.touches = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.members_reached = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.reason = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.reason_holder = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.price = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.margin = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.concession = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.cost_of_sale = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.lifetime_value = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.quarters = 1; }));
    CHECK(changed([](OutcomeRow& row) { row.final_support = 1; }));
    for (int channel = 0; channel < channel_count; ++channel)
        CHECK(changed([channel](OutcomeRow& row) { row.hours[channel] = 1; }));
}

} // namespace assent
