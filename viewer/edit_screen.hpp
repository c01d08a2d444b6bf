#pragma once
// Edit: the buying centre of a scenario file, changed by hand and saved with its comments.
#include "viewer/centre_view.hpp"
#include "viewer/client.hpp"
#include "viewer/draft.hpp"
#include "viewer/screen.hpp"

#include "rehearsal/knowledge.hpp"
#include "scenario/centre_editor.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace assent::viewer {

class EditScreen : public Screen {
  public:
    [[nodiscard]] std::string_view name() const override { return "edit"; }
    [[nodiscard]] std::string title() const override { return tr("Edit"); }
    void draw(Frame& frame) override;
    [[nodiscard]] std::vector<Command> commands() override;
    void take_client(const Desk& desk) override;
    /// Are changes of another time to be taken up.
    std::optional<Question> asks() override;
    [[nodiscard]] std::optional<std::filesystem::path> unsaved() const override;
    void settle_unsaved(bool saved, Wishes& wishes, std::function<void()> then) override;

    [[nodiscard]] const CentreEditor& editor() const { return *editor_; }

  private:
    void draw_centre(Frame& frame, const Area& area);
    void draw_person(Frame& frame, const Area& area);
    void draw_traits(Frame& frame);
    void draw_doubts(Frame& frame);
    void draw_ties(Frame& frame);
    void draw_tools(Frame& frame);
    void handle_keys(Frame& frame);
    /// Moves people and draws ties with the mouse; `view` is where the centre is drawn.
    void handle_mouse(Frame& frame, const Area& view);
    void let_go(Frame& frame, const Area& view);
    /// Arrow keys choose the next person, with Ctrl they move the one who is chosen.
    void handle_arrows(Frame& frame, const Area& view);
    void lay_out_anew(Wishes& wishes);
    void choose(std::int32_t member); ///< as the person to be edited
    /// A text of the chosen person that has been typed and not taken yet: its key.
    [[nodiscard]] std::optional<std::string> half_typed() const;
    /// Changes something with the editor; what is wrong is told in the window.
    void change(Wishes& wishes, const std::function<void(CentreEditor&)>& deed);
    void edited(); ///< the text has changed: draws the centre anew
    void keep_draft(Wishes& wishes);
    /// Takes over a text that is being typed.
    void take_typed(Wishes& wishes);
    /// Saves and does `then`; where another program has written the file, it asks first.
    void save(Wishes& wishes, std::function<void()> then = {});
    /// The same whatever is in the file; where that ends a deal in play, it asks first.
    void save_over(Wishes& wishes, std::function<void()> then);
    /// `ended`: sessions of the scenario as it was.
    void write(Wishes& wishes, const std::function<void()>& then, const std::vector<std::filesystem::path>& ended);
    [[nodiscard]] const std::string& id_of(std::int32_t member) const;
    /// A slider for a number of the file; what it is dragged to is written when it is let go.
    std::optional<double> number_slider(const Look& look, const std::string& mark_name, double value, double least,
                                        double greatest, float width);

    Desk desk_; ///< as it was when the client was taken
    std::optional<CentreEditor> editor_;
    std::shared_ptr<const Client> client_;
    Knowledge seen_; ///< everything, as it stands in the file
    std::string trouble_;
    std::int32_t chosen_ = 0;
    CentreHand hand_;                          ///< what the mouse does in the centre
    std::optional<std::int32_t> grabbed_;      ///< pressed, and moved when the mouse is
    ImVec2 grip_ = {};                         ///< from the mouse to the middle of that disc
    std::optional<std::int32_t> nudged_;       ///< moved by keys since Ctrl is held: one step to undo
    Draft draft_;                              ///< what is not saved yet
    bool draft_fails_ = false;                 ///< it cannot be kept, which was told
    std::string restored_to_;                  ///< identity of the text whose changes were restored; empty: the file's
    std::map<std::string, float> held_;        ///< sliders that are being dragged
    std::map<std::string, std::string> typed_; ///< texts that are being typed
};

} // namespace assent::viewer
