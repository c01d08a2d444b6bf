#pragma once
// The command palette: everything that can be done, found by typing a part of its name.
#include "viewer/screen.hpp"

#include <string>
#include <vector>

namespace assent::viewer {

class PaletteBox {
  public:
    void open();
    [[nodiscard]] bool is_open() const { return open_; }
    /// Draws it when open and runs what is chosen.
    void draw(const Look& look, const std::vector<Command>& commands, Wishes& wishes);

  private:
    void choose(const Command& command, Wishes& wishes);
    bool open_ = false, opened_now_ = false;
    std::string text_;
    int chosen_ = 0; ///< place among those that match
};

/// Does every word of `text` occur in `name`, whatever the case. Latin and Cyrillic.
bool matches_words(const std::string& name, const std::string& text);

} // namespace assent::viewer
