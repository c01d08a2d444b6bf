#pragma once
// The deals of one point of a sweep, and one of them played again: what happened week by week, hidden things too.
#include "viewer/client.hpp"

#include "engine/outcome.hpp"
#include "engine/trace.hpp"
#include "rehearsal/knowledge.hpp"
#include "report/narrator.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace assent::viewer {

/// Deals of a point that are listed at most.
inline constexpr std::int64_t deals_listed = 240;

/// Which deals: a strategy at a stored point.
struct DealsQuestion {
    std::filesystem::path store;
    std::int64_t point = 0; ///< from 0
    std::size_t company = 0;
    std::vector<std::string> values; ///< of the axes, as a file writes them
    std::string strategy;            ///< id
};

struct DealList {
    DealsQuestion question;
    std::shared_ptr<const Client> client; ///< the company as it was at the point; null: there is a problem
    std::int32_t strategy = 0;            ///< place in its plan
    std::uint64_t seed = 1;
    std::int64_t played = 0;      ///< deals of the strategy at the point; only the first are listed
    std::vector<OutcomeRow> rows; ///< by replicate, from 0
    std::string problem;          ///< as the command line says it
};

/// Work for a Worker: reads the scenario of the point and plays its first deals again, which gives the same rows.
DealList list_deals(const DealsQuestion& question, const std::atomic<bool>& cancelled,
                    const std::function<void(DealList)>& publish);

struct ReplayQuestion {
    std::shared_ptr<const DealList> deals;
    std::uint64_t replicate = 0;
};

/// One deal as someone saw it who saw everything.
struct Replay {
    std::shared_ptr<const DealList> deals;
    OutcomeRow row;
    std::vector<TraceEvent> events;
    std::vector<NarratedWeek> story;
    std::vector<std::vector<float>> support; ///< (week from 0 × member): probability of choosing us at its end

    [[nodiscard]] int weeks() const { return static_cast<int>(support.size()) - 1; }
    /// Everybody and every doubt at the end of a week, 0: at the start. Doubts are shown by their root.
    [[nodiscard]] Knowledge at(int week) const;
};

/// Work for a Worker.
Replay replay_deal(const ReplayQuestion& question, const std::atomic<bool>& cancelled,
                   const std::function<void(Replay)>& publish);

/// "Lost in week 14: Budget, CFO", in the reader's language.
std::string outcome_words(const Model& model, const OutcomeRow& row);

} // namespace assent::viewer
