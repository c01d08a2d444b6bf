#pragma once
// Log-odds in double precision; the kernel has its own in floats.
#include <cmath>

namespace assent {

inline double logistic(double x) { return 1 / (1 + std::exp(-x)); }
inline double logit(double p) { return std::log(p / (1 - p)); }

} // namespace assent
