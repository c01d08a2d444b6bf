#pragma once
// A tab whose screen has nothing to show yet: says what is missing.
#include "viewer/card.hpp"
#include "viewer/screen.hpp"

namespace assent::viewer {

class AbsentScreen : public Screen {
  public:
    AbsentScreen(std::string name, const char* title, const char* text)
        : name_(std::move(name)), title_(title), text_(text) {}
    [[nodiscard]] std::string_view name() const override { return name_; }
    [[nodiscard]] std::string title() const override { return tr(title_); }
    void draw(Frame& frame) override {
        begin_card(frame.look, name_.c_str(), frame.area);
        const ImVec2 middle = frame.area.centre();
        draw_text(frame.look.fonts.heading, middle, frame.look.theme.muted, tr(text_), 0.5f);
        end_card();
    }

  private:
    std::string name_;
    const char *title_, *text_; ///< English
};

} // namespace assent::viewer
