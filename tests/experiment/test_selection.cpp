// Ranking and selection on systems whose answer is known, and on deals.
#include "experiment/batch_estimate.hpp"
#include "experiment/select_strategy.hpp"
#include "experiment/tally.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <cmath>
#include <vector>

namespace assent {
namespace {

/// Systems whose batches follow a rule: value and weight by system and batch.
BatchSampler ruled(std::function<BatchSum(std::size_t system, std::int64_t batch)> rule) {
    return [rule = std::move(rule)](std::span<const BatchRange> ranges, std::vector<std::vector<BatchSum>>& sums) {
        sums.assign(ranges.size(), {});
        for (std::size_t i = 0; i < ranges.size(); ++i)
            for (std::int64_t b = 0; b < ranges[i].count; ++b)
                sums[i].push_back(rule(ranges[i].system, ranges[i].first + b));
        return true;
    };
}

/// Goes up and down with the batch, the same way for all systems.
double wave(std::int64_t batch) { return std::sin(static_cast<double>(batch) * 2.399963); }
/// … and another way for each.
double own_wave(std::size_t system, std::int64_t batch) {
    return wave(batch * static_cast<std::int64_t>(2 * system + 3) + 1);
}

KimNelsonRequest race(std::size_t systems, double indifference) {
    KimNelsonRequest request;
    request.systems = systems;
    request.indifference = indifference;
    return request;
}

const Plan& plan() {
    static const Plan compiled = compile(worlds::small_company());
    return compiled;
}

StrategySelectionRequest deals(int threads) {
    StrategySelectionRequest request;
    request.run.seed = 5;
    request.run.threads = threads;
    request.run.replicates = 8192;
    request.run.strategies = {0, 1, 2};
    return request;
}

TEST_CASE("the constants of Kim and Nelson are the published ones") {
    const KimNelsonConstants constants(5, 0.95, 10);
    CHECK(constants.eta == doctest::Approx(0.634967).epsilon(1e-6));
    CHECK(constants.h_squared == doctest::Approx(11.429410).epsilon(1e-7));
}

TEST_CASE("OCBA shares a budget as Chen's theorem has it") {
    const std::vector<double> means{1, 2, 3, 4, 5}, deviations(5, 6.0);
    const std::vector<double> shares = ocba_shares(means, deviations, 0);
    const std::vector<double> known{0.02538, 0.04513, 0.10153, 0.40613, 0.42182};
    for (std::size_t i = 0; i < known.size(); ++i) CHECK(shares[i] == doctest::Approx(known[i]).epsilon(1e-4));

    // Two that are equal do not swallow everything: their difference counts as the least one.
    const std::vector<double> equal_means{5, 5, 4};
    const std::vector<double> finite = ocba_shares(equal_means, std::vector<double>(3, 1.0), 0.5);
    CHECK(finite[1] == doctest::Approx(4 * finite[2]));
    CHECK(ocba_shares(equal_means, std::vector<double>(3, 0.0), 0.5)[2] == doctest::Approx(1.0 / 3));
}

TEST_CASE("the spread of a mean is the sample variance, that of a ratio its first-order expansion") {
    const std::vector<BatchSum> means{{1, 1}, {2, 1}, {6, 1}}, other{{0, 1}, {4, 1}, {2, 1}};
    CHECK(batch_variance(means) == doctest::Approx(7));
    CHECK(batch_variance(means, other) == doctest::Approx(9)); // of 1, -2, 4
    const std::vector<BatchSum> ratio{{2, 1}, {3, 2}, {7, 3}}; // 12 / 6
    // (2 - 2·1)/2, (3 - 2·2)/2, (7 - 2·3)/2
    CHECK(batch_variance(ratio) == doctest::Approx(0.25));
    CHECK(batch_variance(ratio, ratio) == 0);
}

TEST_CASE("a clear winner is found at the first look, a close race runs longer and drops the worst first") {
    const auto clear = ruled([](std::size_t s, std::int64_t b) {
        return BatchSum{10.0 * static_cast<double>(s) + wave(b), 1};
    });
    const Selection first = select_kim_nelson(race(3, 0.5), clear);
    CHECK(first.end == SelectionEnd::decided);
    CHECK(first.best == 2);
    CHECK(first.batches() == 3 * 32);

    const auto close = ruled([](std::size_t s, std::int64_t b) {
        static constexpr double means[] = {0, 2.6, 3};
        return BatchSum{means[s] + 3 * own_wave(s, b), 1};
    });
    const Selection longer = select_kim_nelson(race(3, 0.3), close);
    CHECK(longer.end == SelectionEnd::decided);
    CHECK(longer.best == 2);
    CHECK(longer.systems[0].left);
    CHECK(longer.systems[0].batches < longer.systems[1].batches);
    CHECK(longer.systems[1].batches == longer.systems[2].batches);
    CHECK(longer.equal_allocation > 0);
}

TEST_CASE("the luck that systems share takes no batches") {
    const auto shared = ruled([](std::size_t s, std::int64_t b) {
        return BatchSum{0.4 * static_cast<double>(s) + 3 * wave(b) + 0.1 * own_wave(s, b), 1};
    });
    const auto apart = ruled([](std::size_t s, std::int64_t b) {
        return BatchSum{0.4 * static_cast<double>(s) + 3 * own_wave(s, b), 1};
    });
    CHECK(select_kim_nelson(race(2, 0.3), shared).batches() < select_kim_nelson(race(2, 0.3), apart).batches());
}

TEST_CASE("equal estimates are equal, and rounding wins nothing") {
    for (const double noise : {0.0, 1e-8}) {
        CAPTURE(noise);
        const auto twins = ruled([noise](std::size_t s, std::int64_t b) {
            return BatchSum{s == 2 ? -50.0 : (41200 + wave(b)) * (1 + noise * static_cast<double>(s)), 1};
        });
        const KimNelsonRequest request = race(3, 400);
        const Selection selection = select_kim_nelson(request, twins);
        CHECK(selection.end == SelectionEnd::equal);
        CHECK(selection.systems[2].left);
        CHECK_FALSE(selection.systems[0].left);
        CHECK_FALSE(selection.systems[1].left);
        const std::vector<SelectionStanding> standings = fresh_standings(selection, request, twins);
        REQUIRE(standings.size() == 3);
        CHECK(standings[selection.best].verdict == SelectionVerdict::best);
        CHECK(standings[1 - selection.best].verdict == SelectionVerdict::alike);
        CHECK(standings[2].verdict == SelectionVerdict::worse);
    }
}

TEST_CASE("seeing no event proves little where differences are small") {
    const auto nothing = ruled([](std::size_t, std::int64_t) { return BatchSum{0, 64}; });
    KimNelsonRequest request = race(2, 0.0005);
    request.event = 1.0 / 64;
    const Selection careful = select_kim_nelson(request, nothing);
    CHECK(careful.end == SelectionEnd::equal);
    CHECK(careful.systems[0].batches > request.first_stage);
    request.event = 0;
    CHECK(select_kim_nelson(request, nothing).systems[0].batches == request.first_stage);
}

TEST_CASE("a race that reaches its limit is undecided") {
    const auto close = ruled([](std::size_t s, std::int64_t b) {
        return BatchSum{0.001 * static_cast<double>(s) + own_wave(s, b), 1};
    });
    KimNelsonRequest request = race(2, 0.001);
    request.most = 100;
    const Selection selection = select_kim_nelson(request, close);
    CHECK(selection.end == SelectionEnd::limit);
    CHECK(selection.systems[0].batches == 100);
    CHECK_FALSE(selection.finished());
    // The interval is wider than the indifference, so nothing is claimed.
    CHECK(fresh_standings(selection, request, close)[1 - selection.best].verdict == SelectionVerdict::open);
}

TEST_CASE("who stops a selection gets what there is") {
    int stages = 0;
    const BatchSampler close = ruled([](std::size_t s, std::int64_t b) { return BatchSum{own_wave(s, b), 1}; });
    const BatchSampler stopped = [&](std::span<const BatchRange> ranges, std::vector<std::vector<BatchSum>>& sums) {
        return ++stages < 3 && close(ranges, sums);
    };
    const Selection selection = select_kim_nelson(race(2, 0.0001), stopped);
    CHECK(selection.end == SelectionEnd::interrupted);
    CHECK(selection.systems[0].batches == 32 + 16);
    stages = 2;
    CHECK(select_kim_nelson(race(2, 0.0001), stopped).batches() == 0);
    stages = 2;
    CHECK(fresh_standings(selection, race(2, 0.0001), stopped).empty());
}

TEST_CASE("without an indifference a share of the leader's mean is taken, if it earns anything") {
    const auto earning = ruled([](std::size_t s, std::int64_t b) {
        return BatchSum{100.0 * static_cast<double>(s + 1) + wave(b), 1};
    });
    CHECK(select_kim_nelson(race(2, 0), earning).indifference == doctest::Approx(2).epsilon(0.01));
    const auto losing = ruled([](std::size_t, std::int64_t b) { return BatchSum{-5 + wave(b), 1}; });
    CHECK_THROWS_AS(select_kim_nelson(race(2, 0), losing), UserError);
    CHECK(select_kim_nelson(race(2, 1), losing).finished());
}

TEST_CASE("a system without weight is not measured and never best") {
    const auto idle = ruled([](std::size_t s, std::int64_t b) {
        return s == 0 ? BatchSum{0, 0} : BatchSum{-3.0 * static_cast<double>(s) + wave(b), 1};
    });
    const KimNelsonRequest request = race(3, 0.5);
    const Selection selection = select_kim_nelson(request, idle);
    CHECK(selection.best == 1);
    CHECK_FALSE(selection.systems[0].measured);
    CHECK(fresh_standings(selection, request, idle)[0].verdict == SelectionVerdict::unmeasured);
    OcbaRequest budget;
    budget.systems = 3;
    budget.indifference = 0.5;
    budget.budget = 300;
    const Selection allocated = select_ocba(budget, idle);
    CHECK(allocated.best == 1);
    CHECK(allocated.systems[0].batches == budget.first_stage);
    const auto none = ruled([](std::size_t, std::int64_t) { return BatchSum{0, 0}; });
    CHECK_THROWS_AS(select_kim_nelson(request, none), UserError);
}

TEST_CASE("OCBA spends its budget to the last batch, most of it on those hard to tell apart") {
    OcbaRequest request;
    request.systems = 4;
    request.indifference = 0.01;
    request.budget = 1003;
    const auto rivals = ruled([](std::size_t s, std::int64_t b) {
        static constexpr double means[] = {0, 2.8, 3, 1};
        return BatchSum{means[s] + own_wave(s, b), 1};
    });
    const Selection selection = select_ocba(request, rivals);
    CHECK(selection.best == 2);
    CHECK(selection.batches() == 1003);
    CHECK(selection.systems[0].batches < 50);
    CHECK(selection.systems[1].batches > 400);
    CHECK(selection.probability_correct > 0.99);
    CHECK(selection.equal_allocation * 4 > 1003);
    const std::vector<SelectionStanding> standings = own_standings(selection, 0.95);
    CHECK(standings[2].verdict == SelectionVerdict::best);
    CHECK(standings[0].verdict == SelectionVerdict::worse);
    CHECK(standings[0].batches == selection.systems[0].batches);
}

TEST_CASE("batches of deals are those of the run") {
    const StrategySelectionRequest request = deals(2);
    RunRequest run_request = request.run;
    run_request.replicates = 640;
    const RunTally tally = run(plan(), run_request);
    for (const RankMeasure measure : {RankMeasure::win, RankMeasure::margin, RankMeasure::value_per_hour}) {
        CAPTURE(word(measure));
        StrategySelectionRequest by = request;
        by.measure = measure;
        const BatchSampler sampler = deal_sampler(plan(), by, false);
        std::vector<std::vector<BatchSum>> sums;
        const std::vector<BatchRange> ranges{{1, 0, 3}, {2, 0, 10}, {1, 3, 7}};
        REQUIRE(sampler(ranges, sums));
        BatchTotal listening, silent;
        listening.add(sums[0]);
        listening.add(sums[2]);
        silent.add(sums[1]);
        const StrategyTally& counted = tally.strategies[1];
        const bool win = measure == RankMeasure::win, hour = measure == RankMeasure::value_per_hour;
        const double value = win    ? static_cast<double>(counted.outcomes[static_cast<std::size_t>(Outcome::won)])
                             : hour ? counted.value.sum
                                    : counted.margin.sum;
        CHECK(listening.value == doctest::Approx(value).epsilon(1e-9));
        CHECK(listening.weight == doctest::Approx(hour ? counted.hours.sum : 640).epsilon(1e-9));
        CHECK(silent.batches == 10);
    }
}

TEST_CASE("strategies share their luck with KN and have their own with OCBA") {
    StrategySelectionRequest request = deals(1);
    request.run.strategies = {1, 1};
    const std::vector<BatchRange> ranges{{0, 0, 20}, {1, 0, 20}};
    const auto drawn = [&](bool own_luck) {
        std::vector<std::vector<BatchSum>> sums;
        REQUIRE(deal_sampler(plan(), request, own_luck)(ranges, sums));
        return batch_variance(sums[0], sums[1]);
    };
    CHECK(drawn(false) == 0);
    CHECK(drawn(true) > 0);
}

TEST_CASE("the number of threads changes nothing") {
    for (const std::int64_t budget : {std::int64_t{0}, std::int64_t{8000}}) {
        CAPTURE(budget);
        const auto played = [&](int threads) {
            StrategySelectionRequest request = deals(threads);
            request.budget = budget;
            request.measure = RankMeasure::margin;
            return select_strategy(plan(), request);
        };
        const StrategySelection one = played(1), three = played(3);
        CHECK(one.deals() == three.deals());
        CHECK(one.fresh_deals() == three.fresh_deals());
        CHECK(one.fresh == (budget == 0));
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(one.selection.systems[i].estimate == three.selection.systems[i].estimate);
            CHECK(one.standings[i].gap.low == three.standings[i].gap.low);
        }
        if (budget > 0) CHECK(one.deals() == budget / batch_deals * batch_deals);
    }
}

TEST_CASE("selecting deals tells its progress and obeys who stops it") {
    std::int64_t told = 0;
    const StrategySelection whole =
        select_strategy(plan(), deals(2), [&](const Progress& progress) { told = progress.done; });
    CHECK(told == whole.deals());
    const std::atomic<bool> cancelled = true;
    StrategySelectionRequest request = deals(2);
    request.run.cancelled = &cancelled;
    const StrategySelection stopped = select_strategy(plan(), request);
    CHECK(stopped.selection.end == SelectionEnd::interrupted);
    CHECK(stopped.deals() == 0);
    CHECK(stopped.standings.empty());
}

TEST_CASE("a selection of nothing and a budget of next to nothing are refused") {
    StrategySelectionRequest request = deals(1);
    request.budget = 3 * ocba_first_deals - 1;
    CHECK_THROWS_AS(select_strategy(plan(), request), UserError);
    request.budget = 3 * ocba_first_deals;
    CHECK(select_strategy(plan(), request).deals() == request.budget);
    request.run.strategies = {1};
    CHECK_THROWS_AS(select_strategy(plan(), request), UserError);
}

} // namespace
} // namespace assent
