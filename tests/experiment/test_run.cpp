// Runs: whatever the number of threads, the rows are those that the kernel gives one after another.
#include "experiment/run.hpp"

#include "experiment/intervals.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "scenario/reader.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace assent {
namespace {

const Plan& plan() {
    static const Plan compiled = compile(load_scenario(ASSENT_SOURCE_DIR "/scenarios/three-heads.toml"));
    return compiled;
}

RunRequest request(std::int64_t replicates, int threads = 1) {
    RunRequest wanted;
    wanted.seed = 11;
    wanted.replicates = replicates;
    wanted.threads = threads;
    return wanted;
}

/// Rows as the sink sees them: by strategy.
struct Watched {
    RunTally tally;
    std::vector<std::vector<OutcomeRow>> rows;
};

Watched watch(const RunRequest& wanted) {
    Watched watched;
    watched.rows.resize(wanted.strategies.empty() ? plan().strategies.size() : wanted.strategies.size());
    watched.tally = run(plan(), wanted, {}, [&](std::size_t strategy, std::span<const OutcomeRow> rows) {
        watched.rows[strategy].insert(watched.rows[strategy].end(), rows.begin(), rows.end());
    });
    return watched;
}

/// The kernel, block after block, by hand.
std::vector<OutcomeRow> rows_by_hand(std::int32_t strategy, std::int64_t replicates) {
    std::vector<float> workspace(workspace_size(plan()) + 16);
    std::vector<OutcomeRow> rows(static_cast<std::size_t>(replicates));
    for (std::int64_t first = 0; first < replicates; first += block_size) {
        BlockRequest block{strategy, 11, static_cast<std::uint64_t>(first)};
        block.count = static_cast<std::int32_t>(std::min<std::int64_t>(block_size, replicates - first));
        simulate_block(plan(), block, workspace.data(), &rows[static_cast<std::size_t>(first)]);
    }
    return rows;
}

std::uint64_t hash_of(const std::vector<OutcomeRow>& rows) {
    std::uint64_t hash = signature_start;
    for (const OutcomeRow& row : rows) hash = mix_signature(hash, row);
    return hash;
}

bool same(const Moments& a, const Moments& b) { return a.count == b.count && a.sum == b.sum && a.squares == b.squares; }

/// Equal to the last bit, sums of reals included.
bool same(const StrategyTally& a, const StrategyTally& b) {
    return a.replicates == b.replicates && a.outcomes == b.outcomes && a.lost_to == b.lost_to && a.weeks == b.weeks &&
           a.furthest_stage == b.furthest_stage && a.reasons == b.reasons && same(a.price, b.price) &&
           same(a.margin, b.margin) && same(a.concession, b.concession) && same(a.value, b.value) &&
           same(a.lifetime, b.lifetime) && same(a.cost_of_sale, b.cost_of_sale) && same(a.hours, b.hours) &&
           a.hours_by_channel == b.hours_by_channel && same(a.members_reached, b.members_reached) &&
           same(a.touches, b.touches) && a.value_times_hours == b.value_times_hours;
}

bool same(const RunTally& a, const RunTally& b) {
    if (a.strategies.size() != b.strategies.size() || a.replicates != b.replicates || a.both_won != b.both_won ||
        a.signature != b.signature || a.paired.margin != b.paired.margin || a.paired.lifetime != b.paired.lifetime ||
        a.paired.value != b.paired.value || a.paired.hours != b.paired.hours ||
        a.paired.value_hours != b.paired.value_hours)
        return false;
    for (std::size_t s = 0; s < a.strategies.size(); ++s)
        if (!same(a.strategies[s], b.strategies[s])) return false;
    return true;
}

} // namespace

TEST_CASE("the sink sees the rows of the kernel in replicate order") {
    const Watched watched = watch(request(1000, 4));
    REQUIRE(watched.rows.size() == plan().strategies.size());
    for (std::size_t s = 0; s < watched.rows.size(); ++s) {
        REQUIRE(watched.rows[s].size() == 1000);
        CHECK(hash_of(watched.rows[s]) == hash_of(rows_by_hand(static_cast<std::int32_t>(s), 1000)));
    }
}

TEST_CASE("tallies are what one gets by counting") {
    const RunTally tally = run(plan(), request(1000, 3));
    CHECK(tally.replicates == 1000);
    CHECK(tally.seed == 11);
    std::vector<std::vector<OutcomeRow>> rows;
    for (std::size_t s = 0; s < tally.strategies.size(); ++s) {
        rows.push_back(rows_by_hand(static_cast<std::int32_t>(s), 1000));
        const StrategyTally& counted = tally.strategies[s];
        std::int64_t won = 0, reasons = 0, ended = 0;
        Moments price, value;
        for (const OutcomeRow& row : rows.back()) {
            won += row.outcome == Outcome::won ? 1 : 0;
            if (row.outcome == Outcome::won) price.add(row.price);
            value.add(double(row.margin) - double(row.cost_of_sale));
        }
        for (const auto& [reason, count] : counted.reasons) reasons += count;
        for (const auto& weeks : counted.weeks)
            for (const std::int64_t count : weeks) ended += count;
        CHECK(counted.replicates == 1000);
        CHECK(counted.outcomes[0] == won);
        CHECK(reasons == 1000 - won);
        CHECK(ended == 1000);
        CHECK(same(counted.price, price));
        CHECK(same(counted.value, value));
        CHECK(tally.both_won[s * tally.strategies.size() + s] == won);
    }
    std::int64_t only_first = 0;
    for (std::size_t i = 0; i < 1000; ++i)
        only_first += rows[0][i].outcome == Outcome::won && rows[1][i].outcome != Outcome::won ? 1 : 0;
    CHECK(tally.won_only(0, 1) == only_first);
}

TEST_CASE("1, 2, 3, 5, 8 and 16 threads give the same tally, bit for bit") {
    const RunTally expected = run(plan(), request(1500, 1));
    CHECK(expected.strategies[0].outcomes[0] > 0);
    for (const int threads : {2, 3, 5, 8, 16}) {
        CAPTURE(threads);
        CHECK(same(run(plan(), request(1500, threads)), expected));
    }
}

TEST_CASE("one lane and several give the same tally") {
    RunRequest one = request(1000);
    one.isa = Isa::one;
    CHECK(same(run(plan(), one), run(plan(), request(1000))));
}

TEST_CASE("another seed gives other deals") {
    RunRequest other = request(1000);
    other.seed = 12;
    CHECK(run(plan(), other).signature != run(plan(), request(1000)).signature);
}

TEST_CASE("the first replicates do not depend on how many follow") {
    const Watched few = watch(request(700, 2)), many = watch(request(2000, 3));
    for (std::size_t s = 0; s < few.rows.size(); ++s) {
        const std::vector<OutcomeRow> beginning(many.rows[s].begin(), many.rows[s].begin() + 700);
        CHECK(hash_of(few.rows[s]) == hash_of(beginning));
    }
}

TEST_CASE("a strategy plays the same deals alone and among others") {
    RunRequest alone = request(1000);
    alone.strategies = {2};
    const RunTally all = run(plan(), request(1000)), single = run(plan(), alone);
    REQUIRE(single.strategies.size() == 1);
    CHECK(same(single.strategies[0], all.strategies[2]));
}

TEST_CASE("a precision stops at the first multiple of 4096 that reaches it") {
    RunRequest precise = request(1'000'000, 2);
    precise.precision = 0.012;
    const RunTally tally = run(plan(), precise);
    CHECK(tally.replicates % 4096 == 0);
    CHECK(tally.replicates < 1'000'000);
    const auto widest = [](const RunTally& counted) {
        double half_width = 0;
        for (const StrategyTally& strategy : counted.strategies)
            half_width =
                std::max(half_width, wilson_interval(strategy.outcomes[0], strategy.replicates, 0.95).half_width());
        return half_width;
    };
    CHECK(widest(tally) <= 0.012);
    CHECK(widest(run(plan(), request(tally.replicates - 4096))) > 0.012);
    precise.threads = 5;
    CHECK(same(run(plan(), precise), tally));
}

TEST_CASE("a cancelled run returns whole blocks, as a shorter run would give them") {
    std::atomic<bool> cancelled{false};
    RunRequest wanted = request(1'000'000, 4);
    wanted.cancelled = &cancelled;
    const RunTally tally = run(plan(), wanted, {}, [&](std::size_t, std::span<const OutcomeRow> rows) {
        if (rows.front().replicate >= 2048) cancelled = true;
    });
    CHECK(tally.replicates % block_size == 0);
    CHECK(tally.replicates >= 2048);
    CHECK(tally.replicates < 100'000);
    CHECK(same(tally, run(plan(), request(tally.replicates))));

    RunRequest never = request(1000);
    never.cancelled = &cancelled; // it is true by now
    CHECK(run(plan(), never).replicates == 0);
}

TEST_CASE("an error in the sink ends the run and comes through as it is") {
    const auto full = [](std::size_t, std::span<const OutcomeRow>) { throw UserError("the disk is full"); };
    CHECK_THROWS_WITH_AS(run(plan(), request(100'000, 3), {}, full), "the disk is full", UserError);
}

TEST_CASE("progress is told in order and ends at the whole") {
    std::int64_t last = 0, planned = 0;
    bool ordered = true;
    run(plan(), request(4000, 2), [&](const Progress& progress) {
        ordered = ordered && progress.done > last && progress.replicates_per_second > 0 && progress.seconds_left >= 0;
        last = progress.done;
        planned = progress.planned;
    });
    CHECK(ordered);
    CHECK(last == 4000);
    CHECK(planned == 4000);
}

TEST_CASE("a request out of range says what is allowed") {
    CHECK_THROWS_WITH_AS(run(plan(), request(0)), "replicates = 0 (out of range); give 1 to 2^40", UserError);
    RunRequest wrong = request(10);
    wrong.confidence = 1;
    CHECK_THROWS_AS(run(plan(), wrong), UserError);
    wrong = request(10);
    wrong.precision = 0.7;
    CHECK_THROWS_AS(run(plan(), wrong), UserError);
    wrong = request(10);
    wrong.strategies = {4};
    CHECK_THROWS_WITH_AS(run(plan(), wrong), "strategy number 4 does not exist; the scenario has 0 to 3", UserError);
    CHECK_THROWS_AS(run(Plan{}, request(10)), UserError);
}

} // namespace assent
