#pragma once
// A name for a text that no other text will ever have: two results with the same strong id are results of the same thing.
#include <string>
#include <string_view>

namespace assent {

/// UUID of version 5 (RFC 4122: SHA-1) of a text: 36 characters.
std::string strong_id(std::string_view text);

} // namespace assent
