#pragma once
// Debrief: what each decision of a deal cost, what was luck, and what was true all along. Judged by expected value.
#include "viewer/debrief_work.hpp"
#include "viewer/rehearsal_desk.hpp"
#include "viewer/screen.hpp"

#include <memory>
#include <optional>
#include <string>

namespace assent::viewer {

class DebriefScreen : public Screen {
  public:
    /// `table` is where the deal is played; it must outlive the drawing of this screen.
    DebriefScreen(const RehearsalDesk& table, DealJudge judge) : table_(&table), judge_(std::move(judge)) {}
    [[nodiscard]] std::string_view name() const override { return "debrief"; }
    [[nodiscard]] std::string title() const override { return tr("Debrief"); }
    void draw(Frame& frame) override;
    [[nodiscard]] bool settled() const override;
    [[nodiscard]] std::vector<Command> commands() override;
    void take_client(const Desk& desk) override;

  private:
    /// Asks for a debrief of where the deal stands, unless that is what was asked for last.
    void follow_table();
    void draw_waiting(Frame& frame, const Area& area);
    void draw_cards(Frame& frame, Area area);
    void draw_answer(Frame& frame, const Area& area);
    void draw_course(Frame& frame, const Area& area);
    void draw_skills(Frame& frame, const Area& area) const;
    void draw_decisions(Frame& frame, const Area& area);
    void draw_decision(const Look& look, std::size_t place, const Area& row);
    void draw_truth(Frame& frame, const Area& area);
    void draw_member(const Look& look, const RevealedMember& member) const;
    void copy_decisions(Wishes& wishes) const;
    [[nodiscard]] const Model& model() const { return view_->session->practice().model(); }

    const RehearsalDesk* table_;
    DealJudge judge_;
    std::unique_ptr<Worker<DebriefQuestion, DebriefView>> worker_;
    std::shared_ptr<const DebriefView> view_; ///< the latest; null: nothing was asked
    std::string asked_;                       ///< the way that was asked about, as text
    bool truth_shown_ = true;
    int chosen_ = -1; ///< decision that is looked at
};

} // namespace assent::viewer
