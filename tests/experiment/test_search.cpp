// The search as a whole, with small budgets.
#include "experiment/search.hpp"

#include "model/user_error.hpp"
#include "scenario/reader.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <atomic>

namespace assent {
namespace {

SearchRequest small_request() {
    SearchRequest request;
    request.run.seed = 3;
    request.budget = 20'000;
    return request;
}

std::string text_of(Model model, const SearchResult& result) {
    model.strategies = result.played;
    return dump_scenario(model);
}

} // namespace

TEST_CASE("the same search on one thread and on several finds the same strategy and the same figures") {
    const Model model = worlds::small_company();
    SearchRequest request = small_request();
    request.run.threads = 1;
    const SearchResult alone = search(model, request);
    request.run.threads = 3;
    const SearchResult together = search(model, request);
    CHECK(text_of(model, alone) == text_of(model, together));
    CHECK(alone.tally.signature == together.tally.signature);
    CHECK(alone.gain.estimate == together.gain.estimate);
    REQUIRE(alone.worth.size() == together.worth.size());
    REQUIRE_FALSE(alone.worth.empty());
    for (std::size_t i = 0; i < alone.worth.size(); ++i)
        CHECK(alone.worth[i].loss.estimate == together.worth[i].loss.estimate);
    request.run.seed = 4;
    CHECK(search(model, request).tally.signature != alone.tally.signature);
}

TEST_CASE("the figures add up: what was played, what was found, what each rule is worth") {
    const Model model = worlds::small_company();
    const SearchResult result = search(model, small_request());
    REQUIRE(result.played.size() == 4);
    CHECK(result.played.back().id == "found");
    CHECK(result.ranking.standings.size() == 4);
    CHECK(result.worth.size() == result.found.rules.size());
    CHECK(result.deals <= 2 * result.budget);
    CHECK(result.generations > 0);
    CHECK(result.tried > 0);
    REQUIRE(result.best_written.has_value());
    CHECK(*result.best_written < 3);
    CHECK(result.gain.low < result.gain.estimate);
}

TEST_CASE("a search can start from nothing") {
    Model model = worlds::small_company();
    model.strategies.clear();
    const SearchResult result = search(model, small_request());
    CHECK_FALSE(result.best_written.has_value());
    CHECK_FALSE(result.is_better());
    CHECK(result.ranking.standings.front().win_rate.estimate > 0);
}

TEST_CASE("the limit of hours a deal holds on fresh luck") {
    const Model model = load_scenario(ASSENT_SOURCE_DIR "/scenarios/three-heads.toml");
    SearchRequest request = small_request();
    const auto hours = [&] {
        const SearchResult result = search(model, request);
        for (const StrategyStanding& standing : result.ranking.standings)
            if (standing.strategy + 1 == result.played.size()) return standing.hours;
        return Interval{};
    };
    CHECK(hours().low > 12);
    request.limits.hours_per_deal = 12;
    CHECK(hours().low <= 12);
    CHECK(hours().estimate > 0);
}

TEST_CASE("by value per hour it is no way out to do nothing") {
    const Model model = load_scenario(ASSENT_SOURCE_DIR "/scenarios/laptops.toml");
    SearchRequest request = small_request();
    request.measure = RankMeasure::value_per_hour;
    const SearchResult result = search(model, request);
    REQUIRE(result.best_written.has_value());
    const auto value = [&](std::size_t place) { return result.tally.strategies[place].value.sum; };
    CHECK(value(result.played.size() - 1) > 0.8 * value(*result.best_written));
}

TEST_CASE("what cannot be searched is refused with the reason") {
    Model model = worlds::small_company();
    SearchRequest request = small_request();
    request.budget = 10;
    CHECK_THROWS_WITH_AS(search(model, request), doctest::Contains("budget = 10 (out of range)"), UserError);
    request = small_request();
    request.limits.rules = 0;
    CHECK_THROWS_WITH_AS(search(model, request), doctest::Contains("size = 0 (out of range)"), UserError);
    request = small_request();
    request.limits.hours_per_week = 0.01;
    CHECK_THROWS_WITH_AS(search(model, request), doctest::Contains("the limits leave no rule"), UserError);
    request = small_request();
    model.strategies.resize(Limits::strategies);
    CHECK_THROWS_WITH_AS(search(model, request), doctest::Contains("no place for another one"), UserError);
}

TEST_CASE("interrupted before the first generation there is nothing to show") {
    const std::atomic<bool> stop = true;
    SearchRequest request = small_request();
    request.run.cancelled = &stop;
    const SearchResult result = search(worlds::small_company(), request);
    CHECK(result.interrupted);
    CHECK(result.found.rules.empty());
}

} // namespace assent
