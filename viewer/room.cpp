#include "viewer/room.hpp"

#include "viewer/kept_sessions.hpp"
#include "viewer/language.hpp"
#include "viewer/profile.hpp"

#include "model/user_error.hpp"

#include <algorithm>

namespace assent::viewer {
namespace {

std::unique_ptr<Worker<OutlookRequest, Outlook>> make_worker(const Desk& desk) {
    auto beliefs = std::make_shared<Beliefs>(); // touched by the worker's thread alone
    return std::make_unique<Worker<OutlookRequest, Outlook>>(
        desk.waker, [beliefs](const OutlookRequest& request, const std::atomic<bool>& cancelled,
                              const std::function<void(Outlook)>& publish) {
            try {
                return look_ahead(request, *beliefs, cancelled, publish);
            } catch (const UserError&) { // more is planned than the advisor can look at: nothing is said of it
                Outlook nothing;
                nothing.final = true;
                return nothing;
            }
        });
}

std::unique_ptr<Worker<MindRequest, MemberBelief>> make_mind_reader(const Desk& desk) {
    return std::make_unique<Worker<MindRequest, MemberBelief>>(
        desk.waker, [](const MindRequest& request, const std::atomic<bool>&, const auto&) {
            return request.belief->member(request.member);
        });
}

/// Its lock, where nobody else has the file.
std::shared_ptr<FileLock> locked(const std::filesystem::path& path) {
    auto lock = FileLock::take(path);
    return lock ? std::make_shared<FileLock>(std::move(*lock)) : nullptr;
}

} // namespace

/// Where a session of the client was kept before, that one; else a free name, since others of the same name may be of another
/// folder's scenario, of one that has changed, or in play in another window. Nothing is ever written over.
Room::Journal Room::journal_of(const Desk& desk) {
    if (desk.journals.empty()) return {};
    make_folder(desk.journals, tr("sessions"));
    std::error_code none;
    bool crowded = false;
    for (int number = 1;; ++number) {
        const std::filesystem::path path = numbered_session(desk, session_name(desk), number);
        const bool there = std::filesystem::exists(path, none);
        auto lock = locked(path);
        if (!there && lock) return {path, lock, crowded};
        try {
            const bool ours = !there || belongs(load_session(path), desk);
            if (ours && lock) return {path, lock, crowded};
            crowded |= ours;
        } catch (const UserError&) { // damaged, or of a scenario that is another by now: it stays as it is
        }
    }
}

Room::Journal Room::journal_at(const Desk& desk, const std::filesystem::path& path, const Room* before) {
    if (desk.journals.empty()) return {};
    if (before != nullptr && same_file(before->journal_.path, path)) return {path, before->journal_.lock, false};
    if (auto lock = locked(path)) return {path, lock, false};
    make_folder(desk.journals, tr("sessions"));
    const std::string name = path.stem().stem().string(); // without ".session.toml"
    std::error_code none;
    for (int number = 2;; ++number) {
        const std::filesystem::path own = numbered_session(desk, name, number);
        if (std::filesystem::exists(own, none)) continue;
        if (auto lock = locked(own)) return {own, lock, true};
    }
}

Room::Room(const Desk& desk)
    : client_(desk.client), rollouts_(desk.rollouts), journal_(journal_of(desk)), worker_(make_worker(desk)),
      minds_(make_mind_reader(desk)) {
    std::error_code none;
    resumed_ = !journal_.path.empty() && std::filesystem::exists(journal_.path, none);
    if (resumed_)
        client_ = table_.resume(journal_.path, journal_.path);
    else
        table_.begin(client_, desk.seed, 0, journal_.path);
    ask();
}

Room::Room(const Desk& desk, const std::filesystem::path& path, const Room* before)
    : rollouts_(desk.rollouts), journal_(journal_at(desk, path, before)), worker_(make_worker(desk)),
      minds_(make_mind_reader(desk)) {
    client_ = table_.resume(path, journal_.path);
    ask();
}

std::string Room::greeting() const {
    if (journal_.crowded)
        return trf("Another window plays this deal; here it is kept in a file of its own, {}.",
                   journal_.path.filename().string());
    return resumed_ ? tr("Your session goes on where you left it; Ctrl+Z takes back, Ctrl+B branches.") : "";
}

std::shared_ptr<const Outlook> Room::outlook() {
    if (auto known = looked_at(session().current()); known && known->final) return known;
    std::shared_ptr<const Outlook> latest = worker_->latest();
    if (!latest) return latest;
    looked_at_[session().current()] = latest;
    if (!latest->won_in.empty()) worth_[session().current()] = latest->won;
    std::size_t week = 0;
    for (const NodeId node : session().path(session().current()))
        if ((node == 0 || session().tree()[std::size_t(node)].plays_week) && week < latest->past.size())
            worth_[node] = latest->past[week++];
    return latest;
}

std::shared_ptr<const Outlook> Room::looked_at(NodeId node) const {
    const auto found = looked_at_.find(node);
    return found == looked_at_.end() ? nullptr : found->second;
}

std::shared_ptr<const MemberBelief> Room::mind(int member) {
    const auto seen = outlook();
    if (!seen || !seen->belief) return nullptr;
    if (const MindRequest wanted{seen->belief, member}; wanted != minded_) {
        minded_ = wanted;
        minds_->ask(wanted);
    }
    return minds_->latest();
}

std::optional<Interval> Room::worth(NodeId node) const {
    const auto found = worth_.find(node);
    return found == worth_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Verdict> Room::verdict(NodeId node) const {
    const auto found = verdicts_.find(node);
    return found == verdicts_.end() ? std::nullopt : std::optional(found->second);
}

void Room::judge(NodeId from, const Outlook& seen) {
    const NodeId here = session().current();
    const Node& step = session().tree()[std::size_t(here)];
    if (!seen.final || seen.lines.empty() || here == from || step.parent != from || verdicts_.contains(here)) return;
    const auto taken = std::ranges::find_if(seen.lines, [&](const OutlookLine& line) {
        return line.wait == step.plays_week && (line.wait || line.move == step.move);
    });
    if (taken == seen.lines.end()) return;
    const Interval &best = seen.lines.front().gain, &chosen = taken->gain;
    if (taken == seen.lines.begin() || chosen.estimate >= best.estimate) {
        verdicts_[here] = {};
        return;
    }
    // Both intervals hold together, so the loss lies between their nearest and farthest ends.
    const double loss = best.estimate - chosen.estimate, least = best.low - chosen.high, most = best.high - chosen.low;
    if (100 * (most - least) / 2 > 2 * judged_half_width) return;
    const MoveClass cls = class_of_loss(100 * least);
    verdicts_[here] = {cls, cls != class_of_loss(100 * loss), loss};
}

void Room::ask() {
    const NodeId at = session().current();
    if (const auto known = looked_at(at); known && known->final) return worker_->cancel();
    OutlookRequest request{session(), {}, rollouts_};
    for (const NodeId node : session().path(at)) {
        if (node != 0 && !session().tree()[std::size_t(node)].plays_week) continue;
        const auto known = worth(node);
        if (!known) break;
        request.earlier.push_back(*known);
    }
    worker_->ask(std::move(request));
}

std::filesystem::path Room::save() {
    if (journal_.path.empty())
        throw UserError(
            tr("assent-viewer: this session has no file (it is drawn as a picture, or the folder of sessions "
               "cannot be made); open the window with --profile and a folder that can be written"));
    table_.save(journal_.path);
    return journal_.path;
}

} // namespace assent::viewer
