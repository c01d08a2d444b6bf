// Law: the order in which people stand in the scenario does not matter. Draws belong to ids, not to places.
//
// What is claimed exactly, and of which worlds: rows and utilities are equal, bit for bit and place for place, where no
// luck is dealt out along the row of members (rules of one voice; rivals that call by chance), voting weights are dyadic
// and distinct (sums of them are exact, nobody is tied), at most one member has a veto (the last who refuses is blamed)
// and the buyer's reserve does not depend on a sum of real utilities (power_gain 0). Only final_support, such a sum, is
// compared within rounding. Where one voice is drawn the claim is about shares of outcomes.
#include "model/compile.hpp"
#include "worlds/law.hpp"
#include "worlds/play.hpp"
#include "worlds/random_model.hpp"
#include "worlds/small_company.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace assent {
namespace {

using namespace worlds;

/// `place[d]`: where member d goes.
using Places = std::vector<int>;

Places any_places(std::uint64_t seed, int members) {
    Dice dice(seed);
    Places place(static_cast<std::size_t>(members));
    std::iota(place.begin(), place.end(), 0);
    for (int d = members - 1; d > 0; --d) std::swap(place[std::size_t(d)], place[std::size_t(dice.whole(0, d))]);
    return place;
}

Model permuted(const Model& model, const Places& place) {
    Model result = model;
    result.centre = BuyingCentre();
    std::vector<Stakeholder> people(place.size());
    for (std::size_t d = 0; d < place.size(); ++d)
        people[std::size_t(place[d])] = model.centre.stakeholder(static_cast<int>(d));
    for (const Stakeholder& person : people) result.centre.add(person);
    for (const BuyingCentre::Edge& edge : model.centre.links())
        result.centre.connect(place[std::size_t(edge.from)], place[std::size_t(edge.to)], *edge.link);
    return result;
}

/// A world in which the claim is exact.
Model orderless_model(std::uint64_t seed) {
    Model model = random_model(seed);
    constexpr std::array rules{DecisionRule::autocracy,           DecisionRule::voting,    DecisionRule::majority,
                               DecisionRule::minimum_endorsement, DecisionRule::unanimity, DecisionRule::perturbation};
    model.process.rule = rules[seed % rules.size()];
    model.assumptions[static_cast<std::size_t>(Assumption::power_gain)] = 0.0;
    for (Alternative& alternative : model.alternatives) alternative.contact_hazard = 0.0;
    int vetoes = 0, keepers = 0, left = 128;
    for (int d = 0; d < model.centre.size(); ++d) {
        Stakeholder& person = model.centre.stakeholder(d);
        person.veto = person.veto && vetoes++ == 0;
        const bool last = d + 1 == model.centre.size();
        person.authority = (last ? left : d + 1) / 128.0; // 1, 2, 3 … and the rest of 128
        left -= d + 1;
        // A product of more than two factors depends on their order.
        if (std::erase(person.roles, Role::gatekeeper) > 0 && keepers++ < 2) person.roles.push_back(Role::gatekeeper);
    }
    return model;
}

/// The row as it would be with the members in their new places.
void move_holder(OutcomeRow& row, const Places& place) {
    if (row.reason_holder >= 0) row.reason_holder = place[std::size_t(row.reason_holder)];
}

void check_same(const Plan& plan, const Played& before, Played after, const Places& place) {
    const auto alternatives = static_cast<std::size_t>(plan.n_alternative);
    for (std::size_t k = 0; k < before.rows.size(); ++k) {
        OutcomeRow moved = before.rows[k];
        move_holder(moved, place);
        RC_ASSERT(std::abs(moved.final_support - after.rows[k].final_support) < 1e-5f);
        after.rows[k].final_support = moved.final_support;
        RC_ASSERT(difference(moved, after.rows[k]) == "");
        for (std::size_t d = 0; d < place.size(); ++d)
            for (std::size_t i = 0; i < alternatives; ++i)
                RC_ASSERT(before.utilities[(k * place.size() + d) * alternatives + i] ==
                          after.utilities[(k * place.size() + std::size_t(place[d])) * alternatives + i]);
    }
}

std::array<int, outcome_count> outcomes(const std::vector<OutcomeRow>& rows) {
    std::array<int, outcome_count> count{};
    for (const OutcomeRow& row : rows) ++count[static_cast<std::size_t>(row.outcome)];
    return count;
}

} // namespace

TEST_CASE("law: permuting stakeholders permutes results") {
    check_law("permuted", 60, [] {
        const Model model = orderless_model(any_seed());
        const Places place = any_places(any_seed(), model.centre.size());
        const Model other = permuted(model, place);
        const Plan plan = compile(model), other_plan = compile(other);
        for (std::int32_t s = 0; s < static_cast<std::int32_t>(model.strategies.size()); ++s) {
            const Play what{.strategy = s, .count = 12};
            check_same(plan, play(model, plan, what), play(other, other_plan, what), place);
        }
    });
}

TEST_CASE("law: where one voice is drawn, the order of stakeholders changes no share of outcomes") {
    constexpr int n = 800;
    const Model model = small_company();
    for (const DecisionRule rule : {DecisionRule::weighted, DecisionRule::equiprobability}) {
        Model first = model;
        first.process.rule = rule;
        Places place{0, 1, 2};
        const auto expected = outcomes(play(first, compile(first), {.seed = 11, .count = n}).rows);
        while (std::next_permutation(place.begin(), place.end())) {
            const Model other = permuted(first, place);
            const auto count = outcomes(play(other, compile(other), {.seed = 12, .count = n}).rows);
            for (std::size_t k = 0; k < outcome_count; ++k) { // two independent samples
                const double share = (expected[k] + count[k]) / (2.0 * n);
                CHECK(std::abs(count[k] - expected[k]) <= 5 * std::sqrt(2 * n * share * (1 - share)));
            }
        }
    }
}

} // namespace assent
