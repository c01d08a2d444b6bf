#pragma once
// Several runs one after another as one piece of work that is so far done.
#include "experiment/run.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>

namespace assent {

class JointProgress {
  public:
    /// `progress` must live as long as this; an empty one is told nothing.
    explicit JointProgress(const std::function<void(const Progress&)>& progress) : progress_(progress) {}

    void plan_runs(std::int64_t runs) { runs_ = runs; } ///< of about the same length
    void finish_run(std::int64_t replicates) { finished_ += replicates; }

    /// What to give to run() as its progress.
    [[nodiscard]] std::function<void(const Progress&)> observer() const {
        return [this](const Progress& part) { tell(part); };
    }

  private:
    /// Progress of this run as part of all.
    void tell(const Progress& part) const {
        if (!progress_) return;
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        Progress whole;
        whole.done = finished_ + part.done;
        whole.planned = part.planned * runs_;
        whole.replicates_per_second = static_cast<double>(whole.done) / std::max(1e-9, seconds);
        whole.seconds_left = static_cast<double>(whole.planned - whole.done) / whole.replicates_per_second;
        progress_(whole);
    }

    const std::function<void(const Progress&)>& progress_;
    std::int64_t runs_ = 1, finished_ = 0; ///< finished: replicates
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

} // namespace assent
