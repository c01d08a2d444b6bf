#include "report/html_text.hpp"

#include <algorithm>

namespace assent {
namespace {

constexpr char32_t replacement = 0xfffd;

/// Bytes of the sequence that starts with this byte; 0 when none may start with it.
std::size_t sequence_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xc2 && first < 0xe0) return 2;
    if (first >= 0xe0 && first < 0xf0) return 3;
    return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/// Least code point that needs so many bytes: anything below is an overlong spelling.
constexpr char32_t least_of_length[] = {0, 0, 0x80, 0x800, 0x10000};

bool harmful(char32_t character) {
    const bool control =
        (character < 0x20 && character != '\n' && character != '\t') || (character >= 0x7f && character < 0xa0);
    const bool turns_direction =
        (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
    return control || turns_direction || (character & 0xfffe) == 0xfffe;
}

} // namespace

char32_t next_character(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = sequence_length(first);
    if (length == 0 || length > text.size()) {
        text.remove_prefix(1);
        return replacement;
    }
    char32_t character = length == 1 ? first : first & (0x7fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xc0) != 0x80) {
            text.remove_prefix(1);
            return replacement;
        }
        character = (character << 6) | (byte & 0x3fu);
    }
    const bool surrogate = character >= 0xd800 && character < 0xe000;
    const bool valid = character >= least_of_length[length] && character <= 0x10ffff && !surrogate;
    text.remove_prefix(valid ? length : 1);
    return valid ? character : replacement;
}

void append_character(std::string& text, char32_t character) {
    const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xc0 | (character >> 6));
        put(0x80 | (character & 0x3f));
    } else if (character < 0x10000) {
        put(0xe0 | (character >> 12));
        put(0x80 | ((character >> 6) & 0x3f));
        put(0x80 | (character & 0x3f));
    } else {
        put(0xf0 | (character >> 18));
        put(0x80 | ((character >> 12) & 0x3f));
        put(0x80 | ((character >> 6) & 0x3f));
        put(0x80 | (character & 0x3f));
    }
}

std::string escaped(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    while (!text.empty()) {
        const char32_t character = next_character(text);
        switch (character) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            append_character(safe, harmful(character) ? replacement : character);
        }
    }
    return safe;
}

std::string isolated(std::string_view text) { return "<bdi>" + escaped(text) + "</bdi>"; }

} // namespace assent
