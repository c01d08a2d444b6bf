#include "experiment/design.hpp"

#include "engine/philox.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <fmt/format.h>
#include <numeric>

namespace assent {
namespace {

enum class Use : std::uint32_t { order = 1, place, scramble };

/// Luck of a design: a pure function of seed, use, axis and number.
std::uint32_t word(std::uint64_t seed, Use use, std::size_t axis, std::uint32_t number) {
    return philox(PhiloxBlock<std::uint32_t>{{number, static_cast<std::uint32_t>(axis), static_cast<std::uint32_t>(use),
                                              0xde5160a5u}},
                  static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32))
        .word[0];
}

void check_axes(std::size_t axes) {
    if (axes > design_axes_limit)
        throw UserError(fmt::format("{} axes (at most {} fit a design); take fewer", axes, design_axes_limit));
}

std::uint32_t reversed(std::uint32_t x) {
    x = (x & 0x55555555u) << 1 | (x >> 1 & 0x55555555u);
    x = (x & 0x33333333u) << 2 | (x >> 2 & 0x33333333u);
    x = (x & 0x0f0f0f0fu) << 4 | (x >> 4 & 0x0f0f0f0fu);
    return __builtin_bswap32(x);
}

/// Each bit is turned over or not by a hash of the bits above it. Constants of Burley 2020, listing 3.
std::uint32_t scrambled(std::uint32_t x, std::uint32_t seed) {
    x = reversed(x);
    x ^= x * 0x3d20adeau;
    x += seed;
    x *= (seed >> 16) | 1u;
    x ^= x * 0x05526c56u;
    x ^= x * 0x53a22864u;
    return reversed(x);
}

} // namespace

std::vector<double> latin_hypercube(std::size_t points, std::size_t axes, std::uint64_t seed) {
    check_axes(axes);
    std::vector<double> cube(points * axes);
    std::vector<std::size_t> slice(points);
    for (std::size_t axis = 0; axis < axes; ++axis) {
        std::iota(slice.begin(), slice.end(), std::size_t{0});
        for (std::size_t i = points; i > 1; --i) { // Fisher & Yates
            const std::uint64_t luck = word(seed, Use::order, axis, static_cast<std::uint32_t>(i));
            std::swap(slice[i - 1], slice[static_cast<std::size_t>(luck * i >> 32)]);
        }
        for (std::size_t i = 0; i < points; ++i) {
            const double within = word(seed, Use::place, axis, static_cast<std::uint32_t>(i)) * 0x1p-32;
            cube[i * axes + axis] = (static_cast<double>(slice[i]) + within) / static_cast<double>(points);
        }
    }
    return cube;
}

std::vector<double> scrambled_sobol(int power, std::size_t axes, std::uint64_t seed) {
    check_axes(axes);
    if (power < 0 || power > sobol_power_limit)
        throw UserError(
            fmt::format("2^{} points (out of range); Sobol's sequence is taken up to 2^{}", power, sobol_power_limit));
    const std::size_t points = std::size_t{1} << power;
    std::vector<double> cube(points * axes);
    if (axes == 0) return cube;
    boost::random::sobol_engine<std::uint32_t, 32> sequence(axes);
    std::vector<std::uint32_t> seeds(axes);
    for (std::size_t axis = 0; axis < axes; ++axis) seeds[axis] = word(seed, Use::scramble, axis, 0);
    // Boost leaves out the first point of the sequence, the origin, without which 2^m points are no net.
    for (std::size_t axis = 0; axis < axes; ++axis) cube[axis] = scrambled(0, seeds[axis]) * 0x1p-32;
    for (std::size_t i = axes; i < cube.size(); ++i) cube[i] = scrambled(sequence(), seeds[i % axes]) * 0x1p-32;
    return cube;
}

} // namespace assent
