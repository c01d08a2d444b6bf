// Rankings by money, in words, tables, CSV and JSON.
#include "report/csv.hpp"
#include "report/json.hpp"
#include "report/measure_words.hpp"
#include "report/ranking_table.hpp"

#include "report/hand_made.hpp"

#include <doctest/doctest.h>

#include <string>

namespace assent {
namespace {

/// The hand-made run, ranked.
struct Ranked {
    Model model = hand_made::model();
    RunResult result{model, hand_made::tally(model), {}, {0, 1, 2, 3}};
    explicit Ranked(RankMeasure measure) { result.ranking = rank(result.tally, 0.95, measure); }
};

std::string verdict_text(const RunResult& result) {
    std::string text;
    for (const std::string& sentence : verdict(result)) text += sentence + "\n";
    return text;
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

} // namespace

TEST_CASE("leads in words") {
    const Interval lead{0.031, 0.012, 0.05}, behind{-2500, -4000, -1000};
    CHECK(lead_words(RankMeasure::win, lead, false, "EUR") == "3.1 of 100 more (1.2 to 5.0)");
    CHECK(lead_words(RankMeasure::win, {-0.031, -0.05, -0.012}, true, "EUR") == "3.1 of 100 fewer (1.2 to 5.0)");
    const std::string less = lead_words(RankMeasure::margin, behind, true, "EUR");
    CHECK(less.starts_with("2"));
    CHECK(has(less, " less (1"));
    CHECK(signed_amount(RankMeasure::margin, 5, "EUR").starts_with("+5"));
    CHECK(signed_amount(RankMeasure::win, -0.01, "EUR") == "−1.0");
}

TEST_CASE("the verdict says by what measure a strategy is first") {
    CHECK(has(verdict_text(Ranked(RankMeasure::win).result), "“Pilot first” wins most often: 61.8 of 100 deals"));
    CHECK(has(verdict_text(Ranked(RankMeasure::margin).result), "“Pilot first” earns most per deal: "));
    CHECK(has(verdict_text(Ranked(RankMeasure::value_per_hour).result), " earns most per hour of selling: "));
    CHECK(has(verdict_text(Ranked(RankMeasure::lifetime).result), " earns most over the lifetime of the client: "));
}

TEST_CASE("the verdict notices when the leader by wins is not the leader by value") {
    Ranked ranked(RankMeasure::win);
    CHECK_FALSE(has(verdict_text(ranked.result), "earns most per deal"));
    StrategyTally& dear = ranked.result.tally.strategies[0]; // margins of price first are tripled
    dear.margin.sum *= 3;
    dear.margin.squares *= 9;
    hand_made::add_paired_sums(ranked.result.tally);
    ranked.result.ranking = rank(ranked.result.tally);
    const std::string text = verdict_text(ranked.result);
    CHECK(has(text, "“Pilot first” wins most often"));
    CHECK(has(text,
              "“Pilot first” is not first by every measure. Compared with it, “Price first” earns most per deal: "));
    ranked.result.ranking = rank(ranked.result.tally, 0.95, RankMeasure::margin);
    const std::string by_margin = verdict_text(ranked.result);
    CHECK(has(by_margin, "“Price first” earns most per deal: "));
    CHECK(has(by_margin, "Compared with it, “Pilot first” wins most often: 20.6 of 100 more"));
}

TEST_CASE("the table shows the measure that it is sorted by; data files name it") {
    const Ranked ranked(RankMeasure::margin);
    const std::string table = ranking_text(ranked.result, {100, false});
    CHECK(has(table, "Margin per deal"));
    CHECK(has(table, "M ₮"));
    CHECK(table.find("Margin per deal") < table.find("of all"));
    CHECK(has(ranking_json(ranked.result), "\"rank_by\": \"margin\""));
    CHECK(has(ranking_json(ranked.result), "\"gap_to_best\""));
    const std::string csv = ranking_csv(ranked.result);
    CHECK(has(csv, ",margin_per_deal_mean,"));
    CHECK(has(csv, ",margin,0.95,")); // rank_by
}

} // namespace assent
