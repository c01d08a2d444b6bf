// The rules that hold in every replicate, on worlds made by chance; and that these worlds reach all there is.
#include "model/compile.hpp"
#include "model/words.hpp"
#include "worlds/invariants.hpp"
#include "worlds/random_model.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace assent {
namespace {

using namespace worlds;

constexpr int last_event = static_cast<int>(TraceEvent::Kind::won_back);

/// What has been seen so far.
struct Reached {
    std::set<Outcome> outcomes;
    std::set<Stage> stages;
    std::set<PilotState> pilots;
    std::set<int> reasons;               ///< built-in ones
    std::set<std::pair<Act, bool>> acts; ///< done, got through
    std::set<Channel> channels;
    std::set<Selector> selectors;
    std::set<int> events;
    std::set<DecisionRule> settled;              ///< rules under which a supplier was chosen
    std::set<Tactic> our_tactics, their_tactics; ///< with which a deal was won
    std::set<DrawSpec::Kind> draws;

    void note(const Model& model, const Plan& plan, const Told& told) {
        const OutcomeRow& row = told.row;
        const Strategy& strategy = model.strategies[std::size_t(told.strategy)];
        outcomes.insert(row.outcome);
        stages.insert(row.stage);
        pilots.insert(row.pilot);
        if (row.reason >= plan.n_topic) reasons.insert(row.reason - plan.n_topic);
        if (row.outcome == Outcome::won) {
            our_tactics.insert(strategy.tactic);
            their_tactics.insert(model.negotiation.tactic);
        }
        for (const DrawSpec& spec : plan.draws) draws.insert(spec.kind);
        for (const TraceEvent& event : told.events) {
            events.insert(static_cast<int>(event.kind));
            if (event.kind == TraceEvent::Kind::meeting && event.other >= 0 && event.other < plan.n_supplier)
                settled.insert(model.process.rule);
            if (event.kind != TraceEvent::Kind::touch) continue;
            acts.insert({event.act, event.flag});
            channels.insert(event.channel);
            selectors.insert(strategy.rules[std::size_t(event.other)].selector);
        }
    }
};

void check_all_reached(const Reached& reached) {
    CHECK(reached.outcomes.size() == outcome_count);
    CHECK(reached.stages.size() == stage_count - 1); // closed is no stage to end from
    CHECK(reached.pilots.size() == pilot_state_count);
    CHECK(reached.acts.size() == 2 * act_count);
    CHECK(reached.channels.size() == channel_count);
    CHECK(reached.selectors.size() == selector_count);
    CHECK(reached.settled.size() == decision_rule_count);
    CHECK(reached.our_tactics.size() == tactic_count);
    CHECK(reached.their_tactics.size() == tactic_count);
    CHECK(reached.draws.size() == 6);
    for (int kind = 0; kind <= last_event; ++kind) {
        INFO("event of kind ", kind);
        CHECK(reached.events.contains(kind));
    }
    for (int reason = 0; reason < reason_count; ++reason) {
        INFO(word(static_cast<Reason>(reason)));
        // Whom nothing speaks against but the votes of others: too rare by chance, has a test of its own.
        if (static_cast<Reason>(reason) == Reason::no_agreement) continue;
        CHECK(reached.reasons.contains(reason));
    }
}

void play_all(const Model& model, std::int32_t count, Reached& reached) {
    const Plan plan = compile(model);
    for (std::int32_t s = 0; s < static_cast<std::int32_t>(model.strategies.size()); ++s)
        play(model, plan, {.strategy = s, .seed = 7, .count = count},
             [&](const Told& told) { reached.note(model, plan, told); });
}

} // namespace

TEST_CASE("the rules of every replicate hold in worlds made by chance, which reach all there is") {
    Reached reached;
    for (std::uint64_t seed = 1000; seed < 1192; ++seed) play_all(random_model(seed), 12, reached);
    check_all_reached(reached);
}

TEST_CASE("the rules of every replicate hold in the small company") {
    Reached reached;
    play_all(small_company(), 400, reached);
    CHECK(reached.outcomes.size() == outcome_count);
}

} // namespace assent
