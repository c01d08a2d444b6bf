// Designs: even in every axis and in pairs of them, and the same everywhere.
#include "experiment/design.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <cmath>
#include <doctest/doctest.h>
#include <set>

namespace assent {
namespace {

/// Does each of `slices` slices of an axis hold the same number of points?
bool is_even(const std::vector<double>& cube, std::size_t axes, std::size_t axis, std::size_t slices) {
    std::vector<std::size_t> held(slices);
    for (std::size_t i = axis; i < cube.size(); i += axes)
        ++held[static_cast<std::size_t>(cube[i] * static_cast<double>(slices))];
    return std::ranges::all_of(held, [&](std::size_t count) { return count == cube.size() / axes / slices; });
}

double mean_of_product(const std::vector<double>& cube, std::size_t axes) {
    double sum = 0;
    for (std::size_t i = 0; i < cube.size(); i += axes) {
        double product = 1;
        for (std::size_t axis = 0; axis < axes; ++axis) product *= 2 * cube[i + axis];
        sum += product;
    }
    return sum * static_cast<double>(axes) / static_cast<double>(cube.size());
}

} // namespace

TEST_CASE("each slice of each axis holds one point of a Latin hypercube") {
    const std::vector<double> cube = latin_hypercube(100, 5, 7);
    REQUIRE(cube.size() == 500);
    for (std::size_t axis = 0; axis < 5; ++axis) CHECK(is_even(cube, 5, axis, 100));
    CHECK(latin_hypercube(100, 5, 7) == cube);
    CHECK(latin_hypercube(100, 5, 8) != cube);
}

TEST_CASE("scrambled Sobol points are a net: even in every axis and in boxes of the first two") {
    const std::vector<double> cube = scrambled_sobol(8, 6, 3);
    REQUIRE(cube.size() == 256 * 6);
    for (std::size_t axis = 0; axis < 6; ++axis)
        for (const std::size_t slices : {2, 16, 256}) CHECK(is_even(cube, 6, axis, slices));
    for (const auto& [across, along] : {std::pair{2, 128}, {4, 64}, {16, 16}, {64, 4}}) {
        std::set<std::pair<int, int>> boxes;
        for (std::size_t i = 0; i < cube.size(); i += 6)
            boxes.insert({static_cast<int>(cube[i] * across), static_cast<int>(cube[i + 1] * along)});
        CHECK(boxes.size() == 256);
    }
    CHECK(scrambled_sobol(8, 6, 4) != cube);
}

TEST_CASE("Sobol's points integrate better than a Latin hypercube, and that is unbiased") {
    double sobol = 0, hypercube = 0, mean = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const double estimate = mean_of_product(scrambled_sobol(8, 3, seed), 3);
        mean += estimate / 40;
        sobol += std::pow(estimate - 1, 2);
        hypercube += std::pow(mean_of_product(latin_hypercube(256, 3, seed), 3) - 1, 2);
    }
    CHECK(sobol < hypercube / 10);
    CHECK(std::abs(mean - 1) < 5 * std::sqrt(sobol / 40 / 40));
}

TEST_CASE("designs beyond the limits are refused") {
    CHECK_THROWS_AS((void)scrambled_sobol(25, 2, 1), UserError);
    CHECK_THROWS_AS((void)latin_hypercube(2, 1001, 1), UserError);
}

} // namespace assent
