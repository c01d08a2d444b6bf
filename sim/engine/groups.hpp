#pragma once
// Lanes that turn to different elements of the same arrays. Mostly they agree on a few, so the arrays are read and written
// whole, element by element, and what is worked out with the elements is worked out once for all lanes.
#include "engine/lanes.hpp"

namespace assent::inline ASSENT_ISA {

/// An index for each lane of a mask, and the lanes that share it; outside the mask any index may stand.
template <int N> struct Groups {
    Ints<N> index;        ///< lane by lane
    int count = 0;        ///< different indices, 1 … N
    std::int32_t each[N]; ///< (count)
    Mask<N> lanes[N];     ///< of each index; they do not overlap (count)

    /// All lanes of the mask share the index.
    Groups(std::int32_t shared, Mask<N> mask) : index(shared), count(1) {
        each[0] = shared;
        lanes[0] = mask;
    }
    /// The mask must be set somewhere.
    Groups(Ints<N> of, Mask<N> mask) : index(of) {
        do {
            each[count] = of[first_lane(mask)];
            lanes[count] = mask & (of == Ints<N>(each[count]));
            mask &= ~lanes[count++];
        } while (any(mask));
    }
    /// Forgets the indices that no lane of the mask has; the mask must be set somewhere.
    void keep(Mask<N> mask) {
        if constexpr (N == 1) return;
        int kept = 0;
        for (int group = 0; group < count; ++group) {
            if (!any(lanes[group] & mask)) continue;
            each[kept] = each[group];
            lanes[kept++] = lanes[group];
        }
        count = kept;
    }
    /// Calls visit(index, its lanes) for each index.
    template <class Visit> void visit(Visit visit) const {
        visit(each[0], lanes[0]);
        if constexpr (N > 1)
            for (int group = 1; group < count; ++group) visit(each[group], lanes[group]);
    }
    /// value(index) in the lanes of each index.
    template <class Value> [[nodiscard]] auto gather(Value value) const {
        auto gathered = value(each[0]);
        if constexpr (N > 1)
            for (int group = 1; group < count; ++group) gathered = select(lanes[group], value(each[group]), gathered);
        return gathered;
    }
    /// The lanes in which `holds(index)` is true.
    template <class Holds> [[nodiscard]] Mask<N> where(Holds holds) const {
        Mask<N> found = Mask<N>::all(false);
        visit([&](std::int32_t one, Mask<N> mask) { found |= mask & Mask<N>::all(holds(one)); });
        return found;
    }
};

} // namespace assent::inline ASSENT_ISA
