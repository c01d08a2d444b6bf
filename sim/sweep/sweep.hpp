#pragma once
// Playing a sweep into its store: points in parallel, each by itself, so that the result depends on the point alone.
#include "experiment/run.hpp"
#include "sweep/sweep_plan.hpp"
#include "sweep/sweep_store.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace assent {

/// Part i of n: every n-th point from the i-th on, 1 <= i <= n.
struct Shard {
    std::int64_t part = 1, parts = 1;
    [[nodiscard]] bool holds(std::int64_t point) const { return point % parts == part - 1; }
};

struct SweepProgress {
    std::int64_t done = 0, planned = 0; ///< points of this call; those stored before are not among them
    double replicates_per_second = 0, seconds_left = 0;
    std::string leader;     ///< name of the strategy with the most wins over the points played so far
    double leader_wins = 0; ///< its share of won deals
};

/// What is kept of a point.
enum class Keep : std::uint8_t {
    tallies, ///< counts, sums, histograms
    deals,   ///< every deal besides
};
/// Replicates of a point whose deals can be kept.
inline constexpr std::int64_t kept_replicates_limit = 100'000;

struct SweepRequest {
    int threads = 0;
    Shard shard;
    const std::atomic<bool>* cancelled = nullptr;
    Keep keep = Keep::tallies;
};

struct SweepDone {
    std::int64_t found = 0;  ///< points of the shard that were stored already
    std::int64_t played = 0; ///< points played and stored now
    std::int64_t deals = 0;  ///< strategies × replicates
    double seconds = 0;
    bool interrupted = false;
};

/// What the store says of a sweep. `version` is that of the engine, which results depend on. Throws UserError for more
/// replicates than can be kept.
Manifest manifest_of(const SweepPlan& plan, const std::string& version, Keep keep = Keep::tallies);

/// Plays one point, on this thread alone. The strong id is that of all that its result depends on. Throws likewise.
PointRecord play_point(const SweepPlan& plan, std::int64_t point, const std::string& sweep_id,
                       Keep keep = Keep::tallies, const std::atomic<bool>* cancelled = nullptr);

/// What is to be played of a sweep and what has come of it: hands out the points that the store lacks and stores what comes
/// back, whoever played it and in whatever order. Points are stored several at a time in one transaction, at least every
/// tenth of a second.
class SweepLedger {
  public:
    SweepLedger(const SweepPlan& plan, SweepStore& store, const SweepRequest& request,
                const std::function<void(const SweepProgress&)>& progress);
    /// The next point to play; nothing: all are handed out, or the user wants to stop.
    std::optional<std::int64_t> next();
    void take(PointRecord record);
    /// Stores what waits. To be called at the end, also after an error.
    void keep();
    [[nodiscard]] SweepDone done() const;
    [[nodiscard]] const std::string& sweep_id() const { return store_.manifest().sweep_id; }

  private:
    void tell();

    /// Wins by strategy, the same in all companies by its id.
    struct Wins {
        std::string id;
        std::int64_t won = 0, played = 0;
    };
    const SweepPlan& plan_;
    SweepStore& store_;
    const SweepRequest& request_;
    const std::function<void(const SweepProgress&)>& progress_;
    std::vector<bool> stored_;
    std::vector<PointRecord> waiting_; ///< to be stored
    std::set<std::size_t> companies_;  ///< whose scenario is stored
    std::vector<Wins> wins_;
    SweepDone done_;
    std::int64_t planned_ = 0, next_ = 0;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now(), kept_ = start_;
};

/// Plays the points that the store lacks on the threads of this machine. Throws UserError of the scenario of a point, and of the store.
SweepDone play_sweep(const SweepPlan& plan, SweepStore& store, const SweepRequest& request,
                     const std::function<void(const SweepProgress&)>& progress = {});

/// What a sweep will take, from playing its first points for a moment.
struct SweepEstimate {
    double seconds = 0;
    double bytes = 0;       ///< of the store
    double deal_bytes = 0;  ///< of that, for every single deal
    std::int64_t deals = 0; ///< at most, when a precision may end points earlier
};
SweepEstimate estimate(const SweepPlan& plan, const SweepRequest& request);

} // namespace assent
