#include "scenario/text_encoding.hpp"

#include <array>
#include <cstdint>

namespace assent {
namespace {

/// Bytes 0x80 … 0x9F of Windows-1252.
constexpr std::array<char32_t, 32> high_controls{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::uint8_t byte_of(char letter) { return static_cast<std::uint8_t>(letter); }

/// A character of at most three bytes.
void append(std::string& text, char32_t letter) {
    if (letter < 0x80) {
        text += static_cast<char>(letter);
        return;
    }
    if (letter < 0x800) {
        text += static_cast<char>(0xC0 | (letter >> 6));
    } else {
        text += static_cast<char>(0xE0 | (letter >> 12));
        text += static_cast<char>(0x80 | ((letter >> 6) & 0x3F));
    }
    text += static_cast<char>(0x80 | (letter & 0x3F));
}

/// Bytes of the character at the start of a text, or 0 when it is none.
std::size_t length_of(std::string_view text) {
    const std::uint8_t first = byte_of(text.front());
    if (first < 0x80) return 1;
    const std::size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte_of(text[i]) & 0xC0) != 0x80) return 0;
    const std::uint8_t second = byte_of(text[1]);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool beyond = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
    return overlong || beyond ? 0 : length;
}

char32_t lower(char32_t letter) {
    if (letter >= 'A' && letter <= 'Z') return letter + 0x20;
    if (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7) return letter + 0x20; // À … Þ
    if (letter >= 0x0410 && letter <= 0x042F) return letter + 0x20;               // А … Я
    if (letter >= 0x0400 && letter <= 0x040F) return letter + 0x50;               // Ѐ … Џ, with Ё
    if (letter == 0x04AE || letter == 0x04E8) return letter + 1;                  // Ү, Ө
    return letter;
}

} // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = length_of(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string utf8_from_windows_1252(std::string_view text) {
    std::string converted;
    converted.reserve(text.size() + text.size() / 8);
    for (const char letter : text) {
        const std::uint8_t byte = byte_of(letter);
        append(converted, byte >= 0x80 && byte < 0xA0 ? high_controls[byte - 0x80u] : char32_t{byte});
    }
    return converted;
}

std::string lower_case(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::uint8_t byte = byte_of(text[at]);
        const bool two = byte >= 0xC2 && byte < 0xE0 && at + 1 < text.size();
        if (byte < 0x80)
            append(result, lower(byte));
        else if (two)
            append(result, lower((char32_t{byte} & 0x1F) << 6 | (byte_of(text[++at]) & 0x3Fu)));
        else
            result += text[at];
    }
    return result;
}

} // namespace assent
