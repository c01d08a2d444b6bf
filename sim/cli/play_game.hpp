#pragma once
// The game: lines in, text out.
#include "rehearsal/session_file.hpp"
#include "report/play_screen.hpp"
#include "training/play_language.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace assent::cli {

class PlayGame {
  public:
    /// `file`: where the session is kept after every line; empty: nowhere.
    PlayGame(Session session, SessionSource source, std::string file, TextStyle style);

    void begin();
    /// Does what a line asks for and prints what comes of it. Throws UserError for what cannot be done; nothing has changed
    /// then. False: the player leaves.
    bool perform(std::string_view line);
    /// How it stands, when nothing more is said.
    void end();

    [[nodiscard]] std::string prompt() const { return screen_.prompt(session_.knowledge()); }
    [[nodiscard]] std::vector<std::string> completions(std::string_view line) const;
    [[nodiscard]] const Session& session() const { return session_; }
    /// What the player has been told: advice says whom to turn to and with what (training/hint.hpp).
    [[nodiscard]] int hints() const { return hints_; }

  private:
    void plan(const std::vector<Move>& moves);
    void play_weeks(int count);
    void back(int count);
    void branch();
    void look(int member);
    void show_position();
    void show_story();
    void show_end();
    void advise_player();
    void foretell(int percent);
    void save(const std::string& file);
    [[nodiscard]] NodeId week_begin(NodeId node) const;

    Session session_;
    SessionSource source_;
    std::string file_;
    PlayScreen screen_;
    PlayLanguage language_;
    TextStyle style_;
    int hints_ = 0;
};

} // namespace assent::cli
