#include "experiment/design.hpp"

#include "engine/philox.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <numeric>

#include <boost/random/sobol.hpp>
#include <fmt/format.h>

namespace assent {
namespace {

// Last word of the counter: what a draw is for.
enum Purpose : std::uint32_t { permutation = 1, place_in_stratum = 2, scrambling = 3 };

std::uint32_t word(std::uint64_t seed, std::size_t row, std::size_t column, Purpose purpose) {
    return philox<std::uint32_t>({{static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column), 0, purpose}},
                                 static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32))
        .word[0];
}

DesignMatrix empty_design(std::size_t rows, std::size_t columns) {
    if (rows < 1 || rows > (std::size_t{1} << most_design_doublings))
        throw UserError(fmt::format("design of {} points (must be 1 to 2^{}); ask for another number of samples", rows,
                                    most_design_doublings));
    if (columns < 1 || columns > most_design_columns)
        throw UserError(
            fmt::format("design over {} columns (must be 1 to {}, as many as Sobol's sequence is known for); "
                        "move fewer numbers",
                        columns, most_design_columns));
    if (rows > most_design_cells / columns)
        throw UserError(
            fmt::format("design of {} points over {} columns (needs more than a gigabyte of memory); ask for "
                        "fewer samples or move fewer numbers",
                        rows, columns));
    return {rows, columns, std::vector<double>(rows * columns)};
}

/// Fisher & Yates, from the last element on. A draw of 32 bits favours no stratum by more than one part in 2^8, and only
/// with the greatest number of rows; with 2^12 rows by one part in 2^20.
std::vector<std::uint32_t> shuffled_strata(std::size_t rows, std::size_t column, std::uint64_t seed) {
    std::vector<std::uint32_t> strata(rows);
    std::iota(strata.begin(), strata.end(), 0u);
    for (std::size_t i = rows - 1; i > 0; --i)
        std::swap(strata[i],
                  strata[multiply_wide(word(seed, i, column, permutation), static_cast<std::uint32_t>(i + 1)).high]);
    return strata;
}

constexpr std::uint32_t reversed(std::uint32_t bits) {
    bits = ((bits >> 1) & 0x55555555u) | ((bits & 0x55555555u) << 1);
    bits = ((bits >> 2) & 0x33333333u) | ((bits & 0x33333333u) << 2);
    bits = ((bits >> 4) & 0x0f0f0f0fu) | ((bits & 0x0f0f0f0fu) << 4);
    bits = ((bits >> 8) & 0x00ff00ffu) | ((bits & 0x00ff00ffu) << 8);
    return (bits >> 16) | (bits << 16);
}

/// Flips each bit by a hash of the bits above it, which keeps every net a net: on reversed bits, additions and products
/// with even factors carry only towards the bits that stand for finer cells.
constexpr std::uint32_t scrambled(std::uint32_t bits, std::uint32_t key) {
    bits = reversed(bits) + key;
    for (const std::uint32_t factor : {0x6c50b47cu, 0xb82f1e52u, 0xc7afe638u, 0x8d22f6e6u}) bits ^= bits * factor;
    return reversed(bits);
}

} // namespace

DesignMatrix latin_hypercube(std::size_t rows, std::size_t columns, std::uint64_t seed) {
    DesignMatrix design = empty_design(rows, columns);
    for (std::size_t column = 0; column < columns; ++column) {
        const std::vector<std::uint32_t> strata = shuffled_strata(rows, column, seed);
        for (std::size_t row = 0; row < rows; ++row) {
            // 24 bits, so that adding the stratum is exact and cannot round into the next one.
            const double within = ((word(seed, row, column, place_in_stratum) >> 8) + 0.5) / 0x1p24;
            design.cells[row * columns + column] = (strata[row] + within) / static_cast<double>(rows);
        }
    }
    return design;
}

DesignMatrix scrambled_sobol(unsigned doublings, std::size_t columns, std::uint64_t seed) {
    // A shift beyond the limit is refused by the size that it stands for.
    DesignMatrix design = empty_design(std::size_t{1} << std::min(doublings, most_design_doublings + 1), columns);
    std::vector<std::uint32_t> keys(columns);
    for (std::size_t column = 0; column < columns; ++column) keys[column] = word(seed, 0, column, scrambling);
    boost::random::sobol_engine<std::uint32_t, 32> sequence(columns);
    for (std::size_t i = 0; i < design.cells.size(); ++i) {
        // Boost leaves out the origin, without which the points are no net.
        const std::uint32_t bits = i < columns ? 0 : sequence();
        design.cells[i] = (scrambled(bits, keys[i % columns]) + 0.5) / 0x1p32;
    }
    return design;
}

} // namespace assent
