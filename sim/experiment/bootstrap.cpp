#include "experiment/bootstrap.hpp"

#include "experiment/random_stream.hpp"

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

std::vector<double> resampled_weights(std::size_t rows, std::uint64_t seed, std::size_t number) {
    RandomStream random(seed, RandomStream::Purpose::bootstrap, static_cast<std::uint32_t>(number));
    std::vector<double> weights(rows);
    for (std::size_t i = 0; i < rows; ++i) ++weights[random.below(rows)];
    return weights;
}

} // namespace

std::vector<Interval> bootstrap_intervals(std::size_t rows, const WeightedFigures& figures,
                                          const BootstrapRequest& request) {
    std::vector<std::vector<double>> samples(static_cast<std::size_t>(request.resamples));
    in_parallel(samples.size(), request.workers,
                [&](std::size_t b) { samples[b] = figures(resampled_weights(rows, request.seed, b)); });
    const std::vector<double> once(rows, 1.0), estimates = figures(once);
    const double tail = (1 - request.confidence) / 2 * static_cast<double>(samples.size());
    const auto low = std::min(static_cast<std::size_t>(std::floor(tail)), samples.size() - 1);
    std::vector<Interval> intervals;
    std::vector<double> sorted(samples.size());
    for (std::size_t i = 0; i < estimates.size(); ++i) {
        std::ranges::transform(samples, sorted.begin(), [&](const std::vector<double>& sample) { return sample[i]; });
        std::ranges::sort(sorted);
        intervals.push_back({estimates[i], sorted[low], sorted[sorted.size() - 1 - low]});
    }
    return intervals;
}

} // namespace assent
