#pragma once
// Estimates of a system from its batches: a ratio of sums, its spread by first-order expansion (delta method).
#include "experiment/selection.hpp"

#include <span>

namespace assent {

/// Sums over the batches of one system.
struct BatchTotal {
    std::int64_t batches = 0;
    double value = 0, weight = 0;
    void add(std::span<const BatchSum> more);
    [[nodiscard]] bool measured() const { return weight > 0; }
    [[nodiscard]] double estimate() const { return measured() ? value / weight : 0; }
};

/// Variance of what one batch of `one` contributes to its estimate. For a mean that is the sample variance of the batch
/// means; 0 for less than two batches.
double batch_variance(std::span<const BatchSum> one);

/// The same of the difference of two estimates over the same batches, the first `other.size()` of `one` at most.
double batch_variance(std::span<const BatchSum> one, std::span<const BatchSum> other);

/// Variance that two events would add, one for either side, to what was seen in so many batches.
double unseen_variance(double event, std::int64_t batches);

/// Place of the largest estimate among those measured, the first of several.
std::size_t largest(std::span<const SelectedSystem> systems);

/// The indifference asked for, or its share of the largest estimate. Throws UserError when that is not above 0, and when no
/// system is measured.
double indifference_of(const SelectionRequest& request, std::span<const SelectedSystem> systems);

} // namespace assent
