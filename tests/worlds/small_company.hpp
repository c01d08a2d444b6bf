#pragma once
// A company of three people that a person can think through, and a bare centre for closed forms.
#include "model/model.hpp"

#include <vector>

namespace assent::worlds {

/// A chief who looks at quality, a finance head at the price, a marketing head who doubts; one rival; three strategies:
/// "script" (weeks only), "listening" (asks, answers what it hears), "silent" (no rules).
Model small_company();

/// A centre of `members` with equal authority, without links, objections and rules, our offer and `rivals` rivals:
/// nothing happens in it but what a test makes happen.
Model bare_centre(int members, int rivals);

} // namespace assent::worlds
