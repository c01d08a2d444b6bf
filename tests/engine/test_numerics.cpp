// Random numbers and elementary functions: known answers, accuracy as their comments state it, the same bits in every
// lane.
#include "engine/draws.hpp"
#include "engine/numerics.hpp"

#include <boost/math/distributions/normal.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

namespace assent {
namespace {

using Counter = PhiloxBlock<std::uint32_t>;

struct KnownAnswer {
    Counter counter;
    std::uint32_t key0, key1;
    Counter block;
};

/// Random123, kat_vectors (sim/ODD.md, section 9).
const std::vector<KnownAnswer> known_blocks{
    {{{0, 0, 0, 0}}, 0, 0, {{0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u}}},
    {{{~0u, ~0u, ~0u, ~0u}}, ~0u, ~0u, {{0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu}}},
    {{{0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u}},
     0xa4093822u,
     0x299f31d0u,
     {{0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u}}},
};

/// The answer lies in one lane; its neighbours count from elsewhere and must not disturb it.
template <int N> void check_known_block(const KnownAnswer& known, int lane) {
    PhiloxBlock<Words<N>> counter;
    for (int word = 0; word < 4; ++word)
        for (int each = 0; each < N; ++each)
            counter.word[word].set(each, known.counter.word[word] + static_cast<std::uint32_t>(each - lane));
    const PhiloxBlock<Words<N>> block = philox(counter, known.key0, known.key1);
    for (int word = 0; word < 4; ++word) CHECK(block.word[word][lane] == known.block.word[word]);
}

template <int N> void check_known_blocks() {
    for (const KnownAnswer& known : known_blocks)
        for (int lane = 0; lane < N; ++lane) check_known_block<N>(known, lane);
}

/// Error in units of the last place of the true value.
double ulps(float computed, double truth) {
    int exponent = 0;
    std::frexp(truth, &exponent);
    return std::abs(double(computed) - truth) / std::ldexp(1.0, exponent - 24);
}

float exponential_of(float x) { return exponential(Floats<1>(x))[0]; }
float logarithm_of(float x) { return logarithm(Floats<1>(x))[0]; }
float quantile_of(float p) { return normal_quantile(Floats<1>(p))[0]; }
float uniform_of(std::uint32_t word) { return uniform(Words<1>(word))[0]; }

/// The same function in one lane of N and alone, for arguments of all sizes and signs.
template <int N, class Function> void check_lanes(Function function, float low, float high) {
    int different = 0;
    for (int step = 0; step < 2000; ++step) {
        Floats<N> x;
        for (int lane = 0; lane < N; ++lane)
            x.set(lane, low + (high - low) * static_cast<float>((step * 37 + lane * 1009) % 2000) / 2000.0f);
        const Floats<N> y = function(x);
        for (int lane = 0; lane < N; ++lane) {
            const Floats<1> alone = function(Floats<1>(x[lane]));
            different += std::bit_cast<std::uint32_t>(y[lane]) != std::bit_cast<std::uint32_t>(alone[0]);
        }
    }
    CHECK(different == 0);
}

template <int N> void check_functions_in_lanes() {
    check_lanes<N>([](auto x) { return exponential(x); }, -100.0f, 100.0f);
    check_lanes<N>([](auto x) { return logarithm(x); }, -1.0f, 1e6f);
    check_lanes<N>([](auto x) { return logistic(x); }, -30.0f, 30.0f);
    check_lanes<N>([](auto x) { return normal_quantile(x); }, 0.0f, 1.0f);
    check_lanes<N>([](auto x) { return square_root(x); }, 0.0f, 1e6f);
    check_lanes<N>([](auto x) { return power(x, x + decltype(x)(0.5f)); }, -1.0f, 5.0f);
    check_lanes<N>([](auto x) { return unit_interval(x); }, -2.0f, 2.0f);
}

} // namespace

TEST_CASE("Philox gives the published blocks, alone and in every lane") {
    for (const KnownAnswer& known : known_blocks) {
        const Counter block = philox(known.counter, known.key0, known.key1);
        for (int word = 0; word < 4; ++word) CHECK(block.word[word] == known.block.word[word]);
    }
    check_known_blocks<1>();
    check_known_blocks<4>();
    check_known_blocks<8>();
    check_known_blocks<16>();
}

TEST_CASE("a draw is the Philox block of its address") {
    const Luck<4> luck{PhiloxKeys(0x89abcdefu, 0x01234567u), Words<4>(5), Words<4>(1), 33};
    const auto block = luck(Purpose::vote, Words<4>(0xfeedu), Words<4>(3));
    const Counter expected = philox(Counter{{5, (1u << 16) | 33u, 0xfeedu, (8u << 16) | 3u}}, 0x89abcdefu, 0x01234567u);
    for (int word = 0; word < 4; ++word) CHECK(block.word[word][2] == expected.word[word]);
}

TEST_CASE("uniform numbers lie between 0 and 1, rise with the word and have mean 1/2") {
    float before = 0;
    double sum = 0;
    int falls = 0;
    for (std::uint32_t cell = 0; cell < (1u << 23); ++cell) { // the 23 bits that count
        const float u = uniform_of(cell << 9);
        falls += !(u > before && u < 1);
        before = u;
        sum += double(u);
    }
    CHECK(falls == 0);
    CHECK(sum / 0x1p23 == doctest::Approx(0.5).epsilon(1e-9));
}

TEST_CASE("each uniform number is the middle of its cell, the last one too") {
    CHECK(uniform_of(~0u) == 1 - 0x1p-24f);
    CHECK(uniform_of(0) == 0x1p-24f);
    CHECK(uniform_of(1u << 31) == 0.5f + 0x1p-24f);
}

TEST_CASE("e^x within 2 units of the last place") {
    double worst = 0;
    for (int i = 0; i <= 200'000; ++i) {
        const float x = -87.0f + 175.0f * static_cast<float>(i) / 200'000;
        worst = std::max(worst, ulps(exponential_of(x), std::exp(double(x))));
    }
    CHECK(worst < 2);
    CHECK(exponential_of(0) == 1);
    CHECK(exponential_of(-1e30f) == exponential_of(-87));
    CHECK(exponential_of(1e30f) == exponential_of(88));
}

TEST_CASE("logarithm within 2 units of the last place") {
    double worst = 0;
    for (std::uint32_t bits = 0x00800000u; bits < 0x7f800000u; bits += 9973) {
        const float x = std::bit_cast<float>(bits);
        worst = std::max(worst, ulps(logarithm_of(x), std::log(double(x))));
    }
    CHECK(worst < 2);
    CHECK(logarithm_of(1) == 0);
    CHECK(logarithm_of(0) == logarithm_of(0x1p-126f)); // below the least normal number: as that
}

TEST_CASE("normal quantile to 1 in 10^6 over all that a draw can give") {
    const boost::math::normal_distribution<double> standard;
    double worst = 0;
    for (std::uint32_t k = 0; k < (1u << 23); k += 167) {
        const float p = uniform_of(k << 9);
        const double truth = quantile(standard, double(p));
        const double error = std::abs(double(quantile_of(p)) - truth);
        worst = std::max(worst, error / std::max(std::abs(truth), 1e-2));
    }
    CHECK(worst < 1e-6);
    CHECK(quantile_of(0.5f) == 0);
    CHECK(quantile_of(0x1p-25f) == doctest::Approx(quantile(standard, 0x1p-25)).epsilon(1e-6));
}

TEST_CASE("power and logistic") {
    CHECK(power(Floats<1>(0), Floats<1>(5))[0] == 0);
    CHECK(power(Floats<1>(1), Floats<1>(0.2f))[0] == 1);
    CHECK(power(Floats<1>(0.25f), Floats<1>(0.2f))[0] == doctest::Approx(std::pow(0.25, 0.2)).epsilon(1e-6));
    CHECK(logistic(Floats<1>(0))[0] == 0.5f);
    CHECK(logistic(Floats<1>(2))[0] == doctest::Approx(1 / (1 + std::exp(-2.0))).epsilon(1e-6));
    CHECK(logistic(Floats<1>(-200))[0] > 0);
    CHECK(logistic(Floats<1>(200))[0] == 1);
}

TEST_CASE("functions give the same bits in every lane") {
    check_functions_in_lanes<4>();
    check_functions_in_lanes<8>();
    check_functions_in_lanes<16>();
}

} // namespace assent
