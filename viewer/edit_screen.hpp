#pragma once
// Edit: the buying centre of a scenario file, changed by hand and saved with its comments.
#include "viewer/client.hpp"
#include "viewer/screen.hpp"

#include "rehearsal/knowledge.hpp"
#include "scenario/centre_editor.hpp"

#include <map>
#include <optional>

namespace assent::viewer {

class EditScreen : public Screen {
  public:
    [[nodiscard]] std::string_view name() const override { return "edit"; }
    [[nodiscard]] std::string title() const override { return tr("Edit"); }
    void draw(Frame& frame) override;
    [[nodiscard]] std::vector<Command> commands() override;
    void take_client(const Desk& desk) override;

    [[nodiscard]] const CentreEditor& editor() const { return *editor_; }

  private:
    void draw_centre(Frame& frame, const Area& area);
    void draw_person(Frame& frame, const Area& area);
    void draw_traits(Frame& frame);
    void draw_doubts(Frame& frame);
    void draw_ties(Frame& frame);
    void draw_tools(Frame& frame);
    void handle_keys(Frame& frame);
    /// Changes something with the editor; what is wrong is told in the window.
    template <class Deed> void change(Wishes& wishes, Deed deed);
    void edited(); ///< the text has changed: draws the centre anew
    void save(Wishes& wishes);
    /// A slider for a number of the file; what it is dragged to is written when it is let go.
    std::optional<double> number_slider(const Look& look, const std::string& mark_name, double value, double least,
                                        double greatest, float width);

    std::optional<CentreEditor> editor_;
    std::shared_ptr<const Client> client_;
    Knowledge seen_; ///< everything, as it stands in the file
    std::string trouble_;
    std::int32_t chosen_ = 0;
    std::optional<std::int32_t> dragged_;      ///< a tie is being drawn from this member
    std::map<std::string, float> held_;        ///< sliders that are being dragged
    std::map<std::string, std::string> typed_; ///< texts that are being typed
};

} // namespace assent::viewer
