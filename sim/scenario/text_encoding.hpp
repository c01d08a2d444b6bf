#pragma once
// UTF-8, and the letters of older Western tables.
#include <string>
#include <string_view>

namespace assent {

/// Is the text valid UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF)?
bool is_utf8(std::string_view text);

/// Windows-1252, of which Latin-1's printable letters are a part, as UTF-8; its five unused bytes become U+FFFD.
std::string utf8_from_windows_1252(std::string_view text);

/// Lower case of the ASCII, Latin-1 and Cyrillic letters of UTF-8 text; other letters stay.
std::string lower_case(std::string_view text);

} // namespace assent
