#pragma once
// Where the weights lie, given the deals: the mode by Fisher scoring, the scale of shrinkage by evidence, draws by
// Markov chain Monte Carlo.
#include "calibration/likelihood.hpp"

namespace assent {

/// The most probable weights, and the normal distribution there (Laplace's approximation).
struct Mode {
    std::vector<double> theta;
    double scale = 1; ///< of the deviations of shrunk weights
    double log_evidence = 0;
    std::vector<double> information; ///< row-major
};

/// The mode under one scale of shrinkage.
Mode find_mode(const Likelihood& likelihood, double scale);
/// The same under the scale of greatest evidence times prior (lognormal, median 0.5), of a few scales from 0.12 to 2:
/// empirical Bayes (MacKay 1992). It looks at the deals of the likelihood only.
Mode find_mode(const Likelihood& likelihood);

struct ChainRequest {
    std::uint64_t seed = 1;
    std::uint32_t number = 0; ///< of the chain; each has luck of its own
    int warm_up = 300;        ///< steps that are thrown away
    int draws = 300;          ///< kept
    int thinning = 4;         ///< steps for each draw kept
};

struct Chain {
    std::vector<std::vector<double>> draws; ///< of theta
    double accepted = 0;                    ///< share of the steps
};

/// Draws from the posterior by preconditioned Crank–Nicolson steps about the mode (Cotter et al. 2013; generalised by
/// Rudolf & Sprungk 2018): exact whatever the shape, and quick where the normal approximation is good.
Chain run_chain(const Likelihood& likelihood, const Mode& mode, const ChainRequest& request);

/// Potential scale reduction of each weight over chains of equal length (Gelman & Rubin 1992); 1 is converged.
std::vector<double> scale_reduction(const std::vector<Chain>& chains);

} // namespace assent
