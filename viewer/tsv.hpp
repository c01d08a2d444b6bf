#pragma once
// Tables as tab-separated text, as spreadsheets take them from the clipboard.
#include <string>
#include <string_view>

namespace assent::viewer {

class Tsv {
  public:
    /// A cell. Tabs and line ends become spaces; what a spreadsheet would run as a formula gets an apostrophe before it.
    Tsv& text(std::string_view value);
    /// A number in the fewest digits that give it back; empty when it is not finite.
    Tsv& number(double value);
    void end_line();
    [[nodiscard]] std::string finish() && { return std::move(text_); }

  private:
    void separate();
    std::string text_;
    bool begun_ = false; ///< the line has a cell
};

} // namespace assent::viewer
