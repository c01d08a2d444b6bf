// Sweeps: the points of a design, what is kept of them, and that it does not matter who played them.
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "report/sweep_export.hpp"
#include "scenario/reader.hpp"
#include "sweep/axis_effect.hpp"
#include "sweep/record_json.hpp"
#include "sweep/sweep.hpp"
#include "sweep/sweep_summary.hpp"
#include "worlds/shell.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <functional>
#include <optional>

namespace assent {
namespace {

using worlds::Scratch;

const std::string three_heads = ASSENT_SOURCE_DIR "/scenarios/three-heads.toml";

SweepPlan plan_of(std::vector<Setting> axes, const std::function<void(Sweep&)>& change = {}) {
    Model model = load_scenario(three_heads);
    model.sweep.replicates = 256;
    if (change) change(model.sweep);
    SweepWish wish;
    wish.file = three_heads;
    wish.axes = std::move(axes);
    return SweepPlan(std::move(model), wish);
}

std::string refusal(std::vector<Setting> axes, const std::function<void(Sweep&)>& change = {}) {
    try {
        (void)plan_of(std::move(axes), change);
    } catch (const UserError& error) {
        return error.what();
    }
    return {};
}

/// All that a store says of its results.
std::string exported(SweepStore& store, const Scratch& scratch, const std::string& name) {
    export_sweep(store, {scratch / name, RankMeasure::win, {}, true});
    std::string all;
    for (const char* file :
         {"runs.csv", "summary.csv", "percentiles.csv", "tornado.csv", "sensitivity.csv", "regret.csv"})
        all += worlds::content_of(scratch / (name + "/" + file));
    return all;
}

std::vector<AxisEffect> effects_of(SweepStore& store) {
    PointTable table = empty_table(store.manifest());
    store.each([&](const PointRecord& record) {
        table.see(store.manifest(), record, rank_by(record.tally, 0.95, RankMeasure::win));
    });
    return axis_effects(table, sampled(store.manifest()), 0.95);
}

const std::vector<Setting> two_axes{{"company.need", "0.4:0.8:3"}, {"process.rule", "[\"weighted\", \"majority\"]"}};

} // namespace

TEST_CASE("a grid has every value with every other, the last axis fastest") {
    const SweepPlan plan = plan_of(two_axes);
    CHECK(plan.count() == 6);
    CHECK(plan.values(0) == std::vector<std::string>{"0.4", "\"weighted\""});
    CHECK(plan.values(1) == std::vector<std::string>{"0.4", "\"majority\""});
    CHECK(plan.values(4) == std::vector<std::string>{"0.8", "\"weighted\""});
    CHECK(plan.scenario(5).process.rule == DecisionRule::majority);
    CHECK(plan.scenario(5).company.need == Number(0.8));
}

TEST_CASE("zip, list, Latin hypercube and Sobol's points") {
    const SweepPlan zip = plan_of({{"company.need", "[0.3, 0.5]"}, {"company.comfort", "1:2:2"}},
                                  [](Sweep& sweep) { sweep.design = Design::zip; });
    CHECK(zip.count() == 2);
    CHECK(zip.values(1) == std::vector<std::string>{"0.5", "2"});

    const SweepPlan list = plan_of({}, [](Sweep& sweep) {
        sweep.design = Design::list;
        sweep.listed = {{"cold", {{"company.need", "0.2"}}}, {"calm", {{"company.comfort", "2"}}}};
    });
    CHECK(list.count() == 2);
    CHECK(list.paths() == std::vector<std::string>{"company.need", "company.comfort"});
    CHECK(list.values(1) == std::vector<std::string>{"", "2"});
    CHECK(list.scenario(0).company.need == Number(0.2));

    for (const Design design : {Design::latin_hypercube, Design::sobol}) {
        const SweepPlan cube =
            plan_of({{"company.need", "{ uniform = [0.2, 0.6] }"}, {"company.comfort", "0:4"}}, [&](Sweep& sweep) {
                sweep.design = design;
                sweep.points = 8;
            });
        std::vector<int> slices;
        for (std::int64_t point = 0; point < 8; ++point) {
            const std::vector<std::string> values = cube.values(point);
            slices.push_back(static_cast<int>(std::stod(values[1]) * 2));
            CHECK(std::stod(values[0]) >= 0.2);
            CHECK(std::stod(values[0]) <= 0.6);
        }
        std::ranges::sort(slices);
        CHECK(slices == std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7});
    }
}

TEST_CASE("where pictures show people is no part of a sweep, so its store goes on when they are moved") {
    const auto description = [](std::optional<DrawnPlace> place, double need) {
        Model model = load_scenario(three_heads);
        model.centre.stakeholder(0).place = place;
        model.company.need = need;
        SweepWish wish;
        wish.file = three_heads;
        wish.axes = two_axes;
        return SweepPlan(std::move(model), wish).description();
    };
    CHECK(description(DrawnPlace{0.5, 0.25}, 0.5) == description(std::nullopt, 0.5));
    CHECK(description(std::nullopt, 0.25) != description(std::nullopt, 0.5));
}

TEST_CASE("a point is the run of its scenario") {
    const SweepPlan plan = plan_of(two_axes);
    const PointRecord record = play_point(plan, 3, "any");
    RunRequest request;
    request.replicates = 256;
    const RunTally tally = run(compile(plan.scenario(3)), request);
    CHECK(record.tally.signature == tally.signature);
    CHECK(record.tally.both_won == tally.both_won);
    for (std::size_t s = 0; s < tally.strategies.size(); ++s) {
        std::int64_t not_won = 0, kept = 0, valued = 0;
        for (const auto& reason : tally.strategies[s].reasons) not_won += reason.second;
        for (const auto& reason : record.strategies[s].reasons) kept += reason.second;
        for (const auto& bin : record.strategies[s].histograms[1]) valued += bin.second;
        CHECK(kept == not_won);
        CHECK(valued == 256);
    }
}

TEST_CASE("threads, shards and interruptions change nothing") {
    const Scratch scratch;
    const SweepPlan plan = plan_of(two_axes);
    const Manifest manifest = manifest_of(plan, "test");
    SweepStore whole(scratch / "whole.db", manifest);
    CHECK(play_sweep(plan, whole, {1, {}, nullptr, Keep::tallies}).played == 6);
    const std::string expected = exported(whole, scratch, "whole");

    SweepStore threads(scratch / "threads.db", manifest);
    (void)play_sweep(plan, threads, {4, {}, nullptr, Keep::tallies});
    CHECK(exported(threads, scratch, "threads") == expected);

    SweepStore merged(scratch / "merged.db", manifest);
    for (const std::int64_t part : {2, 1, 3}) {
        const std::string name = scratch / ("part" + std::to_string(part) + ".db");
        {
            SweepStore shard(name, manifest);
            CHECK(play_sweep(plan, shard, {1, {part, 3}, nullptr, Keep::tallies}).played == 2);
        }
        CHECK(merged.merge(name) == 2);
        CHECK(merged.merge(name) == 0);
    }
    CHECK(exported(merged, scratch, "merged") == expected);

    SweepStore again(scratch / "part2.db", manifest); // a shard goes on as the whole
    const SweepDone done = play_sweep(plan, again, {2, {}, nullptr, Keep::tallies});
    CHECK(done.found == 2);
    CHECK(done.played == 4);
    CHECK(exported(again, scratch, "again") == expected);
}

TEST_CASE("what is read from a store is what was put there") {
    const Scratch scratch;
    const SweepPlan plan = plan_of(two_axes);
    SweepStore store(scratch / "store.db", manifest_of(plan, "test"));
    const PointRecord played = play_point(plan, 2, store.manifest().sweep_id);
    store.add({played});
    int seen = 0;
    store.each([&](const PointRecord& record) {
        ++seen;
        CHECK(record.strong_id == played.strong_id);
        CHECK(record.values == played.values);
        CHECK(record.tally.signature == played.tally.signature);
        CHECK(record.tally.paired.value_hours == played.tally.paired.value_hours);
        for (std::size_t s = 0; s < played.strategies.size(); ++s) {
            const StrategyTally &read = record.tally.strategies[s], &put = played.tally.strategies[s];
            CHECK(read.outcomes == put.outcomes);
            CHECK(read.weeks == put.weeks);
            CHECK(read.lifetime.squares == put.lifetime.squares);
            CHECK(read.value_times_hours == put.value_times_hours);
            CHECK(record.strategies[s].histograms == played.strategies[s].histograms);
            CHECK(record.strategies[s].reasons == played.strategies[s].reasons);
        }
    });
    CHECK(seen == 1);
}

TEST_CASE("a store of every deal gives each row back, and the tallies of one without") {
    const Scratch scratch;
    const SweepPlan plan = plan_of(two_axes);
    SweepStore bare(scratch / "bare.db", manifest_of(plan, "test"));
    (void)play_sweep(plan, bare, {1, {}, nullptr, Keep::tallies});
    const std::string expected = exported(bare, scratch, "bare");
    const Manifest manifest = manifest_of(plan, "test", Keep::deals);
    {
        SweepStore part(scratch / "part.db", manifest);
        CHECK(play_sweep(plan, part, {2, {2, 3}, nullptr, Keep::deals}).played == 2);
    }
    SweepStore store(scratch / "store.db", manifest);
    CHECK(store.merge(scratch / "part.db") == 2);
    CHECK(play_sweep(plan, store, {2, {}, nullptr, Keep::deals}).played == 4);
    CHECK(exported(store, scratch, "deals") == expected);

    const RowNames names = row_names(plan.scenario(0));
    RunRequest request;
    request.replicates = 256;
    store.each([&](const PointRecord& record) {
        std::vector<std::uint64_t> played(record.strategies.size(), signature_start), kept = played;
        (void)run(compile(plan.scenario(record.point)), request, {},
                  [&](std::size_t strategy, std::span<const OutcomeRow> rows) {
                      for (const OutcomeRow& row : rows) played[strategy] = mix_signature(played[strategy], row);
                  });
        store.each_deal(record, [&](std::size_t strategy, const RowNames& stored, std::span<const OutcomeRow> rows) {
            CHECK(stored == names);
            for (const OutcomeRow& row : rows) kept[strategy] = mix_signature(kept[strategy], row);
        });
        CHECK(kept == played);
    });
}

TEST_CASE("what travels between processes is the whole record, its deals among it") {
    const SweepPlan plan = plan_of(two_axes);
    const PointRecord played = play_point(plan, 4, "any", Keep::deals);
    const PointRecord read = read_record(record_bytes(played));
    CHECK(record_bytes(read) == record_bytes(played));
    CHECK(read.names == played.names);
    CHECK(read.tally.paired.value_hours == played.tally.paired.value_hours);
    REQUIRE(read.strategies[1].rows.size() == played.strategies[1].rows.size());
    CHECK(read.strategies[1].rows[0].bytes == played.strategies[1].rows[0].bytes);
}

TEST_CASE("deals that are missing or damaged are told, point by point") {
    const Scratch scratch;
    const SweepPlan plan = plan_of(two_axes);
    const auto damage_told = [&](const std::string& damage) {
        const std::string file = scratch / "store.db";
        {
            SweepStore store(file, manifest_of(plan, "test", Keep::deals));
            (void)play_sweep(plan, store, {1, {}, nullptr, Keep::deals});
        }
        Database(file, Database::Mode::write).run(damage);
        std::string told;
        SweepStore store(file);
        try {
            export_sweep(store, {scratch / "csv", RankMeasure::win, {}, true});
        } catch (const UserError& error) {
            told = error.what();
        }
        CHECK_FALSE(std::filesystem::exists(scratch / "csv/rows.csv"));
        std::filesystem::remove(file);
        return told;
    };
    CHECK(damage_told("DELETE FROM deal WHERE point = 2 AND place = 1").find("point 3 cannot be read (deals are") !=
          std::string::npos);
    CHECK(damage_told("DELETE FROM deal_names WHERE point = 0").find("its deals are missing") != std::string::npos);
    CHECK(damage_told("UPDATE deal SET columns = x'00' WHERE point = 5").find("point 6 cannot be") !=
          std::string::npos);
    CHECK(damage_told("UPDATE deal_names SET names = '{\"alternatives\":[\"\"],\"reasons\":[\"\"],\"members\":[]}'")
              .find("names what does not exist") != std::string::npos);
    CHECK(damage_told("UPDATE point SET replicates = 300").find("are missing") != std::string::npos);
}

TEST_CASE("too many deals to keep are refused before any is played") {
    const SweepPlan plan = plan_of(two_axes, [](Sweep& sweep) { sweep.replicates = 100'001; });
    CHECK_THROWS_WITH_AS(play_point(plan, 0, "any", Keep::deals),
                         "--rows with 100001 deals of each strategy at a point (at most 100000 can be kept); play "
                         "fewer, or leave --rows "
                         "out",
                         UserError);
}

TEST_CASE("regret is nothing for a strategy that is best everywhere") {
    const Scratch scratch;
    const SweepPlan plan = plan_of({{"company.need", "0.4:0.9:4"}});
    SweepStore store(scratch / "store.db", manifest_of(plan, "test"));
    (void)play_sweep(plan, store, {1, {}, nullptr, Keep::tallies});
    const SweepSummary summary = summarise(store, RankMeasure::win);
    CHECK(summary.points == 4);
    CHECK(summary.strategies.front().greatest_regret == 0);
    CHECK(&summary.least_regret() == &summary.strategies.front());
    for (const StrategyOverPoints& entry : summary.strategies) {
        CHECK(entry.regrets.size() == 4);
        CHECK(entry.mean_regret <= entry.greatest_regret);
        CHECK(entry.least <= entry.mean);
    }
}

TEST_CASE("an axis that matters explains what varies, one that does not explains nothing") {
    const Scratch scratch;
    // The name of a company changes nothing.
    const SweepPlan plan = plan_of({{"company.need", "0.1:0.9:8"}, {"company.name", "[\"A\", \"B\", \"C\"]"}});
    SweepStore store(scratch / "store.db", manifest_of(plan, "test"));
    (void)play_sweep(plan, store, {1, {}, nullptr, Keep::tallies});
    for (const AxisEffect& effect : effects_of(store)) {
        const bool matters = effect.axis == "company.need";
        CHECK(effect.first_order.estimate == doctest::Approx(matters ? 1 : 0).epsilon(1e-9));
        CHECK(effect.levels.size() == (matters ? 8 : 3));
        CHECK((effect.swing() > 0.05) == matters);
    }
}

TEST_CASE("what is no sweep is refused with the reason") {
    CHECK(refusal({{"company.need", "0:1:1000"},
                   {"company.comfort", "0:1:1000"},
                   {"company.urgency", "0:1:1000"},
                   {"company.budget", "1:9:1000"}})
              .starts_with("the grid has 1000000000000 points (at most 10000000 fit)"));
    CHECK(
        refusal({{"company.need", "0.4"}}) ==
        "sweep.axes: company.need = 0.4 (is a single value); an axis takes several, such as [0.4, 0.6], or 0.4:0.9:6");
    CHECK(refusal({{"company.need", "0.9:0.4:3"}}).find("(a range runs from less to more)") != std::string::npos);
    CHECK(refusal({{"company.need", "[]"}}).find("(the list is empty)") != std::string::npos);
    CHECK(refusal({{"company.need", "{ from = 0.4, to = 0.9 }"}}).find("add steps = 6") != std::string::npos);
    CHECK(refusal({{"company.need", "0.4:1.9:3"}}).find("must be in [0, 1]") != std::string::npos);
    CHECK(refusal({{"company.nedd", "0.4:0.9:3"}}).find("need") != std::string::npos);
    CHECK(refusal({}, [](Sweep& sweep) { sweep.design = Design::sobol; }).find("has no axes") != std::string::npos);
    CHECK(refusal({{"company.need", "0:1"}}, [](Sweep& sweep) {
              sweep.design = Design::sobol;
              sweep.points = 100;
          }) == "sweep.points = 100 (Sobol's points come in powers of two); write 64 or 128");
    CHECK(refusal({{"company.need", "0:1:3"}, {"company.comfort", "0:1:4"}}, [](Sweep& sweep) {
              sweep.design = Design::zip;
          }).find("give them equally many") != std::string::npos);
    CHECK(refusal({}, [](Sweep& sweep) { sweep.strategies = {"bribe"}; }).find("has no such strategy") !=
          std::string::npos);
}

TEST_CASE("what a summary reads ranks as the whole record does, ties among it") {
    // Nobody wins at some of these points: then what it cost decides who comes first.
    const SweepPlan plan = plan_of({{"company.need", "0:0.9:4"}, {"company.comfort", "[0, 6]"}},
                                   [](Sweep& sweep) { sweep.replicates = 24; });
    const Scratch scratch;
    SweepStore store(scratch / "ties.db", manifest_of(plan, "test"));
    play_sweep(plan, store, {}, {});
    std::vector<std::vector<std::size_t>> whole, counts;
    const auto order = [&](SweepStore::Part part, std::vector<std::vector<std::size_t>>& orders) {
        store.each(
            [&](const PointRecord& record) {
                orders.emplace_back();
                for (const MeasuredStrategy& each : rank_by(record.tally, 0.95, RankMeasure::win))
                    orders.back().push_back(each.strategy * 2 + each.tied_with_best);
            },
            part);
    };
    order(SweepStore::Part::whole, whole);
    order(SweepStore::Part::counts, counts);
    CHECK(whole.size() == 8);
    CHECK(whole == counts);
}

TEST_CASE("a precision plays as many deals as it takes, and no more than were asked for") {
    const auto played = [](const std::function<void(Sweep&)>& change) {
        return play_point(plan_of({{"company.need", "[0.9]"}}, change), 0, "test").tally.replicates;
    };
    CHECK(played([](Sweep& sweep) { sweep.replicates = 0; }) == 4096);
    const auto precise = played([](Sweep& sweep) {
        sweep.replicates = 0;
        sweep.precision = 0.008;
    });
    CHECK(precise > 4096);
    CHECK(precise <= replicates_for(0.008, 0.95));
    CHECK(played([](Sweep& sweep) {
              sweep.replicates = 8192;
              sweep.precision = 0.001;
          }) == 8192);
}

} // namespace assent
