#include "sweep/sweep_summary.hpp"

#include <algorithm>
#include <limits>

namespace assent {
namespace {

StrategyOverPoints& entry_of(SweepSummary& summary, const StrategyRecord& strategy) {
    const auto found = std::ranges::find(summary.strategies, strategy.id, &StrategyOverPoints::id);
    if (found != summary.strategies.end()) return *found;
    StrategyOverPoints& fresh = summary.strategies.emplace_back();
    fresh.id = strategy.id;
    fresh.name = strategy.name;
    fresh.least = std::numeric_limits<double>::infinity();
    fresh.greatest = -fresh.least;
    return fresh;
}

} // namespace

void SweepSummary::see(const PointRecord& record, std::span<const MeasuredStrategy> ranked) {
    const double best = ranked.front().measured.estimate;
    const auto tied = std::ranges::count(ranked, true, &MeasuredStrategy::tied_with_best);
    for (const MeasuredStrategy& ranking : ranked) {
        StrategyOverPoints& entry = entry_of(*this, record.strategies[ranking.strategy]);
        const bool first = ranking.strategy == ranked.front().strategy;
        const double measured = ranking.measured.estimate, regret = std::max(0.0, best - measured);
        ++entry.points;
        entry.among_best += first || ranking.tied_with_best;
        entry.clearly_best += first && tied <= 1;
        entry.mean += measured;
        entry.least = std::min(entry.least, measured);
        entry.greatest = std::max(entry.greatest, measured);
        entry.mean_regret += regret;
        if (entry.regrets.empty() || regret > entry.greatest_regret) {
            entry.greatest_regret = regret;
            entry.worst_point = record.point;
        }
        entry.regrets.push_back(regret);
    }
    ++points;
    deals += record.tally.replicates * std::ssize(record.strategies);
}

void SweepSummary::finish() {
    for (StrategyOverPoints& entry : strategies) {
        entry.mean /= static_cast<double>(entry.points);
        entry.mean_regret /= static_cast<double>(entry.points);
    }
    std::ranges::stable_sort(strategies, std::ranges::greater{}, &StrategyOverPoints::mean);
}

const StrategyOverPoints& SweepSummary::least_regret() const {
    return *std::ranges::min_element(strategies, {}, [this](const StrategyOverPoints& entry) {
        // One that was not played everywhere has had no chance to fail.
        return std::pair(entry.points < points, entry.greatest_regret);
    });
}

SweepSummary summarise(SweepStore& store, RankMeasure measure) {
    SweepSummary summary;
    summary.measure = measure;
    const auto part = measure == RankMeasure::win ? SweepStore::Part::counts : SweepStore::Part::whole;
    store.each(
        [&](const PointRecord& record) {
            summary.see(record, rank_by(record.tally, store.manifest().confidence, measure));
        },
        part);
    summary.finish();
    return summary;
}

} // namespace assent
