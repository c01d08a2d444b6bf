#pragma once
// What many replicates of several strategies say. Tallies are integers and can be merged in any order; sums of real
// numbers are taken in replicate order, in one pass, so that they too are the same for any number of threads.
#include "engine/outcome.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace assent {

/// An estimate with its interval at the confidence of the run.
struct Interval {
    double estimate = 0, low = 0, high = 0;
    [[nodiscard]] double half_width() const { return (high - low) / 2; }
};

/// Count, sum and sum of squares of a real quantity, in replicate order.
struct Moments {
    std::int64_t count = 0;
    double sum = 0, squares = 0;
    void add(double value) {
        ++count;
        sum += value;
        squares += value * value;
    }
};

/// Everything counted for one strategy. Vectors over weeks have horizon + 1 entries; entry w counts week w.
struct StrategyTally {
    std::int64_t replicates = 0;
    std::array<std::int64_t, outcome_count> outcomes{};
    std::vector<std::int64_t> lost_to;                                     ///< by alternative (n_alternative)
    std::array<std::vector<std::int64_t>, outcome_count> weeks;            ///< deals that ended so, by week
    std::array<std::int64_t, stage_count> furthest_stage{};                ///< of deals not won
    std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> reasons; ///< (holder, reason) of deals not won
    Moments price;                                                         ///< of won deals, currency
    Moments margin;                                                        ///< of won deals, currency
    Moments concession;                                                    ///< of won deals, share
    Moments value;                                        ///< of all deals: margin - cost of sale, currency
    Moments lifetime;                                     ///< of all deals: lifetime value, currency
    Moments cost_of_sale;                                 ///< of all deals, currency
    Moments hours;                                        ///< of all deals
    std::array<double, channel_count> hours_by_channel{}; ///< sums over all deals
    Moments members_reached;
    Moments touches;
    // after the sale: of won deals whose quarters were played
    std::int64_t clients = 0, retained = 0;        ///< sold to; of those, clients at the end
    std::array<std::int64_t, churn_count> churn{}; ///< by the first cause of leaving; Churn::none: never left
    Moments client_quarters, satisfaction, orders, word_of_mouth;
    Moments client_value; ///< lifetime value, currency

    double value_times_hours = 0; ///< sum of products, for the interval of value per hour (delta method)

    /// Margin of all deals, 0 where none was won.
    [[nodiscard]] Moments margin_of_all() const { return {replicates, margin.sum, margin.squares}; }
};

/// Sums of products over the replicates that two strategies share; entry [i * n + j] holds first of i times second of j.
struct PairedSums {
    std::vector<double> margin, lifetime, value, hours; ///< both the same quantity
    std::vector<double> value_hours;                    ///< value of i times hours of j
    /// Room for n strategies, all zero.
    void reset(std::size_t strategies);
    void add(const PairedSums& other);
};

/// What strategies can be ranked by, as means over all deals; see word(RankMeasure) for what a command calls it.
enum class RankMeasure : std::uint8_t {
    win,            ///< share of deals won
    margin,         ///< margin of a deal, 0 unless won
    value_per_hour, ///< margin less cost of sale, for an hour of selling
    lifetime,       ///< lifetime value of a deal
};
inline constexpr std::size_t rank_measure_count = 4;
std::string_view word(RankMeasure measure);

/// Tallies of several strategies that met the same luck, replicate by replicate.
struct RunTally {
    std::uint64_t seed = 0;
    std::int64_t replicates = 0;
    std::vector<StrategyTally> strategies;
    /// both_won[i * n + j]: replicates that strategies i and j both won (n = number of strategies).
    std::vector<std::int64_t> both_won;
    PairedSums paired;
    /// Replicates that strategy i won and j did not.
    [[nodiscard]] std::int64_t won_only(std::size_t i, std::size_t j) const;
    std::uint64_t signature = 0; ///< of all rows in order (replicate, then strategy)
};

/// p10, p50, p90 of the week in which deals were won; 0 when none was.
struct WeekQuantiles {
    int p10 = 0, p50 = 0, p90 = 0;
};

struct LossReason {
    std::int32_t holder, reason; ///< member or -1; topic or n_topic + Reason
    std::int64_t count;
    Interval share; ///< of the deals not won
};

/// One strategy as the table and the report show it.
struct StrategyStanding {
    std::size_t strategy = 0;  ///< index in RunTally::strategies
    Interval win_rate;         ///< won / all, Wilson
    Interval win_rate_decided; ///< won / (won + lost + eliminated), Wilson; the other denominator of the field
    Interval no_decision, lost, eliminated; ///< shares of all, Wilson
    Interval difference;         ///< win rate minus that of the leader, paired, simultaneous over all comparisons
    Interval gap;                ///< the ranking's measure minus that of the leader, paired, simultaneous likewise
    bool tied_with_best = false; ///< the interval of the gap contains 0
    WeekQuantiles weeks;
    Interval price, margin, value, hours, value_per_hour; ///< means; normal intervals
    Interval margin_per_deal, lifetime;                   ///< means over all deals, margin being 0 unless won
    Interval retained;                                    ///< share of the clients, Wilson
    Interval client_quarters, satisfaction, orders, word_of_mouth, client_value; ///< means of the clients
    std::vector<LossReason> reasons;                                             ///< most frequent first

    [[nodiscard]] const Interval& measured(RankMeasure measure) const;
};

/// Who is first by one measure, and by how much more than the leader of the ranking (paired, simultaneous).
struct MeasureLeader {
    std::size_t place = 0; ///< in Ranking::standings
    Interval lead;
    [[nodiscard]] bool is_clear() const { return lead.low > 0; }
};

/// Standings, best first. `confidence` in (0, 1) is that of every interval; differences to the leader hold together at
/// that confidence (Bonferroni over all pairs, since the leader is picked from the same data), for each measure by itself.
struct Ranking {
    double confidence = 0.95;
    std::vector<StrategyStanding> standings;
    RankMeasure measure = RankMeasure::win;
    std::array<MeasureLeader, rank_measure_count> leaders; ///< by measure
};
/// Strategy i minus strategy j by a measure, on the same luck.
Interval difference_by(const RunTally& tally, RankMeasure measure, std::size_t i, std::size_t j, double confidence);

/// Equal by the measure: more value first, then the order of the file. A strategy that spent no hour has no value per hour
/// and comes last by it, not tied with one that has.
Ranking rank(const RunTally& tally, double confidence = 0.95, RankMeasure measure = RankMeasure::win);

} // namespace assent
