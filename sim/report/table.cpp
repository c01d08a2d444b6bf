#include "report/table.hpp"

#include <algorithm>
#include <clocale>
#include <cwchar>
#include <numeric>

namespace assent {
namespace {

constexpr int gap = 2; ///< columns between two columns
constexpr int least_width = 40;
constexpr int least_lead = 12; ///< what a shortened name keeps

/// The C library knows how wide each character is, given a UTF-8 locale; only this thread sees it, and only for now.
class Utf8Locale {
  public:
    Utf8Locale() {
        static const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        if (utf8 != nullptr) before_ = ::uselocale(utf8);
    }
    ~Utf8Locale() {
        if (before_ != nullptr) ::uselocale(before_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

  private:
    locale_t before_ = nullptr;
};

struct Character {
    std::string_view bytes;
    int width; ///< -1: not printable
};

/// Takes the next character off the text; broken bytes come one by one as not printable.
Character take_character(std::string_view& text) {
    wchar_t wide = 0;
    std::mbstate_t state{};
    const std::size_t length = std::mbrtowc(&wide, text.data(), text.size(), &state);
    const bool broken = length == 0 || length > text.size();
    const Character character{text.substr(0, broken ? 1 : length), broken ? -1 : ::wcwidth(wide)};
    text.remove_prefix(character.bytes.size());
    return character;
}

} // namespace

int text_width(std::string_view text) {
    const Utf8Locale utf8;
    int width = 0;
    while (!text.empty()) width += std::max(0, take_character(text).width);
    return width;
}

std::string printable(std::string_view text) {
    const Utf8Locale utf8;
    std::string clean;
    while (!text.empty()) {
        const Character character = take_character(text);
        if (character.width >= 0)
            clean += character.bytes;
        else
            clean += character.bytes == "\n" || character.bytes == "\t" ? " " : "\ufffd";
    }
    return clean;
}

std::string shortened(std::string_view text, int width) {
    if (text_width(text) <= width) return std::string(text);
    const Utf8Locale utf8;
    std::string beginning;
    for (int used = 0; !text.empty();) {
        const Character character = take_character(text);
        used += std::max(0, character.width);
        if (used > width - 1) break;
        beginning += character.bytes;
    }
    return beginning + "…";
}

std::string padded(std::string_view text, int width, bool right) {
    const std::string space(static_cast<std::size_t>(std::max(0, width - text_width(text))), ' ');
    return right ? space + std::string(text) : std::string(text) + space;
}

std::string emphasised(std::string_view text, Emphasis emphasis, const TextStyle& style) {
    constexpr std::string_view codes[] = {"", "\033[1m", "\033[2m", "\033[32m", "\033[33m"};
    if (!style.colour || emphasis == Emphasis::none || text.empty()) return std::string(text);
    return std::string(codes[static_cast<std::size_t>(emphasis)]) + std::string(text) + "\033[0m";
}

std::string wrapped(std::string_view text, const TextStyle& style, int indent) {
    const int width = std::max(style.width, least_width);
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    std::string result, line = margin;
    bool fresh = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) continue;
        if (!fresh && text_width(line) + 1 + text_width(word) > width) {
            result += line + "\n";
            line = margin;
            fresh = true;
        }
        if (!fresh) line += ' ';
        line += word;
        fresh = false;
    }
    return fresh ? result : result + line + "\n";
}

Table::Table(std::vector<Column> columns, int leading)
    : columns_(std::move(columns)), leading_(static_cast<std::size_t>(leading)) {}

void Table::add(std::vector<Cell> row) {
    for (Cell& cell : row) cell.text = printable(cell.text);
    row.resize(columns_.size());
    rows_.push_back(std::move(row));
}

int Table::natural_width(std::size_t column) const {
    int width = std::max(text_width(columns_[column].title), text_width(columns_[column].subtitle));
    for (const auto& row : rows_) width = std::max(width, text_width(row[column].text));
    return width;
}

std::size_t Table::group_end(std::size_t column) const {
    std::size_t end = column;
    while (end < columns_.size() && columns_[end].group == columns_[column].group) ++end;
    return end;
}

std::vector<Table::Block> Table::blocks(int width) const {
    std::vector<int> widths(columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) widths[i] = natural_width(i);
    // A name may take a third of the line, or more where the rest leaves it more.
    const int all = std::accumulate(widths.begin(), widths.end(), gap * static_cast<int>(widths.size()) - gap);
    if (leading_ > 0) {
        int& name = widths[leading_ - 1];
        name = std::min(name, std::max({least_lead, width / 3, width - (all - name)}));
    }

    Block lead;
    for (std::size_t i = 0; i < leading_; ++i) lead.columns.push_back(i), lead.widths.push_back(widths[i]);
    const int lead_width = std::accumulate(lead.widths.begin(), lead.widths.end(), gap * static_cast<int>(leading_));

    std::vector<Block> result;
    int used = width + 1; // so that the first column opens a block
    for (std::size_t i = leading_; i < columns_.size();) {
        std::size_t end = group_end(i);
        const auto needed = [&](std::size_t last) {
            return std::accumulate(widths.begin() + static_cast<std::ptrdiff_t>(i),
                                   widths.begin() + static_cast<std::ptrdiff_t>(last),
                                   gap * static_cast<int>(last - i));
        };
        while (end > i + 1 && lead_width + needed(end) - gap > width)
            --end; // not even alone: as much of the group as fits
        if (result.empty() || used + needed(end) > width + gap) {
            result.push_back(lead);
            used = lead_width;
        }
        used += needed(end);
        for (; i < end; ++i) result.back().columns.push_back(i), result.back().widths.push_back(widths[i]);
    }
    if (result.empty()) result.push_back(lead);
    return result;
}

std::vector<Cell> Table::head(bool second, Emphasis emphasis) const {
    std::vector<Cell> cells;
    for (const Column& column : columns_) cells.emplace_back(second ? column.subtitle : column.title, emphasis);
    return cells;
}

void Table::append_line(std::string& out, const Block& block, const std::vector<Cell>& cells,
                        const TextStyle& style) const {
    std::string line;
    for (std::size_t i = 0; i < block.columns.size(); ++i) {
        const Cell& cell = cells[block.columns[i]];
        const bool right = columns_[block.columns[i]].align == Align::right;
        const std::string text = shortened(cell.text, block.widths[i]);
        const int blank = block.widths[i] - text_width(text);
        const std::string space(static_cast<std::size_t>(std::max(0, blank)), ' ');
        if (i > 0) line.append(gap, ' ');
        line += (right ? space : "") + emphasised(text, cell.emphasis, style) + (right ? "" : space);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
}

std::string Table::text(const TextStyle& style) const {
    std::string out;
    for (const Block& block : blocks(std::max(style.width, least_width))) {
        if (!out.empty()) out += "\n";
        append_line(out, block, head(false, Emphasis::strong), style);
        const bool two_lines =
            std::ranges::any_of(block.columns, [this](std::size_t i) { return !columns_[i].subtitle.empty(); });
        if (two_lines) append_line(out, block, head(true, Emphasis::faint), style);
        for (const auto& row : rows_) append_line(out, block, row, style);
    }
    return out;
}

} // namespace assent
