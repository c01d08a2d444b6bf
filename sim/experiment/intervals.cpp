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

double student_factor(double confidence, std::int64_t degrees) {
    const boost::math::students_t distribution(static_cast<double>(degrees));
    return boost::math::quantile(boost::math::complement(distribution, (1 - confidence) / 2));
}

Interval around(double estimate, double half_width) { return {estimate, estimate - half_width, estimate + half_width}; }

Interval without_bounds(double estimate) { return around(estimate, std::numeric_limits<double>::infinity()); }

} // namespace

double share_confidence(double confidence, std::int64_t comparisons) {
    return 1 - (1 - confidence) / static_cast<double>(std::max<std::int64_t>(1, comparisons));
}

double normal_factor(double confidence) {
    return boost::math::quantile(boost::math::complement(boost::math::normal(), (1 - confidence) / 2));
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
    const double below = mean(denominator);
    if (denominator.count == 0 || below == 0) return {};
    const double ratio = mean(numerator) / below;
    if (denominator.count == 1) return without_bounds(ratio);
    const auto n = static_cast<double>(denominator.count);
    const double covariance = (products - numerator.sum * denominator.sum / n) / (n - 1);
    const double spread = variance(numerator) - 2 * ratio * covariance +
                          ratio * ratio * variance(denominator); // of numerator - ratio·denominator
    const double error = std::sqrt(std::max(0.0, spread) / n) / std::abs(below);
    return around(ratio, student_factor(confidence, denominator.count - 1) * error);
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
