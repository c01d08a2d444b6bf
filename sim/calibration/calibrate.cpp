#include "calibration/calibrate.hpp"

#include "experiment/in_parallel.hpp"
#include "experiment/random_stream.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace assent {
namespace {

constexpr std::size_t chain_count = 4;
constexpr int validation_draws = 8;
constexpr int refinements = 2;
constexpr std::size_t refined_companies = 600; ///< played anew in each refinement
using Draws = std::vector<std::vector<double>>;

/// Mean or median of the values and their middle 90 %.
Interval middle(std::vector<double> values, bool median) {
    double mean = 0;
    for (const double value : values) mean += value / static_cast<double>(values.size());
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(std::lround(share * static_cast<double>(values.size() - 1)))];
    };
    return {median ? at(0.5) : mean, at(0.05), at(0.95)};
}

template <class Get> std::vector<double> over(const Draws& draws, Get get) {
    std::vector<double> values;
    for (const auto& theta : draws) values.push_back(get(theta));
    return values;
}

class Calibrator {
  public:
    Calibrator(const CsvTable& table, const DealMap& map, const DealPlayer& player, const CalibrationRequest& request)
        : map_(map), player_(player), request_(request), deals_(gather_deals(table, map)),
          groups_(grouped_deals(deals_.covariates, deals_.won)), deal_(described_deal(table, map, request.deal)) {
        result_.table = table.name;
        result_.map_title = map.title;
        result_.scenario_title = player.base().title;
        result_.strategy = player.strategy().name.empty() ? player.strategy().id : player.strategy().name;
        result_.deals = deals_.size();
        result_.undecided = deals_.undecided;
        result_.base_rate = deals_.base_rate();
        result_.notes = deals_.notes;
        result_.left_out = map.left_out;
        result_.deal = request.deal;
        result_.seed = request.seed;
        result_.confidence = request.confidence;
    }

    Calibration calibrate() {
        tell("playing companies for the response surface");
        SurfaceFitter fitter(player_, used_axes(), play_request(0));
        Surface surface = fitter.fit();
        for (int round = 0; round < refinements; ++round) {
            tell("playing companies where the deals are");
            const Likelihood likelihood(surface, deals_.weights, groups_);
            fitter.refine(where_deals_are(likelihood, static_cast<std::uint32_t>(round)));
            surface = fitter.fit();
        }
        result_.surface = fitter.quality();
        const Likelihood likelihood(surface, deals_.weights, groups_);
        tell("fitting the weights");
        const Mode mode = find_mode(likelihood);
        result_.shrinkage = mode.scale;
        summarise(likelihood, surface, run_chains(likelihood, mode));
        for (const Grouping& grouping : deals_.groupings) {
            tell(fmt::format("forecasting deals that a fit has not seen, {}",
                             grouping.column.empty() ? "each by itself" : "by " + grouping.column));
            result_.validations.push_back(cross_validate(player_, surface, deals_, grouping, validation_request()));
        }
        return std::move(result_);
    }

  private:
    void tell(const std::string& what) const {
        if (request_.stage) request_.stage(what);
    }

    [[nodiscard]] std::array<bool, axis_count> used_axes() const {
        std::array<bool, axis_count> used{};
        for (const Weight& weight : deals_.weights)
            for (std::size_t k = 0; k < axis_count; ++k) used[k] = used[k] || weight.direction[k] != 0;
        return used;
    }

    [[nodiscard]] PlayRequest play_request(std::uint64_t first) const {
        return {request_.seed, first, request_.replicates, request_.threads, request_.cancelled};
    }

    [[nodiscard]] CrossValidationRequest validation_request() const {
        CrossValidationRequest validation;
        validation.seed = request_.seed;
        validation.folds = request_.folds;
        validation.repeats = request_.repeats;
        validation.draws = validation_draws;
        validation.replicates = std::max<std::int64_t>(1, request_.replicates / (2 * validation_draws));
        validation.confidence = request_.confidence;
        validation.threads = request_.threads;
        validation.cancelled = request_.cancelled;
        return validation;
    }

    /// Companies of deals under draws of the posterior so far.
    [[nodiscard]] std::vector<Moves> where_deals_are(const Likelihood& likelihood, std::uint32_t round) const {
        ChainRequest request;
        request.seed = request_.seed;
        request.number = 100 + round; // apart from the chains that are reported
        const Chain chain = run_chain(likelihood, find_mode(likelihood), request);
        RandomStream random(request_.seed, RandomStream::Purpose::choice, round);
        std::vector<Moves> companies;
        while (companies.size() < refined_companies) {
            const Covariates& deal = deals_.covariates[random.below(deals_.size())];
            companies.push_back(held(likelihood.moves(deal, chain.draws[random.below(chain.draws.size())])));
        }
        return companies;
    }

    [[nodiscard]] std::vector<Chain> run_chains(const Likelihood& likelihood, const Mode& mode) {
        std::vector<Chain> chains(chain_count);
        in_parallel(chain_count, {request_.threads, request_.cancelled}, [&](std::size_t i) {
            ChainRequest request;
            request.seed = request_.seed;
            request.number = static_cast<std::uint32_t>(i);
            chains[i] = run_chain(likelihood, mode, request);
        });
        for (const Chain& chain : chains) result_.accepted += chain.accepted / chain_count;
        return chains;
    }

    void summarise(const Likelihood& likelihood, const Surface& surface, const std::vector<Chain>& chains) {
        Draws draws;
        for (const Chain& chain : chains) draws.insert(draws.end(), chain.draws.begin(), chain.draws.end());
        const std::vector<double> reductions = scale_reduction(chains);
        for (std::size_t j = 0; j < deals_.weights.size(); ++j) {
            WeightSummary summary = described(j);
            const std::vector<double> values = over(draws, [&](const auto& theta) { return theta[j]; });
            summary.weight = middle(values, false);
            const bool positive = summary.weight.estimate > 0;
            summary.sign_probability =
                static_cast<double>(std::ranges::count_if(values, [&](double x) { return (x > 0) == positive; })) /
                static_cast<double>(values.size());
            if (j > 0) summary.odds_ratio = middle(odds_ratios(likelihood, surface, draws, j), true);
            summary.scale_reduction = reductions[j];
            result_.weights.push_back(std::move(summary));
        }
        result_.deal_rate =
            middle(over(draws, [&](const auto& theta) { return likelihood.win_rate(deal_, theta); }), false);
        move_the_deal(likelihood, draws);
        compare_with_play(likelihood, draws);
    }

    [[nodiscard]] WeightSummary described(std::size_t j) const {
        const WeightPlace& place = deals_.places[j];
        WeightSummary summary;
        summary.deals = place.deals;
        if (place.feature < 0) {
            summary.name = "Intercept";
            summary.mechanism = "leaning";
            summary.deals = static_cast<double>(deals_.size());
            return summary;
        }
        const MapFeature& feature = map_.features[static_cast<std::size_t>(place.feature)];
        summary.name = feature.name;
        summary.mechanism = feature.mechanism->name;
        if (place.level >= 0) {
            const MapLevel& level = feature.levels[static_cast<std::size_t>(place.level)];
            summary.name += ": " + level.name;
            summary.published = level.published;
            summary.crude_odds_ratio = crude_odds_ratio(j);
        }
        return summary;
    }

    /// Odds of winning at the level of a weight over those at its base level; half a deal more of each kind (Haldane).
    [[nodiscard]] double crude_odds_ratio(std::size_t j) const {
        double won = 0.5, lost = 0.5, base_won = 0.5, base_lost = 0.5;
        for (std::size_t i = 0; i < deals_.size(); ++i) {
            bool at_level = false, at_base = true;
            for (const auto& [weight, amount] : deals_.covariates[i]) {
                at_level = at_level || static_cast<std::size_t>(weight) == j;
                at_base =
                    at_base && deals_.places[static_cast<std::size_t>(weight)].feature != deals_.places[j].feature;
            }
            if (at_level) (deals_.won[i] != 0 ? won : lost) += 1;
            if (at_base) (deals_.won[i] != 0 ? base_won : base_lost) += 1;
        }
        return won * base_lost / (lost * base_won);
    }

    static std::vector<double> odds_ratios(const Likelihood& likelihood, const Surface& surface, const Draws& draws,
                                           std::size_t j) {
        const Covariates with{{static_cast<std::int32_t>(j), 1.0}};
        return over(draws, [&](const auto& theta) {
            return std::exp(surface.at(likelihood.moves(with, theta)).logit -
                            surface.at(likelihood.moves({}, theta)).logit);
        });
    }

    void move_the_deal(const Likelihood& likelihood, const Draws& draws) {
        for (std::size_t k = 0; k < axis_count; ++k) {
            MovedQuantity quantity{static_cast<Axis>(k), 0, 0};
            const std::vector<double> values =
                over(draws, [&](const auto& theta) { return held(likelihood.moves(deal_, theta))[k]; });
            for (const double value : values) quantity.mean += value / static_cast<double>(values.size());
            for (const double value : values)
                quantity.deviation += std::pow(value - quantity.mean, 2) / static_cast<double>(values.size() - 1);
            quantity.deviation = std::sqrt(quantity.deviation);
            if (quantity.mean != 0 || quantity.deviation != 0) result_.quantities.push_back(quantity);
        }
    }

    /// Deals are played at the posterior mean, with luck that the surface has not seen.
    void compare_with_play(const Likelihood& likelihood, const Draws& draws) {
        std::vector<double> mean(deals_.weights.size());
        for (const auto& theta : draws)
            for (std::size_t j = 0; j < mean.size(); ++j) mean[j] += theta[j] / static_cast<double>(draws.size());
        std::vector<Moves> companies;
        for (const DealGroup& group : groups_) companies.push_back(likelihood.moves(group.covariates, mean));
        const auto unseen = static_cast<std::uint64_t>(request_.replicates);
        const std::vector<double> rates = player_.win_rates(companies, play_request(unseen));
        double squares = 0;
        for (std::size_t i = 0; i < groups_.size(); ++i)
            squares += groups_[i].deals * std::pow(rates[i] - likelihood.win_rate(groups_[i].covariates, mean), 2);
        result_.played_gap = std::sqrt(squares / static_cast<double>(deals_.size()));
    }

    const DealMap& map_;
    const DealPlayer& player_;
    const CalibrationRequest& request_;
    DealSet deals_;
    std::vector<DealGroup> groups_;
    Covariates deal_; ///< that the moved quantities are told of
    Calibration result_;
};

} // namespace

Calibration calibrate(const CsvTable& table, const DealMap& map, const DealPlayer& player,
                      const CalibrationRequest& request) {
    return Calibrator(table, map, player, request).calibrate();
}

} // namespace assent
