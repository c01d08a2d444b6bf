#pragma once
// Rehearse: a deal with a client of one's own, move by move, with branches.
#include "viewer/rehearsal_desk.hpp"
#include "viewer/screen.hpp"

namespace assent::viewer {

class RehearseScreen : public Screen {
  public:
    [[nodiscard]] std::string_view name() const override { return "rehearse"; }
    [[nodiscard]] std::string title() const override { return tr("Rehearse"); }
    void draw(Frame& frame) override;
    [[nodiscard]] std::vector<Command> commands() override;
    bool opens(const std::filesystem::path& path) override;
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
