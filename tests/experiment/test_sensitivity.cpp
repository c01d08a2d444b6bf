// What explains the spread of a strategy's result: a scenario whose answer is plain, and the same answer every time.
#include "experiment/sensitivity.hpp"

#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "scenario/reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

Model three_heads() { return load_scenario(ASSENT_SOURCE_DIR "/scenarios/three-heads.toml"); }

/// Need over nearly its whole range: without need nobody buys, whatever else there is.
Model need_decides() {
    Model model = three_heads();
    model.company.need = Number::uniform(0.05, 0.95);
    for (Alternative& alternative : model.alternatives)
        for (auto& [criterion, quality] : alternative.attributes) quality = quality.mean();
    return model;
}

SensitivityRequest request() {
    SensitivityRequest wanted;
    wanted.run.replicates = 32;
    wanted.run.threads = 2;
    wanted.watched = 0;
    wanted.doublings = 5;
    wanted.trajectories = 8;
    return wanted;
}

} // namespace

TEST_CASE("what is uncertain in the scenario is moved, constants on demand") {
    const Model model = need_decides();
    SensitivityRequest wanted = request();
    const auto drawn = sensitivity_numbers(model, wanted);
    CHECK(drawn.size() == drawn_keys(model).size());
    wanted.constants = true;
    const auto more = sensitivity_numbers(model, wanted);
    CHECK(more.size() > drawn.size());
    wanted.choice.all_sources = true;
    CHECK(sensitivity_numbers(model, wanted).size() > more.size());
    wanted.drawn = false;
    for (const PlanNumber& number : sensitivity_numbers(model, wanted)) {
        CHECK(number.kind == PlanNumber::Kind::constant);
        CHECK(number.low <= number.preset);
        CHECK(number.preset <= number.high);
    }
}

TEST_CASE("the number that decides comes first, by either method") {
    const Model model = need_decides();
    for (const SensitivityMethod method : {SensitivityMethod::sobol, SensitivityMethod::morris}) {
        SensitivityRequest wanted = request();
        wanted.method = method;
        const Sensitivity found = explain_spread(model, wanted);
        CHECK(!found.flat());
        CHECK(found.numbers.front().number.key == "company.need");
        CHECK(found.stands_out(found.numbers.front()));
        CHECK(found.luck_share > 0);
        CHECK(found.luck_share < 1);
        if (method == SensitivityMethod::sobol)
            CHECK(found.numbers.front().share.total.estimate > 0.5);
        else
            CHECK(found.numbers.front().effect.mean.low > 0);
    }
}

TEST_CASE("threads do not change a figure, seeds do") {
    const Model model = need_decides();
    for (const SensitivityMethod method : {SensitivityMethod::sobol, SensitivityMethod::morris}) {
        SensitivityRequest wanted = request();
        wanted.method = method;
        const Sensitivity one = explain_spread(model, wanted);
        wanted.run.threads = 1;
        const Sensitivity other = explain_spread(model, wanted);
        wanted.run.seed = 2;
        const Sensitivity third = explain_spread(model, wanted);
        CHECK(one.mean == other.mean);
        CHECK(one.luck_share == other.luck_share);
        for (std::size_t i = 0; i < one.numbers.size(); ++i) {
            CHECK(one.numbers[i].share.total.high == other.numbers[i].share.total.high);
            CHECK(one.numbers[i].effect.deviation.low == other.numbers[i].effect.deviation.low);
        }
        CHECK(one.mean != third.mean);
    }
}

TEST_CASE("the mean over the points is the result of an ordinary run") {
    const Model model = need_decides();
    SensitivityRequest wanted = request();
    wanted.run.replicates = 64;
    wanted.doublings = 6;
    const Sensitivity found = explain_spread(model, wanted);
    RunRequest plain;
    plain.replicates = 4096;
    plain.seed = 99;
    const Plan plan = compile(model);
    const RunTally tally = run(plan, plain);
    const double rate = static_cast<double>(tally.strategies[0].outcomes[static_cast<std::size_t>(Outcome::won)]) /
                        static_cast<double>(tally.replicates);
    // 64 deals with their own luck: a standard error of at most 0.0625, besides that of the points.
    CHECK(std::abs(found.mean - rate) < 0.2);
}

TEST_CASE("a number without width explains nothing and does not stand out") {
    Model model = three_heads();
    model.company.need = Number::uniform(0.5, 0.5000001);
    const Sensitivity found = explain_spread(model, request());
    const auto need = std::ranges::find_if(
        found.numbers, [](const SensitivityNumber& number) { return number.number.key == "company.need"; });
    REQUIRE(need != found.numbers.end());
    CHECK(!found.stands_out(*need));
    CHECK(need->share.total.high < 0.01);
}

TEST_CASE("what cannot be explained is refused, and a wish to stop is heard") {
    const Model model = need_decides();
    const auto refused = [&](auto change) {
        SensitivityRequest wanted = request();
        change(wanted);
        CHECK_THROWS_AS(explain_spread(model, wanted), UserError);
    };
    refused([](SensitivityRequest& wanted) { wanted.doublings = 3; });
    refused([](SensitivityRequest& wanted) { wanted.doublings = 21; });
    refused([](SensitivityRequest& wanted) { wanted.trajectories = 1; });
    refused([](SensitivityRequest& wanted) { wanted.run.replicates = 1; });
    refused([](SensitivityRequest& wanted) { wanted.watched = 99; });
    refused([](SensitivityRequest& wanted) { wanted.choice.reach = 0; });
    refused([](SensitivityRequest& wanted) { wanted.drawn = false; });
    std::atomic<bool> stop = true;
    SensitivityRequest wanted = request();
    wanted.run.cancelled = &stop;
    CHECK_THROWS_AS(explain_spread(model, wanted), Cancelled);
}

} // namespace assent
