// Negotiation: concession, the frontier, who settles when (sim/ODD.md, section 9).
#include "engine/seated.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace assent {
namespace {

/// One buyer who likes us as much as doing nothing, so that the reserves are those of the model.
Model even_match() {
    Model model = worlds::bare_centre(1, 0);
    model.alternatives.front().price = 100;
    model.alternatives.front().floor_price = 60;
    model.negotiation.rounds = 10.0;
    model.negotiation.reserve = 0.2;
    model.strategies.front().rounds = 10.0;
    model.strategies.front().reserve = 0.2;
    return model;
}

struct Settlement {
    bool agreed;
    int round;
    float price;
};

/// Talks from their opening to their end.
Settlement settle_talks(const Model& model) {
    Seated<1> seated(model);
    Deal<1>& deal = seated.deal;
    for (int i = 0; i < deal.plan.n_alternative; ++i) deal.at.view[i] = 0; // even power
    open_negotiation(deal, Mask<1>::all(true));
    CHECK(deal.their_floor[0] == doctest::Approx(model.negotiation.reserve.a));
    int rounds = 0;
    while (any(deal.active) && ++rounds < 100) negotiate_round(deal, deal.active);
    REQUIRE(rounds < 100);
    const bool agreed = deal.outcome[0] == code(Outcome::won);
    return {agreed, rounds, deal.price_agreed[0]};
}

Settlement with_exponents(double ours, double theirs) {
    Model model = even_match();
    model.strategies.front().beta = ours;
    model.negotiation.beta = theirs;
    return settle_talks(model);
}

float conceded(float time, float beta) { return concession(Floats<1>(0.05f), Floats<1>(time), Floats<1>(beta))[0]; }

} // namespace

TEST_CASE("concession over time: Boulware and conceder") {
    const float times[] = {0, .25f, .5f, .75f, 1};
    const double boulware[] = {.05, .0509, .0797, .2754, 1}, conceder[] = {.05, .7700, .8770, .9469, 1};
    for (int k = 0; k < 5; ++k) {
        CHECK(std::abs(double(conceded(times[k], .2f)) - boulware[k]) < 5e-5); // published to four digits
        CHECK(std::abs(double(conceded(times[k], 5)) - conceder[k]) < 5e-5);
        CHECK(conceded(times[k], 1) == doctest::Approx(.05 + .95 * double(times[k])));
    }
    CHECK(conceded(2, 1) == 1); // past the deadline nothing is left to give
}

TEST_CASE("aspiration runs from just below all to the reserve") {
    const auto level = [](float round) {
        return aspiration(Floats<1>(0.05f), Floats<1>(round), Floats<1>(8), Floats<1>(1), Floats<1>(0.3f))[0];
    };
    CHECK(level(0) == doctest::Approx(1 - .05 * .7));
    CHECK(level(4) == doctest::Approx(1 - .525 * .7));
    CHECK(level(8) == doctest::Approx(.3));
    CHECK(level(12) == doctest::Approx(.3));
}

TEST_CASE("the frontier gives away first what costs us least for what it is worth to them") {
    Model model = worlds::bare_centre(1, 0);
    // Ours 2 : 1 : 1, theirs 1 : 2 : 1 → payment (theirs/ours 2), training (1), price (1/2).
    model.negotiation.issues = {{"price", 2, 1, 0}, {"payment", 1, 2, 1000}, {"training", 1, 1, 400}};
    const Plan plan = compile(model);
    const auto walk = [&](float ours, float FrontierPoint::*column) {
        return along_frontier(plan, Floats<1>(ours), &FrontierPoint::ours, column)[0];
    };
    REQUIRE(plan.frontier.size() == 4);
    CHECK(walk(1, &FrontierPoint::theirs) == 0);
    CHECK(walk(.75f, &FrontierPoint::theirs) == doctest::Approx(.5));
    CHECK(walk(.75f, &FrontierPoint::cost) == doctest::Approx(1000));
    CHECK(walk(.875f, &FrontierPoint::cost) == doctest::Approx(500)); // half of the payment terms
    CHECK(walk(.5f, &FrontierPoint::theirs) == doctest::Approx(.75));
    CHECK(walk(.5f, &FrontierPoint::cost) == doctest::Approx(1400));
    CHECK(walk(.5f, &FrontierPoint::price) == doctest::Approx(1)); // the price is untouched so far
    CHECK(walk(.25f, &FrontierPoint::price) == doctest::Approx(.5));
    CHECK(walk(0, &FrontierPoint::theirs) == 1);
    CHECK(walk(0, &FrontierPoint::price) == 0);
    float before = 1;
    for (int k = 0; k <= 1000; ++k) { // there and back again, and never better for both
        const float ours = static_cast<float>(k) / 1000, theirs = walk(ours, &FrontierPoint::theirs);
        const auto back = along_frontier(plan, Floats<1>(theirs), &FrontierPoint::theirs, &FrontierPoint::ours)[0];
        CHECK(back == doctest::Approx(ours).epsilon(1e-5));
        CHECK(theirs <= before);
        before = theirs;
    }
}

TEST_CASE("who concedes early settles early and pays for it") {
    const Settlement boulware = with_exponents(.2, 1), linear = with_exponents(1, 1), conceder = with_exponents(5, 1);
    REQUIRE(boulware.agreed);
    REQUIRE(linear.agreed);
    REQUIRE(conceder.agreed);
    CHECK(conceder.round < linear.round);
    CHECK(linear.round < boulware.round);
    CHECK(conceder.price < linear.price);
    CHECK(linear.price < boulware.price);
}

TEST_CASE("the same holds of the buyer, the other way round") {
    const Settlement boulware = with_exponents(1, .2), linear = with_exponents(1, 1), conceder = with_exponents(1, 5);
    CHECK(conceder.round < linear.round);
    CHECK(linear.round < boulware.round);
    CHECK(conceder.price > linear.price);
    CHECK(linear.price > boulware.price);
}

TEST_CASE("linear against linear meets half way") {
    // What we leave them in round t is (.05 + .095 t) · .8; what they ask next 1 - (.05 + .095 (t + 1)) · .8. The first
    // reaches the second at t = 5.55: they accept our offer of round 6, worth 1 - (.05 + .57) · .8 = .504 to us.
    const Settlement talks = with_exponents(1, 1);
    CHECK(talks.round == 6);
    CHECK(talks.price == doctest::Approx(60 + .504 * 40));
}

TEST_CASE("no agreement where the reserves leave no room, and at the buyer's deadline") {
    Model model = even_match();
    model.negotiation.reserve = 0.6;
    model.strategies.front().reserve = 0.6; // .6 + .6 > 1 on a straight frontier
    const Settlement talks = settle_talks(model);
    CHECK_FALSE(talks.agreed);
    CHECK(talks.round == 10);
    model.strategies.front().reserve = 0.35; // .6 + .35 < 1
    CHECK(settle_talks(model).agreed);
}

TEST_CASE("we hold out for a deadline that comes later than theirs, and lose the deal") {
    Model model = even_match();
    model.strategies.front().beta = 0.05;
    model.strategies.front().rounds = 60.0;
    model.negotiation.beta = 0.05;
    model.negotiation.rounds = 5.0;
    model.negotiation.reserve = 0.5;
    const Settlement talks = settle_talks(model);
    CHECK_FALSE(talks.agreed);
    CHECK(talks.round == 5);
}

TEST_CASE("tit for tat answers a concession with as much, and stubbornness with nothing") {
    const auto answer = [](float level, float before, float latest) {
        return answer_in_kind(Floats<1>(level), Floats<1>(before), Floats<1>(latest), Floats<1>(0.9f), Floats<1>(0.2f))
            [0];
    };
    CHECK(answer(.8f, .4f, .5f) == doctest::Approx(.64)); // they gave a quarter more: .8 · .4 / .5
    CHECK(answer(.8f, .5f, .5f) == doctest::Approx(.8));
    CHECK(answer(.8f, .5f, .4f) == doctest::Approx(.8));     // who takes back is not followed
    CHECK(answer(.8f, .1f, .9f) == doctest::Approx(.2));     // never below the reserve
    CHECK(answer(.95f, -1, .5f) == doctest::Approx(.9));     // nothing to compare with yet: the schedule
    CHECK(answer(.85f, .005f, .5f) == doctest::Approx(.85)); // too small to read; and never back up
}

TEST_CASE("the buyer's reserve rises with the power of its other choices") {
    Seated<1> seated(even_match());
    Deal<1>& deal = seated.deal;
    deal.at.view[0] = 1;
    deal.at.view[1] = 3; // doing nothing is two logits better
    open_negotiation(deal, Mask<1>::all(true));
    CHECK(deal.their_floor[0] == doctest::Approx(.2 + 2 * .12));
    deal.at.view[0] = 30;
    open_negotiation(deal, Mask<1>::all(true));
    CHECK(deal.their_floor[0] == doctest::Approx(.02)); // clamped
}

} // namespace assent
