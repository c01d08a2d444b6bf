#include "calibration/likelihood.hpp"

#include "calibration/logit.hpp"

#include <cmath>
#include <map>
#include <numbers>

namespace assent {
namespace {

/// log(1 + e^x) without overflow.
double softplus(double x) { return x > 30 ? x : std::log1p(std::exp(x)); }

void add_moves(Moves& moves, const Moves& direction, double amount) {
    for (std::size_t k = 0; k < axis_count; ++k) moves[k] += direction[k] * amount;
}

double along(const Moves& slope, const Moves& direction) {
    double sum = 0;
    for (std::size_t k = 0; k < axis_count; ++k) sum += slope[k] * direction[k];
    return sum;
}

} // namespace

std::vector<DealGroup> grouped_deals(std::span<const Covariates> covariates, std::span<const std::uint8_t> won) {
    std::map<Covariates, DealGroup> groups;
    for (std::size_t i = 0; i < covariates.size(); ++i) {
        DealGroup& group = groups[covariates[i]];
        group.deals += 1;
        group.won += won[i];
    }
    std::vector<DealGroup> list;
    for (auto& [key, group] : groups) {
        group.covariates = key;
        list.push_back(std::move(group));
    }
    return list;
}

Moves Likelihood::moves(const Covariates& covariates, std::span<const double> theta) const {
    Moves sum{};
    add_moves(sum, weights_.front().direction, theta.front());
    for (const auto& [weight, amount] : covariates) {
        const auto j = static_cast<std::size_t>(weight);
        add_moves(sum, weights_[j].direction, amount * theta[j]);
    }
    return sum;
}

double Likelihood::win_rate(const Covariates& covariates, std::span<const double> theta) const {
    return logistic(surface_.at(moves(covariates, theta)).logit);
}

double Likelihood::log_density(std::span<const double> theta, double scale) const {
    double sum = 0;
    for (std::size_t j = 0; j < weights_.size(); ++j) {
        const double z = (theta[j] - weights_[j].mean) / deviation(j, scale);
        sum -= z * z / 2 + std::log(deviation(j, scale)) + std::log(2 * std::numbers::pi) / 2;
    }
    for (const DealGroup& group : deals_) {
        const double log_odds = surface_.at(moves(group.covariates, theta)).logit;
        sum += group.won * log_odds - group.deals * softplus(log_odds);
    }
    return sum;
}

void Likelihood::derivatives(std::span<const double> theta, double scale, std::vector<double>& gradient,
                             std::vector<double>& information) const {
    const std::size_t n = weights_.size();
    gradient.assign(n, 0);
    information.assign(n * n, 0);
    for (std::size_t j = 0; j < n; ++j) {
        const double precision = 1 / (deviation(j, scale) * deviation(j, scale));
        gradient[j] = -(theta[j] - weights_[j].mean) * precision;
        information[j * n + j] = precision;
    }
    std::vector<std::pair<std::size_t, double>> slopes; // of the log-odds, by weight
    for (const DealGroup& group : deals_) {
        const SurfaceResponse response = surface_.at(moves(group.covariates, theta));
        const double p = logistic(response.logit);
        slopes.assign(1, {0, along(response.slope, weights_.front().direction)});
        for (const auto& [weight, amount] : group.covariates) {
            const auto j = static_cast<std::size_t>(weight);
            slopes.emplace_back(j, amount * along(response.slope, weights_[j].direction));
        }
        for (const auto& [j, slope] : slopes) {
            gradient[j] += (group.won - group.deals * p) * slope;
            for (const auto& [k, other] : slopes) information[j * n + k] += group.deals * p * (1 - p) * slope * other;
        }
    }
}

} // namespace assent
