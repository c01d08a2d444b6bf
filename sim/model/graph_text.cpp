#include "model/graph_text.hpp"

#include <cctype>
#include <cstdint>
#include <stdexcept>

#include <fmt/format.h>

namespace assent {
namespace {

/// Length of the UTF-8 sequence at `at`, 0 when there is none (RFC 3629).
std::size_t sequence_length(const std::string& text, std::size_t at) {
    const auto byte = [&text](std::size_t index) -> unsigned {
        return index < text.size() ? static_cast<unsigned char>(text[index]) : 0u;
    };
    const unsigned first = byte(at);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xF0 && first <= 0xF4  ? 4
                               : first >= 0xE0 && first < 0xF0 ? 3
                               : first >= 0xC2 && first < 0xE0 ? 2
                                                               : 0;
    for (std::size_t next = 1; next < length; ++next)
        if ((byte(at + next) & 0xC0u) != 0x80) return 0;
    const bool overlong = (first == 0xE0 && byte(at + 1) < 0xA0) || (first == 0xF0 && byte(at + 1) < 0x90);
    const bool surrogate = first == 0xED && byte(at + 1) >= 0xA0;
    const bool beyond = first == 0xF4 && byte(at + 1) >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

/// Position after the next `mark`, or the end.
std::size_t after(const std::string& text, const char* mark, std::size_t at) {
    const std::size_t found = text.find(mark, at);
    return found == std::string::npos ? text.size() : found + std::char_traits<char>::length(mark);
}

} // namespace

void check_text(const std::string& text) {
    if (text.size() > graph_bytes_limit)
        throw std::runtime_error(fmt::format("{} bytes, at most {}", text.size(), graph_bytes_limit));
    if (text.find('\0') != std::string::npos) throw std::runtime_error("a NUL byte: not a text file");
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequence_length(text, at);
        if (length == 0) throw std::runtime_error(fmt::format("byte {}: not UTF-8", at + 1));
        at += length;
    }
}

namespace {

/// The words and marks of DOT, one after the other, without comments.
class DotWords {
  public:
    explicit DotWords(const std::string& text) : text_(text) {}

    struct Word {
        enum class Kind { end, mark, arrow, keyword, name } kind = Kind::end;
        std::string text; ///< keywords in lower case, names without quotes, HTML without tags
        std::size_t at = 0;
    };

    Word next() {
        skip_blank();
        const std::size_t start = at_;
        if (start >= text_.size()) return {Word::Kind::end, {}, start};
        const char first = text_[start];
        const char second = start + 1 < text_.size() ? text_[start + 1] : '\0';
        if (first == '"') return {Word::Kind::name, quoted(), start};
        if (first == '<') return {Word::Kind::name, html(), start};
        if (first == '-' && (second == '>' || second == '-')) {
            at_ += 2;
            return {Word::Kind::arrow, {first, second}, start};
        }
        const bool negative = first == '-' && (second == '.' || std::isdigit(static_cast<unsigned char>(second)));
        if (!in_name(first) && !negative) return {Word::Kind::mark, std::string(1, text_[at_++]), start};
        do {
            ++at_;
        } while (at_ < text_.size() && in_name(text_[at_]));
        return bare(text_.substr(start, at_ - start), start);
    }

  private:
    const std::string& text_;
    std::size_t at_ = 0;

    static bool in_name(char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return std::isalnum(byte) || byte == '_' || byte == '.' || byte >= 0x80;
    }

    static Word bare(const std::string& name, std::size_t at) {
        std::string lower = name;
        for (char& letter : lower) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        for (const char* keyword : {"strict", "graph", "digraph", "node", "edge", "subgraph"})
            if (lower == keyword) return {Word::Kind::keyword, lower, at};
        return {Word::Kind::name, name, at};
    }

    void skip_blank() {
        while (at_ < text_.size()) {
            if (std::isspace(static_cast<unsigned char>(text_[at_])))
                ++at_;
            else if (text_.compare(at_, 2, "//") == 0 || (text_[at_] == '#' && (at_ == 0 || text_[at_ - 1] == '\n')))
                at_ = after(text_, "\n", at_);
            else if (text_.compare(at_, 2, "/*") == 0)
                at_ = after(text_, "*/", at_ + 2);
            else
                return;
        }
    }

    /// An escaped quote is a quote, an escaped line end is none; all else stays as it is written.
    std::string quoted() {
        const std::size_t start = at_++;
        std::string name;
        while (at_ < text_.size() && text_[at_] != '"') {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
                const char escaped = text_[++at_];
                if (escaped != '"' && escaped != '\n') name += '\\';
                if (escaped == '\n') {
                    ++at_;
                    continue;
                }
            }
            name += text_[at_++];
        }
        if (at_ >= text_.size()) throw std::runtime_error(fmt::format("byte {}: a quoted name never ends", start + 1));
        ++at_;
        return name;
    }

    std::string html() {
        const std::size_t start = at_;
        std::string plain;
        int depth = 0;
        do {
            if (at_ >= text_.size()) throw std::runtime_error(fmt::format("byte {}: HTML never ends", start + 1));
            const char letter = text_[at_++];
            depth += letter == '<' ? 1 : letter == '>' ? -1 : 0;
            if (depth == 1 && letter != '<') plain += letter == '>' ? ' ' : letter;
        } while (depth > 0);
        return plain;
    }
};

/// What the statements of a DOT text unfold to: an edge between two groups is one edge for each pair, and default
/// attributes are copied to everyone.
struct DotExpansion {
    std::size_t names = 0;         // and groups, outside of attribute lists
    std::size_t grouped_names = 0; // names inside of an inner pair of braces
    std::size_t edges = 0;
    std::size_t group_edges = 0; // edges with a group at either end
    std::size_t defaults = 0;    // words in the lists of `node [...]` and `edge [...]`

    [[nodiscard]] bool too_large() const {
        const auto pairs = static_cast<double>(grouped_names) * static_cast<double>(grouped_names);
        const double copies = static_cast<double>(defaults) * static_cast<double>(names);
        const double all_edges = static_cast<double>(edges) + static_cast<double>(group_edges) * pairs;
        return all_edges + copies > static_cast<double>(graph_expansion_limit);
    }
};

/// Follows the words to bound depth and expansion.
class DotCheck {
  public:
    void read(const DotWords::Word& word) {
        using Kind = DotWords::Word::Kind;
        const bool mark = word.kind == Kind::mark;
        if (mark && word.text == "{" && ++depth_ > graph_nesting_limit)
            throw std::runtime_error(fmt::format("braces nest deeper than {}", graph_nesting_limit));
        if (mark && word.text == "}" && depth_ > 0) --depth_;
        if (mark && word.text == "[") {
            in_list_ = true;
            defaults_ = defaults_ || (previous_.kind == Kind::keyword && previous_.text != "graph");
        }
        if (mark && word.text == "]") in_list_ = false;
        if (!in_list_ && (word.kind == Kind::name || word.kind == Kind::keyword)) defaults_ = false;
        count(word, mark);
        bare_group_ = mark && word.text == "{" && depth_ > 1 && !after_subgraph();
        before_previous_ = std::move(previous_);
        previous_ = word;
    }

    /// Was the last word read the brace of a group without the word `subgraph`?
    [[nodiscard]] bool bare_group() const { return bare_group_; }

  private:
    DotExpansion expansion_;
    int depth_ = 0;
    bool in_list_ = false, defaults_ = false, bare_group_ = false;
    DotWords::Word previous_, before_previous_;

    /// Is the next word the brace of `subgraph {` or of `subgraph name {`?
    [[nodiscard]] bool after_subgraph() const {
        const bool named = previous_.kind == DotWords::Word::Kind::name;
        const DotWords::Word& keyword = named ? before_previous_ : previous_;
        return keyword.kind == DotWords::Word::Kind::keyword && keyword.text == "subgraph";
    }

    void count(const DotWords::Word& word, bool mark) {
        using Kind = DotWords::Word::Kind;
        const bool name = word.kind == Kind::name;
        expansion_.defaults += name && in_list_ && defaults_;
        expansion_.names += !in_list_ && (name || (mark && word.text == "{"));
        expansion_.grouped_names += name && !in_list_ && depth_ > 1;
        const bool group_starts = (mark && word.text == "{") || (word.kind == Kind::keyword && word.text == "subgraph");
        const bool group_ended = (previous_.kind == Kind::mark && previous_.text == "}") || after_subgraph();
        expansion_.edges += word.kind == Kind::arrow;
        expansion_.group_edges += previous_.kind == Kind::arrow && group_starts;
        expansion_.group_edges += word.kind == Kind::arrow && group_ended;
        if (expansion_.too_large())
            throw std::runtime_error(fmt::format(
                "edges, groups and defaults unfold to more than {} edges and attributes", graph_expansion_limit));
    }
};

void append_quoted(std::string& text, const std::string& name) {
    text += '"';
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (name[at] == '"') text += '\\';
        text += name[at];
        if (name[at] == '\\' && at + 1 < name.size()) text += name[++at]; // a pair stays a pair
    }
    text += '"';
}

} // namespace

PlainDot plain_dot(const std::string& text) {
    using Kind = DotWords::Word::Kind;
    PlainDot plain;
    DotCheck check;
    DotWords words(text);
    for (auto word = words.next(); word.kind != Kind::end; word = words.next()) {
        check.read(word);
        // Boost 1.74 knows a group by the word only.
        if (check.bare_group()) plain.text += "subgraph ";
        if (word.kind == Kind::name) {
            plain.first_places.emplace(word.text, word.at);
            append_quoted(plain.text, word.text);
        } else {
            plain.text += word.text;
        }
        plain.text += ' ';
    }
    return plain;
}

} // namespace assent
