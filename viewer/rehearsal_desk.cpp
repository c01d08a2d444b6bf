#include "viewer/rehearsal_desk.hpp"

#include <algorithm>
#include <utility>

namespace assent::viewer {
namespace {

/// Support as seen, weighted by importance; -1: nobody was seen.
double seen_support(const Plan& plan, const Knowledge& knowledge) {
    double weight = 0, sum = 0;
    for (const KnownMember& member : knowledge.members) {
        if (!member.known || member.seen < 0) continue;
        const double importance = plan.belief_weight[std::size_t(member.member)];
        weight += importance;
        sum += importance * double(member.seen);
    }
    return weight > 0 ? sum / weight : -1;
}

} // namespace

void RehearsalDesk::begin(std::shared_ptr<const Client> client, std::uint64_t seed, std::uint64_t deal,
                          std::filesystem::path autosave) {
    SessionSource source;
    source.scenario = client->path.string();
    Session session(std::make_shared<const Practice>(client->model, -1), seed, deal);
    begin(std::move(client), std::move(session), std::move(source), std::move(autosave));
}

void RehearsalDesk::begin(std::shared_ptr<const Client> client, Session session, SessionSource source,
                          std::filesystem::path autosave) {
    session_.emplace(std::move(session));
    source_ = std::move(source);
    client_ = std::move(client);
    autosave_ = std::move(autosave);
    chosen = 0;
    draft = {};
    line_.clear();
    changed();
}

std::shared_ptr<const Client> RehearsalDesk::resume(const std::filesystem::path& path, std::filesystem::path autosave) {
    SessionFile file = load_session(path);
    auto client = make_client(file.source.scenario, file.session.practice().model());
    begin(std::move(client), std::move(file.session), std::move(file.source), std::move(autosave));
    return client_;
}

void RehearsalDesk::changed() {
    const Session& session = *session_;
    const NodeId here = session.current();
    told_in_.reset();
    list_variations();
    const std::vector<NodeId> path = session.path(here);
    support_.clear();
    for (const NodeId node : path)
        if (node == 0 || session.tree()[std::size_t(node)].plays_week)
            support_.push_back(seen_support(client_->plan, session.knowledge(node)));
    // Stepping back keeps the line, so that one can step forward again.
    if (!std::ranges::includes(line_, path)) line_ = path;
    const bool begun = session.tree().size() > 1;
    if (!autosave_.empty() && begun) save_session(autosave_, session, source_);
}

const std::vector<ConversationLine>& RehearsalDesk::conversation() {
    if (told_in_ != current_language()) {
        told_ = assent::conversation(client_->model, client_->plan, session_->witnessed(session_->current()));
        told_in_ = current_language();
    }
    return told_;
}

void RehearsalDesk::list_variations() {
    const Session& session = *session_;
    const std::vector<NodeId> path = session.path(session.current());
    variations_.clear();
    struct Open {
        NodeId node;
        int depth;
    };
    std::vector<Open> open{{0, 0}};
    while (!open.empty()) {
        const auto [node, depth] = open.back();
        open.pop_back();
        const Node& here = session.tree()[std::size_t(node)];
        if (node != 0)
            variations_.push_back({node, here.plays_week ? session.week(node) : session.week(node) + 1, depth,
                                   std::ranges::find(path, node) != path.end(), here.plays_week});
        // The first child goes on, the others branch off and are told before it goes on.
        for (std::size_t child = 0; child < here.children.size(); ++child)
            open.push_back({here.children[child], child == 0 ? depth : depth + 1});
    }
}

void RehearsalDesk::plan(const Move& move) {
    session_->apply(move);
    changed();
}

void RehearsalDesk::play_week() {
    const NodeId here = session_->current();
    const bool foretells = forecast && !session_->played_from(here); // afterwards it is no forecast
    session_->play_week();
    if (foretells) session_->foretell(here, *forecast);
    changed();
}

void RehearsalDesk::take_back() {
    if (session_->back()) changed();
}

void RehearsalDesk::step_week(int by) {
    const std::vector<NodeId> line = line_;
    const auto here = std::ranges::find(line, session_->current());
    if (here == line.end()) return;
    auto to = here;
    const auto is_week = [&](NodeId node) { return node == 0 || session_->tree()[std::size_t(node)].plays_week; };
    if (by < 0) {
        while (to != line.begin() && !is_week(*--to)) {
        }
    } else {
        while (to + 1 != line.end() && !is_week(*++to)) {
        }
    }
    go_to(*to);
}

void RehearsalDesk::go_to(NodeId node) {
    session_->go_to(node);
    changed();
}

void RehearsalDesk::annotate(std::string note) {
    session_->annotate(session_->current(), std::move(note));
    changed();
}

void RehearsalDesk::save(const std::filesystem::path& path) { save_session(path, *session_, source_); }

} // namespace assent::viewer
