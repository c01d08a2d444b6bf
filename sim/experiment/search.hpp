#pragma once
// Looking for a better strategy than those that are written: evolution from the hand-written ones with successive halving
// (Jamieson & Talwalkar 2016) in each generation, everybody in a round under the same luck, every round under fresh luck.
// Whatever is reported comes from luck that the search has not seen, because the best of many is best partly by luck.
#include "experiment/run.hpp"
#include "experiment/strategy_space.hpp"
#include "model/model.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace assent {

struct SearchRequest {
    RunRequest run; ///< seed, confidence, threads, cancelled; the rest is not used
    RankMeasure measure = RankMeasure::win;
    std::int64_t budget = 0; ///< deals played in all, about; 20 000 … 2^40; 0: usual_budget()
    SearchLimits limits;
    std::optional<StrategySpace> space; ///< absent: all that the scenario offers; the limits above hold for any
};

/// What is lost without one rule of the strategy found.
struct RuleWorth {
    std::size_t rule = 0;
    Interval loss; ///< the measure with all rules minus that without this one; paired, simultaneous over all rules
};

struct SearchResult {
    Strategy found;            ///< id and name are free in the scenario; no rules: interrupted before there was any
    std::string descends_from; ///< name or id of the hand-written strategy that the changes began with; may be empty
    std::int64_t budget = 0;   ///< that was in force
    /// The hand-written strategies of the model, held to the limits, and the one found, which comes last.
    std::vector<Strategy> played;
    RunTally tally; ///< of `played`, on fresh luck
    Ranking ranking;
    std::optional<std::size_t> best_written; ///< place in `played`; none: nothing is written
    Interval gain; ///< found minus that one by the measure; paired, simultaneous over all hand-written ones
    std::vector<RuleWorth> worth;            ///< by rule, on the same fresh luck; empty when interrupted
    std::int64_t worth_deals = 0;            ///< deals behind each of them
    std::int64_t generations = 0, tried = 0; ///< tried: strategies made and played
    std::int64_t deals = 0;                  ///< played in all
    int rules_pruned = 0;                    ///< that gave nothing beyond chance
    bool interrupted = false;
    [[nodiscard]] bool is_better() const { return best_written && gain.low > 0; }
};

/// Deals that take half a minute on two cores in companies of up to sixteen people: fewer where a deal takes longer.
std::int64_t usual_budget(const Model& model);

/// The result depends on model and request alone, not on threads. Throws UserError for a budget or limit out of range, for
/// a scenario that has no place left for a strategy, and when the limits leave nothing to do.
SearchResult search(const Model& model, const SearchRequest& request,
                    const std::function<void(const Progress&)>& progress = {});

} // namespace assent
