#include "validation/contrast.hpp"

#include "experiment/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assent {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Interval around(double estimate, double half) { return {estimate, estimate - half, estimate + half}; }

/// Order statistics: the ranks n/2 ± z √n/2 hold the median between them.
Interval median_interval(const std::vector<std::int64_t>& weeks, double count, double confidence) {
    if (count < 1) return {0, -infinity, infinity};
    const double spread = normal_factor(confidence) / (2 * std::sqrt(count)) + 0.5 / count;
    return {static_cast<double>(week_quantile(weeks, 0.5)),
            static_cast<double>(week_quantile(weeks, std::max(0.0, 0.5 - spread))),
            static_cast<double>(week_quantile(weeks, std::min(1.0, 0.5 + spread)))};
}

Interval arm_interval(const PairTally& tally, int arm, const MeasureTraits& measure, double confidence) {
    if (measure.median) return median_interval(tally.weeks(arm), tally.below(arm), confidence);
    if (measure.share_of_all) return wilson_interval(std::llround(tally.above(arm)), tally.count(), confidence);
    if (tally.below(arm) <= 0) return {0, -infinity, infinity};
    const double error = std::sqrt(tally.covariance(arm, arm) / static_cast<double>(tally.count()));
    return around(tally.ratio(arm), normal_factor(confidence) * error);
}

/// Fieller 1954: the factors c at which of - c · over is not told apart from 0.
Interval ratio_of(const PairTally& tally, double confidence) {
    const double of = tally.ratio(0), over = tally.ratio(1);
    if (over == 0) return {0, -infinity, infinity};
    const double scale = std::pow(normal_factor(confidence), 2) / static_cast<double>(tally.count());
    const double a = over * over - scale * tally.covariance(1, 1);
    const double b = of * over - scale * tally.covariance(0, 1);
    const double c = of * of - scale * tally.covariance(0, 0);
    if (a <= 0) return {of / over, -infinity, infinity};
    const double root = std::sqrt(std::max(0.0, b * b - a * c));
    return {of / over, (b - root) / a, (b + root) / a};
}

Interval median_difference(const PairTally& tally, double factor, double confidence) {
    const double each = share_confidence(confidence, 2);
    const Interval of = median_interval(tally.weeks(0), tally.below(0), each);
    const Interval over = median_interval(tally.weeks(1), tally.below(1), each);
    return {of.estimate - factor * over.estimate, of.low - factor * over.high, of.high - factor * over.low};
}

double deviation_of(const PairTally& tally, double factor) {
    return std::sqrt(std::max(0.0, tally.covariance(0, 0) - 2 * factor * tally.covariance(0, 1) +
                                       factor * factor * tally.covariance(1, 1)));
}

/// The tested interval where two arms are compared.
Interval compared(const PairTally& tally, const MeasureTraits& measure, double factor, double deviation,
                  double confidence) {
    if (measure.share_of_all && factor == 1) {
        const std::int64_t both = std::llround(tally.product(0, 2));
        return paired_interval(std::llround(tally.above(0)) - both, std::llround(tally.above(1)) - both, tally.count(),
                               confidence);
    }
    if (tally.below(0) <= 0 || tally.below(1) <= 0) return {0, -infinity, infinity};
    const double error = deviation / std::sqrt(static_cast<double>(tally.count()));
    return around(tally.ratio(0) - factor * tally.ratio(1), normal_factor(confidence) * error);
}

} // namespace

void PairTally::add(const Quantity& of, const Quantity& over) {
    ++count_;
    const std::array<double, 4> values{of.above, of.below, over.above, over.below};
    for (std::size_t i = 0; i < 4; ++i) {
        sums_[i] += values[i];
        for (std::size_t j = i; j < 4; ++j) products_[i][j] += values[i] * values[j];
    }
    const auto note_week = [this](std::size_t arm, const Quantity& quantity) {
        if (quantity.below != 1 || quantity.above < 0 || quantity.above > 520) return;
        const auto week = static_cast<std::size_t>(quantity.above);
        if (weeks_[arm].size() <= week) weeks_[arm].resize(week + 1);
        ++weeks_[arm][week];
    };
    note_week(0, of);
    note_week(1, over);
}

double PairTally::ratio(int arm) const { return below(arm) > 0 ? above(arm) / below(arm) : 0; }

double PairTally::covariance(int arm, int other) const {
    if (count_ < 2 || below(arm) <= 0 || below(other) <= 0) return 0;
    const int i = 2 * std::min(arm, other), j = 2 * std::max(arm, other);
    const double r = ratio(std::min(arm, other)), s = ratio(std::max(arm, other));
    // Of above - ratio · below in both arms, whose means are 0.
    double sum = product(i, j) - s * product(i, j + 1) + r * s * product(i + 1, j + 1);
    sum -= r * (i == j ? product(i, i + 1) : product(i + 1, j));
    const auto n = static_cast<double>(count_);
    return sum / (n - 1) * n / below(arm) * n / below(other);
}

Question question_of(const Expectation& expectation) {
    if (expectation.over.empty())
        return {0, expectation.at_least.value_or(-infinity), expectation.at_most.value_or(infinity)};
    if (expectation.within) return {1, -*expectation.within, *expectation.within};
    if (expectation.ratio_above) return {*expectation.ratio_above, 0, infinity};
    if (expectation.ratio_below) return {*expectation.ratio_below, -infinity, 0};
    return {1, expectation.by.value_or(0), infinity};
}

Answer answer_of(const PairTally& tally, const Expectation& expectation, double confidence) {
    const MeasureTraits& measure = traits_of(expectation.measure);
    const Question question = question_of(expectation);
    Answer answer;
    answer.of = arm_interval(tally, 0, measure, confidence);
    answer.deviation = deviation_of(tally, question.factor);
    if (question.factor == 0 && expectation.over.empty()) {
        answer.tested = answer.shown = answer.of;
        return answer;
    }
    answer.over = arm_interval(tally, 1, measure, confidence);
    if (measure.median) {
        answer.tested = median_difference(tally, question.factor, confidence);
        answer.deviation =
            answer.tested.half_width() / normal_factor(confidence) * std::sqrt(static_cast<double>(tally.count()));
    } else {
        answer.tested = compared(tally, measure, question.factor, answer.deviation, confidence);
    }
    const bool ratio = (expectation.ratio_above || expectation.ratio_below) && !measure.median;
    answer.shown = ratio ? ratio_of(tally, confidence) : answer.tested;
    return answer;
}

double distance_inside(const Question& question, double estimate) {
    return std::min(estimate - question.low, question.high - estimate);
}

double deals_needed(double distance, double deviation, double confidence, double power) {
    if (deviation == 0) return distance > 0 ? 0 : infinity;
    if (distance <= 0) return infinity;
    const double factor = normal_factor(confidence) + normal_factor(2 * power - 1);
    return std::pow(factor * deviation / distance, 2);
}

double power_with(double deals, double distance, double deviation, double confidence) {
    if (deviation == 0) return distance > 0 ? 1 : 0;
    const double z = distance * std::sqrt(deals) / deviation - normal_factor(confidence);
    return std::erfc(-z / std::sqrt(2.0)) / 2;
}

} // namespace assent
