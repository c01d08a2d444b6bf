#pragma once
// Plays one strategy against the company of many different deals.
#include "calibration/mechanism.hpp"
#include "experiment/run.hpp"

#include <span>
#include <vector>

namespace assent {

struct PlayRequest {
    std::uint64_t seed = 1;
    std::uint64_t first = 0;        ///< replicate; all deals meet the same luck from there on
    std::int64_t replicates = 1024; ///< for each deal
    int threads = 0;
    const std::atomic<bool>* cancelled = nullptr; ///< when it turns true, UserError is thrown
};

class DealPlayer {
  public:
    /// `strategy`: its place in the scenario. Throws UserError when there is none.
    DealPlayer(Model base, std::int32_t strategy);

    [[nodiscard]] const Model& base() const { return base_; }
    [[nodiscard]] const Strategy& strategy() const { return base_.strategies.front(); }

    /// Share of the replicates that are won, for each company; the same for any number of threads.
    [[nodiscard]] std::vector<double> win_rates(std::span<const Moves> companies, const PlayRequest& request) const;

  private:
    Model base_; ///< with the one strategy alone
};

} // namespace assent
