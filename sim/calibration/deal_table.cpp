#include "calibration/deal_table.hpp"

#include "model/user_error.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>

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
    Cutter(std::string_view text, const std::string& name) : text_(text), name_(name), delimiter_(delimiter_of(text)) {}

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

void check_head(const DealTable& table) {
    if (table.columns.size() < 2)
        throw UserError(fmt::format("{}:1: one column only (cells are separated by comma, semicolon or tab); give a "
                                    "table with a line of column names",
                                    table.name));
    if (table.columns.size() > table_columns_limit)
        throw UserError(fmt::format("{}:1: {} columns (at most {} are read); export fewer", table.name,
                                    table.columns.size(), table_columns_limit));
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (!table.columns[i].empty() && table.find(table.columns[i]) != static_cast<int>(i))
            throw UserError(fmt::format("{}:1: two columns are called \"{}\" (case, spaces, _ and - do not count); "
                                        "rename one",
                                        table.name, table.columns[i]));
}

/// Nobody's address or number is needed to calibrate; what is not kept cannot leak.
bool is_personal(const std::string& column) {
    const std::string word = plain_word(column);
    return std::ranges::any_of(std::initializer_list<std::string_view>{"email", "phone", "mobile", "fax"},
                               [&](std::string_view part) { return word.find(part) != std::string::npos; });
}

void drop_personal_columns(DealTable& table) {
    for (std::size_t i = table.columns.size(); i-- > 0;) {
        if (!is_personal(table.columns[i])) continue;
        const auto place = static_cast<std::ptrdiff_t>(i);
        table.columns.erase(table.columns.begin() + place);
        for (auto& row : table.rows) row.erase(row.begin() + place);
    }
}

std::string whole_text(const std::string& path) {
    if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        throw UserError(fmt::format("{}: is a folder; name a table in it", path));
    std::ifstream file(path, std::ios::binary);
    if (!file) throw UserError(fmt::format("{}: cannot be read (no such file, or no right to); check the path", path));
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

std::string plain_word(std::string_view text) {
    std::string word;
    for (const char letter : text)
        if (letter != ' ' && letter != '_' && letter != '-')
            word += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return word;
}

int DealTable::find(std::string_view column) const {
    const std::string wanted = plain_word(column);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (plain_word(columns[i]) == wanted) return static_cast<int>(i);
    return -1;
}

DealTable parse_deal_table(std::string_view text, std::string name) {
    if (text.size() > table_bytes_limit)
        throw UserError(fmt::format("{}: {} MB (at most {} MB are read); export fewer deals or columns", name,
                                    text.size() >> 20, table_bytes_limit >> 20));
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    if (text.find('\0') != std::string_view::npos)
        throw UserError(name + ": holds bytes that are no text; export the table as CSV in UTF-8");
    DealTable table;
    table.name = std::move(name);
    Cutter cutter(text, table.name);
    if (trimmed(text).empty()) throw UserError(table.name + ": is empty; give a table with a line of column names");
    table.columns = cutter.row();
    check_head(table);
    while (!cutter.at_end()) {
        const int line = cutter.line();
        std::vector<std::string> cells = cutter.row();
        if (cells.size() == 1 && cells.front().empty()) continue; // an empty line
        if (cells.size() != table.columns.size())
            throw UserError(fmt::format("{}:{}: {} cells, but {} columns (each line needs a cell for every column); "
                                        "put cells with separators in quotes",
                                        table.name, line, cells.size(), table.columns.size()));
        if (table.rows.size() == table_rows_limit)
            throw UserError(fmt::format("{}:{}: more than {} deals (so many are read at most); export the latest",
                                        table.name, line, table_rows_limit));
        table.rows.push_back(std::move(cells));
        table.lines.push_back(line);
    }
    drop_personal_columns(table);
    return table;
}

DealTable read_deal_table(const std::string& path) {
    return parse_deal_table(whole_text(path), path == "-" ? "stdin" : path);
}

} // namespace assent
