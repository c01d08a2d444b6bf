#pragma once
// Watching a sweep: who is best, where, what matters, why deals are lost; from its store, finished or growing.
#include "viewer/replay_view.hpp"
#include "viewer/screen.hpp"
#include "viewer/sweep_pictures.hpp"

#include <memory>
#include <string>
#include <vector>

namespace assent::viewer {

class SweepScreen : public Screen {
  public:
    [[nodiscard]] std::string_view name() const override { return "sweep"; }
    [[nodiscard]] std::string title() const override { return tr("Sweep"); }
    void draw(Frame& frame) override;
    [[nodiscard]] bool settled() const override;
    [[nodiscard]] std::vector<Command> commands() override;
    /// A file of SQLite, or one that is called .db. What is wrong with it is told in the screen.
    bool opens(const std::filesystem::path& path) override;
    [[nodiscard]] std::string problem() const override { return problem_; }
    [[nodiscard]] bool moving() const override { return replay_.moving(); }
    [[nodiscard]] const ReplayView& replay() const { return replay_; }
    void take_client(const Desk& desk) override;
    [[nodiscard]] std::function<std::string()> table(std::string_view card, const Look& look) const override;

  private:
    void take_news();
    void ask();
    void draw_invitation(Frame& frame, const Area& area);
    void draw_header(Frame& frame, const Area& area);
    void draw_progress(const Look& look, const Area& area) const;
    void draw_problem(const Look& look, const Area& area) const;
    void draw_cards(Frame& frame, Area area);
    void draw_ranking(Frame& frame, const Area& area);
    void draw_response(Frame& frame, const Area& area);
    void draw_tornado(Frame& frame, const Area& area);
    void draw_reasons(Frame& frame, const Area& area);
    void draw_spread(Frame& frame, const Area& area);
    void draw_strip(Frame& frame, const Area& area);
    void draw_strip_cell(const Look& look, const Area& area, const PointCell& cell) const;
    void tell_cell(const Look& look, const PointCell& cell) const;
    /// Writes the scenario of a point and wishes that it be opened for rehearsal.
    void open_point(std::size_t row, Wishes& wishes) const;
    /// Shows the deals of a point, one of which can be played again.
    void watch_point(std::size_t row);
    /// Values of the axes at a point, without the company.
    [[nodiscard]] std::vector<std::string> axis_values(std::size_t row) const;
    /// Every picture of the report as an SVG file, in a folder beside the store.
    void save_pictures(Wishes& wishes) const;
    void copy_ranking(Wishes& wishes) const;
    void copy_points(Wishes& wishes) const;
    [[nodiscard]] std::pair<std::size_t, std::size_t>
    shown_axes() const;                       ///< across and down, places among the table's axes
    [[nodiscard]] std::size_t chosen() const; ///< place of the strategy that pictures of one strategy show

    std::shared_ptr<Waker> waker_;
    std::unique_ptr<Worker<SweepQuestion, SweepView>> worker_;
    std::filesystem::path points_;          ///< folder of scenarios made of points
    std::filesystem::path path_;            ///< empty: no store is open
    std::shared_ptr<const SweepView> view_; ///< the latest that could be read
    std::string problem_;                   ///< why the store cannot be read now; empty: it can
    std::string typed_;                     ///< path in the invitation
    RankMeasure measure_ = RankMeasure::win;
    ForestKind ranked_by_ = ForestKind::mean;
    std::string strategy_;      ///< id of the chosen one; empty: the first
    std::string across_, down_; ///< names of axes; empty: the most influential, none
    std::size_t spread_ = 0;
    std::size_t pointed_ = 0; ///< row of the point that the mouse was on last
    ReplayView replay_;
};

} // namespace assent::viewer
