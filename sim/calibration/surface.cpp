#include "calibration/surface.hpp"

#include "calibration/cholesky.hpp"
#include "calibration/logit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assent {
namespace {

using Powers = std::array<std::uint8_t, axis_count>;
constexpr int greatest_degree = 5;
constexpr std::size_t companies_per_term = 5, least_companies = 64;

/// Legendre polynomials and their derivatives at x in [-1, 1].
struct Legendre {
    std::array<double, greatest_degree + 1> value{1}, slope{0};
    explicit Legendre(double x) {
        value[1] = x;
        slope[1] = 1;
        for (int n = 1; n < greatest_degree; ++n) { // Bonnet's recursion
            const auto i = static_cast<std::size_t>(n);
            value[i + 1] = ((2 * n + 1) * x * value[i] - n * value[i - 1]) / (n + 1);
            slope[i + 1] = (2 * n + 1) * value[i] + slope[i - 1];
        }
    }
};

double limit_of(std::size_t axis) { return traits(static_cast<Axis>(axis)).limit; }

std::array<Legendre, axis_count> bases_at(const Moves& moves) {
    const auto base = [&](std::size_t k) { return Legendre(std::clamp(moves[k] / limit_of(k), -1.0, 1.0)); };
    return {base(0), base(1), base(2), base(3), base(4), base(5)};
}

/// All powers of the used axes whose sum is at most the degree.
std::vector<Powers> powers_up_to(const std::array<bool, axis_count>& used, int degree) {
    std::vector<Powers> all{Powers{}};
    for (std::size_t k = 0; k < axis_count; ++k) {
        const std::size_t count = used[k] ? all.size() : 0;
        for (std::size_t i = 0; i < count; ++i) {
            const int left = degree - std::accumulate(all[i].begin(), all[i].end(), 0);
            for (int power = 1; power <= left; ++power) {
                Powers further = all[i];
                further[k] = static_cast<std::uint8_t>(power);
                all.push_back(further);
            }
        }
    }
    return all;
}

/// Fewer axes can be followed more closely with the same number of terms.
int degree_for(int axes) { return axes <= 4 ? 5 : 4; }

double radical_inverse(std::size_t number, std::size_t base) {
    double result = 0, digit = 1;
    for (; number > 0; number /= base) {
        digit /= static_cast<double>(base);
        result += digit * static_cast<double>(number % base);
    }
    return result;
}

std::vector<Moves> design(const std::array<bool, axis_count>& used, std::size_t companies) {
    constexpr std::array<std::size_t, axis_count> primes{2, 3, 5, 7, 11, 13};
    std::vector<Moves> points(companies, Moves{});
    for (std::size_t i = 0; i < companies; ++i) {
        std::size_t next = 0;
        for (std::size_t k = 0; k < axis_count; ++k)
            if (used[k]) points[i][k] = limit_of(k) * (2 * radical_inverse(i + 1, primes[next++]) - 1);
    }
    return points;
}

bool is_held_out(std::size_t company) { return company % 4 == 3; }

/// Log-odds of a rate with half a win and half a loss added, so that 0 and 1 have some.
double rate_logit(double rate, double replicates) {
    return std::log((rate * replicates + 0.5) / ((1 - rate) * replicates + 0.5));
}

std::vector<double> terms_at(const std::vector<Powers>& powers, const Moves& moves) {
    const auto bases = bases_at(moves);
    std::vector<double> terms(powers.size(), 1.0);
    for (std::size_t t = 0; t < powers.size(); ++t)
        for (std::size_t k = 0; k < axis_count; ++k) terms[t] *= bases[k].value[powers[t][k]];
    return terms;
}

} // namespace

Surface Surface::plain() {
    Surface surface({}, {});
    surface.plain_ = true;
    return surface;
}

Surface::Surface(std::vector<Powers> powers, std::vector<double> coefficients)
    : powers_(std::move(powers)), coefficients_(std::move(coefficients)) {}

SurfaceResponse Surface::at(const Moves& moves) const {
    SurfaceResponse response;
    if (plain_) {
        response.logit = moves.front();
        response.slope.front() = 1;
        return response;
    }
    const auto bases = bases_at(moves);
    for (std::size_t t = 0; t < powers_.size(); ++t) {
        std::array<double, axis_count + 1> before{1}; // products of the axes up to k
        for (std::size_t k = 0; k < axis_count; ++k) before[k + 1] = before[k] * bases[k].value[powers_[t][k]];
        response.logit += coefficients_[t] * before.back();
        double after = coefficients_[t];
        for (std::size_t k = axis_count; k-- > 0;) {
            response.slope[k] += before[k] * bases[k].slope[powers_[t][k]] * after;
            after *= bases[k].value[powers_[t][k]];
        }
    }
    for (std::size_t k = 0; k < axis_count; ++k)
        response.slope[k] = std::abs(moves[k]) >= limit_of(k) ? 0 : response.slope[k] / limit_of(k);
    return response;
}

SurfaceFitter::SurfaceFitter(const DealPlayer& player, const std::array<bool, axis_count>& used,
                             const PlayRequest& request)
    : player_(player), request_(request), axes_(static_cast<int>(std::ranges::count(used, true))),
      degree_(degree_for(axes_)), powers_(powers_up_to(used, degree_)) {
    refine(design(used, std::max(least_companies, companies_per_term * powers_.size())));
}

void SurfaceFitter::refine(const std::vector<Moves>& companies) {
    last_ = points_.size();
    const std::vector<double> rates = player_.win_rates(companies, request_);
    points_.insert(points_.end(), companies.begin(), companies.end());
    rates_.insert(rates_.end(), rates.begin(), rates.end());
}

Surface SurfaceFitter::fit() const { return fit(Part::all); }

Surface SurfaceFitter::fit(Part part) const {
    const auto replicates = static_cast<double>(request_.replicates);
    const std::size_t n = powers_.size();
    std::vector<double> matrix(n * n), right(n);
    for (std::size_t i = 0; i < points_.size(); ++i) {
        if (part == Part::without_held_out && is_held_out(i)) continue;
        const std::vector<double> terms = terms_at(powers_, points_[i]);
        const double weight = rates_[i] * (1 - rates_[i]) + 1 / replicates; // information that the rate carries
        for (std::size_t s = 0; s < n; ++s) {
            right[s] += weight * terms[s] * rate_logit(rates_[i], replicates);
            for (std::size_t t = 0; t <= s; ++t) matrix[s * n + t] += weight * terms[s] * terms[t];
        }
    }
    for (std::size_t s = 0; s < n; ++s) matrix[s * n + s] += 1e-6; // terms that no company tells apart
    return {powers_, Cholesky(std::move(matrix), n).solve(right)};
}

SurfaceQuality SurfaceFitter::quality() const {
    SurfaceQuality quality;
    quality.axes = axes_;
    quality.degree = degree_;
    quality.terms = static_cast<int>(powers_.size());
    quality.companies = points_.size();
    quality.replicates = request_.replicates;
    const Surface surface = fit(Part::without_held_out);
    double squares = 0, luck = 0;
    for (std::size_t i = last_; i < points_.size(); ++i) {
        if (!is_held_out(i)) continue;
        const double gap = rates_[i] - logistic(surface.at(points_[i]).logit);
        squares += gap * gap;
        luck += rates_[i] * (1 - rates_[i]) / static_cast<double>(quality.replicates);
        quality.worst = std::max(quality.worst, std::abs(gap));
        ++quality.held_out;
    }
    const auto count = static_cast<double>(std::max<std::size_t>(1, quality.held_out));
    quality.error = std::sqrt(squares / count);
    quality.luck = std::sqrt(luck / count);
    return quality;
}

} // namespace assent
