// Scores against values worked out by hand.
#include "calibration/folds.hpp"
#include "calibration/scores.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <map>
#include <set>

namespace assent {

using Forecasts = std::vector<double>;
using Outcomes = std::vector<std::uint8_t>;

TEST_CASE("Brier score and log-loss of four forecasts") {
    const Forecasts forecast{0.9, 0.6, 0.4, 0.2};
    const Outcomes won{1, 0, 1, 0};
    CHECK(brier_score(forecast, won) == doctest::Approx((0.01 + 0.36 + 0.36 + 0.04) / 4));
    CHECK(log_loss(forecast, won) ==
          doctest::Approx(-(std::log(0.9) + std::log(0.4) + std::log(0.4) + std::log(0.8)) / 4));
    CHECK(std::isfinite(log_loss(Forecasts{0, 1}, Outcomes{1, 0})));
}

TEST_CASE("area under the curve counts pairs, ties half") {
    CHECK(area_under_curve(Forecasts{0.9, 0.6, 0.4, 0.2}, Outcomes{1, 0, 1, 0}) == doctest::Approx(0.75));
    CHECK(area_under_curve(Forecasts{0.5, 0.5, 0.5}, Outcomes{1, 0, 1}) == doctest::Approx(0.5));
    // pairs of (won, lost): .7 > .3, .7 > .5, .5 > .3, .5 = .5
    CHECK(area_under_curve(Forecasts{0.7, 0.5, 0.5, 0.3}, Outcomes{1, 1, 0, 0}) == doctest::Approx(3.5 / 4));
    CHECK(area_under_curve(Forecasts{0.1, 0.2}, Outcomes{1, 1}) == 0.5);
}

TEST_CASE("Murphy's parts add up to the Brier score") {
    Forecasts forecast;
    Outcomes won;
    for (int i = 0; i < 97; ++i) {
        forecast.push_back(std::fmod(i * 0.618034, 1.0));
        won.push_back((i * 7919) % 13 < 1 + 11 * forecast.back() ? 1 : 0);
    }
    const MurphyParts parts = murphy_parts(forecast, won, 10);
    CHECK(parts.reliability - parts.resolution + parts.uncertainty + parts.within ==
          doctest::Approx(brier_score(forecast, won)));
    CHECK(std::abs(parts.within) < 0.01);
    // Forecasts of two values are their own bins: nothing is lumped together. Shares won are 0 and 2/3.
    const MurphyParts two = murphy_parts(Forecasts{0.2, 0.2, 0.2, 0.8, 0.8, 0.8}, Outcomes{0, 0, 0, 1, 1, 0}, 2);
    CHECK(two.reliability == doctest::Approx((0.04 + std::pow(0.8 - 2.0 / 3, 2)) / 2));
    CHECK(two.resolution == doctest::Approx(1.0 / 9));
    CHECK(two.uncertainty == doctest::Approx(2.0 / 9));
    CHECK(two.within == doctest::Approx(0));
}

TEST_CASE("the calibration curve keeps equal forecasts together and counts every deal once") {
    const auto curve = calibration_curve(Forecasts{0.1, 0.1, 0.1, 0.1, 0.9}, Outcomes{0, 0, 1, 0, 1}, 2, 0.95);
    REQUIRE(curve.size() == 2);
    CHECK(curve[0].deals == 4);
    CHECK(curve[0].observed.estimate == doctest::Approx(0.25));
    CHECK(curve[1].forecast == doctest::Approx(0.9));
}

TEST_CASE("folds keep groups together and are of like size") {
    std::vector<int> group;
    for (int i = 0; i < 300; ++i) group.push_back(i % 70);
    const std::vector<int> fold = assign_folds(group, 10, 3, 0);
    std::map<int, std::set<int>> folds_of_group;
    for (std::size_t i = 0; i < group.size(); ++i) folds_of_group[group[i]].insert(fold[i]);
    for (const auto& [key, folds] : folds_of_group) CHECK(folds.size() == 1);
    for (int f = 0; f < 10; ++f) {
        const auto size = std::ranges::count(fold, f);
        CHECK(size >= 26);
        CHECK(size <= 34);
    }
    CHECK(assign_folds(group, 10, 3, 0) == fold);
    CHECK(assign_folds(group, 10, 3, 1) != fold);
}

} // namespace assent
