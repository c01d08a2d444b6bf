#pragma once
// The deals of a point as a board to choose from, and the one chosen played week by week: a part of the sweep screen.
#include "viewer/replay.hpp"
#include "viewer/screen.hpp"
#include "viewer/worker.hpp"

#include <map>
#include <optional>

namespace assent::viewer {

class ReplayView {
  public:
    /// Shows the deals of this strategy at this point; strategies and what the point is called come from the sweep.
    void open(const std::shared_ptr<Waker>& waker, DealsQuestion question, std::string point_name,
              std::vector<std::pair<std::string, std::string>> strategies);
    void close();
    [[nodiscard]] bool is_open() const { return open_; }
    [[nodiscard]] bool settled() const;
    /// A deal is being shown week after week.
    [[nodiscard]] bool moving() const { return playing_; }
    void draw(Frame& frame);
    [[nodiscard]] std::vector<Command> commands();
    /// As Screen::table.
    [[nodiscard]] std::function<std::string()> table(std::string_view card) const;

    [[nodiscard]] const Replay* replay() const { return replay_.get(); }
    [[nodiscard]] int week() const { return week_; }

  private:
    void ask(const DealsQuestion& question);
    void choose(std::uint64_t replicate);
    void go_to(int week);
    void play_or_pause();
    void see_answers();
    void handle_keys();
    void draw_header(Frame& frame, const Area& area);
    void draw_deals(Frame& frame, const Area& area);
    void draw_centre(Frame& frame, const Area& area);
    void draw_story(Frame& frame, const Area& area);
    void draw_support(Frame& frame, const Area& area);

    bool open_ = false;
    std::string point_name_;
    std::vector<std::pair<std::string, std::string>> strategies_; ///< id, name
    DealsQuestion question_;
    std::unique_ptr<Worker<DealsQuestion, DealList>> lister_;
    std::unique_ptr<Worker<ReplayQuestion, Replay>> player_;
    std::shared_ptr<const DealList> deals_;
    std::shared_ptr<const Replay> replay_;
    Knowledge shown_; ///< of the week
    std::uint64_t replicate_ = 0;
    bool wanted_ = false; ///< the replay of `replicate_` was asked for
    Language told_in_ = Language::english; ///< the replay asked for last
    int first_week_ = 0;                   ///< to be shown of it
    int week_ = 0, member_ = 0;
    int scrolled_to_ = -1; ///< week that the story was scrolled to
    bool playing_ = false;
    double next_week_ = 0; ///< time of ImGui
};

} // namespace assent::viewer
