#pragma once
// A quick look at a text before the TOML parser sees it.
#include <optional>
#include <string>
#include <string_view>

namespace assent {

/// Why a text cannot be a scenario, and where.
struct ScreenFinding {
    int line = 1, column = 1;
    std::string why, remedy;
};

/// Finds what is no text (control characters) and what nests too deep, in one pass without recursion: the parser and
/// the destructor of its tree recurse, so depth has to be bounded before they run.
std::optional<ScreenFinding> screen_toml(std::string_view text);

} // namespace assent
