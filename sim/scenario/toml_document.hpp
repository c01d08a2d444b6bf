#pragma once
// A TOML text as a tree of values that know where they stand. toml++ stays behind toml_document.cpp.
#include "scenario/reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// A text that was read, under the name that messages use for it.
struct SourceFile {
    std::string name;
    std::string text;
    int order = 0; ///< 0 for the scenario itself, then its includes in the order of reading
};

/// One value of a document, with all values below it. Only as many levels deep as nesting_limit allows.
struct Value {
    enum class Kind : std::uint8_t { table, array, text, integer, real, boolean, other };
    Kind kind = Kind::table;
    bool boolean = false;
    const SourceFile* file = nullptr; ///< owned by whoever asked for the parse
    int key_line = 0, key_column = 0; ///< where its key stands; 0: an item of an array
    int line = 0, column = 0;         ///< where the value begins, 1-based, columns in characters
    int end_line = 0, end_column = 0; ///< one past its last character
    std::int64_t integer = 0;
    double real = 0;
    std::string key;             ///< name in the table above; empty in an array
    std::string text;            ///< of a text
    std::vector<Value> children; ///< of a table or an array, in the order of the file

    /// The child of a table with this name, or nullptr.
    [[nodiscard]] const Value* find(std::string_view name) const;
    Value* find(std::string_view name);
    [[nodiscard]] bool is_number() const { return kind == Kind::integer || kind == Kind::real; }
    /// An integer or a real as a real; 0 for the rest.
    [[nodiscard]] double number() const { return kind == Kind::integer ? static_cast<double>(integer) : real; }
    /// The characters of the file that make up this value, cut to a length that fits a message; for a table with a
    /// header of its own: empty.
    [[nodiscard]] std::string written() const;
    /// What it is, in words: "a text", "a table", …
    [[nodiscard]] std::string_view kind_in_words() const;
};

/// What came of parsing: a tree, or the first thing that is no TOML.
struct Document {
    Value root;
    std::optional<Problem> problem;
};

/// Parses the text of a file; `file` must outlive the document. Never throws for what the text holds.
Document parse_toml(const SourceFile& file);

} // namespace assent
