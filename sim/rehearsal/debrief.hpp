#pragma once
// What a deal that was played teaches: what each decision cost, and what was mere luck (sim/ODD.md, "Debrief").
//
// V(b) is the chance to win from what the seller believes at a position when the policy plays on, Q(b, a) the same when
// the decision a is taken first. A decision is one planned move, or to leave it at what is planned and play the week.
// Then V(b') - V(b) = luck - behind with behind = V(b) - Q(b, a), luck = V(b') - Q(b, a): summed over the deal, what was
// gained is luck less what one fell behind the policy. Luck is nothing on average, so it is no skill.
#include "rehearsal/session.hpp"

#include <functional>

namespace assent {

/// How good a decision was, by the win probability it cost against the best of the listed ones (as on analysis boards).
enum class MoveClass : std::uint8_t { best, good, inaccuracy, mistake, blunder };
inline constexpr int move_class_count = 5;
/// From this loss on, in points of win probability, a decision is no longer best, good, an inaccuracy, a mistake.
inline constexpr double class_bounds[move_class_count - 1] = {1, 5, 10, 15};
/// An interval of the loss that is wider than ± this many points says too little.
inline constexpr double judged_half_width = 2.5;

/// What an advisor makes of a decision; shares of win probability.
struct Judgement {
    double value = 0;  ///< V(b)
    double chosen = 0; ///< Q(b, a)
    double loss = 0;   ///< Q of the best listed decision less Q(b, a), both on draws that did not pick the best one
    double loss_low = 0, loss_high = 0; ///< paired interval of the loss
    bool is_best = false;               ///< it is the best listed one
    bool better_waits = false;          ///< the best listed one is to play the week
    Move better;                        ///< otherwise it is this move
};

/// Judges the decision that leads from a node to a child of it.
using Judge = std::function<Judgement(NodeId node, NodeId next)>;
/// V at a node: 1 or 0 where the deal is decided.
using Worth = std::function<double(NodeId node)>;

struct JudgedMove {
    NodeId node = 0; ///< where it was decided
    int week = 0;    ///< that was coming
    Move move;
    bool wait = false; ///< the week was played
    double value_before = 0, value_after = 0;
    double chosen = 0;
    double loss = 0, loss_low = 0, loss_high = 0; ///< against the best listed decision, at least 0 but for loss_low
    double behind = 0;                            ///< the policy; negative: ahead of it
    double luck = 0;
    MoveClass cls = MoveClass::best;
    bool tentative = false; ///< the interval reaches into a milder class, which is the one given
    bool enough = true;     ///< the interval is narrow enough
    bool better_waits = false;
    Move better; ///< meant unless the class is best or better_waits
};

enum class Skill : std::uint8_t { coverage, discovery, objection_handling, pacing, price_discipline, honesty };
inline constexpr int skill_count = 6;
inline constexpr double skill_points[skill_count] = {20, 20, 20, 15, 15, 10}; ///< 100 in all

struct SkillScore {
    Skill skill = Skill::coverage;
    double points = 0, of = 0;
    double done = 0; ///< how much of what the skill asks for was done, [0, 1]
    double lost = 0; ///< win probability lost by decisions of its kind
};

/// A doubt as it was, beside what the seller knew of it.
struct RevealedObjection {
    std::int32_t objection = 0;
    std::int32_t stated = 0, root = 0; ///< topics
    bool known = false, root_known = false;
    float severity = 0; ///< at the end, [0, 1]
    float heard = -1;   ///< as last heard; -1: never
};
struct RevealedMember {
    std::int32_t member = 0;
    bool known = false;
    float support = 0; ///< at the end, [0, 1]
    float seen = -1;   ///< as last seen; -1: never
    std::vector<RevealedObjection> objections;
};

/// A forecast of the player, held against the chance that there was from what he could know: the drawn end is luck.
struct JudgedForecast {
    int week = 0;               ///< before which it was said
    double said = 0, worth = 0; ///< chances to win, [0, 1]
};

struct Debrief {
    std::vector<JudgedMove> moves;   ///< in their order
    std::vector<int> turning_points; ///< places in `moves` at which the value moved most, greatest first
    std::vector<SkillScore> skills;
    double total = 0; ///< of 100
    double start_value = 0, end_value = 0;
    double sum_behind = 0, sum_luck = 0; ///< end_value - start_value = sum_luck - sum_behind
    double sum_loss = 0;
    double other_luck_win = 0, other_luck_low = 0, other_luck_high = 1; ///< the same moves, company and manner
    std::vector<RevealedMember> members;
    std::vector<JudgedForecast> forecasts; ///< in their order
    OutcomeRow row;
};

struct DebriefRequest {
    std::uint64_t seed = 1;       ///< of all that is drawn for the debrief
    int particles = 1024;         ///< of a belief
    std::int64_t rollouts = 2048; ///< of a decision
    std::int64_t other_luck = 4096;
    double confidence = 0.9;
    int threads = 0; ///< 0: all that the machine has; the result does not depend on it
    std::function<void(int done, int planned)> progress; ///< decisions judged
};

MoveClass class_of_loss(double points);

/// The forecasts on the way to a leaf, of each week that was played the last one said, judged by the advisor: without the
/// debrief, for less work. Throws UserError for a node that does not exist.
std::vector<JudgedForecast> judged_forecasts(const Session& session, NodeId leaf, const DebriefRequest& request);

/// Judges the way from the root to a leaf with the advisor. Throws UserError for a node that does not exist.
Debrief debrief(const Session& session, NodeId leaf, const DebriefRequest& request);
/// The same with another judge.
Debrief debrief(const Session& session, NodeId leaf, const DebriefRequest& request, const Judge& judge,
                const Worth& worth);

// The parts of debrief().
std::vector<SkillScore> skill_scores(const Session& session, NodeId leaf, const std::vector<JudgedMove>& moves);
std::vector<RevealedMember> reveal(const Session& session, NodeId leaf);
std::vector<JudgedForecast> judged_forecasts(const Session& session, NodeId leaf, const Worth& worth);

} // namespace assent
