#pragma once
// Designs: points that fill the unit cube evenly. Each is a pure function of its sizes and its seed, the same on every
// machine; the luck is Philox (engine/philox.hpp).
#include <cstddef>
#include <cstdint>
#include <vector>

namespace assent {

inline constexpr std::size_t most_design_columns = 3667;               ///< direction numbers that Boost.Random holds
inline constexpr unsigned most_design_doublings = 24;                  ///< at most 2^24 points
inline constexpr std::size_t most_design_cells = std::size_t{1} << 27; ///< numbers of a design: one gigabyte

/// Points of the open unit cube, row-major (rows × columns).
struct DesignMatrix {
    std::size_t rows = 0, columns = 0;
    std::vector<double> cells; // (rows × columns), each in (0, 1)
    [[nodiscard]] double at(std::size_t row, std::size_t column) const { return cells[row * columns + column]; }
};

/// Latin hypercube (McKay, Beckman & Conover 1979): cut into `rows` equal strata, each column has one point in each, at a
/// random place of the stratum; the columns are permuted independently. Needs 1 … 2^24 rows, 1 … 3667 columns and at most
/// most_design_cells cells; else UserError.
DesignMatrix latin_hypercube(std::size_t rows, std::size_t columns, std::uint64_t seed);

/// The first 2^doublings points of Sobol's sequence (direction numbers of Joe & Kuo 2008, as Boost.Random holds them) under
/// nested uniform scrambling (Owen 1995), done by the hash of Laine & Karras 2011 with the constants of Burley 2020. Every
/// column alone has one point in each of its 2^doublings equal strata, and single points are uniform over the seeds.
/// Needs 0 … 24 doublings and as many columns and cells as latin_hypercube(); else UserError.
DesignMatrix scrambled_sobol(unsigned doublings, std::size_t columns, std::uint64_t seed);

} // namespace assent
