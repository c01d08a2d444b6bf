#pragma once
// Colours of the window for dark and light, all from the one palette of the report (report/palette.hpp), and the style
// of Dear ImGui's own widgets made of them.
#include "report/palette.hpp"

#include <imgui.h>

#include <array>
#include <cstdint>

namespace assent::viewer {

enum class ThemeKind : std::uint8_t { dark, light };

/// Packed as ImGui packs colours (0xAABBGGRR).
struct Theme {
    bool dark = true;
    ImU32 page, card, inset, raised;     ///< grounds, from far to near
    ImU32 ink, muted, faint, line, track; ///< text and lines
    ImU32 accent, on_accent;
    ImU32 won, none, lost, warning, out; ///< how a deal ends; `warning` lies between won and lost
    std::array<ImU32, topic_colours> topics;
};

Theme make_theme(ThemeKind kind);

/// Colour of a topic by its number in a centre's legend, from 1.
ImU32 topic_colour(const Theme& theme, int number);

/// Share 0 gives `first`, 1 gives `second`; opacity is mixed too.
ImU32 mixed(ImU32 first, ImU32 second, float share);
/// The same colour with another opacity, [0, 1].
ImU32 faded(ImU32 colour, float opacity);

/// Sets colours, rounding and spacing of ImGui's widgets; `scale` multiplies all sizes.
void apply_style(const Theme& theme, float scale);

} // namespace assent::viewer
