// Ranking on tallies made by hand.
#include "experiment/summary.hpp"

#include "experiment/intervals.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace assent {
namespace {

constexpr auto index(Outcome outcome) { return static_cast<std::size_t>(outcome); }

/// Tally of a strategy of which only the outcomes matter.
StrategyTally counted(std::int64_t won, std::int64_t lost, std::int64_t no_decision, std::int64_t eliminated) {
    StrategyTally tally;
    tally.replicates = won + lost + no_decision + eliminated;
    tally.outcomes = {won, lost, no_decision, eliminated};
    tally.weeks.fill(std::vector<std::int64_t>(11, 0));
    tally.weeks[index(Outcome::won)][5] = won;
    return tally;
}

/// Three strategies over 1000 replicates: 300, 310 and 200 wins, of which the first two share 290.
RunTally three() {
    RunTally tally;
    tally.replicates = 1000;
    tally.strategies = {counted(300, 300, 300, 100), counted(310, 290, 400, 0), counted(200, 800, 0, 0)};
    tally.both_won = {300, 290, 150, 290, 310, 160, 150, 160, 200};
    tally.paired.reset(3);
    return tally;
}

} // namespace

TEST_CASE("wins of one strategy alone") {
    const RunTally tally = three();
    CHECK(tally.won_only(0, 1) == 10);
    CHECK(tally.won_only(1, 0) == 20);
    CHECK(tally.won_only(2, 0) == 50);
    CHECK(tally.won_only(1, 1) == 0);
}

TEST_CASE("strategies are ranked by wins, with differences to the best that hold together") {
    const Ranking ranking = rank(three(), 0.95);
    REQUIRE(ranking.standings.size() == 3);
    CHECK(ranking.confidence == 0.95);
    CHECK(ranking.standings[0].strategy == 1);
    CHECK(ranking.standings[1].strategy == 0);
    CHECK(ranking.standings[2].strategy == 2);
    CHECK(ranking.standings[0].difference.low == 0);
    CHECK(ranking.standings[0].difference.high == 0);

    const Interval expected = paired_interval(10, 20, 1000, share_confidence(0.95, 3));
    CHECK(ranking.standings[1].difference.estimate == doctest::Approx(-0.01));
    CHECK(ranking.standings[1].difference.low == expected.low);
    CHECK(ranking.standings[1].difference.high == expected.high);
    CHECK(ranking.standings[1].tied_with_best);
    CHECK_FALSE(ranking.standings[2].tied_with_best);
    CHECK(ranking.standings[2].difference.high < 0);
}

TEST_CASE("both denominators: all deals, and deals that were decided") {
    const StrategyStanding first = rank(three()).standings[1];
    CHECK(first.win_rate.estimate == 0.3);
    CHECK(first.win_rate_decided.estimate == doctest::Approx(300.0 / 700));
    CHECK(first.no_decision.estimate == 0.3);
    CHECK(first.lost.estimate == 0.3);
    CHECK(first.eliminated.estimate == 0.1);
}

TEST_CASE("equal wins: the more valuable strategy comes first") {
    RunTally tally;
    tally.replicates = 2;
    tally.strategies = {counted(1, 1, 0, 0), counted(1, 1, 0, 0)};
    tally.strategies[0].value.add(10);
    tally.strategies[0].value.add(-5);
    tally.strategies[1].value.add(20);
    tally.strategies[1].value.add(-5);
    tally.both_won = {1, 1, 1, 1};
    tally.paired.reset(2);
    const Ranking ranking = rank(tally);
    CHECK(ranking.standings[0].strategy == 1);
    CHECK(ranking.standings[1].tied_with_best);
}

TEST_CASE("reasons: the most frequent first, as shares of the deals not won") {
    RunTally tally = three();
    tally.strategies[0].reasons = {{{-1, 4}, 100}, {{0, 2}, 350}, {{1, 2}, 250}};
    const auto reasons = rank(tally).standings[1].reasons;
    REQUIRE(reasons.size() == 3);
    CHECK(reasons[0].holder == 0);
    CHECK(reasons[0].reason == 2);
    CHECK(reasons[0].count == 350);
    CHECK(reasons[0].share.estimate == doctest::Approx(0.5));
    CHECK(reasons[2].holder == -1);
}

TEST_CASE("no wins, no hours, a single replicate: nothing breaks and nothing is claimed") {
    RunTally tally;
    tally.replicates = 1;
    tally.strategies = {counted(0, 1, 0, 0), counted(0, 0, 1, 0)};
    for (StrategyTally& strategy : tally.strategies) {
        strategy.value.add(0);
        strategy.hours.add(0);
    }
    tally.both_won = {0, 0, 0, 0};
    tally.paired.reset(2);
    const Ranking ranking = rank(tally);
    for (const StrategyStanding& standing : ranking.standings) {
        CHECK(standing.win_rate.estimate == 0);
        CHECK(standing.win_rate.high > 0.5);
        CHECK(standing.weeks.p50 == 0);
        CHECK(standing.price.estimate == 0);
        CHECK(standing.value_per_hour.estimate == 0);
        CHECK(standing.tied_with_best);
        for (const Interval& interval :
             {standing.win_rate, standing.difference, standing.value_per_hour, standing.price})
            CHECK_FALSE(std::isnan(interval.low));
    }
    CHECK(ranking.standings[1].win_rate_decided.high == 1); // nothing was decided
}

TEST_CASE("nothing was played") {
    RunTally nothing;
    nothing.strategies = {counted(0, 0, 0, 0)};
    nothing.both_won = {0};
    const Ranking ranking = rank(nothing);
    CHECK(ranking.standings[0].win_rate.high == 1);
    CHECK(rank(RunTally{}).standings.empty());
}

} // namespace assent
