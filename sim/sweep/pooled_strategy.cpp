#include "sweep/pooled_strategy.hpp"

#include <algorithm>
#include <numeric>

namespace assent {

void pool(std::vector<PooledStrategy>& strategies, const PointRecord& record) {
    for (std::size_t s = 0; s < record.strategies.size(); ++s) {
        const StrategyRecord& strategy = record.strategies[s];
        const StrategyTally& tally = record.tally.strategies[s];
        auto found = std::ranges::find(strategies, strategy.id, &PooledStrategy::id);
        if (found == strategies.end()) {
            found = strategies.insert(found, PooledStrategy{});
            found->id = strategy.id;
            found->name = strategy.name;
        }
        found->deals += tally.replicates;
        found->not_won += tally.replicates - tally.outcomes[static_cast<std::size_t>(Outcome::won)];
        for (const Outcome outcome : {Outcome::won, Outcome::lost, Outcome::eliminated}) {
            const std::vector<std::int64_t>& weeks = tally.weeks[static_cast<std::size_t>(outcome)];
            found->decided.resize(std::max(found->decided.size(), weeks.size()));
            for (std::size_t week = 0; week < weeks.size(); ++week) found->decided[week] += weeks[week];
        }
        for (std::size_t q = 0; q < quantity_count; ++q)
            for (const auto& [bin, count] : strategy.histograms[q]) found->histograms[q][bin] += count;
        for (const auto& [key, count] : strategy.reasons) found->reasons[key] += count;
    }
}

Cumulative cumulative(const std::map<std::int32_t, std::int64_t>& bins) {
    std::int64_t total = 0, below = 0;
    for (const auto& [bin, count] : bins) total += count;
    Cumulative result;
    for (const auto& [bin, count] : bins) {
        below += count;
        result.steps.emplace_back(Histogram::middle(bin), static_cast<double>(below) / static_cast<double>(total));
    }
    return result;
}

Cumulative cumulative_weeks(const std::vector<std::int64_t>& weeks) {
    const std::int64_t total = std::accumulate(weeks.begin(), weeks.end(), std::int64_t{0});
    Cumulative result;
    std::int64_t below = 0;
    for (std::size_t week = 0; total > 0 && week < weeks.size(); ++week) {
        below += weeks[week];
        result.steps.emplace_back(static_cast<double>(week), static_cast<double>(below) / static_cast<double>(total));
    }
    return result;
}

} // namespace assent
