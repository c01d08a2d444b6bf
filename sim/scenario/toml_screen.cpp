#include "scenario/toml_screen.hpp"

#include "scenario/reader.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

/// Walks over a text, stepping over comments and strings, where brackets and dots mean nothing.
class Screen {
  public:
    explicit Screen(std::string_view text) : text_(text) {}

    std::optional<ScreenFinding> run() {
        while (place_ < text_.size()) {
            const char letter = text_[place_];
            if (is_control(letter)) {
                return here(fmt::format("byte 0x{:02x} does not occur in text", static_cast<unsigned char>(letter)),
                            "give a TOML file in UTF-8");
            }
            if (letter == '\n') {
                ++line_;
                line_start_ = place_ + 1;
                in_comment_ = false;
            }
            if (in_comment_) {
                ++place_;
            } else if (quote_ != 0) {
                step_in_string(letter);
            } else if (!step_in_structure(letter)) {
                return here(fmt::format("tables and lists within each other more than {} levels deep", nesting_limit),
                            "a scenario needs five levels");
            }
        }
        return std::nullopt;
    }

  private:
    static bool is_control(char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return (byte < 0x20 && letter != '\t' && letter != '\n' && letter != '\r') || byte == 0x7f;
    }

    [[nodiscard]] bool tripled(char quote) const {
        return text_.substr(place_, 3) == std::string_view(quote == '"' ? "\"\"\"" : "'''");
    }

    void step_in_string(char letter) {
        if (letter == '\\' && quote_ == '"' && place_ + 1 < text_.size() && !is_control(text_[place_ + 1]) &&
            text_[place_ + 1] != '\n') {
            place_ += 2;
        } else if (letter == '\n' && !multiline_) {
            quote_ = 0; // an unclosed string: the parser will say so
            ++place_;
        } else if (letter == quote_ && (!multiline_ || tripled(quote_))) {
            place_ += multiline_ ? 3 : 1;
            quote_ = 0;
        } else {
            ++place_;
        }
    }

    /// False when something nests too deep. A run of dots between separators is a dotted key, one level a dot.
    bool step_in_structure(char letter) {
        if (letter == '"' || letter == '\'') {
            multiline_ = tripled(letter);
            place_ += multiline_ ? 3 : 1;
            quote_ = letter;
            return true;
        }
        ++place_;
        switch (letter) {
        case '#':
            in_comment_ = true;
            return true;
        case '[':
        case '{':
            dots_ = 0;
            return ++depth_ <= nesting_limit;
        case ']':
        case '}':
            dots_ = 0;
            depth_ -= depth_ > 0 ? 1 : 0;
            return true;
        case '=':
        case ',':
        case '\n':
            dots_ = 0;
            return true;
        case '.':
            return ++dots_ < nesting_limit;
        default:
            return true;
        }
    }

    [[nodiscard]] ScreenFinding here(std::string why, std::string remedy) const {
        return {line_, static_cast<int>(place_ - line_start_) + 1, std::move(why), std::move(remedy)};
    }

    std::string_view text_;
    std::size_t place_ = 0, line_start_ = 0;
    int line_ = 1, depth_ = 0, dots_ = 0;
    bool in_comment_ = false, multiline_ = false;
    char quote_ = 0; ///< of the string we are in
};

} // namespace

std::optional<ScreenFinding> screen_toml(std::string_view text) { return Screen(text).run(); }

} // namespace assent
