#pragma once
// The same constants moved in several companies.
#include "experiment/tornado.hpp"

#include <span>
#include <string>
#include <vector>

namespace assent {

/// One constant of the mechanisms over the companies in which it was moved.
struct ConstantAcross {
    std::string key;
    int companies = 0;                          ///< in which it was moved
    int turns = 0;                              ///< of these, in which it turns who leads
    int settles = 0;                            ///< in which it settles a tie for the first place
    int touches = 0;                            ///< in which any deal differs
    double median_swing = 0, largest_swing = 0; ///< over the companies; see swing_size()
};

/// Swing that can be compared between companies: of win rates in shares of all deals, of money as a share of what the
/// watched strategy earns in the scenario as it is (0 where that is nothing).
double swing_size(const Tornado& tornado, const TornadoBar& bar);

/// Constants in any of the tornados; those that turn most companies first, then by largest swing.
std::vector<ConstantAcross> constants_across(std::span<const Tornado* const> tornados);

} // namespace assent
