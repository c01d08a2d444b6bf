#pragma once
// A table exported from a CRM system: CSV after RFC 4180, with what such exports do to it.
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// Limits on what is read; beyond them a clear error.
inline constexpr std::size_t table_bytes_limit = 64u << 20;
inline constexpr std::size_t table_rows_limit = 20'000;
inline constexpr std::size_t table_columns_limit = 1'000;

struct DealTable {
    std::string name;                           ///< of the file, for messages
    std::vector<std::string> columns;           ///< heads as written, without spaces around
    std::vector<std::vector<std::string>> rows; ///< one cell a column, without spaces around
    std::vector<int> lines;                     ///< of the file, where each row begins

    /// Place of a column; case, space, `_` and `-` do not count. -1: none.
    [[nodiscard]] int find(std::string_view column) const;
};

/// A head or word as it is compared: lower case ASCII, without space, `_` and `-`.
std::string plain_word(std::string_view text);

/// Reads comma, semicolon or tab separated text (whichever the head has most of), with or without byte order mark, lines
/// ended by LF or CRLF, cells in quotes where needed. Columns of e-mail addresses and telephone numbers are dropped.
/// Throws UserError with line, reason and remedy.
DealTable parse_deal_table(std::string_view text, std::string name);
/// The same from a file; "-" is standard input.
DealTable read_deal_table(const std::string& path);

} // namespace assent
