// Counterfactuals: the same luck with one thing changed.
#include "experiment/counterfactual.hpp"

#include "experiment/intervals.hpp"
#include "experiment/win_record.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "scenario/reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace assent {
namespace {

using Kind = Counterfactual::Kind;

Model three_heads() { return load_scenario(ASSENT_SOURCE_DIR "/scenarios/three-heads.toml"); }

RunRequest request(std::int64_t replicates = 1000) {
    RunRequest wanted;
    wanted.seed = 5;
    wanted.replicates = replicates;
    return wanted;
}

/// The change of that kind that concerns the member (and objection or other); fails the test when there is none.
const Counterfactual& find(const CounterfactualReport& report, Kind kind, int member, int objection = -1,
                           int other = -1) {
    const auto found = std::ranges::find_if(report.changes, [&](const Counterfactual& change) {
        return change.kind == kind && change.member == member && change.objection == objection && change.other == other;
    });
    REQUIRE(found != report.changes.end());
    return *found;
}

int count(const CounterfactualReport& report, Kind kind) {
    return static_cast<int>(
        std::ranges::count_if(report.changes, [kind](const Counterfactual& change) { return change.kind == kind; }));
}

std::vector<bool> wins(const Model& model, std::int32_t strategy) {
    std::vector<bool> won;
    RunRequest wanted = request();
    wanted.strategies = {strategy};
    run(compile(model), wanted, {}, [&](std::size_t, std::span<const OutcomeRow> rows) {
        for (const OutcomeRow& row : rows) won.push_back(row.outcome == Outcome::won);
    });
    return won;
}

} // namespace

TEST_CASE("every objection, link, mind and rule is changed once") {
    const Model model = three_heads();
    const CounterfactualReport report = explain_losses(model, 2, request(256));
    CHECK(report.strategy == 2);
    CHECK(count(report, Kind::objection_removed) == 5);
    CHECK(count(report, Kind::objection_halved) == 5);
    CHECK(count(report, Kind::link_cut) == 4);
    CHECK(count(report, Kind::mind_for_us) == 3);
    CHECK(count(report, Kind::mind_against_us) == 3);
    CHECK(count(report, Kind::rule_dropped) == static_cast<int>(model.strategies[2].rules.size()));
    CHECK(std::ranges::is_sorted(report.changes, std::ranges::greater{},
                                 [](const Counterfactual& change) { return change.difference.estimate; }));
}

TEST_CASE("a change that changes nothing is left out") {
    Model model = three_heads();
    model.centre.stakeholder(0).objections[0].severity = 0.0;
    model.centre.stakeholder(1).mind = Mind::for_us;
    model.centre.link(0).strength = 0.0;
    model.strategies[2].rules[0].enabled = false;
    const CounterfactualReport report = explain_losses(model, 2, request(256));
    CHECK(count(report, Kind::objection_removed) == 4);
    CHECK(count(report, Kind::link_cut) == 3);
    CHECK(count(report, Kind::mind_for_us) == 2);
    CHECK(count(report, Kind::mind_against_us) == 3);
    CHECK(count(report, Kind::rule_dropped) == static_cast<int>(model.strategies[2].rules.size()) - 1);
}

TEST_CASE("rates and differences are those of the changed model, deal by deal with the same luck") {
    const Model model = three_heads();
    const CounterfactualReport report = explain_losses(model, 2, request());
    Model changed = model;
    changed.centre.stakeholder(2).mind = Mind::for_us;
    const std::vector<bool> before = wins(model, 2), after = wins(changed, 2);
    std::int64_t gained = 0, lost = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        gained += after[i] && !before[i] ? 1 : 0;
        lost += before[i] && !after[i] ? 1 : 0;
    }
    const Counterfactual& change = find(report, Kind::mind_for_us, 2);
    const auto comparisons = static_cast<std::int64_t>(report.changes.size());
    const Interval expected = paired_interval(gained, lost, 1000, share_confidence(0.95, comparisons));
    CHECK(change.difference.estimate == expected.estimate);
    CHECK(change.difference.low == expected.low);
    CHECK(change.difference.high == expected.high);
    CHECK(change.win_rate.estimate == static_cast<double>(std::ranges::count(after, true)) / 1000);
    CHECK(report.win_rate.estimate == static_cast<double>(std::ranges::count(before, true)) / 1000);
}

TEST_CASE("a mind won helps, a mind lost hurts") {
    const CounterfactualReport report = explain_losses(three_heads(), 2, request());
    for (int member = 0; member < 3; ++member) {
        CHECK(find(report, Kind::mind_for_us, member).difference.estimate >= 0);
        CHECK(find(report, Kind::mind_against_us, member).difference.estimate <= 0);
    }
}

TEST_CASE("half an objection lies between all of it and none, whatever its distribution") {
    for (const Number::Kind kind :
         {Number::Kind::constant, Number::Kind::uniform, Number::Kind::triangular, Number::Kind::normal,
          Number::Kind::lognormal, Number::Kind::beta, Number::Kind::discrete}) {
        CAPTURE(static_cast<int>(kind));
        Model model = three_heads();
        Objection& objection = model.centre.stakeholder(1).objections[0];
        objection.weight = 6.0; // so that it matters in many deals
        objection.severity = Number();
        objection.severity.kind = kind;
        objection.severity.a = kind == Number::Kind::beta ? 4 : 0.6;
        objection.severity.b = kind == Number::Kind::beta ? 2 : kind == Number::Kind::normal ? 0.1 : 0.7;
        objection.severity.c = 0.9;
        if (kind == Number::Kind::lognormal) objection.severity.b = 0.1;
        objection.severity.outcomes = {{0.5, 0.5}, {0.9, 0.5}};
        const CounterfactualReport report = explain_losses(model, 1, request(512));
        const double none = find(report, Kind::objection_removed, 1, 0).difference.estimate;
        const double half = find(report, Kind::objection_halved, 1, 0).difference.estimate;
        CHECK(none > 0.02);
        CHECK(half > 0);
        CHECK(half < none);
    }
}

TEST_CASE("the result depends on the seed and not on the threads") {
    RunRequest one = request(512), many = request(512);
    one.threads = 1;
    many.threads = 8;
    const CounterfactualReport first = explain_losses(three_heads(), 0, one);
    const CounterfactualReport second = explain_losses(three_heads(), 0, many);
    REQUIRE(first.changes.size() == second.changes.size());
    for (std::size_t i = 0; i < first.changes.size(); ++i) {
        CHECK(first.changes[i].kind == second.changes[i].kind);
        CHECK(first.changes[i].difference.estimate == second.changes[i].difference.estimate);
    }
}

TEST_CASE("progress covers all runs; cancelling keeps what is complete") {
    std::atomic<bool> cancelled{false};
    RunRequest wanted = request(512);
    wanted.cancelled = &cancelled;
    double last = 0;
    const CounterfactualReport report = explain_losses(three_heads(), 0, wanted, [&](const Progress& progress) {
        CHECK(double(progress.done) >= last);
        last = double(progress.done);
        if (progress.done >= progress.planned / 2) cancelled = true;
    });
    const std::size_t all = explain_losses(three_heads(), 0, request(256)).changes.size();
    CHECK(!report.changes.empty());
    CHECK(report.changes.size() < all);
}

TEST_CASE("a strategy that does not exist") {
    CHECK_THROWS_WITH_AS(explain_losses(three_heads(), 9, request()),
                         "strategy number 9 does not exist; the scenario has 4", UserError);
}

TEST_CASE("record of wins at one bit a replicate") {
    std::vector<OutcomeRow> rows(200);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].outcome = i % 3 == 0 ? Outcome::won : Outcome::lost;
    WinRecord thirds, none;
    thirds.append(std::span(rows).first(130));
    thirds.append(std::span(rows).subspan(130));
    CHECK(thirds.size() == 200);
    CHECK(thirds.won() == 67);
    for (OutcomeRow& row : rows) row.outcome = row.outcome == Outcome::won ? Outcome::lost : Outcome::won;
    none.append(rows);
    CHECK(none.won() == 133);
    CHECK(thirds.won_with(none) == 0);
}

} // namespace assent
