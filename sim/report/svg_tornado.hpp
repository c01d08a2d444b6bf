#pragma once
// The picture of a tornado, from plain numbers.
#include <functional>
#include <string>
#include <vector>

namespace assent {

/// A number and the measure at its two ends.
struct SwingBar {
    std::string name;
    std::string low_value, high_value; ///< the ends as text
    double at_low = 0, at_high = 0;    ///< the measure there
    bool turns = false;                ///< who leads changes
};

/// Bars about the measure of the scenario as it is, in the order given; the low end is plain, the high end hatched.
std::string draw_tornado(const std::vector<SwingBar>& bars, double as_it_is, const std::string& title,
                         const std::function<std::string(double)>& tick, double width);

} // namespace assent
