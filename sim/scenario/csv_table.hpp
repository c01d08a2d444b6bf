#pragma once
// A table exported from a CRM system: CSV after RFC 4180, with what such exports do to it.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// More columns than this are refused.
inline constexpr std::size_t table_columns_limit = 1'000;

struct CsvTable {
    std::string name;                           ///< of the file, for messages
    std::vector<std::string> columns;           ///< heads as written, without spaces around
    std::vector<std::vector<std::string>> rows; ///< one cell a column, without spaces around
    std::vector<int> lines;                     ///< of the file, where each row begins
    std::vector<std::string> dropped;           ///< heads of the columns that were not kept
    std::vector<int> footer;                    ///< lines of the file that are none of the table
    bool was_latin = false;                     ///< not UTF-8: read as Windows-1252, which Latin-1 is a part of

    /// Place of a column; case, space, `_` and `-` do not count. -1: none.
    [[nodiscard]] int find(std::string_view column) const;
};

/// A head or word as it is compared: lower case ASCII, without space, `_` and `-`.
std::string plain_word(std::string_view text);

/// Is a column, by its plain_word, one of e-mail addresses or telephone numbers?
bool is_address(std::string_view head);

/// What is read of a table, and how much; beyond the limits a clear error.
struct CsvWish {
    std::string_view what = "deals"; ///< one row each, for messages
    std::size_t rows = 20'000;       ///< at most
    std::size_t bytes = 64u << 20;   ///< at most
    bool may_have_footer = false;    ///< lines of one cell at the end are none of the table
    std::function<bool(const std::string&)> keeps = [](const std::string& head) { return !is_address(head); };
    ///< by plain_word of the head; what is not kept cannot leak
};

/// Reads comma, semicolon or tab separated text (whichever the head has most of, or a first line `sep=` says), with or
/// without byte order mark, lines ended by LF or CRLF, cells in quotes where needed. Text that is not UTF-8 is taken for
/// Windows-1252. Throws UserError with line, reason and remedy.
CsvTable parse_csv_table(std::string_view text, std::string name, const CsvWish& wish = {});
/// The same from a file; "-" is standard input.
CsvTable read_csv_table(const std::string& path, const CsvWish& wish = {});

} // namespace assent
