#pragma once
// What is known of each constant of the mechanisms, in the order of the enumeration Assumption.
#include "engine/assumptions.hpp"

#include <array>
#include <string_view>

namespace assent {

struct AssumptionTraits {
    std::string_view name;
    double least, greatest, preset; ///< range of the key and built-in value, in `unit`
    std::string_view unit, sentence, source;

    /// Does no published figure stand behind its value?
    [[nodiscard]] constexpr bool is_assumed() const { return source.find("assumption") != std::string_view::npos; }
};

inline constexpr std::array<AssumptionTraits, assumption_count> assumption_table{{
#define ASSENT_ASSUMPTION(name, least, greatest, preset, unit, sentence, source)                                       \
    {#name, least, greatest, preset, unit, sentence, source},
#include "engine/assumption_list.hpp"
#undef ASSENT_ASSUMPTION
}};

/// How many constants rest on no published figure.
constexpr int assumed_constants() {
    int count = 0;
    for (const AssumptionTraits& assumption : assumption_table) count += assumption.is_assumed() ? 1 : 0;
    return count;
}

} // namespace assent
