#pragma once
// The deal on the table: a session, what is being planned, and the file that keeps it. It draws nothing.
#include "viewer/client.hpp"
#include "viewer/language.hpp"

#include "rehearsal/session_file.hpp"
#include "report/conversation.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assent::viewer {

/// A move of a position's past as the tree of variations shows it.
struct Variation {
    NodeId node = 0;
    int week = 0;         ///< that it belongs to
    int depth = 0;        ///< how many branches away from the main line
    bool on_path = false; ///< leads to where one stands
    bool plays_week = false;
};

class RehearsalDesk {
  public:
    /// Begins a deal of the client; `deal` tells companies of one seed apart. `autosave`: file written after each move,
    /// empty: none. Throws UserError when the scenario has no strategy.
    void begin(std::shared_ptr<const Client> client, std::uint64_t seed, std::uint64_t deal,
               std::filesystem::path autosave);
    /// The same for a session that was prepared elsewhere, such as a lesson's; `client` is its company.
    void begin(std::shared_ptr<const Client> client, Session session, SessionSource source,
               std::filesystem::path autosave);
    /// Goes on with a saved session. Throws UserError.
    std::shared_ptr<const Client> resume(const std::filesystem::path& path, std::filesystem::path autosave);
    [[nodiscard]] bool open() const { return session_.has_value(); }

    [[nodiscard]] const Client& client() const { return *client_; }
    [[nodiscard]] std::shared_ptr<const Client> shared_client() const { return client_; }
    [[nodiscard]] const Session& session() const { return *session_; }
    [[nodiscard]] const Knowledge& knowledge() const { return session_->knowledge(); }

    // Each throws UserError where it cannot be done or not be saved; the session is then as before.
    void plan(const Move& move);
    void play_week();
    void take_back();
    /// One week back or forward along the line last played; nothing happens at its ends.
    void step_week(int by);
    void go_to(NodeId node);
    void annotate(std::string note);
    void save(const std::filesystem::path& path);

    /// What was said and done on the way, the latest week last, in the language of the window.
    [[nodiscard]] const std::vector<ConversationLine>& conversation();
    /// The tree, main lines first, each branch below the move it departs from.
    [[nodiscard]] const std::vector<Variation>& variations() const { return variations_; }
    /// Support of the centre as last seen after each week, [0, 1]: weighted by what the seller takes for importance, of
    /// those seen; -1 before anybody was.
    [[nodiscard]] const std::vector<double>& support_by_week() const { return support_; }

    std::int32_t chosen = 0;     ///< member that is looked at
    std::optional<int> forecast; ///< percent: said of each position from which a week is first played; empty: not asked
    Move draft;                  ///< being composed

  private:
    void changed();
    void list_variations();

    std::shared_ptr<const Client> client_;
    std::optional<Session> session_;
    SessionSource source_;
    std::filesystem::path autosave_;
    std::vector<ConversationLine> told_;
    std::optional<Language> told_in_; ///< empty: to be told anew
    std::vector<Variation> variations_;
    std::vector<double> support_;
    std::vector<NodeId> line_; ///< the line last played, for stepping forward
};

} // namespace assent::viewer
