#include "scenario/csv_table.hpp"

#include "model/user_error.hpp"
#include "scenario/text_encoding.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>

namespace assent {
namespace {

std::string trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

char delimiter_of(std::string_view text) {
    const std::string_view head = text.substr(0, text.find('\n'));
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (std::ranges::count(head, candidate) > std::ranges::count(head, best)) best = candidate;
    return best;
}

/// Cuts the text into rows of cells.
class Cutter {
  public:
    Cutter(std::string_view text, const std::string& name) : text_(text), name_(name), delimiter_(delimiter_of(text)) {
        if (!text_.starts_with("sep=") || text_.size() < 5) return; // a spreadsheet's word for the separator
        delimiter_ = text_[4];
        place_ = std::min(text_.find('\n'), text_.size() - 1) + 1;
        ++line_;
    }

    [[nodiscard]] bool at_end() const { return place_ >= text_.size(); }
    [[nodiscard]] int line() const { return line_; }

    std::vector<std::string> row() {
        std::vector<std::string> cells;
        do cells.push_back(cell());
        while (take(delimiter_));
        take('\r');
        if (take('\n')) ++line_;
        return cells;
    }

  private:
    bool take(char wanted) {
        if (at_end() || text_[place_] != wanted) return false;
        ++place_;
        return true;
    }

    std::string cell() {
        if (take('"')) return quoted();
        const std::size_t begin = place_;
        while (!at_end() && text_[place_] != delimiter_ && text_[place_] != '\n') ++place_;
        return trimmed(text_.substr(begin, place_ - begin));
    }

    std::string quoted() {
        const int opened = line_;
        std::string content;
        while (!at_end()) {
            const char letter = text_[place_++];
            if (letter == '"' && !take('"')) {
                if (at_end() || text_[place_] == delimiter_ || text_[place_] == '\n' || text_[place_] == '\r')
                    return trimmed(content);
                throw UserError(fmt::format("{}:{}: text after a closing quote (a cell in quotes ends there); write "
                                            "quotes within a cell twice",
                                            name_, line_));
            }
            if (letter == '\n') ++line_;
            content += letter;
        }
        throw UserError(fmt::format("{}:{}: a quote is opened and never closed; close it, or write it twice if it "
                                    "belongs to the text",
                                    name_, opened));
    }

    std::string_view text_;
    const std::string& name_;
    char delimiter_;
    std::size_t place_ = 0;
    int line_ = 1;
};

void check_head(const CsvTable& table, std::size_t count) {
    if (count < 2)
        throw UserError(fmt::format("{}:1: one column only (cells are separated by comma, semicolon or tab); give a "
                                    "table with a line of column names",
                                    table.name));
    if (count > table_columns_limit)
        throw UserError(fmt::format("{}:1: {} columns (at most {} are read); export fewer", table.name, count,
                                    table_columns_limit));
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (!table.columns[i].empty() && table.find(table.columns[i]) != static_cast<int>(i))
            throw UserError(fmt::format("{}:1: two columns are called \"{}\" (case, spaces, _ and - do not count); "
                                        "rename one",
                                        table.name, table.columns[i]));
}

/// At most `most` bytes and one more, which tells that there are more.
std::string text_of(std::istream& in, std::size_t most) {
    std::string text;
    std::string block(std::size_t{1} << 16, '\0');
    while (in && text.size() <= most) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        text.append(block, 0, static_cast<std::size_t>(in.gcount()));
    }
    return text;
}

std::string whole_text(const std::string& path, std::size_t most) {
    if (path == "-") return text_of(std::cin, most);
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        throw UserError(fmt::format("{}: is a folder; name a table in it", path));
    std::ifstream file(path, std::ios::binary);
    if (!file) throw UserError(fmt::format("{}: cannot be read (no such file, or no right to); check the path", path));
    return text_of(file, most);
}

/// Fills a table from text that is known to be text.
class Filler {
  public:
    Filler(std::string_view text, CsvTable& table, const CsvWish& wish)
        : cutter_(text, table.name), table_(table), wish_(wish) {}

    void run() {
        take_head();
        while (!cutter_.at_end()) {
            const int line = cutter_.line();
            std::vector<std::string> cells = cutter_.row();
            while (cells.size() > kept_.size() && cells.back().empty()) cells.pop_back();
            if (cells.size() == 1 && cells.front().empty()) continue; // an empty line
            if (cells.size() == 1 && wish_.may_have_footer)
                table_.footer.push_back(line);
            else
                take_row(std::move(cells), line);
        }
    }

  private:
    Cutter cutter_;
    CsvTable& table_;
    const CsvWish& wish_;
    std::vector<bool> kept_; ///< by column of the file

    void take_head() {
        std::vector<std::string> heads = cutter_.row();
        while (heads.size() > 1 && heads.back().empty()) heads.pop_back();
        for (std::string& head : heads) {
            kept_.push_back(wish_.keeps(plain_word(head)));
            (kept_.back() ? table_.columns : table_.dropped).push_back(std::move(head));
        }
        check_head(table_, kept_.size());
    }

    [[noreturn]] void refuse(std::size_t count, int line) const {
        throw UserError(fmt::format("{}:{}: {} cell{}, but {} columns (each line needs a cell for every column); put "
                                    "cells with separators or line ends in quotes",
                                    table_.name, line, count, count == 1 ? "" : "s", kept_.size()));
    }

    void take_row(std::vector<std::string> cells, int line) {
        if (!table_.footer.empty()) refuse(1, table_.footer.front()); // it was no footer
        if (cells.size() != kept_.size()) refuse(cells.size(), line);
        if (table_.rows.size() == wish_.rows)
            throw UserError(fmt::format("{}:{}: more than {} {} (so many are read at most); export fewer, the latest",
                                        table_.name, line, wish_.rows, wish_.what));
        std::vector<std::string>& row = table_.rows.emplace_back();
        row.reserve(table_.columns.size());
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (kept_[i]) row.push_back(std::move(cells[i]));
        table_.lines.push_back(line);
    }
};

} // namespace

std::string plain_word(std::string_view text) {
    std::string word;
    for (const char letter : text)
        if (letter != ' ' && letter != '_' && letter != '-')
            word += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return word;
}

int CsvTable::find(std::string_view column) const {
    const std::string wanted = plain_word(column);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (plain_word(columns[i]) == wanted) return static_cast<int>(i);
    return -1;
}

bool is_address(std::string_view head) {
    return std::ranges::any_of(std::initializer_list<std::string_view>{"email", "phone", "mobile", "fax"},
                               [&](std::string_view part) { return head.find(part) != std::string_view::npos; });
}

CsvTable parse_csv_table(std::string_view text, std::string name, const CsvWish& wish) {
    if (text.size() > wish.bytes)
        throw UserError(fmt::format("{}: more than {} MB (so much is read at most); export fewer {} or columns", name,
                                    wish.bytes >> 20, wish.what));
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    if (text.find('\0') != std::string_view::npos)
        throw UserError(name + ": holds bytes that are no text (or text in UTF-16); export the table as CSV in UTF-8");
    CsvTable table;
    table.name = std::move(name);
    if (trimmed(text).empty()) throw UserError(table.name + ": is empty; give a table with a line of column names");
    std::string converted;
    if (!is_utf8(text)) {
        table.was_latin = true;
        text = converted = utf8_from_windows_1252(text);
    }
    Filler(text, table, wish).run();
    return table;
}

CsvTable read_csv_table(const std::string& path, const CsvWish& wish) {
    return parse_csv_table(whole_text(path, wish.bytes), path == "-" ? "stdin" : path, wish);
}

} // namespace assent
