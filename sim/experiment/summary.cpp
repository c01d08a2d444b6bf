#include "experiment/summary.hpp"

#include "experiment/intervals.hpp"
#include "experiment/measure_rank.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>

namespace assent {
namespace {

std::int64_t count_of(const StrategyTally& tally, Outcome outcome) {
    return tally.outcomes[static_cast<std::size_t>(outcome)];
}

/// Have they hours to divide by?
bool has(const StrategyTally& tally, RankMeasure measure) {
    return measure != RankMeasure::value_per_hour || tally.hours.sum > 0;
}

/// What the order goes by; wins are counted, so that equal numbers of them are equal.
double score(const StrategyTally& tally, RankMeasure measure) {
    switch (measure) {
    case RankMeasure::win:
        return static_cast<double>(count_of(tally, Outcome::won));
    case RankMeasure::margin:
        return tally.margin.sum;
    case RankMeasure::value_per_hour:
        return tally.hours.sum > 0 ? tally.value.sum / tally.hours.sum : -std::numeric_limits<double>::infinity();
    case RankMeasure::lifetime:
        return tally.lifetime.sum;
    }
    return 0;
}

std::vector<std::size_t> best_first(const RunTally& tally, RankMeasure measure) {
    std::vector<std::size_t> order(tally.strategies.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        const StrategyTally &first = tally.strategies[a], &second = tally.strategies[b];
        const double of_first = score(first, measure), of_second = score(second, measure);
        return of_first != of_second ? of_first > of_second : first.value.sum > second.value.sum;
    });
    return order;
}

Interval win_difference(const RunTally& tally, std::size_t i, std::size_t j, double confidence) {
    return paired_interval(tally.won_only(i, j), tally.won_only(j, i), tally.replicates, confidence);
}

std::vector<LossReason> reasons_of(const StrategyTally& tally, double confidence) {
    const std::int64_t not_won = tally.replicates - count_of(tally, Outcome::won);
    std::vector<LossReason> reasons;
    for (const auto& [key, count] : tally.reasons)
        reasons.push_back({key.first, key.second, count, wilson_interval(count, not_won, confidence)});
    std::ranges::stable_sort(reasons, std::ranges::greater{}, &LossReason::count);
    return reasons;
}

Interval measured_interval(const StrategyTally& tally, RankMeasure measure, double confidence) {
    switch (measure) {
    case RankMeasure::win:
        return wilson_interval(count_of(tally, Outcome::won), tally.replicates, confidence);
    case RankMeasure::margin:
        return mean_interval(tally.margin_of_all(), confidence);
    case RankMeasure::value_per_hour:
        return ratio_interval(tally.value, tally.hours, tally.value_times_hours, confidence);
    case RankMeasure::lifetime:
        return mean_interval(tally.lifetime, confidence);
    }
    return {};
}

double confidence_of_pair(const RunTally& tally, double confidence) {
    const auto count = static_cast<std::int64_t>(tally.strategies.size());
    return share_confidence(confidence, count * (count - 1) / 2);
}

void add_shares(StrategyStanding& standing, const StrategyTally& tally, double confidence) {
    const auto share = [&](Outcome outcome) {
        return wilson_interval(count_of(tally, outcome), tally.replicates, confidence);
    };
    standing.win_rate = measured_interval(tally, RankMeasure::win, confidence);
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
    standing.margin_per_deal = measured_interval(tally, RankMeasure::margin, confidence);
    standing.lifetime = measured_interval(tally, RankMeasure::lifetime, confidence);
    standing.value = mean_interval(tally.value, confidence);
    standing.hours = mean_interval(tally.hours, confidence);
    standing.retained = wilson_interval(tally.retained, tally.clients, confidence);
    standing.client_quarters = mean_interval(tally.client_quarters, confidence);
    standing.satisfaction = mean_interval(tally.satisfaction, confidence);
    standing.orders = mean_interval(tally.orders, confidence);
    standing.word_of_mouth = mean_interval(tally.word_of_mouth, confidence);
    standing.client_value = mean_interval(tally.client_value, confidence);
    standing.value_per_hour = measured_interval(tally, RankMeasure::value_per_hour, confidence);
}

std::array<MeasureLeader, rank_measure_count> leaders_of(const RunTally& tally, const std::vector<std::size_t>& order,
                                                         double confidence) {
    std::array<MeasureLeader, rank_measure_count> leaders;
    for (std::size_t m = 0; m < rank_measure_count && !order.empty(); ++m) {
        const auto measure = static_cast<RankMeasure>(m);
        const std::size_t best = best_first(tally, measure).front();
        leaders[m].place = static_cast<std::size_t>(std::ranges::find(order, best) - order.begin());
        const bool comparable = best != order.front() && has(tally.strategies[order.front()], measure);
        if (comparable) leaders[m].lead = difference_by(tally, measure, best, order.front(), confidence);
    }
    return leaders;
}

} // namespace

std::string_view word(RankMeasure measure) {
    static constexpr std::array<std::string_view, rank_measure_count> words{"win", "margin", "value_per_hour",
                                                                            "lifetime"};
    return words[static_cast<std::size_t>(measure)];
}

void PairedSums::reset(std::size_t strategies) {
    for (std::vector<double>* sums : {&margin, &lifetime, &value, &hours, &value_hours})
        sums->assign(strategies * strategies, 0.0);
}

void PairedSums::add(const PairedSums& other) {
    const auto accumulate = [](std::vector<double>& sums, const std::vector<double>& more) {
        std::ranges::transform(sums, more, sums.begin(), std::plus{});
    };
    accumulate(margin, other.margin);
    accumulate(lifetime, other.lifetime);
    accumulate(value, other.value);
    accumulate(hours, other.hours);
    accumulate(value_hours, other.value_hours);
}

const Interval& StrategyStanding::measured(RankMeasure measure) const {
    switch (measure) {
    case RankMeasure::margin:
        return margin_per_deal;
    case RankMeasure::value_per_hour:
        return value_per_hour;
    case RankMeasure::lifetime:
        return lifetime;
    case RankMeasure::win:
        break;
    }
    return win_rate;
}

std::int64_t RunTally::won_only(std::size_t i, std::size_t j) const {
    const std::size_t n = strategies.size();
    return both_won[i * n + i] - both_won[i * n + j];
}

Interval difference_by(const RunTally& tally, RankMeasure measure, std::size_t i, std::size_t j, double confidence) {
    const StrategyTally &one = tally.strategies[i], &other = tally.strategies[j];
    const PairedSums& paired = tally.paired;
    const std::size_t n = tally.strategies.size(), ij = i * n + j, ji = j * n + i;
    switch (measure) {
    case RankMeasure::win:
        return win_difference(tally, i, j, confidence);
    case RankMeasure::margin:
        return paired_mean_interval(one.margin_of_all(), other.margin_of_all(), paired.margin[ij], confidence);
    case RankMeasure::value_per_hour:
        return paired_ratio_interval(
            {one.value, one.hours, one.value_times_hours}, {other.value, other.hours, other.value_times_hours},
            {paired.value[ij], paired.value_hours[ij], paired.value_hours[ji], paired.hours[ij]}, confidence);
    case RankMeasure::lifetime:
        return paired_mean_interval(one.lifetime, other.lifetime, paired.lifetime[ij], confidence);
    }
    return {};
}

std::vector<MeasuredStrategy> rank_by(const RunTally& tally, double confidence, RankMeasure measure) {
    const std::vector<std::size_t> order = best_first(tally, measure);
    std::vector<MeasuredStrategy> ranked;
    for (const std::size_t strategy : order) {
        const StrategyTally& counted = tally.strategies[strategy];
        const std::size_t best = order.front();
        MeasuredStrategy entry{strategy, measured_interval(counted, measure, confidence), {}, false};
        if (strategy != best)
            entry.gap = difference_by(tally, measure, strategy, best, confidence_of_pair(tally, confidence));
        entry.tied_with_best =
            entry.gap.low <= 0 && entry.gap.high >= 0 && has(counted, measure) == has(tally.strategies[best], measure);
        ranked.push_back(entry);
    }
    return ranked;
}

Ranking rank(const RunTally& tally, double confidence, RankMeasure measure) {
    const double pair = confidence_of_pair(tally, confidence);
    Ranking ranking{confidence, {}, measure, leaders_of(tally, best_first(tally, measure), pair)};
    for (const MeasuredStrategy& entry : rank_by(tally, confidence, measure)) {
        const StrategyTally& counted = tally.strategies[entry.strategy];
        StrategyStanding standing;
        standing.strategy = entry.strategy;
        standing.gap = entry.gap;
        standing.tied_with_best = entry.tied_with_best;
        add_shares(standing, counted, confidence);
        add_means(standing, counted, confidence);
        const auto& won_weeks = counted.weeks[static_cast<std::size_t>(Outcome::won)];
        standing.weeks = {week_quantile(won_weeks, 0.1), week_quantile(won_weeks, 0.5), week_quantile(won_weeks, 0.9)};
        if (!ranking.standings.empty())
            standing.difference = win_difference(tally, entry.strategy, ranking.standings.front().strategy, pair);
        standing.reasons = reasons_of(counted, confidence);
        ranking.standings.push_back(std::move(standing));
    }
    return ranking;
}

} // namespace assent
