#include "report/svg_text.hpp"

#include "report/html_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

/// In units of the font size, after DejaVu Sans and Verdana, the widest fonts that a page is likely to get.
double character_width(char32_t character) {
    using namespace std::string_view_literals;
    const auto one_of = [character](std::string_view letters) {
        return character < 0x80 && letters.find(static_cast<char>(character)) != std::string_view::npos;
    };
    if (one_of("ijlI.,:;'|!"sv)) return 0.33;
    if (one_of("ftr()[] -/"sv) || character == 0x202f || character == 0x2009) return 0.4;
    if (one_of("mwMW%@"sv)) return 0.95;
    if (character >= 'A' && character <= 'Z') return 0.7;
    if (character < 0x300) return 0.62;
    const bool small_cyrillic = character >= 0x430 && character < 0x530;
    if (character >= 0x400 && character < 0x530) return small_cyrillic ? 0.66 : 0.76;
    return character >= 0x1100 ? 1.0 : 0.66;
}

bool is_letter(char32_t character) {
    const bool latin = (character | 0x20) >= 'a' && (character | 0x20) <= 'z' && character < 0x80;
    return latin || (character >= 0xc0 && character != 0xd7 && character != 0xf7); // not × and ÷
}

std::string joined(const std::string& line, std::string_view word) {
    return line.empty() ? std::string(word) : fmt::format("{} {}", line, word);
}

} // namespace

double text_width(std::string_view text, double size) {
    double width = 0;
    while (!text.empty()) width += character_width(next_character(text));
    return width * size;
}

std::string shortened(std::string_view text, double size, double width) {
    if (text_width(text, size) <= width) return std::string(text);
    std::string kept;
    double used = size; // of the ellipsis
    while (!text.empty()) {
        const char32_t character = next_character(text);
        used += character_width(character) * size;
        if (used > width) break;
        append_character(kept, character);
    }
    while (kept.ends_with(' ')) kept.pop_back();
    return kept + "…";
}

std::vector<std::string> wrapped(std::string_view text, double size, double width, std::size_t lines) {
    std::vector<std::string> result;
    std::string line;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        const bool last = result.size() + 1 >= lines;
        if (!last && !line.empty() && text_width(joined(line, word), size) > width) {
            result.push_back(shortened(line, size, width));
            line.clear();
        }
        line = joined(line, word);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    result.push_back(shortened(line, size, width));
    return result;
}

std::string initials(std::string_view name) {
    std::string letters;
    int found = 0;
    bool at_start = true;
    while (!name.empty() && found < 2) {
        const char32_t character = next_character(name);
        if (at_start && is_letter(character)) {
            append_character(letters, character);
            ++found;
        }
        at_start = character == ' ' || character == '.' || character == '-' || character == 0xa0;
    }
    return letters.empty() ? "?" : letters;
}

} // namespace assent
