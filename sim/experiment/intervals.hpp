#pragma once
// Intervals and quantiles of the statistics; the only place that knows Boost.Math.
#include "experiment/summary.hpp"

#include <span>

namespace assent {

/// Confidence of each of `comparisons` intervals that shall all hold together at `confidence` (Bonferroni).
double share_confidence(double confidence, std::int64_t comparisons);

/// Half-width in standard deviations of the two-sided normal interval, e.g. 1.96 for 0.95.
double normal_factor(double confidence);

/// The same of Student's t with so many degrees of freedom, at least 1.
double student_factor(double confidence, std::int64_t degrees);

/// Score interval for a proportion (Wilson 1927). Nothing is known of 0 trials: [0, 1].
Interval wilson_interval(std::int64_t successes, std::int64_t trials, double confidence);

/// Interval for the difference of two proportions seen on the same `pairs`, of which `only_first` succeeded in the first
/// alone and `only_second` in the second alone: the adjusted Wald interval of Bonett & Price 2012 (one more in each
/// discordant cell), which keeps its level for few pairs and when a cell is empty. The estimate is the plain difference.
Interval paired_interval(std::int64_t only_first, std::int64_t only_second, std::int64_t pairs, double confidence);

/// Student's t interval for a mean; one value alone has an interval without bounds, no value gives zeros.
Interval mean_interval(const Moments& moments, double confidence);

/// Standard error of a mean; 0 below two values.
double standard_error(const Moments& moments);

/// Interval for the ratio of two means over the same cases (delta method; Cochran 1977, section 2.11). `products` is the
/// sum of numerator times denominator. A denominator of zero throughout gives zeros: there is no such ratio.
Interval ratio_interval(const Moments& numerator, const Moments& denominator, double products, double confidence);

/// Interval for the difference of two means over the same cases, first minus second; `products` is the sum of first times
/// second. Student's t of the differences.
Interval paired_mean_interval(const Moments& first, const Moments& second, double products, double confidence);

/// A ratio of two means, as for ratio_interval.
struct RatioSums {
    const Moments& numerator;
    const Moments& denominator;
    double products;
};
/// Sums of products of the parts of two ratios over the same cases.
struct RatioCrossSums {
    double numerators, numerator_denominator, denominator_numerator, denominators;
};
/// Interval for the difference of two such ratios, first minus second (delta method). A ratio that does not exist, because
/// its denominator is zero throughout, counts as zero without spread.
Interval paired_ratio_interval(const RatioSums& first, const RatioSums& second, const RatioCrossSums& cross,
                               double confidence);

/// Least week by which a share of at least `probability` of the counted deals ended; 0 when there are none.
int week_quantile(std::span<const std::int64_t> weeks, double probability);

} // namespace assent
