// The library of Debian is built with exceptions and its own nesting limit; compiled in here, both are ours to choose
// and the fuzzer sees inside.
#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 64
#define TOML_ENABLE_FORMATTERS 0
// toml++ asserts, and with NDEBUG even assumes, that a header begins with a key; "[.a]" does not, and the code after the
// assertion says so as it should.
#undef NDEBUG
#define TOML_ASSERT(condition) static_cast<void>(0)
#include "scenario/toml_document.hpp"

#include "scenario/toml_screen.hpp"

#include <toml++/toml.h>

#include <algorithm>

namespace assent {
namespace {

constexpr std::size_t written_limit = 60; ///< characters of a value that a message repeats

/// Byte offset of a line and column (in characters); the end of the text when it lies beyond.
std::size_t offset_of(std::string_view text, int line, int column) {
    std::size_t place = 0;
    for (int at = 1; at < line; ++at) {
        const std::size_t end = text.find('\n', place);
        if (end == std::string_view::npos) {
            return text.size();
        }
        place = end + 1;
    }
    for (int at = 1; at < column && place < text.size(); ++at) {
        ++place;
        while (place < text.size() && (static_cast<unsigned char>(text[place]) & 0xc0) == 0x80) {
            ++place; // continuation byte of UTF-8
        }
    }
    return place;
}

/// The parser's message without its opening: it stands after a place already.
std::string plain_words(std::string_view description) {
    constexpr std::string_view opening = "Error while parsing ";
    return std::string(description.starts_with(opening) ? description.substr(opening.size()) : description);
}

std::string remedy_for(std::string_view why) {
    if (why.find("redefine") != std::string_view::npos) {
        return "keep one of the two";
    }
    return why.find("utf-8") != std::string_view::npos ? "save the file as UTF-8"
                                                       : "TOML is described at https://toml.io";
}

/// Turns the parser's tree into ours.
class Converter {
  public:
    Converter(const SourceFile& file, std::optional<Problem>& problem) : file_(file), problem_(problem) {}

    Value convert(const toml::node& node, int depth) {
        Value value;
        value.file = &file_;
        value.line = static_cast<int>(node.source().begin.line);
        value.column = static_cast<int>(node.source().begin.column);
        value.end_line = static_cast<int>(node.source().end.line);
        value.end_column = static_cast<int>(node.source().end.column);
        if (depth > nesting_limit) {
            problem_ = Problem{Problem::Severity::error,
                               file_.name,
                               value.line,
                               value.column,
                               "",
                               "",
                               "tables and lists within each other more than " + std::to_string(nesting_limit) +
                                   " levels deep",
                               "a scenario needs five levels"};
            return value;
        }
        node.visit([&](const auto& concrete) { fill(value, concrete, depth); });
        return value;
    }

  private:
    template <class Node> void fill(Value& value, const Node& node, int depth) {
        if constexpr (toml::is_table<Node>) {
            fill_table(value, node, depth);
        } else if constexpr (toml::is_array<Node>) {
            value.kind = Value::Kind::array;
            value.children.reserve(node.size());
            for (const auto& item : node) {
                value.children.push_back(convert(item, depth + 1));
            }
        } else if constexpr (toml::is_string<Node>) {
            value.kind = Value::Kind::text;
            value.text = *node;
        } else if constexpr (toml::is_integer<Node>) {
            value.kind = Value::Kind::integer;
            value.integer = *node;
        } else if constexpr (toml::is_floating_point<Node>) {
            value.kind = Value::Kind::real;
            value.real = *node;
        } else if constexpr (toml::is_boolean<Node>) {
            value.kind = Value::Kind::boolean;
            value.boolean = *node;
        } else {
            value.kind = Value::Kind::other;
        }
    }

    /// The parser sorts by name; people read in the order of the file.
    void fill_table(Value& value, const toml::table& table, int depth) {
        value.kind = Value::Kind::table;
        value.children.reserve(table.size());
        for (const auto& [key, node] : table) {
            Value child = convert(node, depth + 1);
            child.key = std::string(key.str());
            child.key_line = static_cast<int>(key.source().begin.line);
            child.key_column = static_cast<int>(key.source().begin.column);
            value.children.push_back(std::move(child));
        }
        std::stable_sort(value.children.begin(), value.children.end(), [](const Value& a, const Value& b) {
            return std::pair(a.key_line, a.key_column) < std::pair(b.key_line, b.key_column);
        });
    }

    const SourceFile& file_;
    std::optional<Problem>& problem_;
};

} // namespace

const Value* Value::find(std::string_view name) const {
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const Value& child) { return child.key == name; });
    return kind == Kind::table && found != children.end() ? &*found : nullptr;
}

Value* Value::find(std::string_view name) { return const_cast<Value*>(std::as_const(*this).find(name)); }

std::string Value::written() const {
    if (file == nullptr || line == 0) {
        return {};
    }
    const std::string_view source = file->text;
    const std::size_t begin = offset_of(source, line, column);
    const bool has_header = kind == Kind::table && (begin >= source.size() || source[begin] != '{');
    const std::size_t end = offset_of(source, end_line, end_column);
    if (has_header || end <= begin) {
        return {};
    }
    std::string slice(source.substr(begin, end - begin));
    std::replace_if(
        slice.begin(), slice.end(), [](char letter) { return letter == '\n' || letter == '\r'; }, ' ');
    const std::size_t cut = offset_of(slice, 1, static_cast<int>(written_limit) + 1);
    return cut < slice.size() ? slice.substr(0, cut) + "…" : slice;
}

std::string_view Value::kind_in_words() const {
    switch (kind) {
    case Kind::table:
        return "a table";
    case Kind::array:
        return "a list";
    case Kind::text:
        return "a text";
    case Kind::integer:
        return "a whole number";
    case Kind::real:
        return "a number";
    case Kind::boolean:
        return "true or false";
    case Kind::other:
        break;
    }
    return "a date or time";
}

Document parse_toml(const SourceFile& file) {
    Document document;
    document.root.file = &file;
    Problem problem;
    problem.file = file.name;
    if (const auto finding = screen_toml(file.text)) {
        problem.line = finding->line;
        problem.column = finding->column;
        problem.why = finding->why;
        problem.remedy = finding->remedy;
        document.problem = problem;
        return document;
    }
    const toml::parse_result result = toml::parse(std::string_view(file.text));
    if (!result) {
        problem.line = static_cast<int>(result.error().source().begin.line);
        problem.column = static_cast<int>(result.error().source().begin.column);
        problem.why = plain_words(result.error().description());
        problem.remedy = remedy_for(problem.why);
        document.problem = problem;
        return document;
    }
    document.root = Converter(file, document.problem).convert(result.table(), 0);
    return document;
}

} // namespace assent
