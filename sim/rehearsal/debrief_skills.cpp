// The rubric of the skills (sim/ODD.md, "Debrief"): half for what was done, half for what decisions of the kind cost.
// Neither half knows how the deal ended: tries count, not whether they got through.
#include "rehearsal/debrief.hpp"

#include <algorithm>
#include <set>

namespace assent {
namespace {

constexpr double all_lost = 0.3;       // win probability; who loses this much by one skill has nothing of its half left
constexpr double shown_enough = 0.5;  // of what a skill asks for; from there on its other half counts whole
constexpr int touches_well_spaced = 2; // of one person in a week

/// Whose skill a decision shows.
Skill skill_of(const Move& move, bool first_touch) {
    if (move.inflate > 0) return Skill::honesty;
    switch (move.act) {
    case Act::introduce:
        return Skill::coverage;
    case Act::discover:
        return first_touch ? Skill::coverage : Skill::discovery;
    case Act::offer:
    case Act::concede:
    case Act::points:
        return Skill::price_discipline;
    case Act::kickback:
        return Skill::honesty;
    case Act::ask_decision:
    case Act::remind:
    case Act::build_rapport:
        return first_touch ? Skill::coverage : Skill::pacing;
    default:
        return first_touch ? Skill::coverage : Skill::objection_handling;
    }
}

/// What the player tried, in order, without what came of it.
class Tries {
  public:
    Tries(const Session& session, NodeId leaf) : session_(session), leaf_(leaf) {
        for (const std::vector<Move>& week : session.weeks(leaf)) {
            std::vector<int> touches(static_cast<std::size_t>(session.practice().plan().n_member));
            for (const Move& move : week) {
                ++moves_;
                tried_.insert(move.member);
                if (move.act == Act::discover) asked_.insert(move.member);
                dishonest_ += move.inflate > 0 || move.act == Act::kickback ? 1 : 0;
                crowded_ += ++touches[static_cast<std::size_t>(move.member)] > touches_well_spaced ? 1 : 0;
                all_.push_back(move);
            }
        }
    }

    /// How much of what a skill asks for was done, [0, 1].
    [[nodiscard]] double done(Skill skill) const {
        switch (skill) {
        case Skill::coverage:
            return coverage();
        case Skill::discovery:
            return tried_.empty() ? 0 : static_cast<double>(asked_.size()) / static_cast<double>(tried_.size());
        case Skill::objection_handling:
            return answered();
        case Skill::pacing:
            return moves_ == 0 ? 0 : 1 - static_cast<double>(crowded_) / static_cast<double>(moves_);
        case Skill::price_discipline:
            return price_kept();
        case Skill::honesty:
            break;
        }
        return moves_ == 0 ? 1 : 1 - static_cast<double>(dishonest_) / static_cast<double>(moves_);
    }

  private:
    const Session& session_;
    NodeId leaf_;
    int moves_ = 0, dishonest_ = 0, crowded_ = 0;
    std::set<std::int32_t> tried_, asked_;
    std::vector<Move> all_;

    /// Importance of those who were turned to, of all whom the seller knew in the end.
    [[nodiscard]] double coverage() const {
        const Plan& plan = session_.practice().plan();
        double known = 0, tried = 0;
        for (const KnownMember& member : session_.knowledge(leaf_).members) {
            if (!member.known) continue;
            const double weight = plan.belief_weight[static_cast<std::size_t>(member.member)];
            known += weight;
            tried += tried_.contains(member.member) ? weight : 0;
        }
        return known > 0 ? tried / known : 0;
    }

    /// Share of the doubts that the seller knew of to which he spoke; 1 when he knew of none.
    [[nodiscard]] double answered() const {
        int known = 0, answered = 0;
        for (const KnownMember& member : session_.knowledge(leaf_).members)
            for (const KnownObjection& doubt : member.objections) {
                ++known;
                answered += std::ranges::any_of(all_, [&](const Move& move) {
                    return move.member == member.member && speaks_to(move, doubt.topic);
                });
            }
        return known == 0 ? 1 : static_cast<double>(answered) / static_cast<double>(known);
    }

    [[nodiscard]] bool speaks_to(const Move& move, int topic) const {
        if (move.topic >= 0) return move.topic == topic;
        return move.act == Act::address ||
               (session_.practice().plan().acts[static_cast<int>(move.act)].topics >> topic & 1u) != 0;
    }

    /// 1: the list price held until the talks; 0: all the way to the floor was given away before them.
    [[nodiscard]] double price_kept() const {
        const double list = session_.knowledge(0).price, now = session_.knowledge(leaf_).price;
        const double floor = std::min<double>(session_.practice().plan().floor_price.value, list);
        return floor < list ? std::clamp((now - floor) / (list - floor), 0.0, 1.0) : 1;
    }
};

} // namespace

std::vector<SkillScore> skill_scores(const Session& session, NodeId leaf, const std::vector<JudgedMove>& moves) {
    double lost[skill_count] = {};
    for (const JudgedMove& move : moves) {
        if (!(move.loss > 0)) continue;
        // What was wrong with a dishonest move or a concession is that it was made; otherwise something else was missed.
        const auto of = [&](const Move& any) {
            const Knowledge knowledge = session.knowledge(move.node);
            return skill_of(any, knowledge.members[static_cast<std::size_t>(any.member)].contacts == 0);
        };
        Skill skill = move.better_waits ? Skill::pacing : of(move.better);
        if (!move.wait)
            if (const Skill own = of(move.move); own == Skill::honesty || own == Skill::price_discipline) skill = own;
        lost[static_cast<int>(skill)] += move.loss;
    }
    const Tries tries(session, leaf);
    std::vector<SkillScore> scores;
    for (int s = 0; s < skill_count; ++s) {
        SkillScore score;
        score.skill = static_cast<Skill>(s);
        score.of = skill_points[s];
        score.done = tries.done(score.skill);
        score.lost = lost[s];
        // Who hardly did what a skill asks for had hardly any decisions of its kind to lose by.
        const double shown = std::min(1.0, score.done / shown_enough);
        score.points = score.of * (0.5 * score.done + 0.5 * shown * std::max(0.0, 1 - score.lost / all_lost));
        scores.push_back(score);
    }
    return scores;
}

} // namespace assent
