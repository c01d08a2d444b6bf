#pragma once
// The window's content: tabs, the screen shown, messages, palette. It knows neither GLFW nor OpenGL.
#include "viewer/card.hpp"
#include "viewer/options.hpp"
#include "viewer/palette_box.hpp"
#include "viewer/profile.hpp"
#include "viewer/screen.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assent::viewer {

class Application {
  public:
    /// Needs a context of ImGui. Opens the options' file; what is wrong with it is told in the window.
    explicit Application(const Options& options);
    ~Application();

    /// Before ImGui::NewFrame: takes size and pixels per point of the window. True: fonts were built anew, so their
    /// texture must be handed over again.
    bool prepare(float width, float height, float pixel_ratio);
    /// Between ImGui::NewFrame and ImGui::Render.
    void draw();

    /// Opens a scenario, session or store and shows a screen, if it is named; what is wrong is told in the window, which
    /// goes on with what was open. What is not saved is asked about before.
    void open(const std::filesystem::path& path, const std::string& then_shown = {});
    /// Ends the window, after a question where something is not saved.
    void close();
    /// Shows the screen of this name. Throws UserError when there is none.
    void show(const std::string& screen);

    [[nodiscard]] bool wants_to_close() const { return closing_; }
    /// Has everything that is computed arrived: the picture will not change by itself.
    [[nodiscard]] bool settled() const;
    /// Must the next frame follow at once, because something moves.
    [[nodiscard]] bool moving() const;
    [[nodiscard]] const Desk& desk() const { return desk_; }
    [[nodiscard]] const Look& look() const { return look_; }
    [[nodiscard]] const std::string& problem() const { return problem_; }
    [[nodiscard]] std::string title() const; ///< of the window
    [[nodiscard]] Screen& screen() const { return *screens_[shown_]; }

  private:
    void draw_top_bar(const Area& area);
    void draw_tabs(const Area& area);
    void draw_client(const Area& area);
    void draw_switches(const Area& area);
    void draw_problem();
    void draw_help();
    void draw_question();
    void draw_notice(const Area& area);
    void draw_card_menu();
    /// A ring around what the arrow keys stand on, where they walk.
    void draw_walk() const;
    /// The commands of a card: its picture, its table.
    void add_card_commands(std::vector<Command>& commands, const DrawnCard& card);
    void handle_keys();
    std::vector<Command> commands();
    [[nodiscard]] PictureWish window_picture(bool vector) const;
    void save_picture();
    void grant(); ///< what was wished in the frame
    /// Does what would lose something unsaved of another file than `to`: at once, or when a question about that is answered.
    void leave(const std::filesystem::path& to, std::function<void()> deed);
    /// Goes over to a client that was read.
    void take(std::shared_ptr<const Client> client, const std::string& then_shown);
    /// Makes the folder of sessions; where it cannot be made, the window goes on without and says so.
    void keep_sessions();
    void save_profile();
    void tell(const std::string& problem); ///< in the window, below what is told already
    void set_theme(ThemeKind kind);

    Options options_;
    WindowProfile profile_;
    Desk desk_;
    Look look_;
    Wishes wishes_;
    std::vector<std::unique_ptr<Screen>> screens_;
    std::size_t shown_ = 0;
    PaletteBox palette_;
    std::optional<PictureWish> picture_; ///< to be written
    int picture_in_ = 0;            ///< frames until then
    std::string problem_, notice_;
    std::optional<Question> question_;
    std::function<void(Wishes&)> answer_; ///< that was given in this frame
    double notice_until_ = 0; ///< time of ImGui
    std::optional<DrawnCard> pressed_card_; ///< of which the menu is open
    bool help_shown_ = false, closing_ = false;
};

} // namespace assent::viewer
