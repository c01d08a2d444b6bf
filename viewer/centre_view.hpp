#pragma once
// A buying centre as a graph: what the seller knows of it, nothing else.
#include "viewer/area.hpp"
#include "viewer/client.hpp"
#include "viewer/look.hpp"

#include "rehearsal/knowledge.hpp"

#include <optional>
#include <string>
#include <vector>

namespace assent::viewer {

/// What the knowledge that is drawn stands for: tooltips say it.
enum class Told : std::uint8_t { knowledge, truth, file };

/// What Edit adds to the picture: a handle at the ring from which ties are drawn, and somebody who is being moved.
struct CentreHand {
    std::optional<int> tied;  ///< a tie is being drawn from this member
    std::optional<int> moved; ///< shown at …
    ImVec2 at = {};           ///< … this place of the window, whatever lies there
};

/// Draws people, doubts, stances and influence; members of whom the seller knows nothing are dashed and nameless. Gives the
/// member that was pressed. Marks "member.<id>", and with a hand "tie.<id>" of the handles that are shown.
std::optional<int> draw_centre_view(const Look& look, const Area& area, const Client& client,
                                    const Knowledge& knowledge, int chosen, Told told = Told::knowledge,
                                    const CentreHand* hand = nullptr);
/// The place in the picture that the view in this area shows at a point of the window.
DrawnPlace place_in_view(const Look& look, const Area& area, ImVec2 at);
/// And the other way round.
ImVec2 point_in_view(const Look& look, const Area& area, const DrawnPlace& place);

/// Topics of the known doubts, in the order of the scenario: their place + 1 is the number of their colour.
std::vector<int> known_topics(const Knowledge& knowledge);
/// Number of a topic's colour, from 1.
int topic_number(const std::vector<int>& topics, int topic);

/// The words for support as seen, [0, 1] or -1, in the reader's language, and its colour.
const char* support_word(double seen);
ImU32 support_colour(const Theme& theme, double seen);

} // namespace assent::viewer
