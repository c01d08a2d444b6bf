#pragma once
// Ranked bars, from plain numbers.
#include <functional>
#include <string>
#include <vector>

namespace assent {

/// What a number does alone, and with others; 0 <= alone <= whole is drawn, what goes beyond is cut off.
struct ShareBar {
    std::string name, value; ///< the value as text
    double alone = 0, whole = 0;
    double low = 0, high = 0; ///< interval of the whole
};

/// Bars in the order given: alone is plain, the rest hatched, a whisker over the interval of the whole.
std::string draw_shares(const std::vector<ShareBar>& bars, const std::string& title,
                        const std::function<std::string(double)>& tick, double width);

} // namespace assent
