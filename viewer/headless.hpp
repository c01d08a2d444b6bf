#pragma once
// A window without a window: input is given, frames are built, nothing is shown. For tests, scripts and pictures.
#include "viewer/application.hpp"
#include "viewer/context.hpp"
#include "viewer/marks.hpp"

#include <memory>
#include <string>

namespace assent::viewer {

class Headless {
  public:
    explicit Headless(const Options& options);

    /// Builds one frame, a 60th of a second after the one before.
    void frame();
    /// Builds frames until nothing changes any more. Throws UserError after `seconds`.
    void settle(double seconds = 240);
    /// Moves the mouse to the middle of a mark, presses and releases. Throws UserError when there is no such mark.
    void click(const std::string& name);
    /// The same with the right button: opens the menu of what lies there.
    void click_right(const std::string& name);
    void move_to(const std::string& name);
    /// Presses on one mark and releases on another, with frames between.
    void drag(ImVec2 from, ImVec2 to);
    /// Where a mark is. Throws UserError when there is no such mark.
    Mark place_of(const std::string& name);
    void type(const std::string& text);
    void press(int key, bool control = false, bool shift = false);

    Application& application() { return *application_; }

  private:
    void press_button(const std::string& name, int button);

    Context context_;
    Options options_;
    std::unique_ptr<Application> application_;
};

} // namespace assent::viewer
