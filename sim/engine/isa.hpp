#pragma once
// Which instruction set plays: chosen at run time, because one executable serves every machine. Rows do not depend on it.
#include <cstdint>

namespace assent {

/// Instantiations of the kernel, from the plainest to the widest.
enum class Isa : std::uint8_t {
    one,    ///< one replicate at a time, plain scalars
    sse2,   ///< a 128-bit register, which every x86-64 has; elsewhere vectors as the compiler makes them
    avx2,   ///< 256-bit registers
    avx512, ///< 512-bit registers: F, BW, DQ and VL
};
inline constexpr int isa_count = 4;

/// Replicates that one instantiation plays side by side.
constexpr int lanes_of(Isa isa) noexcept {
    constexpr int lanes[isa_count] = {1, 4, 8, 16};
    return lanes[static_cast<int>(isa)];
}
inline constexpr int most_lanes = lanes_of(Isa::avx512);
/// Sets of lanes that one block keeps in memory at most (engine/simulate.hpp).
constexpr int seats_of(int lanes) noexcept { return lanes == 1 ? 1 : 8; }

/// Does this machine have the instructions.
bool machine_has(Isa isa) noexcept;
/// The widest that this machine has, unless prefer_isa named another.
Isa preferred_isa() noexcept;
/// What plays from now on wherever a request does not say. The machine must have it.
void prefer_isa(Isa isa) noexcept;

} // namespace assent
