#include "report/replicate_choice.hpp"

#include <algorithm>

namespace assent {

void ReplicateChoice::see(std::size_t strategy, std::span<const OutcomeRow> rows) {
    if (strategies_.size() <= strategy) strategies_.resize(strategy + 1);
    Watched& watched = strategies_[strategy];
    for (const OutcomeRow& row : rows) {
        ByWeek& weeks =
            row.outcome == Outcome::won ? watched.won : watched.failed[Cause(row.reason_holder, row.reason)];
        Seen& seen = weeks[row.week];
        seen.first = seen.count == 0 ? row.replicate : std::min(seen.first, row.replicate);
        ++seen.count;
    }
}

ChosenReplicates ReplicateChoice::choose(std::size_t strategy) const {
    if (strategy >= strategies_.size()) return {};
    const Watched& watched = strategies_[strategy];
    const auto usual = std::ranges::max_element(
        watched.failed, {}, [](const std::pair<const Cause, ByWeek>& cause) { return count(cause.second); });
    return {middle(watched.won), usual == watched.failed.end() ? std::nullopt : middle(usual->second)};
}

std::int64_t ReplicateChoice::count(const ByWeek& weeks) {
    std::int64_t total = 0;
    for (const auto& [week, seen] : weeks)
        total += seen.count;
    return total;
}

std::optional<std::uint64_t> ReplicateChoice::middle(const ByWeek& weeks) {
    const std::int64_t half = (count(weeks) + 1) / 2; // the lower median is a week in which a deal did end
    std::int64_t passed = 0;
    for (const auto& [week, seen] : weeks) {
        passed += seen.count;
        if (passed >= half) return seen.first;
    }
    return std::nullopt;
}

} // namespace assent
