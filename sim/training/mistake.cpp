#include "training/mistake.hpp"

#include "model/user_error.hpp"
#include "rehearsal/session_file.hpp"
#include "scenario/import_parts.hpp"
#include "scenario/reader.hpp"
#include "store/strong_id.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

constexpr std::size_t name_letters = 8; ///< of the identity of a position

/// A session that holds nothing but the way to a node and one decision there.
Session way_of(const Session& session, const JudgedMove& judged) {
    Session way(session.shared_practice(), session.seed(), session.replicate());
    for (const NodeId node : session.path(judged.node)) {
        if (node == 0) continue;
        const Node& step = session.tree()[static_cast<std::size_t>(node)];
        step.plays_week ? way.play_week() : way.apply(step.move);
    }
    judged.wait ? way.play_week() : way.apply(judged.move);
    way.back();
    return way;
}

const Node& decision(const Session& session) {
    const std::vector<Node>& tree = session.tree();
    const std::vector<NodeId>& ways = tree[static_cast<std::size_t>(session.current())].children;
    if (ways.size() != 1) throw UserError("the position of a mistake is damaged; play the deal again");
    return tree[static_cast<std::size_t>(ways.front())];
}

} // namespace

bool is_mistake(const JudgedMove& judged) { return judged.enough && judged.cls >= MoveClass::inaccuracy; }

std::vector<Mistake> mistakes_of(const Session& session, const Debrief& debrief) {
    std::vector<Mistake> mistakes;
    for (const JudgedMove& judged : debrief.moves) {
        if (!is_mistake(judged)) continue;
        Mistake mistake{{}, way_of(session, judged)};
        const std::string id = strong_id(position_text(mistake)).substr(0, name_letters);
        mistake.item = fmt::format("{}/{}/{}/{}/{}", slug(session.practice().model().title), session.seed(),
                                   session.replicate(), judged.week, id);
        mistakes.push_back(std::move(mistake));
    }
    return mistakes;
}

std::optional<Puzzle> retry_of(const Mistake& mistake, const PuzzleRequest& request) {
    const Node& made = decision(mistake.session);
    return puzzle_at(mistake.session, made.plays_week ? std::nullopt : std::optional(made.move), request);
}

Attempt attempt_of(const Mistake& mistake, const Puzzle& puzzle, const PuzzleAnswer& answer) {
    Attempt attempt = attempt_of(puzzle, answer, PuzzleSource{});
    attempt.kind = "mistake";
    attempt.item = mistake.item;
    attempt.seed = mistake.session.seed();
    return attempt;
}

std::string position_text(const Mistake& mistake) {
    const Model& model = mistake.session.practice().model();
    return session_text(mistake.session, {{}, dump_scenario(model), {}, model.title}, {});
}

DueMistakes due_mistakes(Profile& profile) {
    DueMistakes due;
    for (const std::string& item : profile.due("mistake")) {
        try {
            due.mistakes.push_back(read_mistake(item, profile.position(item)));
        } catch (const UserError&) {
            profile.let_go(item);
            due.let_go.push_back(item);
        }
    }
    return due;
}

Mistake read_mistake(const std::string& item, const std::string& text) {
    Mistake mistake{item, read_session_text(text, item, {}).session};
    (void)decision(mistake.session);
    return mistake;
}

} // namespace assent
