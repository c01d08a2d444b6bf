#pragma once
// What is measured of an arm: each measure is a ratio of two sums over the deals, so that one statistic fits them all.
#include "engine/outcome.hpp"
#include "engine/plan.hpp"
#include "model/fact.hpp"

#include <span>
#include <vector>

namespace assent {

/// One deal as a measure sees it.
struct SeenDeal {
    const OutcomeRow& row;
    std::span<const float> utilities; ///< final, (n_member × n_alternative); empty unless the measure asks for them
    std::int32_t alternatives = 0;
    std::span<const int> whom; ///< places of the members or alternatives that the measure is about
};

/// What a deal adds to the sums above and below the line; a deal that does not count adds 0 to both.
struct Quantity {
    double above = 0, below = 0;
};

enum class MeasureUnit : std::uint8_t { share, weeks, money, money_per_hour, hours, count };

struct MeasureTraits {
    Measure measure;
    MeasureUnit unit;
    const char* words; ///< what it is called in a table
    Quantity (*of)(const SeenDeal&);
    bool share_of_all = false; ///< 0 or 1 over 1: a proportion of all deals
    bool median = false;       ///< the median of above where below is 1, in whole weeks
    bool needs_utilities = false;
};

const MeasureTraits& traits_of(Measure measure);

} // namespace assent
