#pragma once
// Distributions of the scenario as the kernel draws them: truncated to the range of their key, in plain numbers.
#include "engine/plan.hpp"
#include "model/number.hpp"

#include <string>
#include <vector>

namespace assent {

/// A key's range; draws are truncated to it.
struct Bounds {
    double low, high;
};

/// How to draw `number` within `bounds`; tables are appended to `tables`. `path` names the key in errors.
/// Throws UserError when the distribution has no mass inside the bounds.
/// Precondition: the number is a distribution (not constant, unset, unknown).
DrawSpec draw_spec(const Number& number, Bounds bounds, const std::string& path, std::vector<float>& tables);

/// The number times a factor >= 0: of a distribution, each value that is drawn, so the luck stays the same.
Number scaled(Number number, double factor);
/// The number plus an offset; a lognormal or beta one becomes constant at its shifted mean.
Number shifted(Number number, double offset);

} // namespace assent
