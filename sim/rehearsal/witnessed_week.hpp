#pragma once
// The events of a week as the kernel wants them (engine/witness.hpp).
#include "engine/witness.hpp"
#include "rehearsal/knowledge.hpp"

#include <deque>
#include <span>
#include <vector>

namespace assent {

/// Owns what its week points to; not to be moved.
class WeekWitness {
  public:
    /// `before` and `after` are what was known at the ends of the week. Objections of the events are those of `truth`, those
    /// of the result those of `believed`.
    WeekWitness(const Plan& truth, const Plan& believed, std::span<const TraceEvent> events, const Knowledge& before,
                const Knowledge& after, std::int32_t stage_week);
    WeekWitness(const WeekWitness&) = delete;
    WeekWitness& operator=(const WeekWitness&) = delete;

    [[nodiscard]] const WitnessedWeek& week() const { return week_; }

  private:
    struct Found {
        std::vector<std::int32_t> objections, roots, members;
    };
    void take(const TraceEvent& event);
    void take_of_touch(const TraceEvent& event);
    [[nodiscard]] std::int32_t believed(const TraceEvent& event) const;

    const Plan &truth_, &believed_;
    std::vector<WitnessedTouch> touches_;
    std::deque<Found> found_; ///< of each touch
    std::vector<float> heard_;
    bool negotiates_ = false; ///< talks were opened this week
    WitnessedWeek week_;
};

} // namespace assent
