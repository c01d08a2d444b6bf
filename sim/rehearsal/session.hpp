#pragma once
// One deal in play, with all that was tried: a tree of variations. A week is a turn.
//
// A position is the weeks played and the moves planned for the coming one. From it one plans a further move, or plays
// the week. Nothing of a position is kept but the way to it: draws are pure, so the kernel plays the same deal again.
#include "rehearsal/move_problem.hpp"
#include "rehearsal/script.hpp"

#include <map>
#include <memory>
#include <string>

namespace assent {

using NodeId = std::int32_t; ///< 0: the root, before week 1

struct Node {
    NodeId parent = -1;
    std::vector<NodeId> children;
    bool plays_week = false; ///< leads here by playing the week; otherwise by planning `move`
    Move move;
    std::string note;
    bool bookmarked = false;
    std::int8_t forecast = -1; ///< chance to win that the player foretold here before the week, percent; -1: none
    bool removed = false;      ///< its number is not given again
};

struct SessionLimits {
    static constexpr std::size_t nodes = 20'000;
    static constexpr std::size_t note_bytes = 4'000;
};

/// Not for several threads at once: also reading keeps what was played. Copies are independent.
class Session {
  public:
    /// The truth is replicate `replicate` (below 2^40) of seed `seed` of the practice's plan.
    Session(std::shared_ptr<const Practice> practice, std::uint64_t seed, std::uint64_t replicate);

    [[nodiscard]] const Practice& practice() const { return *practice_; }
    [[nodiscard]] std::shared_ptr<const Practice> shared_practice() const { return practice_; }
    [[nodiscard]] std::uint64_t seed() const { return seed_; }
    [[nodiscard]] std::uint64_t replicate() const { return replicate_; }
    [[nodiscard]] NodeId current() const { return current_; }
    [[nodiscard]] const std::vector<Node>& tree() const { return tree_; }

    /// Why the move cannot be planned at current(), or nothing.
    [[nodiscard]] std::optional<MoveProblem> problem(const Move& move) const;

    /// Plan a move, play the week: go to the child, which is made when there is no equal one. Throw UserError when there
    /// is a problem, the deal is decided, or the tree is full. (What the problem is is said in words by the report.)
    NodeId apply(const Move& move);
    NodeId play_week();

    /// The members below throw UserError for a node that does not exist.
    void go_to(NodeId node);
    /// To the parent; false at the root.
    bool back();
    /// Replaces the note. Throws UserError when it is longer than SessionLimits::note_bytes or not UTF-8.
    void annotate(NodeId node, std::string note);
    void bookmark(NodeId node, bool on);
    /// What the player takes for his chance to win. Throws UserError outside of 0 to 100 percent.
    void foretell(NodeId node, int percent);
    /// Was a week played from this position.
    [[nodiscard]] bool played_from(NodeId node) const;
    /// Removes a node with its branch; from inside it one goes to its parent. Throws UserError for the root.
    void remove(NodeId node);

    /// What the seller knows at current(), planned moves counted. Valid until the session changes.
    [[nodiscard]] const Knowledge& knowledge() const;
    [[nodiscard]] Knowledge knowledge(NodeId node) const;
    /// All that the seller saw on the way, in order, cleared of what he cannot know (witness()).
    [[nodiscard]] std::vector<TraceEvent> witnessed(NodeId node) const;
    /// All that happened on the way; of a decided deal with its end and what came after the sale.
    [[nodiscard]] std::vector<TraceEvent> truth(NodeId node) const;
    /// Moves of each week played, week 1 first: as many entries as week(node).
    [[nodiscard]] Weeks weeks(NodeId node) const;
    /// Moves planned for the coming week.
    [[nodiscard]] std::vector<Move> planned(NodeId node) const;
    [[nodiscard]] int week(NodeId node) const; ///< weeks played
    [[nodiscard]] bool decided(NodeId node) const;
    /// How the deal ends, or would if nothing more were done after the weeks played.
    [[nodiscard]] OutcomeRow row(NodeId node) const;
    /// Nodes from the root to this one, both included.
    [[nodiscard]] std::vector<NodeId> path(NodeId node) const;

  private:
    /// What playing the weeks of a node gives.
    struct Position {
        OutcomeRow row;
        std::vector<TraceEvent> truth, witnessed;
        Knowledge knowledge;
    };
    void require(NodeId node) const;
    NodeId child(bool plays_week, const Move& move);
    /// The last node on the path to which a week leads, or the root: positions differ by it alone.
    [[nodiscard]] NodeId week_node(NodeId node) const;
    [[nodiscard]] const Position& position(NodeId node) const;
    [[nodiscard]] Position play(NodeId node) const;
    [[nodiscard]] DealState state_after(int week) const;

    std::shared_ptr<const Practice> practice_;
    std::uint64_t seed_, replicate_;
    std::vector<Node> tree_ = {Node{}};
    NodeId current_ = 0;
    mutable Script script_;
    mutable std::map<NodeId, Position> played_;  ///< by week node; thrown away when it grows large
    mutable std::optional<Knowledge> knowledge_; ///< at current_
};

} // namespace assent
