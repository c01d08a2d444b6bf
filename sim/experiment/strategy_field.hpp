#pragma once
// Many strategies against one company with the same luck: as much of each as is asked for, and no more kept of it than
// what they are ranked by.
#include "engine/plan.hpp"
#include "experiment/in_parallel.hpp"
#include "experiment/summary.hpp"
#include "model/model.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace assent {

/// What was seen of one strategy so far.
struct Showing {
    std::int64_t deals = 0, won = 0;
    double margin = 0, lifetime = 0, value = 0, hours = 0; ///< sums, currency and hours
    std::uint64_t fingerprint = 0;                         ///< equal for strategies whose deals were all alike

    /// The measure's mean over the deals; less than any number for what has none.
    [[nodiscard]] double score(RankMeasure measure) const;
    [[nodiscard]] double value_per_deal() const { return deals > 0 ? value / static_cast<double>(deals) : 0; }
    [[nodiscard]] double hours_per_deal() const { return deals > 0 ? hours / static_cast<double>(deals) : 0; }
};

/// The strategies of one round. Results do not depend on the number of threads.
class StrategyField {
  public:
    /// The strategies take the place of those of the model. Throws UserError as compile() does.
    StrategyField(const Model& model, std::vector<Strategy> strategies, std::uint64_t seed);

    /// Plays so many further deals with each of `places`: the next ones of each. Throws Cancelled.
    void play(std::span<const std::size_t> places, std::int64_t deals, const Workers& workers);

    [[nodiscard]] std::size_t size() const { return strategies_.size(); }
    [[nodiscard]] const Strategy& strategy(std::size_t place) const { return strategies_[place]; }
    [[nodiscard]] const Showing& showing(std::size_t place) const { return showings_[place]; }

  private:
    std::vector<Strategy> strategies_;
    std::vector<Showing> showings_;
    std::vector<Plan> plans_; ///< of Limits::strategies strategies each, in their order
    std::uint64_t seed_;
};

} // namespace assent
