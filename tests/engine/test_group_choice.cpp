// The kernel's decision meeting against the group rules in closed form, within five standard errors on fixed draws.
#include "engine/group_rules.hpp"
#include "engine/seated.hpp"
#include "model/words.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace assent {
namespace {

using namespace group_rules;

/// Rules that the oracle tells apart; minimum endorsement with a quota of 2 is the majority of three.
constexpr DecisionRule rules[] = {DecisionRule::weighted,    DecisionRule::autocracy, DecisionRule::equiprobability,
                                  DecisionRule::voting,      DecisionRule::majority,  DecisionRule::unanimity,
                                  DecisionRule::perturbation};

Shares exact(DecisionRule rule) { return enumerate(rule, oracle_chances, oracle_weights); }

double standard_error(double share, std::int64_t n) { return std::sqrt(share * (1 - share) / static_cast<double>(n)); }

/// A sample tells a share from another one only if five standard errors are less than a tenth of what lies between.
bool discerns(double share, double other, std::int64_t n) {
    return 5 * standard_error(share, n) < std::abs(share - other) / 10;
}

/// Would a sample of n meetings under one rule show that it was not the other.
bool discerns(const Shares& rule, const Shares& other, std::int64_t n) {
    bool any_does = false;
    for (std::size_t i = 0; i < alternatives; ++i) any_does = any_does || discerns(rule[i], other[i], n);
    return any_does;
}

/// … and not any other.
bool tells_from_all(DecisionRule rule, std::int64_t n) {
    return std::all_of(std::begin(rules), std::end(rules),
                       [&](DecisionRule other) { return rule == other || discerns(exact(rule), exact(other), n); });
}

/// Meetings that are enough for a rule; a smaller sample proves nothing.
std::int64_t enough_for(DecisionRule rule) {
    std::int64_t n = 200'000;
    while (!tells_from_all(rule, n)) n += 20'000;
    return n;
}

void check_shares(const std::array<std::int64_t, alternatives>& hits, std::int64_t n, const Shares& expected) {
    for (std::size_t i = 0; i < alternatives; ++i) {
        const double share = static_cast<double>(hits[i]) / static_cast<double>(n);
        INFO("alternative ", i, ": ", share, " instead of ", expected[i]);
        CHECK(std::abs(share - expected[i]) <= 5 * standard_error(expected[i], n));
    }
}

Model oracle_model(DecisionRule rule) {
    Model model = worlds::bare_centre(members, alternatives - 2);
    model.process.rule = rule;
    model.process.quota = 2;
    for (int d = 0; d < members; ++d) model.centre.stakeholder(d).authority = oracle_weights[std::size_t(d)];
    return model;
}

constexpr int lanes = 4;

void set_views(Deal<lanes>& deal, const Chances& chances) {
    for (int d = 0; d < members; ++d)
        for (int i = 0; i < alternatives; ++i) {
            const double utility = std::log(chances[std::size_t(d)][std::size_t(i)]) + 1.5; // any constant will do
            deal.set(deal.at.view, d * alternatives + i, Floats<lanes>(static_cast<float>(utility)));
        }
}

/// Holds n meetings, each with the draws of another replicate; counts what they settle on.
std::array<std::int64_t, alternatives> hold_meetings(const Model& model, const Chances& chances, std::int64_t n,
                                                     bool without_us = false) {
    Seated<lanes> seated(model, 0, 20260101);
    seated.deal.luck.week = 9;
    set_views(seated.deal, chances);
    if (without_us) seated.deal.excluded = Floats<lanes>(1.0f);
    std::array<std::int64_t, alternatives> hits{};
    for (std::int64_t first = 0; first < n; first += lanes) {
        seated.seat(static_cast<std::uint64_t>(first));
        const Floats<lanes> choice = meet(seated.deal, Mask<lanes>::all(true));
        for (int lane = 0; lane < lanes; ++lane)
            if (choice[lane] >= 0) ++hits[static_cast<std::size_t>(choice[lane])];
    }
    return hits;
}

} // namespace

TEST_CASE("enumeration gives the published shares of every group rule") {
    const struct {
        DecisionRule rule;
        Shares shares;
    } published[] = {
        {DecisionRule::weighted, {.44, .38, .18}},           {DecisionRule::equiprobability, {.4, .4, .2}},
        {DecisionRule::voting, {.413333, .419333, .167333}}, {DecisionRule::majority, {.344, .350, .098}},
        {DecisionRule::unanimity, {.048, .060, .006}},       {DecisionRule::perturbation, {.368601, .407837, .223562}},
    };
    for (const auto& [rule, shares] : published)
        for (std::size_t i = 0; i < alternatives; ++i) {
            INFO(word(rule), ", alternative ", i);
            CHECK(std::abs(exact(rule)[i] - shares[i]) < 1e-6);
        }
}

TEST_CASE("a sample that is too small is refused") {
    CHECK_FALSE(discerns(.44, .4, 200'000));
    CHECK(discerns(.44, .4, 400'000));
    CHECK_FALSE(discerns(exact(DecisionRule::weighted), exact(DecisionRule::weighted), 1'000'000'000));
    CHECK_FALSE(tells_from_all(DecisionRule::equiprobability, 600'000)); // close to perturbation
}

TEST_CASE("meetings of the kernel follow every group rule") {
    for (const DecisionRule rule : rules) {
        const std::int64_t n = enough_for(rule);
        INFO(word(rule));
        REQUIRE(tells_from_all(rule, n));
        check_shares(hold_meetings(oracle_model(rule), oracle_chances, n), n, exact(rule));
    }
}

TEST_CASE("a quota of two among three is the majority, meeting by meeting") {
    constexpr std::int64_t n = 2000;
    CHECK(hold_meetings(oracle_model(DecisionRule::minimum_endorsement), oracle_chances, n) ==
          hold_meetings(oracle_model(DecisionRule::majority), oracle_chances, n));
}

TEST_CASE("who was never evaluated is not chosen, and the others share by their odds") {
    // Without us P becomes (.75 .25), (.625 .375), (2/3 1/3): equal voices give .680556 and .319444.
    constexpr std::int64_t n = 200'000;
    const auto hits = hold_meetings(oracle_model(DecisionRule::equiprobability), oracle_chances, n, true);
    check_shares(hits, n, {0, (.75 + .625 + 2. / 3) / 3, (.25 + .375 + 1. / 3) / 3});
    CHECK(hold_meetings(oracle_model(DecisionRule::perturbation), oracle_chances, 20'000, true)[0] == 0);
}

TEST_CASE("a veto takes what its holder likes less than doing nothing") {
    constexpr std::int64_t n = 400'000;
    Model model = oracle_model(DecisionRule::equiprobability);
    model.centre.stakeholder(1).veto = true; // likes ours .2, the rival .5, nothing .3
    // He refuses with chance p(nothing) / (p(nothing) + p(offer)): ours .6, the rival .375; nothing is never refused.
    const Shares expected{.4 * (1 - .6), .4 * (1 - .375), .2};
    REQUIRE(discerns(expected, exact(DecisionRule::equiprobability), n));
    check_shares(hold_meetings(model, oracle_chances, n), n, expected);
    model.centre.stakeholder(2).veto = true; // a second one: likes ours .4, the rival .4, nothing .2
    check_shares(hold_meetings(model, oracle_chances, n), n, {expected[0] * 2 / 3, expected[1] * 2 / 3, expected[2]});
}

} // namespace assent
