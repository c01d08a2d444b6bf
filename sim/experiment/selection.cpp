#include "experiment/selection.hpp"

#include "experiment/batch_estimate.hpp"
#include "experiment/intervals.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace assent {
namespace {

/// By which a half-width planned from an estimate is made narrower than needed, so that luck of the usual size does not
/// spoil what it is to show (one standard error and a half at 95 %, three comparisons). Our choice.
constexpr double safety = 1.6;

SelectionVerdict verdict_of(const Interval& gap, double indifference) {
    if (gap.low > -indifference && gap.high < indifference) return SelectionVerdict::alike;
    if (gap.high < 0) return SelectionVerdict::worse;
    return gap.low > 0 ? SelectionVerdict::better : SelectionVerdict::open;
}

Interval around(double estimate, double variance, std::int64_t batches, double confidence) {
    constexpr double none = std::numeric_limits<double>::infinity();
    if (batches < 2) return {estimate, -none, none};
    const double half = student_factor(confidence, batches - 1) * std::sqrt(variance / static_cast<double>(batches));
    return {estimate, estimate - half, estimate + half};
}

double simultaneous(const Selection& selection, double confidence) {
    return share_confidence(confidence, static_cast<std::int64_t>(selection.systems.size()) - 1);
}

/// Fresh batches for each system; see fresh_standings.
std::vector<BatchRange> fresh_ranges(const Selection& selection, const KimNelsonRequest& request) {
    const SelectedSystem& best = selection.systems[selection.best];
    const double factor = normal_factor(simultaneous(selection, request.confidence));
    std::vector<BatchRange> ranges;
    std::int64_t longest = request.first_stage, seen = 0;
    for (std::size_t i = 0; i < selection.systems.size(); ++i) {
        const SelectedSystem& system = selection.systems[i];
        // The gap seen is flattered by the choice: a standard error is taken off.
        const double error =
            std::sqrt(system.variance_to_best / static_cast<double>(std::max<std::int64_t>(1, system.batches)));
        const double gap = std::max(0.0, best.estimate - system.estimate - error);
        const double half = std::max(gap, selection.indifference - gap) / safety;
        const double needed = std::ceil(factor * factor * system.variance_to_best / (half * half));
        const auto count = static_cast<std::int64_t>(
            std::clamp(needed, static_cast<double>(request.first_stage), static_cast<double>(request.most)));
        ranges.push_back({i, 0, count});
        if (i != selection.best) longest = std::max(longest, count);
        seen = std::max(seen, system.batches);
    }
    ranges[selection.best].count = longest;
    for (BatchRange& range : ranges) range.first = seen;
    return ranges;
}

SelectionStanding paired_standing(std::span<const BatchSum> best, std::span<const BatchSum> other, double event,
                                  double confidence, double together) {
    SelectionStanding standing;
    BatchTotal ours, theirs;
    ours.add(best.first(other.size()));
    theirs.add(other);
    standing.batches = theirs.batches;
    const double unseen = unseen_variance(event, theirs.batches);
    standing.measured = around(theirs.estimate(), batch_variance(other) + unseen, theirs.batches, confidence);
    standing.gap =
        around(theirs.estimate() - ours.estimate(), batch_variance(best, other) + unseen, theirs.batches, together);
    if (!theirs.measured()) standing.verdict = SelectionVerdict::unmeasured;
    return standing;
}

} // namespace

std::string_view word(SelectionVerdict verdict) {
    static constexpr std::array<std::string_view, 6> words{"best", "worse", "alike", "open", "better", "unmeasured"};
    return words[static_cast<std::size_t>(verdict)];
}

std::int64_t Selection::batches() const {
    return std::accumulate(systems.begin(), systems.end(), std::int64_t{0},
                           [](std::int64_t sum, const SelectedSystem& system) { return sum + system.batches; });
}

std::vector<SelectionStanding> fresh_standings(const Selection& selection, const KimNelsonRequest& request,
                                               const BatchSampler& sampler) {
    const std::vector<BatchRange> ranges = fresh_ranges(selection, request);
    std::vector<std::vector<BatchSum>> sums;
    if (!sampler(ranges, sums)) return {};
    const double together = simultaneous(selection, request.confidence);
    std::vector<SelectionStanding> standings;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        SelectionStanding& standing = standings.emplace_back(
            paired_standing(sums[selection.best], sums[i], request.event, request.confidence, together));
        if (i == selection.best) {
            standing.gap = {};
            standing.verdict = SelectionVerdict::best;
        } else if (standing.verdict != SelectionVerdict::unmeasured)
            standing.verdict = verdict_of(standing.gap, selection.indifference);
    }
    return standings;
}

std::vector<SelectionStanding> own_standings(const Selection& selection, double confidence) {
    const SelectedSystem& best = selection.systems[selection.best];
    const double together = simultaneous(selection, confidence);
    const double of_best = best.variance_to_best / static_cast<double>(std::max<std::int64_t>(1, best.batches));
    std::vector<SelectionStanding> standings;
    for (const SelectedSystem& system : selection.systems) {
        SelectionStanding& standing = standings.emplace_back();
        standing.batches = system.batches;
        standing.measured = around(system.estimate, system.variance_to_best, system.batches, confidence);
        if (&system == &best) {
            standing.verdict = SelectionVerdict::best;
            continue;
        }
        // Welch's degrees of freedom are never fewer than the smaller sample has.
        const std::int64_t fewer = std::min(system.batches, best.batches);
        const double spread = system.variance_to_best / static_cast<double>(system.batches) + of_best;
        standing.gap = around(system.estimate - best.estimate, spread * static_cast<double>(fewer), fewer, together);
        standing.verdict =
            system.measured ? verdict_of(standing.gap, selection.indifference) : SelectionVerdict::unmeasured;
    }
    return standings;
}

} // namespace assent
