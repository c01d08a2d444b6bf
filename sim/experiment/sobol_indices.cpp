#include "experiment/sobol_indices.hpp"

#include <algorithm>
#include <numeric>

namespace assent {
namespace {

DesignMatrix with_column_of(DesignMatrix points, const DesignMatrix& other, std::size_t column) {
    for (std::size_t row = 0; row < points.rows; ++row)
        points.cells[row * points.columns + column] = other.at(row, column);
    return points;
}

DesignMatrix columns_from(const DesignMatrix& design, std::size_t first, std::size_t count) {
    DesignMatrix part{design.rows, count, {}};
    part.cells.reserve(design.rows * count);
    for (std::size_t row = 0; row < design.rows; ++row)
        for (std::size_t column = 0; column < count; ++column) part.cells.push_back(design.at(row, first + column));
    return part;
}

using Pair = std::pair<std::size_t, std::size_t>;

std::vector<Pair> pairs_of(const MixedValues& values) {
    std::vector<Pair> pairs;
    for (std::size_t one = 0; one < values.b_with.size(); ++one)
        for (std::size_t other = one + 1; other < values.b_with.size(); ++other)
            if (!values.b_with[one].empty() && !values.b_with[other].empty()) pairs.emplace_back(one, other);
    return pairs;
}

/// The figures of one resample. All values have the mean of A and B taken off, which lowers the error of the products.
class Shares {
  public:
    Shares(const MixedValues& values, std::span<const double> weights) : values_(values), weights_(weights) {
        rows_ = std::accumulate(weights.begin(), weights.end(), 0.0);
        mean_ = average([&](std::size_t row) { return (values.a[row] + values.b[row]) / 2; });
        variance_ = average([&](std::size_t row) {
            const double a = values.a[row] - mean_, b = values.b[row] - mean_;
            return (a * a + b * b) / 2;
        });
    }
    [[nodiscard]] double mean() const { return mean_; }
    [[nodiscard]] double variance() const { return variance_; }

    [[nodiscard]] double first(std::size_t input) const {
        const std::vector<double>& mixed = values_.a_with[input];
        return share([&](std::size_t row) { return (values_.b[row] - mean_) * (mixed[row] - values_.a[row]); });
    }
    [[nodiscard]] double total(std::size_t input) const {
        const std::vector<double>& mixed = values_.a_with[input];
        return share([&](std::size_t row) {
            const double change = values_.a[row] - mixed[row];
            return change * change / 2;
        });
    }
    /// Of both inputs by themselves and together.
    [[nodiscard]] double closed(const Pair& pair) const {
        const auto [one, other] = pair;
        return share([&, one = one, other = other](std::size_t row) {
            const double forth = (values_.b_with[one][row] - mean_) * (values_.a_with[other][row] - mean_);
            const double back = (values_.b_with[other][row] - mean_) * (values_.a_with[one][row] - mean_);
            return (forth + back) / 2 - (values_.a[row] - mean_) * (values_.b[row] - mean_);
        });
    }

  private:
    template <class Term> [[nodiscard]] double average(const Term& term) const {
        double sum = 0;
        for (std::size_t row = 0; row < weights_.size(); ++row)
            if (weights_[row] > 0) sum += weights_[row] * term(row);
        return sum / rows_;
    }
    template <class Term> [[nodiscard]] double share(const Term& term) const {
        return variance_ > 0 ? average(term) / variance_ : 0;
    }

    const MixedValues& values_;
    std::span<const double> weights_;
    double rows_ = 0, mean_ = 0, variance_ = 0;
};

/// First, total, together of each input, then the pairs.
std::vector<double> figures(const MixedValues& values, const std::vector<Pair>& pairs,
                            std::span<const double> weights) {
    const Shares shares(values, weights);
    std::vector<double> all;
    for (std::size_t input = 0; input < values.a_with.size(); ++input) {
        const double first = shares.first(input), total = shares.total(input);
        all.insert(all.end(), {first, total, total - first});
    }
    for (const Pair& pair : pairs) all.push_back(shares.closed(pair) - all[3 * pair.first] - all[3 * pair.second]);
    return all;
}

/// Those of largest total share.
std::vector<std::size_t> leading_inputs(const MixedValues& values, std::size_t count) {
    const std::vector<double> once(values.a.size(), 1.0);
    const Shares shares(values, once);
    std::vector<double> totals;
    for (std::size_t input = 0; input < values.a_with.size(); ++input) totals.push_back(shares.total(input));
    std::vector<std::size_t> order(totals.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t input) { return totals[input]; });
    order.resize(std::min(count, order.size()));
    return order;
}

std::size_t paired_inputs(std::size_t inputs, const SobolRequest& request) {
    const std::size_t count = std::min(inputs, request.leading);
    return count < 2 ? 0 : count;
}

} // namespace

DesignMatrix MixedPoints::a_with(std::size_t column) const { return with_column_of(a, b, column); }
DesignMatrix MixedPoints::b_with(std::size_t column) const { return with_column_of(b, a, column); }

MixedPoints mixed_points(unsigned doublings, std::size_t inputs, std::uint64_t seed) {
    const DesignMatrix both = scrambled_sobol(doublings, 2 * inputs, seed);
    return {columns_from(both, 0, inputs), columns_from(both, inputs, inputs)};
}

SobolIndices sobol_indices(const MixedValues& values, const BootstrapRequest& request) {
    const std::vector<Pair> pairs = pairs_of(values);
    const std::vector<Interval> intervals = bootstrap_intervals(
        values.a.size(), [&](auto weights) { return figures(values, pairs, weights); }, request);
    const std::vector<double> once(values.a.size(), 1.0);
    const Shares shares(values, once);
    SobolIndices indices{shares.mean(), shares.variance(), {}, {}};
    const std::size_t inputs = values.a_with.size();
    for (std::size_t input = 0; input < inputs; ++input)
        indices.inputs.push_back({intervals[3 * input], intervals[3 * input + 1], intervals[3 * input + 2]});
    for (std::size_t i = 0; i < pairs.size(); ++i)
        indices.pairs.push_back({pairs[i].first, pairs[i].second, intervals[3 * inputs + i]});
    return indices;
}

std::size_t sobol_evaluations(std::size_t inputs, const SobolRequest& request) {
    return (std::size_t{1} << request.doublings) * (2 + inputs + paired_inputs(inputs, request));
}

SobolIndices explain_variance(const PointFunction& function, std::size_t inputs, const SobolRequest& request) {
    const MixedPoints points = mixed_points(request.doublings, inputs, request.bootstrap.seed);
    MixedValues values{function(points.a), function(points.b), {}, {}};
    for (std::size_t input = 0; input < inputs; ++input) values.a_with.push_back(function(points.a_with(input)));
    values.b_with.resize(inputs);
    for (const std::size_t input : leading_inputs(values, paired_inputs(inputs, request)))
        values.b_with[input] = function(points.b_with(input));
    return sobol_indices(values, request.bootstrap);
}

} // namespace assent
