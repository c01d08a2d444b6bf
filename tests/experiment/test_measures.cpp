// Ranking by win rate, margin, value per hour and lifetime value, on rows made by hand.
#include "experiment/intervals.hpp"
#include "experiment/summary.hpp"
#include "experiment/tally.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace assent {
namespace {

/// A deal: margin (0: not won), cost of sale, hours, lifetime value.
struct Deal {
    double margin, cost, hours, lifetime;
};

/// The tally of strategies that met the same luck, deal by deal, played as one block or as several.
RunTally tally_of(const std::vector<std::vector<Deal>>& strategies, std::size_t block = block_size) {
    Plan plan;
    plan.n_alternative = 2;
    plan.horizon = 10;
    RunTally tally = empty_tally(plan, 1, strategies.size());
    for (std::size_t first = 0; first < strategies.front().size(); first += block) {
        const std::size_t count = std::min(block, strategies.front().size() - first);
        std::vector<OutcomeRow> rows(strategies.size() * block_size);
        for (std::size_t s = 0; s < strategies.size(); ++s)
            for (std::size_t i = 0; i < count; ++i) {
                const Deal& deal = strategies[s][first + i];
                OutcomeRow& row = rows[s * block_size + i];
                row.replicate = first + i;
                row.outcome = deal.margin > 0 ? Outcome::won : Outcome::no_decision;
                row.margin = static_cast<float>(deal.margin);
                row.cost_of_sale = static_cast<float>(deal.cost);
                row.hours[0] = static_cast<float>(deal.hours);
                row.lifetime_value = static_cast<float>(deal.lifetime);
                row.week = 5;
            }
        BlockDigest digest;
        digest_block(rows, strategies.size(), count, digest);
        add_block(tally, rows, count, digest);
    }
    return tally;
}

/// 200 deals of three strategies: `often` wins most, `dear` has the margin, `quick` earns most per hour, `loyal` lasts.
std::vector<std::vector<Deal>> four_ways() {
    std::vector<std::vector<Deal>> deals(4);
    for (int i = 0; i < 200; ++i) {
        const double more = i % 5; // luck that all share
        deals[0].push_back({i % 10 < 8 ? 100 + more : 0, 10, 20, 60});
        deals[1].push_back({i % 10 < 5 ? 300 + more : 0, 30, 30, 50});
        deals[2].push_back({i % 10 < 3 ? 120 + more : 0, 1, 1 + more / 10, 20});
        deals[3].push_back({i % 10 < 4 ? 90 + more : 0, 5, 15, 400 + more});
    }
    return deals;
}

/// Difference of means by its definition: Student's interval of the differences, one by one.
Interval by_definition(const std::vector<double>& differences, double confidence) {
    Moments moments;
    for (const double difference : differences) moments.add(difference);
    return mean_interval(moments, confidence);
}

void close(const Interval& one, const Interval& other) {
    CHECK(one.estimate == doctest::Approx(other.estimate));
    CHECK(one.low == doctest::Approx(other.low));
    CHECK(one.high == doctest::Approx(other.high));
}

} // namespace

TEST_CASE("each measure has its own leader") {
    const RunTally tally = tally_of(four_ways());
    const std::size_t leaders[] = {0, 1, 2, 3};
    for (std::size_t m = 0; m < rank_measure_count; ++m) {
        const auto measure = static_cast<RankMeasure>(m);
        CAPTURE(word(measure));
        const Ranking ranking = rank(tally, 0.95, measure);
        CHECK(ranking.measure == measure);
        CHECK(ranking.standings.front().strategy == leaders[m]);
        CHECK(ranking.standings.front().gap.high == 0);
        for (std::size_t place = 1; place < ranking.standings.size(); ++place) {
            const auto& standing = ranking.standings[place];
            CHECK(standing.measured(measure).estimate <= ranking.standings[place - 1].measured(measure).estimate);
            CHECK(standing.gap.estimate == doctest::Approx(standing.measured(measure).estimate -
                                                           ranking.standings[0].measured(measure).estimate));
            CHECK_FALSE(standing.tied_with_best);
        }
        for (std::size_t other = 0; other < rank_measure_count; ++other) {
            const MeasureLeader& first = ranking.leaders[other];
            CHECK(ranking.standings[first.place].strategy == leaders[other]);
            CHECK(first.is_clear() == (other != m));
        }
    }
}

TEST_CASE("measures are means over all deals") {
    const Ranking ranking = rank(tally_of({{{100, 10, 4, 50}, {0, 30, 6, -30}}}));
    const StrategyStanding& only = ranking.standings.front();
    CHECK(only.margin_per_deal.estimate == 50);
    CHECK(only.margin.estimate == 100); // of the deal won
    CHECK(only.value.estimate == 30);
    CHECK(only.lifetime.estimate == 10);
    CHECK(only.value_per_hour.estimate == doctest::Approx(6));
}

TEST_CASE("gaps are paired differences, deal for deal, and hold together") {
    const auto deals = four_ways();
    const double confidence = share_confidence(0.9, 6);
    const Ranking by_margin = rank(tally_of(deals), 0.9, RankMeasure::margin),
                  by_lifetime = rank(tally_of(deals), 0.9, RankMeasure::lifetime);
    for (std::size_t place = 1; place < 4; ++place) {
        std::vector<double> margin, lifetime;
        for (std::size_t i = 0; i < deals[0].size(); ++i) {
            margin.push_back(deals[by_margin.standings[place].strategy][i].margin - deals[1][i].margin);
            lifetime.push_back(deals[by_lifetime.standings[place].strategy][i].lifetime - deals[3][i].lifetime);
        }
        close(by_margin.standings[place].gap, by_definition(margin, confidence));
        close(by_lifetime.standings[place].gap, by_definition(lifetime, confidence));
    }
}

TEST_CASE("gaps of value per hour: the delta method, deal for deal") {
    const auto deals = four_ways();
    const Ranking ranking = rank(tally_of(deals), 0.95, RankMeasure::value_per_hour);
    const auto ratio = [&](std::size_t s) {
        double value = 0, hours = 0;
        for (const Deal& deal : deals[s]) value += deal.margin - deal.cost, hours += deal.hours;
        return std::pair{value / hours, hours / static_cast<double>(deals[s].size())};
    };
    for (std::size_t place = 1; place < 4; ++place) {
        const std::size_t strategy = ranking.standings[place].strategy;
        const auto [own, own_hours] = ratio(strategy);
        const auto [best, best_hours] = ratio(2);
        std::vector<double> linear; // influence of each deal on the difference of the ratios
        for (std::size_t i = 0; i < deals[0].size(); ++i) {
            const Deal &one = deals[strategy][i], &other = deals[2][i];
            linear.push_back(own - best + (one.margin - one.cost - own * one.hours) / own_hours -
                             (other.margin - other.cost - best * other.hours) / best_hours);
        }
        const Interval expected = by_definition(linear, share_confidence(0.95, 6));
        const Interval& gap = ranking.standings[place].gap;
        CHECK(gap.estimate == doctest::Approx(expected.estimate));
        CHECK(gap.half_width() == doctest::Approx(expected.half_width()).epsilon(1e-4)); // hours are floats
    }
}

TEST_CASE("what moves together is told apart by pairs, what does not ties") {
    std::vector<std::vector<Deal>> deals(3);
    for (int i = 0; i < 100; ++i) {
        const double luck = (i * 37) % 100;
        deals[0].push_back({100 + luck, 0, 1, 1});
        deals[1].push_back({98 + luck, 0, 1, 1});                      // always two less
        deals[2].push_back({98 + (i * 59 + 13) % 100 * 1.0, 0, 1, 1}); // two less on average, with its own luck
    }
    const Ranking ranking = rank(tally_of(deals), 0.95, RankMeasure::margin);
    CHECK(ranking.standings[1].strategy == 1);
    CHECK_FALSE(ranking.standings[1].tied_with_best);
    CHECK(ranking.standings[2].strategy == 2);
    CHECK(ranking.standings[2].tied_with_best);
    CHECK(rank(tally_of(deals), 0.95, RankMeasure::lifetime).standings[2].tied_with_best); // all the same
}

TEST_CASE("a strategy without an hour has no value per hour: last, and not tied") {
    const std::vector<std::vector<Deal>> deals{{{0, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}},
                                               {{0, 90, 4, -90}, {10, 90, 4, -80}, {0, 90, 4, -90}}};
    const Ranking ranking = rank(tally_of(deals), 0.95, RankMeasure::value_per_hour);
    CHECK(ranking.standings[0].strategy == 1);
    CHECK(ranking.standings[0].value_per_hour.estimate < 0);
    CHECK_FALSE(ranking.standings[1].tied_with_best);
    const Ranking idle = rank(tally_of({deals[0], deals[0]}), 0.95, RankMeasure::value_per_hour);
    CHECK(idle.standings[0].strategy == 0);
    CHECK(idle.standings[1].tied_with_best);
}

TEST_CASE("paired sums are those of all deals, however they come in blocks") {
    const auto deals = four_ways();
    const RunTally whole = tally_of(deals), parts = tally_of(deals, 64);
    const auto by_hand = [&](std::size_t i, std::size_t j) {
        double sum = 0;
        for (std::size_t k = 0; k < deals[0].size(); ++k) sum += deals[i][k].margin * deals[j][k].margin;
        return sum;
    };
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j) {
            CHECK(whole.paired.margin[i * 4 + j] == doctest::Approx(by_hand(i, j)));
            CHECK(parts.paired.margin[i * 4 + j] == doctest::Approx(by_hand(i, j)));
            CHECK(parts.paired.value_hours[i * 4 + j] == doctest::Approx(whole.paired.value_hours[i * 4 + j]));
        }
    CHECK(whole.paired.margin[1] == whole.paired.margin[4]);
    for (std::size_t s = 0; s < 4; ++s)
        CHECK(whole.paired.value_hours[s * 4 + s] == doctest::Approx(whole.strategies[s].value_times_hours));
}

} // namespace assent
