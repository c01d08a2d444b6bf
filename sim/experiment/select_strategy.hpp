#pragma once
// The best of several strategies, by ranking and selection over the deals of a plan.
#include "experiment/run.hpp"
#include "experiment/selection.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace assent {

/// Deals of a batch: enough for sums to be about normal, few enough for many batches.
inline constexpr int batch_deals = 64;

struct StrategySelectionRequest {
    /// Seed, confidence, threads, cancelled, strategies (two or more); `replicates`: of each strategy at most (KN), of the
    /// fresh ones too.
    RunRequest run;
    RankMeasure measure = RankMeasure::win;
    double indifference = 0; ///< in units of the measure; 0: preset, see preset_indifference and SelectionRequest
    std::int64_t budget = 0; ///< deals of all strategies together: OCBA; 0: KN
};
/// Of win rates: one point. Of money: this share of the largest mean of the first deals.
inline constexpr double preset_indifference = 0.01;
/// Deals of OCBA with each strategy before it allocates, and so the smallest budget for each.
inline constexpr std::int64_t ocba_first_deals = 10 * batch_deals;

struct StrategySelection {
    StrategySelectionRequest request;
    Selection selection;                      ///< systems in the order of request.run.strategies
    std::vector<SelectionStanding> standings; ///< likewise; empty when interrupted before there was anything to say
    bool fresh = false;                       ///< the standings come from deals that the selection has not seen

    [[nodiscard]] std::int64_t deals() const;       ///< that the selection played
    [[nodiscard]] std::int64_t fresh_deals() const; ///< and those for the standings alone
    /// Share of deals that equal allocation would have played more, of its own; below 0: it would have played less.
    [[nodiscard]] double saving() const;
};

/// Throws UserError for a budget below ocba_first_deals a strategy, for fewer replicates than KN's first stage has, and for
/// fewer than two strategies. The result depends on
/// plan and request, never on the number of threads. KN and the fresh deals give all strategies the same luck, replicate by
/// replicate; OCBA gives each strategy a luck of its own.
StrategySelection select_strategy(const Plan& plan, const StrategySelectionRequest& request,
                                  const std::function<void(const Progress&)>& progress = {});

/// Plays the plan batch by batch. `request` must live as long as the sampler. `own_luck`: no strategy shares the luck of
/// another. Says false once request.run.cancelled is true.
BatchSampler deal_sampler(const Plan& plan, const StrategySelectionRequest& request, bool own_luck);

} // namespace assent
