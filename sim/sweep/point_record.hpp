#pragma once
// What is kept of a point that was played: counts, sums and histograms, from which every figure can be worked out anew
// and which can be put together with those of other machines.
#include "experiment/histogram.hpp"
#include "experiment/summary.hpp"
#include "model/row_names.hpp"
#include "sweep/packed_rows.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace assent {

using Bins = std::vector<std::pair<std::int32_t, std::int64_t>>; ///< bin of a Histogram and count

/// What histograms are kept of; of price: won deals, of the rest: all deals.
enum class StoredQuantity : std::uint8_t { price, value, lifetime, hours };
inline constexpr std::size_t quantity_count = 4;
inline constexpr std::array<const char*, quantity_count> quantity_names{"price", "value", "lifetime", "hours"};

struct StrategyRecord {
    std::string id, name;
    std::array<Bins, quantity_count> histograms;
    /// Deals not won by who held the reason (an id; empty: nobody) and the reason (a topic or a word).
    std::map<std::pair<std::string, std::string>, std::int64_t> reasons;
    std::vector<PackedRows> rows; ///< every deal, where that is asked for
};

struct PointRecord {
    std::int64_t point = 0; ///< from 0
    std::string strong_id;  ///< of all that the results depend on
    std::size_t company = 0;
    std::vector<std::string> values; ///< by axis, as a file writes them
    double seconds = 0;              ///< it took to play, on one thread
    RunTally tally;                  ///< its reasons are in the strategies, by name
    std::vector<StrategyRecord> strategies;
    RowNames names; ///< of the numbers in `rows`
};

} // namespace assent
