// Designs: each promise of evenness by counting cells, and the numbers themselves by a hash.
#include "experiment/design.hpp"

#include "model/user_error.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>
#include <set>

namespace assent {
namespace {

/// How many points the fullest cell of a grid over two columns holds; with as many cells as points, 1 means one in each.
int fullest_cell(const DesignMatrix& design, std::size_t first, std::size_t second, std::size_t across,
                 std::size_t up) {
    std::vector<int> cells(across * up);
    int fullest = 0;
    for (std::size_t row = 0; row < design.rows; ++row) {
        const auto x = static_cast<std::size_t>(design.at(row, first) * static_cast<double>(across));
        const auto y = static_cast<std::size_t>(design.at(row, second) * static_cast<double>(up));
        fullest = std::max(fullest, ++cells[x * up + y]);
    }
    return fullest;
}

std::uint64_t hash(const DesignMatrix& design) { // FNV-1a over the bits
    std::uint64_t sum = 14695981039346656037ull;
    for (const double cell : design.cells) sum = (sum ^ std::bit_cast<std::uint64_t>(cell)) * 1099511628211ull;
    return sum;
}

/// Product of 1 + (x - 1/2), whose mean over the cube is 1.
double mean_of_product(const DesignMatrix& design) {
    double sum = 0;
    for (std::size_t row = 0; row < design.rows; ++row) {
        double product = 1;
        for (std::size_t column = 0; column < design.columns; ++column) product *= 0.5 + design.at(row, column);
        sum += product;
    }
    return sum / static_cast<double>(design.rows);
}

DesignMatrix plain_random(std::size_t rows, std::size_t columns, std::uint64_t seed) {
    std::mt19937_64 luck(seed);
    DesignMatrix design{rows, columns, std::vector<double>(rows * columns)};
    for (double& cell : design.cells) cell = static_cast<double>(luck() >> 11) * 0x1p-53;
    return design;
}

/// Root mean square error of the mean over 32 seeds.
template <class Make> double error_of(const Make& make) {
    double squares = 0;
    for (std::uint64_t seed = 1; seed <= 32; ++seed) squares += std::pow(mean_of_product(make(seed)) - 1, 2);
    return std::sqrt(squares / 32);
}

TEST_CASE("a Latin hypercube has one point in each stratum of each column") {
    for (const std::size_t rows : {1u, 2u, 7u, 100u, 4096u}) {
        const DesignMatrix design = latin_hypercube(rows, 5, 42);
        REQUIRE(design.cells.size() == rows * 5);
        for (std::size_t column = 0; column < 5; ++column) CHECK(fullest_cell(design, column, column, rows, 1) == 1);
    }
}

TEST_CASE("columns of a Latin hypercube are permuted independently") {
    const DesignMatrix design = latin_hypercube(4096, 6, 7);
    for (std::size_t one = 0; one < 6; ++one)
        for (std::size_t other = 0; other < one; ++other) {
            double product = 0;
            for (std::size_t row = 0; row < design.rows; ++row)
                product += (design.at(row, one) - 0.5) * (design.at(row, other) - 0.5);
            // Correlation has a standard deviation of 1 / sqrt(4095) = 0.0156.
            CHECK(std::abs(product / 4096 * 12) < 4 * 0.0157);
        }
}

TEST_CASE("scrambled Sobol points have one point in each stratum of each column") {
    for (const unsigned doublings : {0u, 1u, 5u, 10u}) {
        const DesignMatrix design = scrambled_sobol(doublings, 40, 3);
        REQUIRE(design.rows == std::size_t{1} << doublings);
        for (std::size_t column = 0; column < 40; ++column)
            CHECK(fullest_cell(design, column, column, design.rows, 1) == 1);
    }
}

TEST_CASE("the first two columns of scrambled Sobol points have one point in each cell of every binary grid") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const DesignMatrix design = scrambled_sobol(8, 2, seed);
        for (unsigned bits = 0; bits <= 8; ++bits)
            CHECK(fullest_cell(design, 0, 1, std::size_t{1} << bits, std::size_t{256} >> bits) == 1);
    }
}

TEST_CASE("the first point of scrambled Sobol points is anywhere, depending on the seed") {
    std::vector<int> tenths(10);
    for (std::uint64_t seed = 0; seed < 2000; ++seed)
        ++tenths[static_cast<std::size_t>(scrambled_sobol(0, 1, seed).cells[0] * 10)];
    double chi_square = 0;
    for (const int count : tenths) chi_square += std::pow(count - 200, 2) / 200;
    CHECK(chi_square < 27.9); // 99.9 % of chi-square with 9 degrees of freedom
}

TEST_CASE("designs integrate a smooth function better than chance does, and Sobol's best") {
    const double random = error_of([](std::uint64_t seed) { return plain_random(1024, 4, seed); });
    const double latin = error_of([](std::uint64_t seed) { return latin_hypercube(1024, 4, seed); });
    const double sobol = error_of([](std::uint64_t seed) { return scrambled_sobol(10, 4, seed); });
    CHECK(latin < random / 2);
    CHECK(sobol < random / 20);
    CHECK(sobol < latin);
}

TEST_CASE("designs are the same on every machine and depend on the seed") {
    CHECK(hash(latin_hypercube(64, 3, 1)) == 12035423005235597861ull);
    CHECK(hash(scrambled_sobol(6, 3, 1)) == 8686784299239854629ull);
    std::set<std::uint64_t> seen;
    for (const std::uint64_t seed : {1ull, 2ull, 1ull << 32}) {
        seen.insert(hash(latin_hypercube(64, 3, seed)));
        seen.insert(hash(scrambled_sobol(6, 3, seed)));
    }
    CHECK(seen.size() == 6);
}

TEST_CASE("designs that are too large or empty are refused") {
    CHECK_THROWS_AS(latin_hypercube(0, 1, 1), UserError);
    CHECK_THROWS_AS(latin_hypercube(1, 0, 1), UserError);
    CHECK_THROWS_AS(latin_hypercube((std::size_t{1} << 24) + 1, 1, 1), UserError);
    CHECK_THROWS_AS(latin_hypercube(std::size_t{1} << 24, 9, 1), UserError);
    CHECK_THROWS_AS(scrambled_sobol(25, 1, 1), UserError);
    CHECK_THROWS_AS(scrambled_sobol(64, 1, 1), UserError);
    CHECK_THROWS_AS(scrambled_sobol(1, most_design_columns + 1, 1), UserError);
    CHECK(scrambled_sobol(1, most_design_columns, 1).cells.size() == 2 * most_design_columns);
}

} // namespace
} // namespace assent
