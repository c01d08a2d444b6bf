#pragma once
// Percentile bootstrap (Efron & Tibshirani 1993, chapter 13) of figures that are functions of weighted rows.
#include "experiment/in_parallel.hpp"
#include "experiment/summary.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace assent {

struct BootstrapRequest {
    std::uint64_t seed = 1;
    double confidence = 0.95;
    int resamples = 1000;
    Workers workers;
};

/// Figures from how often each row counts; always the same number of them.
using WeightedFigures = std::function<std::vector<double>(std::span<const double> weights)>;

/// Figures of all rows counted once, each with the percentiles of the same figures over resamples of the rows. The result
/// does not depend on the number of threads. Throws Cancelled when told to stop. Precondition: rows >= 1.
std::vector<Interval> bootstrap_intervals(std::size_t rows, const WeightedFigures& figures,
                                          const BootstrapRequest& request);

} // namespace assent
