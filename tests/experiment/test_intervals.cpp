// Intervals against printed values, and their coverage against exact enumeration.
#include "experiment/intervals.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <random>
#include <vector>

namespace assent {
namespace {

double binomial(int n, int k, double p) {
    const double choices = std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0);
    return std::exp(choices + k * std::log(p) + (n - k) * std::log1p(-p));
}

Moments moments_of(const std::vector<double>& values) {
    Moments moments;
    for (const double value : values) moments.add(value);
    return moments;
}

} // namespace

TEST_CASE("Wilson's interval: oracle of sim/ODD.md, section 9") {
    const Interval interval = wilson_interval(120, 400, 0.95);
    CHECK(interval.estimate == 0.3);
    CHECK((interval.low + interval.high) / 2 == doctest::Approx(0.301902).epsilon(2e-6));
    CHECK(interval.half_width() == doctest::Approx(0.044735).epsilon(2e-5));
}

TEST_CASE("Wilson's interval at the edges") {
    CHECK(wilson_interval(0, 0, 0.95).low == 0);
    CHECK(wilson_interval(0, 0, 0.95).high == 1);
    CHECK(wilson_interval(0, 50, 0.95).low == 0);
    CHECK(wilson_interval(0, 50, 0.95).high == doctest::Approx(0.0713476)); // z² / (n + z²)
    CHECK(wilson_interval(50, 50, 0.95).high == 1);
    CHECK(wilson_interval(50, 50, 0.95).low == doctest::Approx(1 - 0.0713476));
    const Interval single = wilson_interval(1, 1, 0.95);
    CHECK(single.low == doctest::Approx(0.2065493)); // 1 / (1 + z²)
    CHECK(single.high == 1);
}

TEST_CASE("Wilson's interval holds its level on average over p, exactly enumerated") {
    double covered = 0;
    constexpr int n = 30, steps = 200;
    for (int step = 0; step < steps; ++step) {
        const double p = (step + 0.5) / steps;
        for (int k = 0; k <= n; ++k) {
            const Interval interval = wilson_interval(k, n, 0.95);
            if (interval.low <= p && p <= interval.high) covered += binomial(n, k, p) / steps;
        }
    }
    CHECK(covered > 0.945);
    CHECK(covered < 0.965);
}

TEST_CASE("Bonett and Price's paired interval: worked by hand from the formula") {
    // 20 pairs, 5 discordant one way, 1 the other: p12 = 6/22, p21 = 2/22.
    const Interval interval = paired_interval(5, 1, 20, 0.95);
    CHECK(interval.estimate == doctest::Approx(0.2));
    CHECK(interval.low == doctest::Approx(4.0 / 22 - 1.959964 * std::sqrt((8.0 / 22 - 16.0 / 484) / 22)));
    CHECK(interval.high == doctest::Approx(4.0 / 22 + 1.959964 * std::sqrt((8.0 / 22 - 16.0 / 484) / 22)));
}

TEST_CASE("the paired interval is mirrored by swapping the two") {
    const Interval there = paired_interval(17, 4, 90, 0.99), back = paired_interval(4, 17, 90, 0.99);
    CHECK(there.estimate == -back.estimate);
    CHECK(there.low == doctest::Approx(-back.high));
    CHECK(there.high == doctest::Approx(-back.low));
}

TEST_CASE("the paired interval at the edges") {
    CHECK(paired_interval(0, 0, 0, 0.95).low == -1);
    CHECK(paired_interval(0, 0, 0, 0.95).high == 1);
    const Interval single = paired_interval(1, 0, 1, 0.95);
    CHECK(single.estimate == 1);
    CHECK(single.low < 0); // one pair proves nothing
    CHECK(single.high == 1);
    const Interval equal = paired_interval(0, 0, 1000, 0.95);
    CHECK(equal.low < 0);
    CHECK(equal.high > 0);
    CHECK(equal.half_width() < 0.005);
}

TEST_CASE("the paired interval keeps its level for few pairs, exactly enumerated") {
    constexpr int n = 20;
    for (const auto& [p12, p21] : {std::pair{0.1, 0.1}, {0.3, 0.1}, {0.05, 0.02}, {0.4, 0.2}}) {
        double covered = 0;
        for (int first = 0; first <= n; ++first)
            for (int second = 0; first + second <= n; ++second) {
                const Interval interval = paired_interval(first, second, n, 0.95);
                if (interval.low <= p12 - p21 && p12 - p21 <= interval.high)
                    covered += binomial(n, first, p12) * binomial(n - first, second, p21 / (1 - p12));
            }
        CAPTURE(p12);
        CHECK(covered > 0.94);
    }
}

TEST_CASE("Bonferroni shares the risk") {
    CHECK(share_confidence(0.95, 1) == doctest::Approx(0.95));
    CHECK(share_confidence(0.95, 0) == doctest::Approx(0.95));
    CHECK(share_confidence(0.95, 10) == doctest::Approx(0.995));
    CHECK(normal_factor(0.95) == doctest::Approx(1.959963985));
    CHECK(normal_factor(share_confidence(0.95, 2016)) == doctest::Approx(4.216600));
}

TEST_CASE("interval of a mean: Student's t with few values") {
    const Interval interval = mean_interval(moments_of({4, 5, 6, 7, 8}), 0.95);
    CHECK(interval.estimate == 6);
    CHECK(interval.half_width() == doctest::Approx(2.776445 * std::sqrt(2.5 / 5)));
    CHECK(mean_interval({}, 0.95).high == 0);
    CHECK(std::isinf(mean_interval(moments_of({3}), 0.95).high));
    CHECK(mean_interval(moments_of({3}), 0.95).estimate == 3);
    CHECK(mean_interval(moments_of({7, 7, 7}), 0.95).half_width() == 0);
    CHECK(standard_error(moments_of({3})) == 0);
}

TEST_CASE("interval of a ratio of means") {
    CHECK(ratio_interval(moments_of({5, 6}), moments_of({0, 0}), 0, 0.95).estimate == 0);
    // Numerator always three times the denominator: no uncertainty at all.
    const Interval exact = ratio_interval(moments_of({3, 6, 12}), moments_of({1, 2, 4}), 3 + 12 + 48, 0.95);
    CHECK(exact.estimate == 3);
    CHECK(exact.half_width() < 1e-6);
    CHECK(std::isinf(ratio_interval(moments_of({3}), moments_of({1}), 3, 0.95).high));
}

TEST_CASE("the ratio's interval holds its level") {
    // True ratio 2; 2000 samples of 200 pairs. 5 sigma of a coverage of 0.95 over 2000: 0.024.
    std::mt19937_64 random(7);
    std::normal_distribution<double> normal;
    int covered = 0;
    constexpr int samples = 2000;
    for (int sample = 0; sample < samples; ++sample) {
        Moments numerator, denominator;
        double products = 0;
        for (int i = 0; i < 200; ++i) {
            const double below = 10 + normal(random), above = 2 * below + 3 * normal(random);
            numerator.add(above);
            denominator.add(below);
            products += above * below;
        }
        const Interval interval = ratio_interval(numerator, denominator, products, 0.95);
        covered += interval.low <= 2 && 2 <= interval.high ? 1 : 0;
    }
    CHECK(std::abs(covered / double(samples) - 0.95) < 0.024);
}

TEST_CASE("quantiles of weeks") {
    const std::vector<std::int64_t> weeks{0, 0, 10, 0, 80, 10};
    CHECK(week_quantile(weeks, 0.1) == 2);
    CHECK(week_quantile(weeks, 0.11) == 4);
    CHECK(week_quantile(weeks, 0.5) == 4);
    CHECK(week_quantile(weeks, 0.9) == 4);
    CHECK(week_quantile(weeks, 1) == 5);
    CHECK(week_quantile(std::vector<std::int64_t>{0, 0, 0}, 0.5) == 0);
    CHECK(week_quantile(std::vector<std::int64_t>{0, 1}, 0.1) == 1);
}

} // namespace assent
