// A week played as it was witnessed: what was seen happens, and its likelihood is the chance it had.
#include "engine/rollout.hpp"
#include "model/compile.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

namespace assent {
namespace {

using namespace worlds;

constexpr std::int32_t deals = 4096;

/// A chief whom nobody but the telephone reaches; strategy 0 calls him in week 1.
Model one_call(Number accessibility) {
    Model model = bare_centre(1, 0);
    model.centre.stakeholder(0).accessibility = std::move(accessibility);
    Strategy strategy;
    strategy.id = "call";
    strategy.professionalism = 1.0;
    Rule rule;
    rule.act = Act::introduce;
    rule.channel = Channel::phone;
    rule.limit = 1;
    strategy.rules.push_back(rule);
    model.strategies = {strategy};
    return model;
}

struct Witnessed {
    std::vector<float> states, log_likelihood;
};

Witnessed witness(const Plan& plan, const WitnessedWeek& week) {
    std::vector<float> workspace(workspace_size(plan));
    Witnessed result{std::vector<float>(deals * state_size(plan)), std::vector<float>(deals)};
    open_states(plan, {0, 3, 0, deals}, workspace.data(), result.states.data());
    witness_week(plan, {{0, 4, 0, deals}, 0}, week, workspace.data(), result.states.data(),
                 result.log_likelihood.data());
    return result;
}

/// Share of the states whose one touch got through, played to the end by a strategy that does no more.
double share_reached(const Plan& plan, const Witnessed& witnessed) {
    std::vector<float> workspace(workspace_size(plan));
    std::vector<OutcomeRow> rows(block_size);
    std::int64_t reached = 0;
    std::vector<std::int32_t> places(deals);
    for (std::int32_t k = 0; k < deals; ++k) places[static_cast<std::size_t>(k)] = k;
    for (std::int32_t first = 0; first < deals; first += block_size) {
        simulate_from_each(plan, {witnessed.states.data(), places.data(), deals, 1},
                           {1, 3, static_cast<std::uint64_t>(first), block_size}, workspace.data(), rows.data());
        for (const OutcomeRow& row : rows) reached += row.got_through;
    }
    return static_cast<double>(reached) / deals;
}

} // namespace

TEST_CASE("what was witnessed happens, with the chance it had as its likelihood") {
    Model model = one_call(Number::uniform(0.1, 0.9));
    Strategy rest;
    rest.id = "rest";
    model.strategies.push_back(rest);
    const Plan plan = compile(model);
    std::vector<OutcomeRow> rows(block_size);
    std::vector<float> workspace(workspace_size(plan));
    std::int64_t reached = 0;
    constexpr std::int64_t played = 64 * block_size;
    for (std::int64_t first = 0; first < played; first += block_size) {
        simulate_block(plan, {0, 5, static_cast<std::uint64_t>(first), block_size}, workspace.data(), rows.data());
        for (const OutcomeRow& row : rows) reached += row.got_through;
    }
    const double share = static_cast<double>(reached) / static_cast<double>(played);
    REQUIRE(share > 0.05);
    REQUIRE(share < 0.95);

    WitnessedTouch touch;
    WitnessedWeek week;
    week.touches = &touch;
    week.n_touch = 1;
    const Witnessed missed = witness(plan, week);
    double sum = 0, squares = 0;
    for (const float each : missed.log_likelihood) {
        sum += std::exp(each);
        squares += std::exp(2 * each);
    }
    const double mean = sum / deals, error = std::sqrt((squares / deals - mean * mean) / deals + share / played);
    CHECK(std::abs(mean - (1 - share)) < 5 * error);
    CHECK(share_reached(plan, missed) == 0);

    touch.landed = true;
    touch.seen = 0.5f;
    week.stage = Stage::screening;
    week.stage_week = 1;
    CHECK(share_reached(plan, witness(plan, week)) == 1);
}

} // namespace assent
