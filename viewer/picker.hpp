#pragma once
// A choice of one from a few, as a box that opens.
#include "viewer/look.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assent::viewer {

/// Draws the box where the cursor is; `name` is its mark, an item's is "<name>.<number>" while it is open. Gives what was
/// chosen anew.
std::optional<std::size_t> draw_picker(const Look& look, const std::string& name, float width,
                                       const std::vector<std::string>& items, std::size_t chosen);

/// A few words side by side of which one is chosen, at the right end of a card's title line. Gives what was chosen anew.
std::optional<std::size_t> draw_segments(const Look& look, const std::string& name, float right, float top,
                                         const std::vector<std::string>& items, std::size_t chosen);

} // namespace assent::viewer
