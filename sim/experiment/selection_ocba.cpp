// Chen, C.-H., Lin, J., Yücesan, E. & Chick, S. E. (2000): Simulation budget allocation for further enhancing the
// efficiency of ordinal optimization. Discrete Event Dynamic Systems 10, 251-270.
#include "experiment/batch_estimate.hpp"
#include "experiment/selection.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assent {
namespace {

/// Probability that a standard normal variable is above x.
double upper_tail(double x) { return std::erfc(x / std::sqrt(2.0)) / 2; }

/// Whole parts of `count` in proportion to the wishes; what is lost by rounding goes to the largest remainders.
std::vector<std::int64_t> handed_out(std::int64_t count, const std::vector<double>& wishes) {
    const double all = std::accumulate(wishes.begin(), wishes.end(), 0.0);
    std::vector<std::int64_t> parts;
    std::vector<std::pair<double, std::size_t>> remainders;
    std::int64_t rest = count;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const double exact = static_cast<double>(count) * wishes[i] / all;
        parts.push_back(static_cast<std::int64_t>(exact));
        remainders.emplace_back(static_cast<double>(parts[i]) - exact, i);
        rest -= parts[i];
    }
    std::ranges::sort(remainders);
    for (std::size_t i = 0; rest > 0; --rest, ++i) ++parts[remainders[i % remainders.size()].second];
    return parts;
}

class Allocation {
  public:
    Allocation(const OcbaRequest& request, const BatchSampler& sampler)
        : request_(request), sampler_(sampler), batches_(request.systems) {
        result_.systems.resize(request.systems);
    }

    Selection run() {
        if (!play(std::vector<std::int64_t>(request_.systems, request_.first_stage))) return std::move(result_);
        result_.indifference = indifference_of(request_, result_.systems);
        const std::int64_t rest = request_.budget - result_.batches();
        const std::int64_t stage =
            std::max<std::int64_t>(static_cast<std::int64_t>(request_.systems), rest / request_.stages);
        while (result_.batches() < request_.budget)
            if (!play(next(std::min(stage, request_.budget - result_.batches()))))
                return finish(SelectionEnd::interrupted);
        return finish(SelectionEnd::decided);
    }

  private:
    bool play(const std::vector<std::int64_t>& counts) {
        std::vector<BatchRange> ranges;
        for (std::size_t i = 0; i < counts.size(); ++i) ranges.push_back({i, result_.systems[i].batches, counts[i]});
        std::vector<std::vector<BatchSum>> sums;
        if (!sampler_(ranges, sums)) return false;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            batches_[i].insert(batches_[i].end(), sums[i].begin(), sums[i].end());
            BatchTotal total;
            total.add(batches_[i]);
            const double variance = batch_variance(batches_[i]) + unseen_variance(request_.event, total.batches);
            result_.systems[i] = {total.batches, total.estimate(), total.measured(), false, variance};
        }
        if (request_.watch) request_.watch(result_.batches(), request_.budget);
        return true;
    }

    /// What each system gets of the next `count` batches: whoever is furthest below its share of all.
    [[nodiscard]] std::vector<std::int64_t> next(std::int64_t count) const {
        std::vector<double> means, deviations, wishes(request_.systems, 0.0);
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < request_.systems; ++i) {
            if (!result_.systems[i].measured) continue;
            places.push_back(i);
            means.push_back(result_.systems[i].estimate);
            deviations.push_back(std::sqrt(result_.systems[i].variance_to_best));
        }
        const std::vector<double> shares = ocba_shares(means, deviations, result_.indifference);
        const auto all = static_cast<double>(result_.batches() + count);
        for (std::size_t place = 0; place < places.size(); ++place) {
            const auto has = static_cast<double>(result_.systems[places[place]].batches);
            wishes[places[place]] = std::max(0.0, shares[place] * all - has);
        }
        return handed_out(count, wishes);
    }

    /// Bonferroni's bound for the probability that another one is better, had each system i batches_of(i) batches.
    template <class Batches> [[nodiscard]] double error(Batches batches_of) const {
        const SelectedSystem& best = result_.systems[result_.best];
        const double of_best = best.variance_to_best / batches_of(best);
        double sum = 0;
        for (const SelectedSystem& system : result_.systems) {
            if (&system == &best || !system.measured) continue;
            const double gap = best.estimate - system.estimate;
            const double spread = of_best + system.variance_to_best / batches_of(system);
            sum += gap == 0 ? 0.5 : upper_tail(gap / std::sqrt(spread));
        }
        return sum;
    }

    /// Batches of each with which equal allocation reaches the same bound, by bisection; 0 when the bound is too small.
    [[nodiscard]] double equal_batches(double reached) const {
        if (reached < 1e-200) return 0;
        double few = 1, many = static_cast<double>(request_.budget) * static_cast<double>(request_.systems);
        while (many - few > 0.01) {
            const double middle = (few + many) / 2;
            (error([&](const SelectedSystem&) { return middle; }) > reached ? few : many) = middle;
        }
        return many;
    }

    Selection finish(SelectionEnd end) {
        result_.end = end;
        result_.best = largest(result_.systems);
        const double reached = error([](const SelectedSystem& system) { return static_cast<double>(system.batches); });
        result_.probability_correct = std::max(0.0, 1 - reached);
        result_.equal_allocation = equal_batches(reached);
        return std::move(result_);
    }

    const OcbaRequest& request_;
    const BatchSampler& sampler_;
    std::vector<std::vector<BatchSum>> batches_; ///< of each system
    Selection result_;
};

} // namespace

std::vector<double> ocba_shares(std::span<const double> means, std::span<const double> deviations,
                                double least_difference) {
    const auto best = static_cast<std::size_t>(std::ranges::max_element(means) - means.begin());
    std::vector<double> shares(means.size(), 0.0);
    double squares = 0;
    for (std::size_t i = 0; i < means.size(); ++i) {
        if (i == best) continue;
        const double difference = std::max(means[best] - means[i], least_difference);
        shares[i] = std::pow(deviations[i] / difference, 2);
        if (deviations[i] > 0) squares += std::pow(shares[i] / deviations[i], 2);
    }
    shares[best] = deviations[best] * std::sqrt(squares);
    const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) share = all > 0 ? share / all : 1 / static_cast<double>(shares.size());
    return shares;
}

Selection select_ocba(const OcbaRequest& request, const BatchSampler& sampler) {
    return Allocation(request, sampler).run();
}

} // namespace assent
