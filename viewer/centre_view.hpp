#pragma once
// The buying centre as the seller knows it: discs with rings of doubts, halos of support, arrows of influence.
#include "viewer/area.hpp"
#include "viewer/client.hpp"
#include "viewer/look.hpp"

#include "rehearsal/knowledge.hpp"

#include <optional>
#include <string>

namespace assent::viewer {

struct CentreView {
    const Client& client;
    const Knowledge& knowledge;
    std::int32_t chosen = -1; ///< member that is looked at
};

/// Draws the centre into the area; gives the member whose disc was pressed. People are marked "centre.<id>".
std::optional<std::int32_t> draw_centre_view(const Look& look, const Area& area, const CentreView& view);

/// The words of the field for support as seen, [0, 1] or -1.
const char* support_word(double seen);
/// Its colour: for us, between, against us, not seen.
ImU32 support_colour(const Theme& theme, double seen);
/// The first letters of the first two words of a name.
std::string initials(std::string_view name);

} // namespace assent::viewer
