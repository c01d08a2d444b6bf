#include "experiment/batch_estimate.hpp"

#include "model/user_error.hpp"

#include <algorithm>

namespace assent {
namespace {

/// What each batch contributes to the estimate beyond its mean: (value - ratio * weight) / mean weight.
class Expansion {
  public:
    explicit Expansion(std::span<const BatchSum> batches) {
        BatchTotal total;
        total.add(batches);
        ratio_ = total.estimate();
        scale_ = total.measured() ? static_cast<double>(total.batches) / total.weight : 0;
    }
    double operator()(const BatchSum& batch) const { return scale_ * (batch.value - ratio_ * batch.weight); }

  private:
    double ratio_, scale_;
};

} // namespace

void BatchTotal::add(std::span<const BatchSum> more) {
    batches += static_cast<std::int64_t>(more.size());
    for (const BatchSum& batch : more) {
        value += batch.value;
        weight += batch.weight;
    }
}

double batch_variance(std::span<const BatchSum> one) {
    if (one.size() < 2) return 0;
    const Expansion expansion(one);
    double squares = 0; // contributions add up to 0
    for (const BatchSum& batch : one) squares += expansion(batch) * expansion(batch);
    return squares / static_cast<double>(one.size() - 1);
}

double batch_variance(std::span<const BatchSum> one, std::span<const BatchSum> other) {
    const std::size_t pairs = std::min(one.size(), other.size());
    if (pairs < 2) return 0;
    const Expansion of_one(one.first(pairs)), of_other(other.first(pairs));
    double squares = 0;
    for (std::size_t b = 0; b < pairs; ++b) {
        const double difference = of_one(one[b]) - of_other(other[b]);
        squares += difference * difference;
    }
    return squares / static_cast<double>(pairs - 1);
}

double unseen_variance(double event, std::int64_t batches) { return 2 * event * event / static_cast<double>(batches); }

std::size_t largest(std::span<const SelectedSystem> systems) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < systems.size(); ++i)
        if (systems[i].measured && (!systems[best].measured || systems[i].estimate > systems[best].estimate)) best = i;
    return best;
}

double indifference_of(const SelectionRequest& request, std::span<const SelectedSystem> systems) {
    const SelectedSystem& leader = systems[largest(systems)];
    if (!leader.measured)
        throw UserError(
            "--rank-by value_per_hour (no strategy spends an hour of selling in the first deals, so there is "
            "nothing to divide by); rank by win, margin or lifetime");
    if (request.indifference > 0) return request.indifference;
    const double most = leader.estimate;
    if (most > 0) return request.indifference_share * most;
    throw UserError(
        "--indifference is missing (its preset is a share of what the best strategy earns, and in the first "
        "deals none earned anything); give the difference that no longer matters, in money");
}

} // namespace assent
