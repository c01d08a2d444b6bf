#include "calibration/posterior.hpp"

#include "experiment/random_stream.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace assent {
namespace {

constexpr int newton_steps = 40;
constexpr double scales[] = {0.12, 0.25, 0.35, 0.5, 0.7, 1.0, 1.4, 2.0};

/// Logarithm of the lognormal prior of the scale (median 0.5, deviation 0.8), up to a constant.
double log_prior(double scale) { return -std::pow(std::log(scale / 0.5) / 0.8, 2) / 2; }

Mode climb(const Likelihood& likelihood, double scale, std::vector<double> theta) {
    const std::size_t n = theta.size();
    std::vector<double> gradient, information;
    double height = likelihood.log_density(theta, scale);
    for (int step = 0; step < newton_steps; ++step) {
        likelihood.derivatives(theta, scale, gradient, information);
        const std::vector<double> direction = Cholesky(information, n).solve(gradient);
        std::vector<double> next(n);
        double next_height = -INFINITY, length = 2;
        while (length > 1e-4 && !(next_height >= height)) { // half the step until it leads upwards
            length /= 2;
            for (std::size_t j = 0; j < n; ++j) next[j] = theta[j] + length * direction[j];
            next_height = likelihood.log_density(next, scale);
        }
        if (!(next_height >= height)) break;
        const bool there = next_height - height < 1e-6;
        theta = next;
        height = next_height;
        if (there) break;
    }
    likelihood.derivatives(theta, scale, gradient, information);
    const double volume = static_cast<double>(n) * std::log(2 * std::numbers::pi) / 2;
    return {std::move(theta), scale, height + volume - Cholesky(information, n).log_determinant() / 2,
            std::move(information)};
}

std::vector<double> prior_means(const Likelihood& likelihood) {
    std::vector<double> means;
    for (const Weight& weight : likelihood.weights()) means.push_back(weight.mean);
    return means;
}

/// Steps about the mode: theta' = mode + √(1 - b²) (theta - mode) + b ξ, ξ from the normal approximation, leave that
/// normal as it is; accepting by the ratio of the posterior to it makes them leave the posterior as it is.
class Walk {
  public:
    Walk(const Likelihood& likelihood, const Mode& mode, const ChainRequest& request)
        : likelihood_(likelihood), mode_(mode), factor_(mode.information, mode.theta.size()),
          random_(request.seed, RandomStream::Purpose::chain, request.number), offset_(noise()),
          excess_(excess_at(offset_)) {}

    bool step() {
        const std::vector<double> xi = noise();
        std::vector<double> next(offset_.size());
        for (std::size_t j = 0; j < next.size(); ++j)
            next[j] = std::sqrt(1 - size_ * size_) * offset_[j] + size_ * xi[j];
        const double next_excess = excess_at(next);
        if (!(std::log(random_.uniform()) < next_excess - excess_)) return false;
        offset_ = std::move(next);
        excess_ = next_excess;
        return true;
    }

    /// Widens steps that are mostly accepted, narrows those that are not; only while warming up.
    void adapt(double accepted) { size_ = std::clamp(size_ * (accepted > 0.35 ? 1.25 : 0.8), 0.02, 0.95); }

    [[nodiscard]] std::vector<double> theta() const { return at(offset_); }

  private:
    std::vector<double> noise() {
        std::vector<double> z(mode_.theta.size());
        for (double& value : z) value = random_.normal();
        return factor_.back(std::move(z));
    }
    [[nodiscard]] std::vector<double> at(const std::vector<double>& offset) const {
        std::vector<double> theta = mode_.theta;
        for (std::size_t j = 0; j < theta.size(); ++j) theta[j] += offset[j];
        return theta;
    }
    /// Log of the posterior over the normal approximation, up to a constant.
    [[nodiscard]] double excess_at(const std::vector<double>& offset) const {
        const std::size_t n = offset.size();
        double form = 0;
        for (std::size_t j = 0; j < n; ++j)
            for (std::size_t k = 0; k < n; ++k) form += offset[j] * mode_.information[j * n + k] * offset[k];
        return likelihood_.log_density(at(offset), mode_.scale) + form / 2;
    }

    const Likelihood& likelihood_;
    const Mode& mode_;
    Cholesky factor_;
    RandomStream random_;
    double size_ = 0.5;
    std::vector<double> offset_;
    double excess_;
};

struct MeanAndVariance {
    double mean = 0, variance = 0;
};

template <class Get> MeanAndVariance moments(std::size_t count, Get get) {
    MeanAndVariance result;
    for (std::size_t i = 0; i < count; ++i) result.mean += get(i) / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i)
        result.variance += std::pow(get(i) - result.mean, 2) / static_cast<double>(count - 1);
    return result;
}

} // namespace

Mode find_mode(const Likelihood& likelihood, double scale) { return climb(likelihood, scale, prior_means(likelihood)); }

Mode find_mode(const Likelihood& likelihood) {
    Mode best;
    std::vector<double> start = prior_means(likelihood);
    for (const double scale : scales) {
        Mode mode = climb(likelihood, scale, start);
        start = mode.theta;
        if (best.theta.empty() || mode.log_evidence + log_prior(scale) > best.log_evidence + log_prior(best.scale))
            best = std::move(mode);
    }
    return best;
}

Chain run_chain(const Likelihood& likelihood, const Mode& mode, const ChainRequest& request) {
    constexpr int round = 25; // steps between two adaptations
    Walk walk(likelihood, mode, request);
    for (int done = 0; done < request.warm_up; done += round) {
        int accepted = 0;
        for (int i = 0; i < round; ++i) accepted += walk.step() ? 1 : 0;
        walk.adapt(accepted / static_cast<double>(round));
    }
    Chain chain;
    for (int draw = 0; draw < request.draws; ++draw) {
        for (int i = 0; i < request.thinning; ++i)
            chain.accepted += (walk.step() ? 1.0 : 0.0) / (request.draws * request.thinning);
        chain.draws.push_back(walk.theta());
    }
    return chain;
}

std::vector<double> scale_reduction(const std::vector<Chain>& chains) {
    std::vector<double> reductions;
    const std::size_t length = chains.front().draws.size();
    for (std::size_t j = 0; j < chains.front().draws.front().size(); ++j) {
        std::vector<MeanAndVariance> each;
        for (const Chain& chain : chains)
            each.push_back(moments(length, [&](std::size_t i) { return chain.draws[i][j]; }));
        const double between = moments(each.size(), [&](std::size_t i) { return each[i].mean; }).variance;
        const double within = moments(each.size(), [&](std::size_t i) { return each[i].variance; }).mean;
        const auto n = static_cast<double>(length);
        reductions.push_back(within > 0 ? std::sqrt((n - 1) / n + between / within) : 1);
    }
    return reductions;
}

} // namespace assent
