#pragma once
// Tables for a terminal: columns that line up in any script, cut into blocks where the terminal is too narrow.
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// What text is written for.
struct TextStyle {
    int width = 100; ///< columns of the terminal, at least 40
    bool colour = false;
};

/// How a piece of text stands out, where there is colour; nothing depends on it alone.
enum class Emphasis { none, strong, faint, good, bad };

/// Columns that UTF-8 text takes in a terminal: none for combining marks, two for wide characters.
int text_width(std::string_view text);

/// Text without what could steer a terminal (control characters, broken UTF-8).
std::string printable(std::string_view text);

/// The longest beginning that fits, with an ellipsis in place of the rest.
std::string shortened(std::string_view text, int width);

/// Text padded with spaces to a width; longer text stays.
std::string padded(std::string_view text, int width, bool right = false);

std::string emphasised(std::string_view text, Emphasis emphasis, const TextStyle& style);

/// A paragraph broken between words into lines of at most style.width columns, each indented.
std::string wrapped(std::string_view text, const TextStyle& style, int indent = 0);

struct Cell {
    std::string text;
    Emphasis emphasis = Emphasis::none;
    Cell() = default;
    Cell(std::string content, Emphasis how = Emphasis::none) : text(std::move(content)), emphasis(how) {}
    Cell(const char* content) : text(content) {}
};

class Table {
  public:
    enum class Align { left, right };
    struct Column {
        std::string title;    ///< first line of the head
        std::string subtitle; ///< second line; empty in all columns of a block: its head has one line
        Align align = Align::right;
        int group = 0; ///< neighbours of one group stay together where they can
    };

    /// The first `leading` columns are repeated in every block; the last of them is shortened where space is scarce.
    Table(std::vector<Column> columns, int leading);
    /// One cell a column.
    void add(std::vector<Cell> row);
    [[nodiscard]] std::string text(const TextStyle& style) const;

  private:
    struct Block {
        std::vector<std::size_t> columns;
        std::vector<int> widths;
    };
    [[nodiscard]] int natural_width(std::size_t column) const;
    [[nodiscard]] std::vector<Block> blocks(int width) const;
    [[nodiscard]] std::size_t group_end(std::size_t column) const;
    void append_line(std::string& out, const Block& block, const std::vector<Cell>& cells,
                     const TextStyle& style) const;
    [[nodiscard]] std::vector<Cell> head(bool second, Emphasis emphasis) const;

    std::vector<Column> columns_;
    std::size_t leading_;
    std::vector<std::vector<Cell>> rows_;
};

} // namespace assent
