#pragma once
// The posterior density of the weights: deals won and lost, given what the table holds of them.
#include "calibration/cholesky.hpp"
#include "calibration/surface.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace assent {

/// What is known of one deal: its weights (place, amount), the intercept not among them.
using Covariates = std::vector<std::pair<std::int32_t, double>>;

/// A weight that is fitted; the intercept is the first of them.
struct Weight {
    Moves direction{}; ///< moves for a weight of 1
    double mean = 0;   ///< of the normal prior
    double deviation = 1;
    bool shrunk = true; ///< its deviation is multiplied by the common scale, which the deals choose
};

/// Deals with equal covariates, counted together.
struct DealGroup {
    Covariates covariates;
    double deals = 0, won = 0;
};
std::vector<DealGroup> grouped_deals(std::span<const Covariates> covariates, std::span<const std::uint8_t> won);

class Likelihood {
  public:
    /// All three must outlive the object.
    Likelihood(const Surface& surface, std::span<const Weight> weights, std::span<const DealGroup> deals)
        : surface_(surface), weights_(weights), deals_(deals) {}

    [[nodiscard]] std::span<const Weight> weights() const { return weights_; }
    /// Moves of a deal under weights theta.
    [[nodiscard]] Moves moves(const Covariates& covariates, std::span<const double> theta) const;
    /// Chance to win by the surface.
    [[nodiscard]] double win_rate(const Covariates& covariates, std::span<const double> theta) const;
    /// Logarithm of prior times likelihood, normalised over theta's prior, with the common scale of the priors.
    [[nodiscard]] double log_density(std::span<const double> theta, double scale) const;
    /// Its gradient, and minus its second derivatives as Fisher scoring has them (row-major).
    void derivatives(std::span<const double> theta, double scale, std::vector<double>& gradient,
                     std::vector<double>& information) const;

  private:
    [[nodiscard]] double deviation(std::size_t weight, double scale) const {
        return weights_[weight].deviation * (weights_[weight].shrunk ? scale : 1);
    }

    const Surface& surface_;
    std::span<const Weight> weights_;
    std::span<const DealGroup> deals_;
};

} // namespace assent
