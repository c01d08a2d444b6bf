#pragma once
// A sweep's store as the window sees it: read in a thread of its own, anew while points arrive.
#include "viewer/worker.hpp"

#include "report/sweep_page.hpp"

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace assent::viewer {

/// A few points of the sweep, one after another, as one cell of the strip that shows which are there.
struct PointCell {
    std::int64_t first = 0, stored = 0; ///< number of its first point; how many of its points are stored
    std::size_t row = 0;                ///< of the table, of its first stored point
    std::size_t best = 0;               ///< place in the ranking of the strategy that is best there
    bool alone = false;                 ///< nobody can be told apart from it
};

/// Cells of the strip at most; of more points, neighbours share a cell.
inline constexpr std::int64_t strip_cells = 1200;
/// Axes that maps are made of, the most influential first.
inline constexpr std::size_t mapped_axes = 5;

/// What a store said at one moment.
struct SweepView {
    std::filesystem::path path;
    RankMeasure measure = RankMeasure::win;
    std::string problem; ///< the store cannot be read (any more): what the command line says; else empty
    bool ready = false;  ///< there is something below
    SweepPageInput input;
    std::map<std::pair<std::size_t, std::size_t>, BestMap> maps; ///< by axes of the table: across, down
    std::vector<PointCell> strip;
    std::int64_t points_per_cell = 1;
    double points_per_second = 0; ///< of late; 0: nothing arrives
    double seconds_left = 0;
    std::chrono::steady_clock::time_point read_at; ///< when its points were counted
    [[nodiscard]] bool finished() const { return ready && input.summary.points >= input.manifest.points; }
};

struct SweepQuestion {
    std::filesystem::path path;
    RankMeasure measure = RankMeasure::win;
    std::chrono::milliseconds pause{400}; ///< between two looks at a store that is not finished
    bool follow = true;                   ///< false: look once
};

/// Reads once. Errors are in the view.
SweepView read_sweep(const SweepQuestion& question);

/// How fast points arrive, from the counts of the last ten seconds.
class ArrivalRate {
  public:
    void see(std::int64_t points, std::chrono::steady_clock::time_point now);
    [[nodiscard]] double per_second() const;

  private:
    std::vector<std::pair<std::chrono::steady_clock::time_point, std::int64_t>> seen_;
};

/// Work for a Worker: publishes a view whenever points have arrived, until the sweep is finished or the view unwanted.
SweepView follow_sweep(const SweepQuestion& question, const std::atomic<bool>& cancelled,
                       const std::function<void(SweepView)>& publish);

} // namespace assent::viewer
