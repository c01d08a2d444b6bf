#pragma once
// Which replicates are worth telling: the middle one of the deals won and of those that failed in the usual way.
#include "engine/outcome.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace assent {

struct ChosenReplicates {
    std::optional<std::uint64_t> median_win;   ///< won in the median week of the deals won
    std::optional<std::uint64_t> typical_loss; ///< not won for the most frequent (holder, reason), in its median week
};

/// Watches rows in replicate order, in memory that grows with weeks and reasons, not with replicates. Of several
/// replicates that fit equally the first is taken, so the choice depends on the rows alone.
class ReplicateChoice {
  public:
    /// Fits RowSink of experiment/run.hpp.
    void see(std::size_t strategy, std::span<const OutcomeRow> rows);
    [[nodiscard]] ChosenReplicates choose(std::size_t strategy) const;

  private:
    struct Seen {
        std::int64_t count = 0;
        std::uint64_t first = 0; ///< replicate
    };
    using ByWeek = std::map<int, Seen>;
    using Cause = std::pair<std::int32_t, std::int32_t>; ///< holder, reason
    struct Watched {
        ByWeek won;
        std::map<Cause, ByWeek> failed;
    };
    std::vector<Watched> strategies_;

    static std::int64_t count(const ByWeek& weeks);
    static std::optional<std::uint64_t> middle(const ByWeek& weeks);
};

} // namespace assent
