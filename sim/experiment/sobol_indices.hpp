#pragma once
// Which inputs explain the variance of a function over the unit cube, alone and together (Sobol 1993). Pure functions of
// values at the points of a design; nothing here knows what the function is.
#include "experiment/bootstrap.hpp"
#include "experiment/design.hpp"

#include <functional>
#include <vector>

namespace assent {

/// Values of a function at the rows of a design, in their order.
using PointFunction = std::function<std::vector<double>(const DesignMatrix& points)>;

/// Two independent sets of points and their mixtures. A and B have `rows` rows and as many columns as there are inputs.
struct MixedPoints {
    DesignMatrix a, b;
    /// A with column i taken from B.
    [[nodiscard]] DesignMatrix a_with(std::size_t column) const;
    /// B with column i taken from A.
    [[nodiscard]] DesignMatrix b_with(std::size_t column) const;
};

/// Both halves of scrambled Sobol points over twice the inputs. Limits of scrambled_sobol().
MixedPoints mixed_points(unsigned doublings, std::size_t inputs, std::uint64_t seed);

/// Values at those points. (rows) each.
struct MixedValues {
    std::vector<double> a, b;
    std::vector<std::vector<double>> a_with; // (inputs)
    std::vector<std::vector<double>> b_with; // (inputs); empty for those whose pairs are not wanted
};

/// Shares of the variance. `first`: by the input alone (estimator of Saltelli et al. 2010, table 2b); `total`: by the input
/// alone and together with others (Jansen 1999); `together`: total less first.
struct InputShare {
    Interval first, total, together;
};

/// Share of the variance that two inputs explain only together (Saltelli 2002, both mixtures averaged).
struct PairShare {
    std::size_t one = 0, other = 0; ///< inputs, one < other
    Interval share;
};

struct SobolIndices {
    double mean = 0, variance = 0;  ///< over A and B
    std::vector<InputShare> inputs; // (inputs); all zeros when the variance is 0
    std::vector<PairShare> pairs;   ///< of inputs that have both mixtures
    [[nodiscard]] bool flat() const { return variance <= 0; }
};

/// Indices with bootstrap intervals over the rows. Points of a Sobol sequence are more even than the rows of the bootstrap,
/// so the intervals are rather too wide than too narrow. Preconditions: at least one row; all vectors of one length.
SobolIndices sobol_indices(const MixedValues& values, const BootstrapRequest& request);

struct SobolRequest {
    unsigned doublings = 9;  ///< 2^9 = 512 rows
    std::size_t leading = 4; ///< inputs of largest total share whose pairs are looked at
    BootstrapRequest bootstrap;
};

/// How often explain_variance() asks for a value.
std::size_t sobol_evaluations(std::size_t inputs, const SobolRequest& request);

/// Evaluates the function and estimates: A, B, A with each column of B, then for the leading inputs B with a column of A.
/// Precondition: inputs >= 1. Throws as scrambled_sobol() and the function do.
SobolIndices explain_variance(const PointFunction& function, std::size_t inputs, const SobolRequest& request);

} // namespace assent
