#include "rehearsal/session.hpp"

#include "experiment/told_replicate.hpp"
#include "model/user_error.hpp"
#include "scenario/text_encoding.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace assent {
namespace {

constexpr std::size_t positions_kept = 256;
constexpr std::uint64_t replicate_limit = std::uint64_t{1} << 40;

/// Does the event belong to the first `week` weeks of a deal that ends in the week `end`.
bool happened(const TraceEvent& event, int week, int end) {
    const bool of_the_end = event.kind == TraceEvent::Kind::closed || is_after_sale(event.kind);
    return of_the_end ? end <= week : event.week <= week;
}

} // namespace

Session::Session(std::shared_ptr<const Practice> practice, std::uint64_t seed, std::uint64_t replicate)
    : practice_(std::move(practice)), seed_(seed), replicate_(replicate),
      script_(practice_->plan(), practice_->manner()) {
    if (replicate >= replicate_limit)
        throw UserError(fmt::format("deal {} (deals are numbered below 2^40); give a smaller number", replicate));
}

void Session::require(NodeId node) const {
    if (node < 0 || static_cast<std::size_t>(node) >= tree_.size() || tree_[static_cast<std::size_t>(node)].removed)
        throw UserError(
            fmt::format("position {} (there is no such position in this session); go to one of the tree", node));
}

std::optional<MoveProblem> Session::problem(const Move& move) const {
    return problem_with(*practice_, position(current_).knowledge, planned(current_), move);
}

NodeId Session::child(bool plays_week, const Move& move) {
    const std::vector<NodeId>& children = tree_[static_cast<std::size_t>(current_)].children;
    const auto equal = std::ranges::find_if(children, [&](NodeId id) {
        const Node& node = tree_[static_cast<std::size_t>(id)];
        return node.plays_week == plays_week && (plays_week || node.move == move);
    });
    NodeId next = equal != children.end() ? *equal : -1;
    if (next < 0) {
        if (tree_.size() >= SessionLimits::nodes)
            throw UserError(fmt::format("a session holds at most {} positions (removed ones count); begin a new one",
                                        SessionLimits::nodes));
        next = static_cast<NodeId>(tree_.size());
        Node node;
        node.parent = current_;
        node.plays_week = plays_week;
        node.move = move;
        tree_.push_back(std::move(node));
        tree_[static_cast<std::size_t>(current_)].children.push_back(next);
    }
    go_to(next);
    return next;
}

NodeId Session::apply(const Move& move) {
    if (problem(move)) throw UserError("the move cannot be made here; ask problem() first");
    return child(false, move);
}

NodeId Session::play_week() {
    if (decided(current_)) throw UserError("the deal is over; go back to try another way");
    return child(true, Move{});
}

void Session::go_to(NodeId node) {
    require(node);
    current_ = node;
    knowledge_.reset();
}

bool Session::back() {
    const NodeId parent = tree_[static_cast<std::size_t>(current_)].parent;
    if (parent < 0) return false;
    go_to(parent);
    return true;
}

void Session::annotate(NodeId node, std::string note) {
    require(node);
    if (note.size() > SessionLimits::note_bytes)
        throw UserError(fmt::format("a note of {} bytes (at most {} are kept); shorten it", note.size(),
                                    SessionLimits::note_bytes));
    if (!is_utf8(note)) throw UserError("the note is not UTF-8; write it in UTF-8");
    tree_[static_cast<std::size_t>(node)].note = std::move(note);
}

void Session::bookmark(NodeId node, bool on) {
    require(node);
    tree_[static_cast<std::size_t>(node)].bookmarked = on;
}

void Session::foretell(NodeId node, int percent) {
    require(node);
    if (percent < 0 || percent > 100)
        throw UserError(fmt::format("a forecast of {} % (is no chance); write a whole number from 0 to 100", percent));
    tree_[static_cast<std::size_t>(node)].forecast = static_cast<std::int8_t>(percent);
}

bool Session::played_from(NodeId node) const {
    require(node);
    return std::ranges::any_of(tree_[static_cast<std::size_t>(node)].children,
                               [this](NodeId child) { return tree_[static_cast<std::size_t>(child)].plays_week; });
}

void Session::remove(NodeId node) {
    require(node);
    const NodeId parent = tree_[static_cast<std::size_t>(node)].parent;
    if (parent < 0) throw UserError("the beginning cannot be removed; begin a new session");
    if (std::ranges::count(path(current_), node) > 0) go_to(parent);
    std::erase(tree_[static_cast<std::size_t>(parent)].children, node);
    for (std::vector<NodeId> branch{node}; !branch.empty();) {
        const NodeId gone = branch.back();
        branch.pop_back();
        Node& removed = tree_[static_cast<std::size_t>(gone)];
        branch.insert(branch.end(), removed.children.begin(), removed.children.end());
        removed = Node{};
        removed.removed = true;
        played_.erase(gone);
    }
}

std::vector<NodeId> Session::path(NodeId node) const {
    require(node);
    std::vector<NodeId> nodes;
    for (NodeId at = node; at >= 0; at = tree_[static_cast<std::size_t>(at)].parent) nodes.push_back(at);
    std::ranges::reverse(nodes);
    return nodes;
}

Weeks Session::weeks(NodeId node) const {
    Weeks weeks(1);
    for (const NodeId id : path(node)) {
        const Node& step = tree_[static_cast<std::size_t>(id)];
        if (step.plays_week)
            weeks.emplace_back();
        else if (step.parent >= 0)
            weeks.back().push_back(step.move);
    }
    weeks.pop_back(); // only planned
    return weeks;
}

std::vector<Move> Session::planned(NodeId node) const {
    require(node);
    std::vector<Move> moves;
    for (NodeId at = node; at > 0 && !tree_[static_cast<std::size_t>(at)].plays_week;
         at = tree_[static_cast<std::size_t>(at)].parent)
        moves.push_back(tree_[static_cast<std::size_t>(at)].move);
    std::ranges::reverse(moves);
    return moves;
}

int Session::week(NodeId node) const {
    int weeks = 0;
    for (const NodeId id : path(node)) weeks += tree_[static_cast<std::size_t>(id)].plays_week ? 1 : 0;
    return weeks;
}

NodeId Session::week_node(NodeId node) const {
    require(node);
    while (node > 0 && !tree_[static_cast<std::size_t>(node)].plays_week)
        node = tree_[static_cast<std::size_t>(node)].parent;
    return node;
}

DealState Session::state_after(int week) const {
    std::vector<float> workspace(workspace_size(script_.plan()));
    DealState state;
    state.values.resize(state_size(script_.plan()));
    save_state(script_.plan(), {script_.strategy(), seed_, replicate_, 1}, week, workspace.data(), state);
    return state;
}

Session::Position Session::play(NodeId node) const {
    script_.set(weeks(node));
    const int played = week(node);
    Retold retold = retell(script_.plan(), script_.strategy(), seed_, replicate_);
    Position position;
    position.row = retold.row;
    for (const TraceEvent& event : retold.events) {
        if (!happened(event, played, retold.row.week)) continue;
        position.truth.push_back(event);
        if (const auto seen = witness(event)) position.witnessed.push_back(*seen);
    }
    DealState state = state_after(played);
    state.decided = retold.row.week <= played; // at the horizon too
    position.knowledge = knowledge_of(script_.plan(), script_.strategy(), state, position.witnessed);
    position.knowledge.week = played;
    if (state.decided) position.knowledge.outcome = retold.row.outcome;
    return position;
}

const Session::Position& Session::position(NodeId node) const {
    const NodeId at = week_node(node);
    const auto kept = played_.find(at);
    if (kept != played_.end()) return kept->second;
    if (played_.size() >= positions_kept) played_.clear();
    return played_.emplace(at, play(at)).first->second;
}

Knowledge Session::knowledge(NodeId node) const {
    Knowledge knowledge = position(node).knowledge;
    for (const Move& move : planned(node)) plan_move(knowledge, practice_->plan(), move);
    return knowledge;
}

const Knowledge& Session::knowledge() const {
    if (!knowledge_) knowledge_ = knowledge(current_);
    return *knowledge_;
}

std::vector<TraceEvent> Session::witnessed(NodeId node) const { return position(node).witnessed; }
std::vector<TraceEvent> Session::truth(NodeId node) const { return position(node).truth; }
bool Session::decided(NodeId node) const { return position(node).knowledge.decided; }
OutcomeRow Session::row(NodeId node) const { return position(node).row; }

} // namespace assent
