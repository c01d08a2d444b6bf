#pragma once
// What was missed comes back, at growing distances (Leitner 1972: boxes).
#include <array>
#include <cstddef>
#include <cstdint>

namespace assent {

struct Repetition {
    int box = 0;              ///< 0: missed last time
    std::int64_t sitting = 0; ///< from which sitting on it is due

    /// Sittings until an item of each box comes back; after the last one it is known.
    static constexpr std::array<std::int64_t, 5> distance{1, 2, 4, 8, 16};

    [[nodiscard]] constexpr bool known() const { return box >= static_cast<int>(distance.size()); }
};

/// After an attempt in `sitting`: passed at once it moves a box on, missed it begins anew. Something passed at the very first
/// attempt never comes back.
constexpr Repetition repeated(Repetition before, bool passed, std::int64_t sitting) {
    Repetition after{passed ? before.box + 1 : 0, sitting};
    if (!after.known()) after.sitting += Repetition::distance[static_cast<std::size_t>(after.box)];
    return after;
}

} // namespace assent
