// The statistics of a validation, against closed forms and against samples.
#include "validation/contrast.hpp"

#include "experiment/intervals.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

namespace {

using namespace assent;

Expectation comparison(Measure measure) {
    Expectation expectation;
    expectation.measure = measure;
    expectation.of = "a";
    expectation.over = "b";
    return expectation;
}

/// Pairs of normal values with the same luck in part.
PairTally normal_pairs(int n, double effect, std::mt19937& random) {
    std::normal_distribution<> noise;
    PairTally tally;
    for (int i = 0; i < n; ++i) {
        const double shared = noise(random);
        tally.add({10 + effect + shared + noise(random), 1}, {10 + shared + noise(random), 1});
    }
    return tally;
}

} // namespace

TEST_CASE("covariances of two ratios are those of the delta method") {
    PairTally tally;
    const double data[][4] = {{2, 1, 1, 1}, {4, 2, 0, 1}, {1, 1, 3, 1}, {5, 2, 2, 1}};
    double sum = 0, cross = 0;
    for (const auto& row : data) tally.add({row[0], row[1]}, {row[2], row[3]});
    CHECK(tally.ratio(0) == doctest::Approx(2));
    CHECK(tally.ratio(1) == doctest::Approx(1.5));
    for (const auto& row : data) {
        const double first = (row[0] - 2 * row[1]) / 1.5, second = row[2] - 1.5 * row[3];
        sum += first * first;
        cross += first * second;
    }
    CHECK(tally.covariance(0, 0) == doctest::Approx(sum / 3));
    CHECK(tally.covariance(0, 1) == doctest::Approx(cross / 3));
}

TEST_CASE("the power formula says how often an effect is found") {
    // A sample of the size that 90 % power asks for finds the effect in about 90 % of 600 trials (5 sigma: 6.1 points).
    constexpr double effect = 0.3, confidence = 0.99, power = 0.9;
    const double deviation = std::sqrt(2.0);
    const double deals = deals_needed(effect, deviation, confidence, power);
    CHECK(power_with(deals, effect, deviation, confidence) == doctest::Approx(power));
    std::mt19937 random(4);
    int found = 0;
    for (int trial = 0; trial < 600; ++trial) {
        const PairTally tally = normal_pairs(static_cast<int>(std::ceil(deals)), effect, random);
        found += answer_of(tally, comparison(Measure::hours), confidence).tested.low > 0 ? 1 : 0;
    }
    CHECK(std::abs(found / 600.0 - power) < 0.061);
}

TEST_CASE("nothing at the bound or beyond it can be shown") {
    CHECK(std::isinf(deals_needed(0, 1, 0.99, 0.99)));
    CHECK(std::isinf(deals_needed(-1, 1, 0.99, 0.99)));
    CHECK(deals_needed(1, 0, 0.99, 0.99) == 0);
    CHECK(power_with(1e6, 0, 1, 0.99) < 0.01);
}

TEST_CASE("equal arms have a difference of 0 and a ratio of 1, whatever their noise") {
    std::mt19937 random(1);
    std::exponential_distribution<> waiting;
    PairTally tally;
    for (int i = 0; i < 1000; ++i) {
        const double value = waiting(random);
        tally.add({value, 1}, {value, 1});
    }
    Expectation ratio = comparison(Measure::hours);
    ratio.ratio_above = 1.0;
    const Answer answer = answer_of(tally, ratio, 0.99);
    CHECK(answer.deviation == doctest::Approx(0).epsilon(1e-6));
    CHECK(answer.tested.estimate == doctest::Approx(0));
    CHECK(answer.shown.estimate == doctest::Approx(1));
}

TEST_CASE("intervals of ratios hold the truth as often as they say") {
    // Means 3 and 2: of 500 intervals at 95 % five hundred less about 25 hold 1.5 (5 sigma: 4.9 points).
    std::mt19937 random(9);
    std::normal_distribution<> noise;
    int held = 0;
    for (int trial = 0; trial < 500; ++trial) {
        PairTally tally;
        for (int i = 0; i < 200; ++i) tally.add({3 + noise(random), 1}, {2 + noise(random), 1});
        Expectation ratio = comparison(Measure::hours);
        ratio.ratio_above = 1.0;
        const Interval shown = answer_of(tally, ratio, 0.95).shown;
        held += shown.low <= 1.5 && 1.5 <= shown.high ? 1 : 0;
    }
    CHECK(std::abs(held / 500.0 - 0.95) < 0.049);
}

TEST_CASE("a median's interval is made of whole weeks and of the deals that count") {
    PairTally tally;
    for (int i = 0; i < 500; ++i) tally.add({static_cast<double>(5 + i % 11), 1}, {8, i % 2 == 0 ? 1.0 : 0.0});
    const Answer answer = answer_of(tally, comparison(Measure::median_week), 0.99);
    CHECK(answer.of.estimate == 10);
    CHECK(answer.of.low == 9);
    CHECK(answer.of.high == 11);
    CHECK(answer.over.estimate == 8);
    CHECK(tally.below(1) == 250);
}

TEST_CASE("questions are bounds on one number") {
    Expectation band;
    band.at_least = 0.2;
    band.at_most = 0.4;
    CHECK(distance_inside(question_of(band), 0.25) == doctest::Approx(0.05));
    CHECK(distance_inside(question_of(band), 0.5) == doctest::Approx(-0.1));
    Expectation equal = comparison(Measure::win_rate);
    equal.within = 0.01;
    CHECK(distance_inside(question_of(equal), 0) == doctest::Approx(0.01));
    Expectation ratio = comparison(Measure::win_rate);
    ratio.ratio_below = 0.25;
    CHECK(question_of(ratio).factor == 0.25);
    CHECK(distance_inside(question_of(ratio), -0.1) == doctest::Approx(0.1));
}
