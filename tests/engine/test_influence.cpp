// Influence among colleagues: the kernel's own step against Friedkin & Johnsen's closed form (sim/ODD.md, section 9).
#include "engine/seated.hpp"
#include "worlds/small_company.hpp"

#include <Eigen/Dense>
#include <doctest/doctest.h>

#include <functional>

namespace assent {
namespace {

constexpr int people = 3;
constexpr double weight[people][people] = {{.2, .5, .3}, {.4, .4, .2}, {.1, .6, .3}}; ///< W: who listens, to whom
constexpr double susceptibility[people] = {.8, .6, .7};
constexpr double own[people] = {.9, .2, .5};

/// Three people with the weights of the oracle: the diagonal is what each gives to his own present view.
Model oracle_centre() {
    Model model = worlds::bare_centre(people, 0);
    for (int to = 0; to < people; ++to) {
        Stakeholder& person = model.centre.stakeholder(to);
        person.susceptibility = susceptibility[to];
        person.attention = 1.0; // all know of us, so all are heard about us
        person.self_weight = weight[to][to];
        for (int from = 0; from < people; ++from)
            if (from != to) model.centre.connect(from, to, Link{LinkKind::influence, 10 * weight[to][from]});
    }
    for (int d = 0; d < people; ++d) model.centre.stakeholder(d).self_weight = 10 * weight[d][d]; // shares count
    return model;
}

/// Views of an alternative after a number of the kernel's steps from x = u.
std::vector<double> listen_for(Seated<1>& seated, int alternative, int steps,
                               const std::function<float(int)>& susceptible) {
    Deal<1>& deal = seated.deal;
    const auto view = [&](int d) -> float& { return deal.at.view[d * deal.plan.n_alternative + alternative]; };
    for (int d = 0; d < people; ++d) view(d) = static_cast<float>(own[d]);
    for (int step = 0; step < steps; ++step) {
        float next[people];
        for (int d = 0; d < people; ++d)
            next[d] =
                listen(deal, d, alternative, Floats<1>(static_cast<float>(own[d])), Floats<1>(susceptible(d)))[0];
        for (int d = 0; d < people; ++d) view(d) = next[d];
    }
    return {double(view(0)), double(view(1)), double(view(2))};
}

float as_given(int d) { return static_cast<float>(susceptibility[d]); }

/// (I - L W)^-1 (I - L) u.
Eigen::Vector3d limit() {
    Eigen::Matrix3d w;
    Eigen::Vector3d l, u;
    for (int d = 0; d < people; ++d) {
        l(d) = susceptibility[d];
        u(d) = own[d];
        for (int from = 0; from < people; ++from) w(d, from) = weight[d][from];
    }
    const Eigen::Matrix3d one = Eigen::Matrix3d::Identity(), lambda = l.asDiagonal();
    return (one - lambda * w).lu().solve((one - lambda) * u);
}

} // namespace

TEST_CASE("one step of influence is Friedkin and Johnsen's") {
    Seated<1> seated(oracle_centre());
    for (const int alternative : {0, 1}) {
        const auto x = listen_for(seated, alternative, 1, as_given);
        CHECK(x[0] == doctest::Approx(.524).epsilon(1e-6));
        CHECK(x[1] == doctest::Approx(.404).epsilon(1e-6));
        CHECK(x[2] == doctest::Approx(.402).epsilon(1e-6));
    }
}

TEST_CASE("influence settles where the closed form says") {
    const Eigen::Vector3d expected = limit();
    CHECK(expected(0) == doctest::Approx(.482605).epsilon(1e-6));
    CHECK(expected(1) == doctest::Approx(.321374).epsilon(2e-6));
    CHECK(expected(2) == doctest::Approx(.403493).epsilon(2e-6));
    Seated<1> seated(oracle_centre());
    const auto x = listen_for(seated, 0, 200, as_given);
    for (int d = 0; d < people; ++d) CHECK(x[std::size_t(d)] == doctest::Approx(expected(d)).epsilon(1e-6));
}

TEST_CASE("with full susceptibility all agree: DeGroot") {
    Seated<1> seated(oracle_centre());
    for (const double x : listen_for(seated, 0, 200, [](int) { return 1.0f; }))
        CHECK(x == doctest::Approx(.464865).epsilon(2e-6));
}

TEST_CASE("with none everyone keeps his own view, exactly") {
    Seated<1> seated(oracle_centre());
    const auto x = listen_for(seated, 0, 3, [](int) { return 0.0f; });
    for (int d = 0; d < people; ++d) CHECK(x[std::size_t(d)] == double(static_cast<float>(own[d])));
}

TEST_CASE("about us only those are heard who know of us, about the rest all") {
    Seated<1> seated(oracle_centre());
    seated.deal.at.attention[1] = 0;
    const auto about_us = listen_for(seated, 0, 1, as_given), about_nothing = listen_for(seated, 1, 1, as_given);
    // Without the second, weights (.2, .3) become (.4, .6): .8 (.4 · .9 + .6 · .5) + .2 · .9.
    CHECK(about_us[0] == doctest::Approx(.708).epsilon(1e-6));
    CHECK(about_nothing[0] == doctest::Approx(.524).epsilon(1e-6));
    for (float* attention = seated.deal.at.attention; attention < seated.deal.at.attention + people; ++attention)
        *attention = 0;
    CHECK(listen_for(seated, 0, 1, as_given)[0] == doctest::Approx(.9).epsilon(1e-6)); // nobody to listen to
}

TEST_CASE("from an opponent one hears the contrary") {
    Model model = worlds::bare_centre(2, 0);
    model.centre.stakeholder(0).susceptibility = 0.5;
    for (const int d : {0, 1}) model.centre.stakeholder(d).attention = 1.0;
    model.centre.connect(1, 0, Link{LinkKind::conflict, 1.0});
    Seated<1> seated(model);
    seated.deal.at.view[1 * 2 + 0] = 3; // what the opponent thinks of us
    // Mirrored about one's own view of 1: 1 - (3 - 1) = -1; half of it and half of one's own: 0.
    CHECK(listen(seated.deal, 0, 0, Floats<1>(1), Floats<1>(0.5f))[0] == doctest::Approx(0));
}

} // namespace assent
