#pragma once
// What the seller may think of the company after all that he witnessed: many deals of the believed plan that agree with it.
//
// A particle filter (Gordon, Salmond & Smith 1993): each particle is played a week on so that what was witnessed happens in
// it (engine/guide.hpp), weighs as much as it made that likely, and is drawn anew in proportion to its weight when few
// carry most of it. sim/ODD.md, "Belief and advice", names what is approximate.
#include "rehearsal/session.hpp"

#include <memory>
#include <span>
#include <vector>

namespace assent {

/// Mean of a number and the range that holds nine of ten particles.
struct Believed {
    double mean = 0, low = 0, high = 0;
};

/// What is thought of one doubt that a member has or may have.
struct BelievedDoubt {
    std::int32_t topic = 0; ///< as stated
    bool known = false;     ///< the seller knows of it
    double chance = 0;      ///< that it exists and is not settled, [0, 1]
    Believed severity;      ///< [0, 1], 0 where it does not exist
};

struct MemberBelief {
    Believed support; ///< probability that he would choose us, [0, 1]
    std::vector<BelievedDoubt> doubts;
};

/// Immutable.
class Belief {
  public:
    /// Before week 1. Throws UserError for fewer than 2 or more than 65536 particles.
    explicit Belief(std::shared_ptr<const Practice> practice, std::uint64_t seed = 1, int particles = 2048);

    /// One week on: the moves of the week, what was witnessed in it, and what is known after it. Objections in the events
    /// are those of the truth's plan, as a session gives them.
    [[nodiscard]] Belief played(const std::vector<Move>& week, std::span<const TraceEvent> witnessed,
                                const Knowledge& after) const;

    [[nodiscard]] const Practice& practice() const { return *practice_; }
    [[nodiscard]] std::shared_ptr<const Practice> shared_practice() const { return practice_; }
    [[nodiscard]] int week() const { return week_; } ///< weeks played
    [[nodiscard]] int particles() const { return static_cast<int>(weights_.size()); }
    /// 1 / Σ w²: how many particles of equal weight would be worth as much.
    [[nodiscard]] double effective_particles() const;
    [[nodiscard]] MemberBelief member(std::int32_t member) const;

    /// Particles to start rollouts from, `count` of them in proportion to their weights, in an order that tells nothing.
    [[nodiscard]] std::vector<std::int32_t> sample(std::int32_t count) const;
    /// The states; `places` come from sample() and must outlive what is returned.
    [[nodiscard]] DealStates states(std::span<const std::int32_t> places) const;

  private:
    void resample();

    std::shared_ptr<const Practice> practice_;
    std::uint64_t seed_;
    int week_ = 0;
    std::int32_t stage_week_ = 0;
    Knowledge known_;                                  ///< at the end of the last week
    std::shared_ptr<const std::vector<float>> states_; ///< (particles × state_size)
    std::vector<double> weights_;                      ///< sum to 1 (particles)
};

/// Beliefs along the paths of a session, each worked out once. Not for several threads at once.
class Beliefs {
  public:
    explicit Beliefs(std::uint64_t seed = 1, int particles = 2048) : seed_(seed), particles_(particles) {}
    /// After the weeks played at the node; of a decided deal after its last week. Throws UserError as Session does.
    std::shared_ptr<const Belief> at(const Session& session, NodeId node);

  private:
    std::uint64_t seed_;
    int particles_;
    std::map<NodeId, std::shared_ptr<const Belief>> kept_; ///< by the node that plays the week
};

/// The same for once.
Belief belief_at(const Session& session, NodeId node);

} // namespace assent
