// What the advisor forecasts comes true as often as it says, in deals drawn from what is believed.
#include "rehearsal/belief_calibration.hpp"
#include "scenario/reader.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace assent {
namespace {

void check(const Model& model) {
    BeliefCalibrationRequest request;
    request.weeks = {0, 3, 6};
    for (const BeliefCalibration& table : calibrate_belief(practice_of_belief(model, 0), request)) {
        INFO(model.title, ", after week ", table.week);
        REQUIRE(table.forecasts > 300);
        CHECK(std::abs(table.z) < 5);
        CHECK(table.brier < table.base_brier + 0.01);
        const double error = std::sqrt(table.won * (1 - table.won) / static_cast<double>(table.forecasts));
        CHECK(std::abs(table.won - table.forecast) < 5 * error);
    }
}

} // namespace

TEST_CASE("forecasts of 1000 deals come true as often as they say") {
    check(worlds::small_company());
    check(load_scenario(ASSENT_SOURCE_DIR "/scenarios/three-heads.toml"));
}

} // namespace assent
