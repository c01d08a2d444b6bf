#pragma once
// Cards: the panels of which every screen is made, and small things to draw that screens share.
#include "viewer/area.hpp"
#include "viewer/look.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace assent::viewer {

/// Opens a panel with a title and, beside it, a muted explanation; what follows is laid out inside until end_card(). What
/// does not fit scrolls. The area left below the title is card_area().
void begin_card(const Look& look, const char* id, const Area& area, std::string_view title = {},
                std::string_view subtitle = {});
void end_card();
/// What is free of the card being drawn, from the cursor down.
Area card_area();

/// A part of a card that scrolls by itself, until ImGui::EndChild(). The arrow keys walk through it as through the card.
void begin_list(const char* id, ImVec2 size);

/// A card of the frame.
struct DrawnCard {
    std::string id, title; ///< title: in the reader's language; may be empty
    Area area;
};
/// The cards drawn since the last forget_cards(), in the order of drawing.
const std::vector<DrawnCard>& drawn_cards();
void forget_cards();

/// Text at a place of the window, in a font and colour; `align` 0: the place is its left end, 0.5: its middle, 1: its right
/// end. Returns its width.
float draw_text(ImFont* font, ImVec2 place, ImU32 colour, std::string_view text, float align = 0);
float text_width(ImFont* font, std::string_view text);
/// The text, or as much of its beginning as has room, with "…".
std::string fitted(ImFont* font, std::string_view text, float width);

/// A soft round light; `radius` to where it ends.
void draw_glow(const Look& look, ImVec2 centre, float radius, ImU32 colour);

/// A card with nothing but a muted text in its middle: why there is nothing to see.
void draw_empty_card(const Look& look, const char* id, const Area& area, std::string_view text);
/// The same on a screen that needs a client company; `trouble` says why there is none, if something went wrong.
void draw_no_client(const Look& look, const char* id, const Area& area, const std::string& trouble);

/// A button in the colour of what is best done next.
bool primary_button(const Look& look, const char* label, ImVec2 size);
/// Width of the first of two buttons that share a row: half of it, unless a label needs more than that.
float first_of_two(const Look& look, std::string_view first, std::string_view second, float width, float gap);
/// Explains the item added last when the mouse rests on it; a second part is set apart as the source.
void explain(const Look& look, std::string_view text, std::string_view source = {});

} // namespace assent::viewer
