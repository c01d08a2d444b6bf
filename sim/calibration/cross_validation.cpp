#include "calibration/cross_validation.hpp"

#include "calibration/folds.hpp"
#include "experiment/in_parallel.hpp"
#include "experiment/random_stream.hpp"

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

constexpr int bins = 10, bootstrap_samples = 400;
enum Way : std::size_t { simulator, regression, constant, way_count };

using Forecasts = std::vector<double>; // (n_deal)
using Draws = std::vector<std::vector<double>>;

/// All forecasts of one repeat.
struct Repeat {
    std::vector<int> fold; // (n_deal)
    std::array<Forecasts, way_count> forecasts;
    Forecasts on_surface;
    std::vector<Draws> fits; ///< posterior of the other folds (n_fold)
};

class Validation {
  public:
    Validation(const DealPlayer& player, const Surface& surface, const DealSet& deals, const Grouping& grouping,
               const CrossValidationRequest& request)
        : player_(player), surface_(surface), deals_(deals), grouping_(grouping), request_(request),
          plain_weights_(regression_weights(deals.weights)), folds_(std::min(request.folds, grouping.groups)) {}

    CrossValidation validate() {
        prepare();
        const auto folds = static_cast<std::size_t>(folds_);
        in_parallel(repeats_.size() * folds, {request_.threads, request_.cancelled},
                    [&](std::size_t item) { fit(repeats_[item / folds], item % folds, item); });
        for (std::size_t r = 0; r < repeats_.size(); ++r) play(repeats_[r], r);
        return judged();
    }

  private:
    void prepare() {
        repeats_.resize(static_cast<std::size_t>(request_.repeats));
        for (std::size_t r = 0; r < repeats_.size(); ++r) {
            repeats_[r].fold = assign_folds(grouping_.group, folds_, request_.seed, static_cast<std::uint32_t>(r));
            for (Forecasts& forecasts : repeats_[r].forecasts) forecasts.resize(deals_.size());
            repeats_[r].on_surface.resize(deals_.size());
            repeats_[r].fits.resize(static_cast<std::size_t>(folds_));
        }
    }

    void fit(Repeat& repeat, std::size_t fold, std::size_t number) {
        std::vector<Covariates> covariates;
        std::vector<std::uint8_t> won;
        for (std::size_t i = 0; i < deals_.size(); ++i) {
            if (repeat.fold[i] == static_cast<int>(fold)) continue;
            covariates.push_back(deals_.covariates[i]);
            won.push_back(deals_.won[i]);
        }
        const std::vector<DealGroup> groups = grouped_deals(covariates, won);
        const Likelihood likelihood(surface_, deals_.weights, groups);
        repeat.fits[fold] = run_chain(likelihood, find_mode(likelihood), chain_request(number)).draws;
        const Surface plain = Surface::plain();
        const Likelihood plain_likelihood(plain, plain_weights_, groups);
        const Mode plain_mode = find_mode(plain_likelihood);
        const double share = static_cast<double>(std::ranges::count(won, 1)) / static_cast<double>(won.size());
        for (std::size_t i = 0; i < deals_.size(); ++i) {
            if (repeat.fold[i] != static_cast<int>(fold)) continue;
            for (const auto& theta : repeat.fits[fold])
                repeat.on_surface[i] += likelihood.win_rate(deals_.covariates[i], theta) / request_.draws;
            repeat.forecasts[regression][i] = plain_likelihood.win_rate(deals_.covariates[i], plain_mode.theta);
            repeat.forecasts[constant][i] = share;
        }
    }

    [[nodiscard]] ChainRequest chain_request(std::size_t number) const {
        ChainRequest chain;
        chain.seed = request_.seed;
        chain.number = 1000 + static_cast<std::uint32_t>(number); // apart from the chains of the whole fit
        chain.warm_up = 200;
        chain.draws = request_.draws;
        chain.thinning = 25;
        return chain;
    }

    /// Plays every deal under the draws of the fit that has not seen it; all deals meet the same luck.
    void play(Repeat& repeat, std::size_t number) {
        const Likelihood likelihood(surface_, deals_.weights, {});
        Forecasts& forecasts = repeat.forecasts[simulator];
        for (std::size_t draw = 0; draw < static_cast<std::size_t>(request_.draws); ++draw) {
            std::vector<Moves> companies;
            for (std::size_t i = 0; i < deals_.size(); ++i)
                companies.push_back(likelihood.moves(deals_.covariates[i],
                                                     repeat.fits[static_cast<std::size_t>(repeat.fold[i])][draw]));
            PlayRequest play{request_.seed + 1, 0, request_.replicates, request_.threads, request_.cancelled};
            play.first = (number * static_cast<std::size_t>(request_.draws) + draw) *
                         static_cast<std::uint64_t>(request_.replicates);
            const std::vector<double> rates = player_.win_rates(companies, play);
            for (std::size_t i = 0; i < deals_.size(); ++i) forecasts[i] += rates[i] / request_.draws;
        }
    }

    using Sample = std::vector<std::size_t>; ///< deals, some of them several times

    struct Figures {
        double brier = 0, log_loss = 0, area = 0;
    };

    /// Scores of a sample of the deals, mean over the repeats.
    [[nodiscard]] Figures figures(Way way, const Sample& sample) const {
        Figures mean;
        std::vector<double> forecast(sample.size());
        std::vector<std::uint8_t> won(sample.size());
        const auto repeats = static_cast<double>(repeats_.size());
        for (const Repeat& repeat : repeats_) {
            for (std::size_t i = 0; i < sample.size(); ++i) {
                forecast[i] = repeat.forecasts[way][sample[i]];
                won[i] = deals_.won[sample[i]];
            }
            mean.brier += brier_score(forecast, won) / repeats;
            mean.log_loss += log_loss(forecast, won) / repeats;
            // Shares of several folds differ by what each left out, which is no ranking of deals.
            mean.area += (way == constant ? 0.5 : area_under_curve(forecast, won)) / repeats;
        }
        return mean;
    }

    [[nodiscard]] CrossValidation judged() const {
        CrossValidation result;
        result.column = grouping_.column;
        result.groups = grouping_.groups;
        result.folds = folds_;
        result.repeats = request_.repeats;
        const std::vector<Sample> members = members_of_groups();
        for (const Sample& group : members)
            result.largest_group = std::max(result.largest_group, static_cast<int>(group.size()));
        std::vector<std::array<Figures, way_count>> samples(bootstrap_samples + 1); // the last: the deals themselves
        in_parallel(samples.size(), {request_.threads, request_.cancelled}, [&](std::size_t b) {
            const Sample sample = b == bootstrap_samples ? everyone() : resampled(members, b);
            for (const Way way : {simulator, regression, constant}) samples[b][way] = figures(way, sample);
        });
        result.simulator = {intervals(samples, simulator, way_count), murphy(simulator)};
        result.regression = {intervals(samples, regression, way_count), murphy(regression)};
        result.constant = {intervals(samples, constant, way_count), murphy(constant)};
        result.to_regression = intervals(samples, simulator, regression);
        result.to_constant = intervals(samples, simulator, constant);
        result.curve = calibration_curve(repeats_.front().forecasts[simulator], deals_.won, bins, request_.confidence);
        result.surface_gap = surface_gap();
        return result;
    }

    [[nodiscard]] std::vector<Sample> members_of_groups() const {
        std::vector<Sample> members(static_cast<std::size_t>(grouping_.groups));
        for (std::size_t i = 0; i < deals_.size(); ++i)
            members[static_cast<std::size_t>(grouping_.group[i])].push_back(i);
        return members;
    }

    [[nodiscard]] Sample everyone() const {
        Sample sample(deals_.size());
        for (std::size_t i = 0; i < sample.size(); ++i) sample[i] = i;
        return sample;
    }

    [[nodiscard]] Sample resampled(const std::vector<Sample>& members, std::size_t number) const {
        RandomStream random(request_.seed, RandomStream::Purpose::bootstrap, static_cast<std::uint32_t>(number));
        Sample sample;
        for (std::size_t g = 0; g < members.size(); ++g) {
            const Sample& group = members[random.below(members.size())];
            sample.insert(sample.end(), group.begin(), group.end());
        }
        return sample;
    }

    /// Percentile intervals of one way, or of its difference to another.
    [[nodiscard]] ForecastScores intervals(const std::vector<std::array<Figures, way_count>>& samples, Way way,
                                           Way other) const {
        const auto interval = [&](double Figures::*figure) {
            std::vector<double> values;
            for (const auto& sample : samples)
                values.push_back(sample[way].*figure - (other == way_count ? 0 : sample[other].*figure));
            const double estimate = values.back();
            values.pop_back();
            std::ranges::sort(values);
            const auto at = [&](double share) {
                return values[static_cast<std::size_t>(std::lround(share * static_cast<double>(values.size() - 1)))];
            };
            return Interval{estimate, at((1 - request_.confidence) / 2), at((1 + request_.confidence) / 2)};
        };
        return {interval(&Figures::brier), interval(&Figures::log_loss), interval(&Figures::area)};
    }

    [[nodiscard]] MurphyParts murphy(Way way) const {
        MurphyParts mean;
        const auto repeats = static_cast<double>(repeats_.size());
        for (const Repeat& repeat : repeats_) {
            const MurphyParts parts = murphy_parts(repeat.forecasts[way], deals_.won, bins);
            mean.reliability += parts.reliability / repeats;
            mean.resolution += parts.resolution / repeats;
            mean.uncertainty += parts.uncertainty / repeats;
            mean.within += parts.within / repeats;
        }
        return mean;
    }

    [[nodiscard]] double surface_gap() const {
        double squares = 0, count = 0;
        for (const Repeat& repeat : repeats_)
            for (std::size_t i = 0; i < deals_.size(); ++i, ++count)
                squares += std::pow(repeat.forecasts[simulator][i] - repeat.on_surface[i], 2);
        return std::sqrt(squares / count);
    }

    const DealPlayer& player_;
    const Surface& surface_;
    const DealSet& deals_;
    const Grouping& grouping_;
    const CrossValidationRequest& request_;
    std::vector<Weight> plain_weights_;
    int folds_;
    std::vector<Repeat> repeats_;
};

} // namespace

std::vector<Weight> regression_weights(std::span<const Weight> weights) {
    std::vector<Weight> plain(weights.begin(), weights.end());
    for (Weight& weight : plain) weight = {Moves{1}, 0, weight.shrunk ? 1 : weight.deviation, weight.shrunk};
    return plain;
}

CrossValidation cross_validate(const DealPlayer& player, const Surface& surface, const DealSet& deals,
                               const Grouping& grouping, const CrossValidationRequest& request) {
    return Validation(player, surface, deals, grouping, request).validate();
}

} // namespace assent
