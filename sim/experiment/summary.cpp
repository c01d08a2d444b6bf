#include "experiment/summary.hpp"

#include "experiment/intervals.hpp"

#include <algorithm>
#include <numeric>

namespace assent {
namespace {

std::int64_t count_of(const StrategyTally& tally, Outcome outcome) {
    return tally.outcomes[static_cast<std::size_t>(outcome)];
}

/// Best first: more wins, then more value, then the order of the file.
std::vector<std::size_t> best_first(const RunTally& tally) {
    std::vector<std::size_t> order(tally.strategies.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const StrategyTally &first = tally.strategies[a], &second = tally.strategies[b];
        const auto won_first = count_of(first, Outcome::won), won_second = count_of(second, Outcome::won);
        return won_first != won_second ? won_first > won_second : first.value.sum > second.value.sum;
    });
    return order;
}

std::vector<LossReason> reasons_of(const StrategyTally& tally, double confidence) {
    const std::int64_t not_won = tally.replicates - count_of(tally, Outcome::won);
    std::vector<LossReason> reasons;
    for (const auto& [key, count] : tally.reasons)
        reasons.push_back({key.first, key.second, count, wilson_interval(count, not_won, confidence)});
    std::ranges::stable_sort(reasons, std::ranges::greater{}, &LossReason::count);
    return reasons;
}

void add_shares(StrategyStanding& standing, const StrategyTally& tally, double confidence) {
    const auto share = [&](Outcome outcome) {
        return wilson_interval(count_of(tally, outcome), tally.replicates, confidence);
    };
    standing.win_rate = share(Outcome::won);
    standing.no_decision = share(Outcome::no_decision);
    standing.lost = share(Outcome::lost);
    standing.eliminated = share(Outcome::eliminated);
    // Being struck off the list is a decision against us, so it counts among the decided.
    standing.win_rate_decided = wilson_interval(count_of(tally, Outcome::won),
                                                tally.replicates - count_of(tally, Outcome::no_decision), confidence);
}

void add_means(StrategyStanding& standing, const StrategyTally& tally, double confidence) {
    standing.price = mean_interval(tally.price, confidence);
    standing.margin = mean_interval(tally.margin, confidence);
    standing.value = mean_interval(tally.value, confidence);
    standing.hours = mean_interval(tally.hours, confidence);
    standing.value_per_hour = ratio_interval(tally.value, tally.hours, tally.value_times_hours, confidence);
}

} // namespace

std::int64_t RunTally::won_only(std::size_t i, std::size_t j) const {
    const std::size_t n = strategies.size();
    return both_won[i * n + i] - both_won[i * n + j];
}

Ranking rank(const RunTally& tally, double confidence) {
    const auto count = static_cast<std::int64_t>(tally.strategies.size());
    const double confidence_of_pair = share_confidence(confidence, count * (count - 1) / 2);
    const std::vector<std::size_t> order = best_first(tally);

    Ranking ranking{confidence, {}};
    for (const std::size_t strategy : order) {
        const StrategyTally& counted = tally.strategies[strategy];
        StrategyStanding standing;
        standing.strategy = strategy;
        add_shares(standing, counted, confidence);
        add_means(standing, counted, confidence);
        const auto& won_weeks = counted.weeks[static_cast<std::size_t>(Outcome::won)];
        standing.weeks = {week_quantile(won_weeks, 0.1), week_quantile(won_weeks, 0.5), week_quantile(won_weeks, 0.9)};
        if (strategy != order.front())
            standing.difference =
                paired_interval(tally.won_only(strategy, order.front()), tally.won_only(order.front(), strategy),
                                tally.replicates, confidence_of_pair);
        standing.tied_with_best = standing.difference.low <= 0 && standing.difference.high >= 0;
        standing.reasons = reasons_of(counted, confidence);
        ranking.standings.push_back(std::move(standing));
    }
    return ranking;
}

} // namespace assent
