#pragma once
// Which deals are forecast by a fit that has not seen them.
#include <cstdint>
#include <span>
#include <vector>

namespace assent {

/// Fold of each deal, 0 … folds - 1. Deals of one group share their fold; groups are dealt out by chance, large ones
/// first, each to the fold that has fewest deals. `repeat` gives another deal of the cards.
std::vector<int> assign_folds(std::span<const int> group, int folds, std::uint64_t seed, std::uint32_t repeat);

} // namespace assent
