#include "experiment/intervals.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>

namespace assent {
namespace {

double variance(const Moments& moments) {
    if (moments.count < 2) return 0;
    const auto count = static_cast<double>(moments.count);
    return std::max(0.0, (moments.squares - moments.sum * moments.sum / count) / (count - 1));
}

double mean(const Moments& moments) { return moments.count > 0 ? moments.sum / static_cast<double>(moments.count) : 0; }

/// Of two quantities over the same cases, by the sum of their products.
double covariance(const Moments& one, const Moments& other, double products) {
    if (one.count < 2) return 0;
    const auto count = static_cast<double>(one.count);
    return (products - one.sum * other.sum / count) / (count - 1);
}

Interval around(double estimate, double half_width) { return {estimate, estimate - half_width, estimate + half_width}; }

/// A ratio of means as one mean of numerator - ratio·denominator over the mean denominator.
struct Linearised {
    double ratio = 0, scale = 0;
    explicit Linearised(const RatioSums& sums) {
        if (const double below = mean(sums.denominator); below != 0) {
            scale = 1 / below;
            ratio = mean(sums.numerator) * scale;
        }
    }
    [[nodiscard]] double variance_of(const RatioSums& sums) const {
        const double spread = variance(sums.numerator) -
                              2 * ratio * covariance(sums.numerator, sums.denominator, sums.products) +
                              ratio * ratio * variance(sums.denominator);
        return scale * scale * std::max(0.0, spread);
    }
};

Interval without_bounds(double estimate) { return around(estimate, std::numeric_limits<double>::infinity()); }

} // namespace

double share_confidence(double confidence, std::int64_t comparisons) {
    return 1 - (1 - confidence) / static_cast<double>(std::max<std::int64_t>(1, comparisons));
}

double normal_factor(double confidence) {
    return boost::math::quantile(boost::math::complement(boost::math::normal(), (1 - confidence) / 2));
}

double student_factor(double confidence, std::int64_t degrees) {
    const boost::math::students_t distribution(static_cast<double>(degrees));
    return boost::math::quantile(boost::math::complement(distribution, (1 - confidence) / 2));
}

Interval wilson_interval(std::int64_t successes, std::int64_t trials, double confidence) {
    if (trials <= 0) return {0, 0, 1};
    const auto n = static_cast<double>(trials);
    const double p = static_cast<double>(successes) / n;
    const double square = std::pow(normal_factor(confidence), 2);
    const double centre = (p + square / (2 * n)) / (1 + square / n);
    const double half = std::sqrt(square * (p * (1 - p) / n + square / (4 * n * n))) / (1 + square / n);
    // The bounds at 0 and n successes are exactly 0 and 1; rounding must not move them.
    return {p, successes == 0 ? 0.0 : std::max(0.0, centre - half),
            successes == trials ? 1.0 : std::min(1.0, centre + half)};
}

Interval paired_interval(std::int64_t only_first, std::int64_t only_second, std::int64_t pairs, double confidence) {
    if (pairs <= 0) return {0, -1, 1};
    const auto n = static_cast<double>(pairs);
    const double first = static_cast<double>(only_first + 1) / (n + 2);
    const double second = static_cast<double>(only_second + 1) / (n + 2);
    const double centre = first - second;
    const double half = normal_factor(confidence) * std::sqrt((first + second - centre * centre) / (n + 2));
    return {static_cast<double>(only_first - only_second) / n, std::max(-1.0, centre - half),
            std::min(1.0, centre + half)};
}

double standard_error(const Moments& moments) {
    return moments.count < 2 ? 0 : std::sqrt(variance(moments) / static_cast<double>(moments.count));
}

Interval mean_interval(const Moments& moments, double confidence) {
    if (moments.count == 0) return {};
    if (moments.count == 1) return without_bounds(moments.sum);
    return around(mean(moments), student_factor(confidence, moments.count - 1) * standard_error(moments));
}

Interval ratio_interval(const Moments& numerator, const Moments& denominator, double products, double confidence) {
    const RatioSums sums{numerator, denominator, products};
    const Linearised line(sums);
    if (line.scale == 0) return {};
    if (denominator.count == 1) return without_bounds(line.ratio);
    const double error = std::sqrt(line.variance_of(sums) / static_cast<double>(denominator.count));
    return around(line.ratio, student_factor(confidence, denominator.count - 1) * error);
}

Interval paired_mean_interval(const Moments& first, const Moments& second, double products, double confidence) {
    const double difference = mean(first) - mean(second);
    if (first.count == 0) return {};
    if (first.count == 1) return without_bounds(difference);
    const double spread = variance(first) - 2 * covariance(first, second, products) + variance(second);
    const double error = std::sqrt(std::max(0.0, spread) / static_cast<double>(first.count));
    return around(difference, student_factor(confidence, first.count - 1) * error);
}

Interval paired_ratio_interval(const RatioSums& first, const RatioSums& second, const RatioCrossSums& cross,
                               double confidence) {
    const Linearised one(first), other(second);
    const std::int64_t count = first.denominator.count;
    if (count == 0) return {};
    if (count == 1) return without_bounds(one.ratio - other.ratio);
    const double together =
        one.scale * other.scale *
        (covariance(first.numerator, second.numerator, cross.numerators) -
         other.ratio * covariance(first.numerator, second.denominator, cross.numerator_denominator) -
         one.ratio * covariance(first.denominator, second.numerator, cross.denominator_numerator) +
         one.ratio * other.ratio * covariance(first.denominator, second.denominator, cross.denominators));
    const double spread = std::max(0.0, one.variance_of(first) - 2 * together + other.variance_of(second));
    return around(one.ratio - other.ratio,
                  student_factor(confidence, count - 1) * std::sqrt(spread / static_cast<double>(count)));
}

int week_quantile(std::span<const std::int64_t> weeks, double probability) {
    const std::int64_t all = std::accumulate(weeks.begin(), weeks.end(), std::int64_t{0});
    if (all == 0) return 0;
    const double wanted = probability * static_cast<double>(all);
    std::int64_t so_far = 0;
    for (std::size_t week = 0; week < weeks.size(); ++week) {
        so_far += weeks[week];
        if (so_far > 0 && static_cast<double>(so_far) >= wanted) return static_cast<int>(week);
    }
    return static_cast<int>(weeks.size()) - 1;
}

} // namespace assent
