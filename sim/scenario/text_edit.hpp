#pragma once
// Changes made in the text of a TOML file, so that its comments, its order and its manner of writing stay.
#include "scenario/toml_document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// A place in a document: keys of tables, and positions in lists. Make it of {"stakeholder", 2, "authority"}.
struct EditStep {
    EditStep(const char* name) : key(name) {}
    EditStep(std::string name) : key(std::move(name)) {}
    EditStep(int place) : index(place) {}
    std::string key;
    int index = -1; ///< not negative: a position in a list
};
using EditPath = std::vector<EditStep>;

/// A text of TOML and its tree. Members that change it parse it anew, and throw UserError, leaving it as it was, where the
/// place does not exist in this text or cannot be changed without rewriting what stands around it.
class TomlText {
  public:
    /// Throws UserError for what is no TOML.
    TomlText(std::string text, std::string name);

    [[nodiscard]] const std::string& text() const { return file_.text; }
    [[nodiscard]] const Value& root() const { return root_; }
    /// The value at a place, or nullptr.
    [[nodiscard]] const Value* find(const EditPath& path) const;

    /// Writes `literal` in the place of a value; a key that its table lacks is added behind the table's last one.
    void set(const EditPath& path, std::string_view literal);
    /// Removes a key with its line, or from a table in braces; an item of a list in brackets; or a table that has a header of its own with all that
    /// belongs to it and the comment right above.
    void erase(const EditPath& path);
    /// Adds a table `[[name]]` with these "key = value" behind what belongs to `owner`, or at the end of the file when
    /// `owner` is empty. A list that is written in brackets gets one more item instead.
    void append(const EditPath& owner, const std::string& name, const std::vector<std::string>& lines);

  private:
    struct Header {
        int line = 0;
        const Value* table = nullptr;
        std::vector<const Value*> above; ///< the tables it stands in, outermost first
    };
    void replace(std::string text);
    [[nodiscard]] std::vector<Header> headers() const;
    /// First line behind a table and all tables in it; comments right above the next header are not part of it.
    [[nodiscard]] int end_of(const Value& table) const;
    [[nodiscard]] bool has_header(const Value& table) const;
    [[nodiscard]] std::string line_text(int line) const;
    [[nodiscard]] int line_count() const;
    void insert_lines(int before, const std::vector<std::string>& lines);
    void remove_lines(int first, int end);
    void append_item(const Value& list, const std::vector<std::string>& assignments);
    void erase_item(const Value& item);
    /// A key of a table that is {written = "like this"}.
    void erase_entry(const EditPath& path, const Value& value);
    [[nodiscard]] std::size_t offset(int line, int column) const;
    void add_key(const Value& table, const std::string& key, std::string_view literal);
    [[noreturn]] void refuse(const EditPath& path, const std::string& why, const std::string& remedy) const;

    SourceFile file_;
    Value root_;
};

/// A number as it is written in a file: at most four decimals, none that say nothing.
std::string number_literal(double number);

} // namespace assent
