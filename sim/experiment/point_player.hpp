#pragma once
// Plays one strategy at points of the unit cube, each point being a value for every number that is moved.
#include "experiment/design.hpp"
#include "experiment/joint_progress.hpp"
#include "experiment/plan_numbers.hpp"
#include "experiment/run.hpp"

#include <mutex>
#include <span>
#include <vector>

namespace assent {

/// What a coordinate in [0, 1] stands for; of a constant always a share of the way from its low to its high end.
enum class Spread : std::uint8_t {
    whole,       ///< of an uncertain number: a probability of its distribution
    percentiles, ///< of an uncertain number: the same from its 10th (0) to its 90th (1) percentile
};

class PointPlayer {
  public:
    struct Task {
        RunRequest run; ///< seed, replicates (at least 2), threads and the cancelling flag are used
        RankMeasure measure = RankMeasure::win;
        std::size_t strategy = 0;
        Spread spread = Spread::whole;
    };
    /// Plan, numbers and progress must live as long as this; the progress counts points as runs.
    PointPlayer(const Plan& plan, std::span<const PlanNumber> numbers, const Task& task, JointProgress& progress)
        : plan_(plan), numbers_(numbers), task_(task), progress_(progress) {}

    /// The measure at each point, all with the same luck. The design has a column for each number. Points are played in
    /// parallel; the result does not depend on threads. Throws Cancelled.
    std::vector<double> play(const DesignMatrix& points);

    /// Variance that the luck of few deals gives to the difference between two points, by their place in the order of all
    /// points played: from how the parts of the deals disagree, which met other luck each, the same at both points.
    [[nodiscard]] double luck_between(std::size_t one, std::size_t other) const;

  private:
    struct Result {
        double value = 0;
        std::vector<double> parts; // (parts) the measure of each part of the deals
    };
    [[nodiscard]] Plan plan_at(std::span<const double> point) const;
    [[nodiscard]] Result play_at(std::span<const double> point) const;
    void tell();

    const Plan& plan_;
    std::span<const PlanNumber> numbers_;
    Task task_;
    JointProgress& progress_;
    std::mutex telling_;
    std::int64_t told_ = 0;                  ///< points
    std::vector<std::vector<double>> parts_; // (points played × parts)
};

} // namespace assent
