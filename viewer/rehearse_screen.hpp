#pragma once
// Rehearse: one's own client as on an analysis board. What he knows, what each move is worth, what if.
#include "viewer/card.hpp"
#include "viewer/move_box.hpp"
#include "viewer/room.hpp"
#include "viewer/screen.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assent::viewer {

class RehearseScreen : public Screen {
  public:
    [[nodiscard]] std::string_view name() const override { return "rehearse"; }
    [[nodiscard]] std::string title() const override { return tr("Rehearse"); }
    void draw(Frame& frame) override;
    [[nodiscard]] bool settled() const override { return !room_ || !room_->thinking(); }
    [[nodiscard]] std::vector<Command> commands() override;
    bool opens(const std::filesystem::path& path) override;
    [[nodiscard]] std::shared_ptr<const Client> client() const override {
        return room_ ? room_->shared_client() : nullptr;
    }
    [[nodiscard]] std::optional<std::uint64_t> seed() const override {
        return room_ ? std::optional(room_->session().seed()) : std::nullopt;
    }
    void take_client(const Desk& desk) override;
    [[nodiscard]] std::function<std::string()> table(std::string_view card, const Look& look) const override;

    [[nodiscard]] Room* room() { return room_.get(); }

  private:
    // rehearse_charts.cpp
    void draw_bar(const Frame& frame, const Area& area) const;
    void draw_win_by_week(Frame& frame, const Area& area);
    void draw_weeks(const Frame& frame, const Area& area) const;
    /// What was seen from the position held for comparison; null: none is held, or one stands on it.
    [[nodiscard]] std::shared_ptr<const Outlook> held_outlook() const;
    [[nodiscard]] std::string compared_words() const;
    // rehearse_centre.cpp
    void draw_centre(Frame& frame, const Area& area);
    // rehearse_moves.cpp
    void draw_moves(Frame& frame, const Area& area);
    void draw_line(Frame& frame, std::size_t place, float scale);
    void draw_move_buttons(Frame& frame);
    void draw_week(Frame& frame, const Area& area);
    // rehearse_tree.cpp
    void draw_tree(Frame& frame, const Area& area);
    void draw_node(Frame& frame, NodeId node, int depth);
    void draw_member(const Frame& frame, const Area& area) const;
    void draw_doubt(const Look& look, const KnownObjection& doubt, const MemberBelief* mind) const;
    void draw_suspicions(const Look& look, const MemberBelief& mind) const;

    void handle_keys(Wishes& wishes);
    void plan_chosen(Wishes& wishes);
    void hold(Wishes& wishes);
    /// Does something with the deal; what cannot be done is told. The choices start anew where one stands elsewhere.
    void act(Wishes& wishes, const std::function<void()>& action);
    void copy_table(Wishes& wishes) const;
    static std::string moves_table(const Room& room, const Outlook& outlook); // rehearse_tables.cpp

    Desk desk_;           ///< as it was when the client was taken
    std::string trouble_; ///< why the client cannot be played; empty: it can
    std::unique_ptr<Room> room_;
    bool greeted_ = false;                   ///< was said that a session goes on
    std::shared_ptr<const Outlook> outlook_; ///< of this frame
    MoveBox box_;
    int member_ = 0;             ///< chosen in the centre
    std::size_t line_ = 0;       ///< chosen among the best moves
    NodeId shown_node_ = -1;     ///< scrolled to in the tree last
    std::optional<NodeId> held_; ///< position that others are compared with
    std::string note_;
};

/// Is it a session rather than a scenario or a store. Missing files are none.
bool is_session_file(const std::filesystem::path& path);

} // namespace assent::viewer
