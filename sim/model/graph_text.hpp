#pragma once
// Looks over the text of a graph before Boost's readers see it: they recurse as deep as the text nests and multiply
// what the text repeats, which a hostile file could use to exhaust the stack or the memory.
#include <cstddef>
#include <string>
#include <unordered_map>

namespace assent {

/// Limits on graph files; beyond them std::runtime_error.
inline constexpr std::size_t graph_bytes_limit = 16u << 20;
inline constexpr int graph_nesting_limit = 64;
inline constexpr std::size_t graph_elements_limit = 2'000'000;  ///< XML elements
inline constexpr std::size_t graph_expansion_limit = 1'000'000; ///< edges and attributes that DOT's groups unfold to

/// Throws std::runtime_error when the text is too long, holds a NUL byte or is not UTF-8.
void check_text(const std::string& text);

/// DOT in its plainest form: no comments, every name in quotes, HTML labels as their text. What Boost makes of it is
/// what was checked here, and names beyond ASCII pass.
struct PlainDot {
    std::string text;
    std::unordered_map<std::string, std::size_t> first_places; ///< of each name in the original
};
/// Throws std::runtime_error when braces nest too deep, the statements unfold to too much or a text never ends.
PlainDot plain_dot(const std::string& text);

} // namespace assent
