// What points say along axes, against values worked out by hand.
#include "sweep/pooled_strategy.hpp"
#include "sweep/response_line.hpp"

#include <cmath>
#include <doctest/doctest.h>

namespace assent {
namespace {

/// Four points: x = 1, 2 by rule a, b. Strategy "first" has 0.2 0.4 0.3 0.5, "second" 0.3 in all.
PointTable small_table() {
    PointTable table;
    table.axes = {"x", "rule"};
    table.values = {{"1", "1", "2", "2"}, {"\"a\"", "\"b\"", "\"a\"", "\"b\""}};
    table.numbers = {0, 1, 2, 3};
    table.company = {0, 0, 1, 1};
    const double none = std::nan("");
    table.strategies = {{"first",
                         "First",
                         {0, 1, 2, 3},
                         {0.2, 0.4, 0.3, 0.5},
                         {0.02, 0.04, 0.02, 0.04},
                         {0, 0, 0, 0},
                         {0, 0, 0, 0},
                         {false, true, true, true},
                         {0.1, 0, 0, 0},
                         {0.03, 0, 0, 0}},
                        {"second",
                         "Second",
                         {0, 1, 2, 3},
                         {0.3, 0.3, 0.3, 0.3},
                         {0.01, 0.01, 0.01, 0.01},
                         {0.1, -0.1, none, -0.2},
                         {0.03, 0.03, none, 0.03},
                         {true, false, true, false},
                         {0, 0.1, 0, 0.2},
                         {0, 0.03, 0, 0.03}}};
    return table;
}

PointRecord record_of(std::int64_t won, std::vector<std::int64_t> weeks) {
    PointRecord record;
    StrategyTally& tally = record.tally.strategies.emplace_back();
    tally.replicates = 10;
    tally.outcomes[static_cast<std::size_t>(Outcome::won)] = won;
    tally.weeks[static_cast<std::size_t>(Outcome::won)] = std::move(weeks);
    tally.weeks[static_cast<std::size_t>(Outcome::no_decision)] = {0, 0, 0, 0, 0, 5};
    StrategyRecord& strategy = record.strategies.emplace_back();
    strategy.id = "first";
    strategy.histograms[static_cast<std::size_t>(StoredQuantity::hours)] = {{0, 4}, {3000, 6}};
    strategy.reasons[{"cfo", "price"}] = 10 - won;
    return record;
}

} // namespace

TEST_CASE("the error of a mean over points: luck does not average out, sampling is Student's t") {
    const std::vector<PointValue> values{{0.2, 0.04, 0}, {0.4, 0.02, 0}, {0.6, 0.03, 1}};
    const Interval luck = mean_over(values, Sampled::nothing, 0.95);
    CHECK(luck.estimate == doctest::Approx(0.4));
    CHECK(luck.half_width() == doctest::Approx(0.03));
    // Standard deviation 0.2, of the mean 0.2 / √3 = 0.11547; t(2) at 97.5 % is 4.30265.
    CHECK(mean_over(values, Sampled::points, 0.95).half_width() ==
          doctest::Approx(std::hypot(0.03, 4.30265 * 0.11547)).epsilon(1e-4));
    // Companies have the means 0.3 and 0.6: standard deviation 0.21213, of the mean 0.15; t(1) is 12.7062.
    const Interval companies = mean_over(values, Sampled::companies, 0.95);
    CHECK(companies.estimate == doctest::Approx(0.4));
    CHECK(companies.half_width() == doctest::Approx(std::hypot(0.03, 12.7062 * 0.15)).epsilon(1e-4));
    // Nothing can be said of sampling from one.
    CHECK(mean_over(std::span(values).first(1), Sampled::points, 0.95).half_width() == doctest::Approx(0.04));
    CHECK(mean_over({}, Sampled::points, 0.95).half_width() == 0);
}

TEST_CASE("what a store's points are a sample of") {
    Manifest manifest;
    manifest.companies = {"one"};
    manifest.description = "version = 0.1.0\ndesign = grid\npoints = 4\n";
    CHECK(sampled(manifest) == Sampled::nothing);
    manifest.description = "version = 0.1.0\ndesign = sobol\npoints = 4\naxis x = design = grid\n";
    CHECK(sampled(manifest) == Sampled::points);
    manifest.companies.emplace_back("two");
    CHECK(sampled(manifest) == Sampled::companies);
}

TEST_CASE("a response line averages over the other axes") {
    const std::vector<Response> responses = response_lines(small_table(), Sampled::nothing, 0.95);
    REQUIRE(responses.size() == 2);
    CHECK(responses[0].numbers);
    CHECK(!responses[1].numbers);
    const ResponseLine& first = responses[0].lines[0];
    REQUIRE(first.levels.size() == 2);
    CHECK(first.levels[0].level.from == "1");
    CHECK(first.levels[0].points == 2);
    CHECK(first.levels[0].mean.estimate == doctest::Approx(0.3));
    CHECK(first.levels[0].mean.low == doctest::Approx(0.27));
    CHECK(first.levels[0].least == 0.2);
    CHECK(first.levels[0].greatest == 0.4);
    CHECK(first.levels[1].mean.estimate == doctest::Approx(0.4));
    CHECK(responses[1].lines[0].levels[1].mean.estimate == doctest::Approx(0.45));
    CHECK(responses[1].lines[1].levels[1].mean.estimate == doctest::Approx(0.3));
}

TEST_CASE("each value of a grid has its place on a line; neighbours in a sample share one") {
    PointTable table = small_table();
    table.values[0] = {"1", "2", "3", "4"};
    CHECK(response_lines(table, Sampled::nothing, 0.95)[0].lines[0].levels.size() == 4);
    CHECK(response_lines(table, Sampled::points, 0.95)[0].lines[0].levels.size() == 2);
}

TEST_CASE("a hundred thousand points make no more levels than some") {
    std::vector<std::string> numbers, words;
    for (int i = 0; i < 100'000; ++i) {
        numbers.push_back(std::to_string(i));
        words.push_back("company " + std::to_string(i));
    }
    for (const Rare rare : {Rare::together, Rare::apart})
        CHECK(levels_of(numbers, levels_limit, rare).levels.size() == levels_limit);
    CHECK(levels_of(words, levels_limit).levels.size() == levels_limit);
}

TEST_CASE("differences to the reference are taken where both were played") {
    const std::vector<StrategyMean> means = strategy_means(small_table(), Sampled::nothing, 0.95);
    CHECK(means[0].mean.estimate == doctest::Approx(0.35));
    CHECK(means[1].gap.estimate == doctest::Approx(-0.2 / 3));
    CHECK(means[1].gap.half_width() == doctest::Approx(0.03));
    CHECK(means[1].regret.estimate == doctest::Approx(0.075));
    CHECK(means[0].regret.low == doctest::Approx(0.0175)); // 0.1 / 4 less 0.03 / 4
}

TEST_CASE("a map names the best of each cell, and whether it is that at every point of the cell") {
    const PointTable table = small_table();
    const BestMap map = best_map(table, 0, 1, Sampled::nothing, 0.95);
    REQUIRE(map.cells.size() == 4);
    CHECK(map.cells[0].strategy == 1); // x = 1, rule a: 0.3 against 0.2
    CHECK(map.cells[0].throughout);
    CHECK(map.cells[3].strategy == 0); // x = 2, rule b
    CHECK(map.cells[3].mean.estimate == 0.5);
    CHECK(map.cells[3].mean.high == doctest::Approx(0.54));
    PointTable crossing = table;
    crossing.values = {{"1", "1", "1", "1"}, {"\"a\"", "\"a\"", "\"a\"", "\"a\""}};
    const BestMap one = best_map(crossing, 0, 1, Sampled::nothing, 0.95);
    REQUIRE(one.cells.size() == 1);
    CHECK(one.cells[0].points == 4);
    CHECK(one.cells[0].strategy == 0);
    CHECK(!one.cells[0].throughout); // at the first point the second is ahead
}

TEST_CASE("values that come once each are put together with their neighbours") {
    std::vector<std::string> values;
    for (int i = 16; i > 0; --i) values.push_back(std::to_string(i));
    const ValueLevels levels = levels_of(values, 16);
    REQUIRE(levels.levels.size() == 4);
    CHECK(levels.levels[1].from == "5");
    CHECK(levels.levels[1].to == "8");
    CHECK(levels.of.front() == 3);
    CHECK(!levels.repeated);
    const ValueLevels words = levels_of({"\"b\"", "", "\"b\""}, 16);
    REQUIRE(words.levels.size() == 2);
    CHECK(words.levels[1].from.empty());
    CHECK(!words.numbers);
}

TEST_CASE("bars go by the levels of the lines, and a share of values that come once each by groups of them") {
    PointTable table;
    table.axes = {"x"};
    table.values.resize(1);
    StrategyColumn column;
    for (std::size_t i = 0; i < 16; ++i) {
        table.values[0].push_back(std::to_string(i));
        table.numbers.push_back(static_cast<std::int64_t>(i));
        table.company.push_back(0);
        column.point.push_back(i);
        column.measured.push_back(0.1 * static_cast<double>(i));
        column.luck.push_back(0);
    }
    table.strategies = {column};
    for (const Sampled how : {Sampled::nothing, Sampled::points, Sampled::companies}) {
        const AxisEffect effect = axis_effects(table, how, 0.95).front();
        const ResponseLine line = response_lines(table, how, 0.95).front().lines.front();
        REQUIRE(effect.levels.size() == line.levels.size());
        CHECK(effect.levels.size() == (how == Sampled::points ? 4 : 16));
        for (std::size_t l = 0; l < line.levels.size(); ++l) {
            CHECK(effect.levels[l].from == line.levels[l].level.from);
            CHECK(effect.levels[l].points == line.levels[l].points);
            CHECK(effect.levels[l].mean == doctest::Approx(line.levels[l].mean.estimate));
        }
        CHECK(effect.swing() == doctest::Approx(how == Sampled::points ? 1.2 : 1.5));
        CHECK(effect.first_order_levels == 4);
        CHECK(effect.first_order.estimate > 0.9); // all that varies goes with x
    }
}

TEST_CASE("the axis that explains most comes first") {
    const PointTable table = small_table();
    std::vector<AxisEffect> effects{{"x", "first", {}, 0, {0.2, 0, 1}}, {"rule", "first", {}, 0, {0.7, 0, 1}}};
    CHECK(by_influence(table, effects) == std::vector<std::size_t>{1, 0});
    effects[1].first_order.estimate = std::nan(""); // then by swing
    effects[0].levels = {{"1", "1", 2, 0.1}, {"2", "2", 2, 0.5}};
    effects[1].levels = {{"a", "a", 2, 0.1}, {"b", "b", 2, 0.2}};
    CHECK(by_influence(table, effects) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("deals of all points together") {
    std::vector<PooledStrategy> pooled;
    pool(pooled, record_of(4, {0, 1, 3}));
    pool(pooled, record_of(2, {0, 1, 0, 1}));
    REQUIRE(pooled.size() == 1);
    CHECK(pooled[0].deals == 20);
    CHECK(pooled[0].not_won == 14);
    CHECK(pooled[0].reasons.at({"cfo", "price"}) == 14);
    const Cumulative weeks = cumulative_weeks(pooled[0].decided); // no decision is none
    REQUIRE(weeks.steps.size() == 4);
    CHECK(weeks.steps[1] == std::pair(1.0, 2.0 / 6));
    CHECK(weeks.steps[3].second == 1);
    const Cumulative hours = cumulative(pooled[0].histograms[static_cast<std::size_t>(StoredQuantity::hours)]);
    REQUIRE(hours.steps.size() == 2);
    CHECK(hours.steps[0] == std::pair(0.0, 0.4));
    CHECK(hours.steps[1].first == Histogram::middle(3000));
    CHECK(cumulative({}).steps.empty());
    CHECK(cumulative_weeks({}).steps.empty());
}

} // namespace assent
