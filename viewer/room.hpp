#pragma once
// A deal in play in the window: its session, what it is worth, where it is saved.
#include "viewer/outlook.hpp"
#include "viewer/rehearsal_desk.hpp"
#include "viewer/screen.hpp"
#include "viewer/worker.hpp"

#include "rehearsal/debrief.hpp"
#include "rehearsal/session_file.hpp"
#include "store/file_lock.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace assent::viewer {

/// How good a decision was by what the advisor made of it before it was taken; the debrief judges it with fresh draws.
struct Verdict {
    MoveClass cls = MoveClass::best;
    bool tentative = false; ///< the loss itself is of a worse class, its interval reaches into this one
    double loss = 0;        ///< win probability, against the best move listed
};

struct MindRequest {
    std::shared_ptr<const Belief> belief; ///< null: nothing was asked
    std::int32_t member = 0;
    bool operator==(const MindRequest&) const = default;
};

class Room {
  public:
    /// The session of the desk's client where it was left, or a new one. Throws UserError when it cannot be played.
    explicit Room(const Desk& desk);
    /// Goes on with a saved one, and keeps it in its file, or in a file of its own where another window has that one;
    /// `before`: the room that makes way for this one. Throws UserError.
    Room(const Desk& desk, const std::filesystem::path& path, const Room* before = nullptr);

    [[nodiscard]] const Client& client() const { return table_.client(); }
    [[nodiscard]] std::shared_ptr<const Client> shared_client() const { return client_; }
    [[nodiscard]] const Session& session() const { return table_.session(); }
    [[nodiscard]] const Knowledge& knowledge() const { return table_.knowledge(); }
    /// The latest look ahead from where one stands; null: still thinking.
    [[nodiscard]] std::shared_ptr<const Outlook> outlook();
    /// What was seen from a position so far; null: nothing.
    [[nodiscard]] std::shared_ptr<const Outlook> looked_at(NodeId node) const;
    /// What may be thought of a member where one stands; null: not worked out yet, or the deal is decided.
    [[nodiscard]] std::shared_ptr<const MemberBelief> mind(int member);
    [[nodiscard]] bool thinking() const { return worker_->busy() || minds_->busy(); }
    /// Win probability of a position that was looked at, if it was.
    [[nodiscard]] std::optional<Interval> worth(NodeId node) const;

    /// Of the decision that led to a node; nothing where the advisor had not finished, or the move was not listed.
    [[nodiscard]] std::optional<Verdict> verdict(NodeId node) const;

    /// Does something with the deal, which is saved after it, and looks ahead anew.
    template <class Deed> void change(Deed deed) {
        const NodeId before = session().current();
        const std::shared_ptr<const Outlook> seen = outlook();
        try {
            deed(table_);
        } catch (...) { // what could not be saved was done all the same
            ask();
            throw;
        }
        if (seen) judge(before, *seen);
        ask();
    }
    [[nodiscard]] bool resumed() const { return resumed_; }
    /// What is to be said of where the session goes on; empty: nothing.
    [[nodiscard]] std::string greeting() const;
    /// Writes the session and says where. Throws UserError.
    std::filesystem::path save();

  private:
    /// Where a session is kept, and that it is this window's.
    struct Journal {
        std::filesystem::path path; ///< empty: nowhere
        std::shared_ptr<FileLock> lock;
        bool crowded = false; ///< another window has the file that would have been taken
    };
    static Journal journal_of(const Desk& desk);
    static Journal journal_at(const Desk& desk, const std::filesystem::path& path, const Room* before);

    void ask();
    /// The step from a node, if there was one, by what was seen there.
    void judge(NodeId from, const Outlook& seen);

    std::shared_ptr<const Client> client_;
    std::int64_t rollouts_; ///< of the advisor at a position
    Journal journal_;
    bool resumed_ = false; ///< goes on with what was kept of the client
    RehearsalDesk table_;
    std::map<NodeId, Interval> worth_;
    std::map<NodeId, Verdict> verdicts_;
    std::map<NodeId, std::shared_ptr<const Outlook>> looked_at_;
    std::unique_ptr<Worker<OutlookRequest, Outlook>> worker_;
    MindRequest minded_; ///< asked last
    std::unique_ptr<Worker<MindRequest, MemberBelief>> minds_;
};

} // namespace assent::viewer
