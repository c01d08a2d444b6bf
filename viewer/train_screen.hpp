#pragma once
// Train: a deal move by move as a trainee plays it: he sees what a seller sees, is told in words what happens, and nobody
// tells him what a move is worth.
#include "viewer/rehearsal_desk.hpp"
#include "viewer/screen.hpp"

namespace assent::viewer {

class TrainScreen : public Screen {
  public:
    [[nodiscard]] std::string_view name() const override { return "train"; }
    [[nodiscard]] std::string title() const override { return tr("Train"); }
    void draw(Frame& frame) override;
    [[nodiscard]] std::vector<Command> commands() override;
    void take_client(const Desk& desk) override;

    [[nodiscard]] RehearsalDesk& table() { return table_; }

  private:
    void draw_centre(Frame& frame, const Area& area);
    void draw_plan(Frame& frame, const Area& area);
    void draw_variations(Frame& frame, const Area& area);
    void draw_member(Frame& frame, const Area& area);
    void draw_conversation(Frame& frame, const Area& area);
    void draw_support(Frame& frame, const Area& area);
    void handle_keys(Frame& frame);

    RehearsalDesk table_;
    std::string trouble_; ///< why nothing can be rehearsed; empty: nothing is wrong
    std::filesystem::path journals_;
    std::size_t told_ = 0; ///< lines of the conversation drawn last
};

} // namespace assent::viewer
