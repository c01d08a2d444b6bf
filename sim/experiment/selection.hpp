#pragma once
// Ranking and selection: which of k systems has the largest mean, played no longer than it takes. The procedures know
// nothing of deals: they ask a sampler for batches of replicates, so that systems with a known answer can be given too.
#include "experiment/summary.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace assent {

/// What a batch of consecutive replicates of one system adds up to. A system is measured by the sum of values over the
/// sum of weights: a mean when the weight is the number of replicates, a ratio of means when it is hours.
struct BatchSum {
    double value = 0, weight = 0;
};

/// Batches first … first + count - 1 of one system.
struct BatchRange {
    std::size_t system = 0;
    std::int64_t first = 0, count = 0;
};

/// Fills sums[i] with the batches of ranges[i]; false: the user wants to stop, and nothing is to be used.
using BatchSampler = std::function<bool(std::span<const BatchRange> ranges, std::vector<std::vector<BatchSum>>& sums)>;

/// What both procedures are told.
struct SelectionRequest {
    std::size_t systems = 2;  ///< k, at least 2
    double confidence = 0.95; ///< from 0.5 on, below 1
    /// Differences smaller than this do not matter, in units of the measure. 0: `indifference_share` of the largest
    /// estimate after the first stage; throws UserError when that is not above 0.
    double indifference = 0, indifference_share = 0.01;
    /// By how much a single event moves the measure of a batch (1 over its replicates for a share of wins). Two such events
    /// that were not seen are added to every variance, as Bonett & Price 2012 do, so that seeing none proves little. 0: none.
    double event = 0;
    /// Told after each stage: batches played so far, and how many it will have been at the end, probably.
    std::function<void(std::int64_t done, std::int64_t planned)> watch;
};

struct KimNelsonRequest : SelectionRequest {
    std::int64_t first_stage = 32; ///< batches of each system before the first look, at least 2
    std::int64_t stage = 16;       ///< batches between two looks, at least
    std::int64_t growth = 8;       ///< … and at least this part of the batches played: 8 is an eighth; 0: no growth
    std::int64_t most = 1 << 14;   ///< batches of each system at most, not below first_stage
};

struct OcbaRequest : SelectionRequest {
    std::int64_t budget = 0;       ///< batches of all systems together, at least systems * first_stage
    std::int64_t first_stage = 10; ///< batches of each system before the first allocation, at least 2
    std::int64_t stages = 20;      ///< in which the rest of the budget is handed out
};

enum class SelectionEnd : std::uint8_t {
    decided,     ///< one is left, or the budget is spent
    equal,       ///< those left have exactly the same estimate
    limit,       ///< the greatest number of batches was played and several are left
    interrupted, ///< by the user
};

struct SelectedSystem {
    std::int64_t batches = 0;    ///< played
    double estimate = 0;         ///< from those; flattered for the best one, because it was chosen by them
    bool measured = true;        ///< false: its weights are all 0, so that there is no estimate
    bool left = false;           ///< found worse than another one, before the end
    double variance_to_best = 0; ///< of one batch: of the difference to the best (KN), of the system itself (OCBA)
};

struct Selection {
    SelectionEnd end = SelectionEnd::interrupted;
    std::vector<SelectedSystem> systems;
    std::size_t best = 0;
    double indifference = 0;
    /// Batches of each system with which equal allocation would have said as much: KN: the two-stage procedure of Clark &
    /// Yang 1986 with the same guarantee; OCBA: the same estimated probability of having chosen right. 0: not known.
    double equal_allocation = 0;
    double probability_correct = 0; ///< OCBA: at least this much, estimated (Bonferroni bound of Chen et al. 2000)

    [[nodiscard]] std::int64_t batches() const; ///< of all systems together
    /// Neither stopped by the limit nor by the user.
    [[nodiscard]] bool finished() const { return end == SelectionEnd::decided || end == SelectionEnd::equal; }
};

/// Constants of KN with its parameter c = 1: eta and h² = 2 eta (first_stage - 1).
struct KimNelsonConstants {
    double eta = 0, h_squared = 0;
    KimNelsonConstants(std::size_t systems, double confidence, std::int64_t first_stage);
};

/// Fully sequential selection with an indifference zone (Kim & Nelson 2001), all systems on common random numbers: batch b
/// of one system meets the luck of batch b of another. With the confidence asked for no other system is better than the
/// chosen one by the indifference or more, if batches are independent and about normal. A ratio of means is compared by its
/// cumulated estimate, its variance is that of its first-order expansion.
Selection select_kim_nelson(const KimNelsonRequest& request, const BatchSampler& sampler);

/// Shares of a budget after OCBA (Chen et al. 2000, theorem 1), the largest mean being best. Differences to the best below
/// `least_difference` count as that. Adds up to 1; equal shares when no deviation is above 0.
std::vector<double> ocba_shares(std::span<const double> means, std::span<const double> deviations,
                                double least_difference);

/// Optimal computing budget allocation in stages. Its theory wants systems that are independent of each other: common
/// random numbers would bring it no gain, and would make its probability wrong.
Selection select_ocba(const OcbaRequest& request, const BatchSampler& sampler);

/// What can be said of one system beside the best.
enum class SelectionVerdict : std::uint8_t {
    best,
    worse,  ///< by how much is another question, but the interval of the gap lies below 0
    alike,  ///< the interval lies within the indifference: either will do
    open,   ///< neither
    better, ///< the interval lies above 0: these batches speak against the selection
    unmeasured,
};
std::string_view word(SelectionVerdict verdict);

struct SelectionStanding {
    std::int64_t batches = 0; ///< behind the intervals
    Interval measured;
    Interval gap; ///< less the best; intervals of all gaps hold together at the confidence (Bonferroni)
    SelectionVerdict verdict = SelectionVerdict::open;
};

/// Plays batches that the selection has not seen, so that the choice flatters nobody: as many of each system as will
/// probably tell it from the best or show that the two are alike, at least `first_stage` and at most `most`. On common
/// random numbers. Empty when interrupted.
std::vector<SelectionStanding> fresh_standings(const Selection& selection, const KimNelsonRequest& request,
                                               const BatchSampler& sampler);

/// Intervals from the very batches of OCBA. The choice flatters the best one.
std::vector<SelectionStanding> own_standings(const Selection& selection, double confidence);

} // namespace assent
