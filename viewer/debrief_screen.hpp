#pragma once
// Debrief: what each decision of a deal cost, what was luck, and what was true all along. Judged by expected value.
#include "viewer/course.hpp"
#include "viewer/debrief_work.hpp"
#include "viewer/screen.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assent::viewer {

class DebriefScreen : public Screen {
  public:
    /// Where deals are played.
    struct Source {
        std::function<const Session*()> session; ///< null: none is open there now. Called while the screen is drawn
        bool counts = false;                     ///< its deals count in the trainee's progress
    };
    /// What asks for decisions again.
    using Retry = std::function<void(std::vector<Mistake>)>;
    /// The deal that was moved last, of all sources, is judged. `course`: of the trainee; outlives the screen.
    DebriefScreen(std::vector<Source> sources, DealJudge judge, Course& course, Retry retry)
        : sources_(std::move(sources)), ways_(sources_.size()), judge_(std::move(judge)), course_(course),
          retry_(std::move(retry)) {}
    [[nodiscard]] std::string_view name() const override { return "debrief"; }
    [[nodiscard]] std::string title() const override { return tr("Debrief"); }
    void draw(Frame& frame) override;
    [[nodiscard]] bool settled() const override;
    [[nodiscard]] std::vector<Command> commands() override;
    void take_client(const Desk& desk) override;
    [[nodiscard]] std::function<std::string()> table(std::string_view card, const Look& look) const override;

  private:
    /// Asks for a debrief of a deal that has been moved since the last frame.
    void follow_deals();
    void keep_deal(); ///< once it is judged
    void draw_waiting(Frame& frame, Area area);
    void draw_cards(Frame& frame, Area area);
    void draw_answer(Frame& frame, const Area& area);
    void draw_course(Frame& frame, const Area& area);
    void draw_skills(Frame& frame, const Area& area);
    void draw_skill_bars(const Look& look, const Area& inside) const;
    // debrief_progress.cpp
    void draw_points_by_deal(const Look& look, const Area& area) const;
    void draw_changes(const Look& look, const Area& inside) const;
    void draw_decisions(Frame& frame, const Area& area);
    void draw_decision(const Look& look, std::size_t place, const Area& row);
    void draw_truth(Frame& frame, const Area& area);
    void draw_member(const Look& look, const RevealedMember& member) const;
    /// Decisions that would be asked again.
    [[nodiscard]] std::ptrdiff_t mistakes() const;
    void try_again(Wishes& wishes);
    void copy_decisions(Wishes& wishes) const;
    [[nodiscard]] const Model& model() const { return view_->session->practice().model(); }

    std::vector<Source> sources_;
    std::vector<std::string> ways_; ///< by source, as of the last frame
    DealJudge judge_;
    Course& course_;
    Retry retry_;
    std::unique_ptr<Worker<DebriefQuestion, DebriefView>> worker_;
    std::shared_ptr<const DebriefView> view_; ///< the latest; null: nothing was asked
    std::string asked_;                       ///< the way that was asked about, as text
    bool counts_ = false;                     ///< what is judged counts in the progress, and is not kept yet
    bool truth_shown_ = true, over_time_ = false;
    int chosen_ = -1; ///< decision that is looked at
};

} // namespace assent::viewer
