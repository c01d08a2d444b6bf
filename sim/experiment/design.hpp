#pragma once
// Designs: points that fill the unit cube evenly. Rows are points; entry [point * axes + axis] lies in [0, 1). The same
// seed gives the same design on any machine.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace assent {

inline constexpr std::size_t design_axes_limit = 1000;
inline constexpr int sobol_power_limit = 24; ///< 2^24 points

/// Latin hypercube (McKay, Beckman & Conover 1979): each axis is cut into as many slices as there are points, and each
/// slice holds one point, at a place by chance. Throws UserError for more than design_axes_limit axes.
std::vector<double> latin_hypercube(std::size_t points, std::size_t axes, std::uint64_t seed);

/// 2^power points of Sobol's sequence (direction numbers of Joe & Kuo 2008), scrambled as Owen (1995) does, by hashing
/// (Laine & Karras 2011; Burley 2020): each axis by itself, so that any 2^m of an axis lie in slices of their own.
/// Throws UserError beyond the limits.
std::vector<double> scrambled_sobol(int power, std::size_t axes, std::uint64_t seed);

} // namespace assent
