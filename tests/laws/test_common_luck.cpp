// Law: what happens to a person in a week has the luck of that person and that week, whatever else is in the scenario.
// All claims are exact: rows and utilities bit for bit.
#include "model/compile.hpp"
#include "worlds/law.hpp"
#include "worlds/play.hpp"
#include "worlds/random_model.hpp"

#include <algorithm>

namespace assent {
namespace {

using namespace worlds;

constexpr std::int32_t count = 12;

/// A strategy of the model, played.
Played played(const Model& model, std::size_t strategy) {
    return play(model, compile(model), {.strategy = static_cast<std::int32_t>(strategy), .seed = 5, .count = count});
}

/// A world and one of its strategies.
struct Arm {
    Model model;
    std::size_t strategy;
    Strategy& rules() { return model.strategies[strategy]; }
};

Arm any_arm() {
    Arm arm{random_model(any_seed()), 0};
    arm.strategy = *rc::gen::inRange<std::size_t>(0, arm.model.strategies.size());
    return arm;
}

/// A rule that can never be used, each time for another reason.
Rule idle_rule(const Model& model, std::uint64_t kind) {
    Rule rule;
    rule.act = Act::value_case;
    switch (kind % 5) {
    case 0:
        rule.when.week_from = model.process.horizon + 1;
        break;
    case 1:
        rule.limit = 0;
        break;
    case 2:
        rule.enabled = false;
        break;
    case 3:
        rule.when.stage = {Stage::closed};
        break;
    default:
        rule.when.support_below = 0.0;
    }
    return rule;
}

} // namespace

TEST_CASE("law: strategies that differ in name alone give the same rows") {
    check_law("renamed", 24, [] {
        Arm arm = any_arm();
        Strategy twin = arm.rules();
        twin.id = "another";
        twin.name = "Another name";
        twin.about = "The same in other words";
        arm.model.strategies.push_back(twin);
        const Played one = played(arm.model, arm.strategy), other = played(arm.model, arm.model.strategies.size() - 1);
        RC_ASSERT(first_difference(one, other) == "");
    });
}

TEST_CASE("law: other strategies in the scenario change nothing") {
    check_law("alone", 24, [] {
        const Arm arm = any_arm();
        Model alone = arm.model;
        alone.strategies = {arm.model.strategies[arm.strategy]};
        RC_ASSERT(first_difference(played(arm.model, arm.strategy), played(alone, 0)) == "");
    });
}

TEST_CASE("law: a rule that never fires changes nothing, wherever it stands") {
    check_law("idle rule", 40, [] {
        Arm arm = any_arm();
        const Played before = played(arm.model, arm.strategy);
        const Rule idle = idle_rule(arm.model, any_seed());
        auto& rules = arm.rules().rules;
        rules.insert(rules.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(rules) + 1), idle);
        RC_ASSERT(first_difference(before, played(arm.model, arm.strategy)) == "");
    });
}

TEST_CASE("law: a rule that is disabled is a rule taken out") {
    check_law("dropped rule", 30, [] {
        Arm arm = any_arm();
        auto& rules = arm.rules().rules;
        RC_PRE(!rules.empty());
        const auto place = *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(rules));
        rules[std::size_t(place)].enabled = false;
        const Played disabled = played(arm.model, arm.strategy);
        rules.erase(rules.begin() + place);
        RC_ASSERT(first_difference(disabled, played(arm.model, arm.strategy)) == "");
    });
}

TEST_CASE("law: a stranger without authority leaves the others' luck alone") {
    check_law("stranger", 30, [] {
        Arm arm = any_arm();
        // By these rules one without weight has no say; by the others his vote counts.
        arm.model.process.rule = any_seed() % 2 == 0 ? DecisionRule::weighted : DecisionRule::autocracy;
        arm.model.centre.stakeholder(0).authority = 0.5; // else equal voices are counted, and he is one more
        const Plan plan = compile(arm.model);
        const Played before = played(arm.model, arm.strategy);
        Stakeholder stranger;
        stranger.id = "stranger";
        stranger.authority = 0.0;
        stranger.known = false;
        arm.model.centre.add(stranger);
        Played after = played(arm.model, arm.strategy);
        const std::size_t size = std::size_t(plan.n_member * plan.n_alternative);
        for (std::size_t k = 0; k < after.rows.size(); ++k) {
            // He may be blamed where all others were for us and their draws were not.
            if (after.rows[k].reason_holder == plan.n_member) {
                after.rows[k].reason_holder = before.rows[k].reason_holder;
                after.rows[k].reason = before.rows[k].reason;
            }
            RC_ASSERT(difference(before.rows[k], after.rows[k]) == "");
            const auto mine = after.utilities.begin() + std::ssize(after.utilities) / count * std::ptrdiff_t(k);
            RC_ASSERT(
                std::equal(mine, mine + std::ptrdiff_t(size), before.utilities.begin() + std::ptrdiff_t(size * k)));
        }
    });
}

TEST_CASE("law: shards merge to the whole") {
    check_law("shards", 30, [] {
        const Arm arm = any_arm();
        const Plan plan = compile(arm.model);
        const auto strategy = static_cast<std::int32_t>(arm.strategy);
        const std::uint64_t first = any_seed();
        const Play whole{.strategy = strategy, .first = first, .count = 40};
        Played merged;
        for (std::int32_t done = 0; done < whole.count;) {
            const std::int32_t size = std::min(*rc::gen::inRange<std::int32_t>(1, 24), whole.count - done);
            const Played shard = play_unchecked(plan, {.strategy = strategy,
                                                       .first = first + std::uint64_t(done),
                                                       .count = size,
                                                       .isa = size % 2 == 0 ? Isa::one : preferred_isa()});
            merged.rows.insert(merged.rows.end(), shard.rows.begin(), shard.rows.end());
            merged.utilities.insert(merged.utilities.end(), shard.utilities.begin(), shard.utilities.end());
            done += size;
        }
        RC_ASSERT(first_difference(play(arm.model, plan, whole), merged) == "");
    });
}

} // namespace assent
