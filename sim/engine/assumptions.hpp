#pragma once
// Index of each constant of the mechanisms in Plan::assumptions.
#include <cstdint>

namespace assent {

enum class Assumption : std::uint8_t {
#define ASSENT_ASSUMPTION(name, least, greatest, preset, unit, sentence, source) name,
#include "engine/assumption_list.hpp"
#undef ASSENT_ASSUMPTION
};

inline constexpr int assumption_count = 0
#define ASSENT_ASSUMPTION(name, least, greatest, preset, unit, sentence, source) +1
#include "engine/assumption_list.hpp"
#undef ASSENT_ASSUMPTION
    ;

} // namespace assent
