#pragma once
// The fonts of the window: Inter, with DejaVu Sans for what Inter lacks or where it is not installed.
#include <imgui.h>

namespace assent::viewer {

struct Fonts {
    ImFont* small = nullptr;   ///< notes, axes
    ImFont* text = nullptr;    ///< running text, the default
    ImFont* strong = nullptr;  ///< the same size, semibold
    ImFont* heading = nullptr; ///< titles
    ImFont* figure = nullptr;  ///< the one number that counts
    ImVec2 glow_min, glow_max; ///< texture coordinates of a soft radial sprite, for glows and shadows
};

/// Inter's line is so much higher than its em, which is what people call a font's size.
inline constexpr float line_of_em = 1.21f;

/// Builds the atlas anew for a scale (1: 1280 × 800) with ImGui's own rasteriser of stb, which gives the same pixels
/// everywhere. Earlier fonts and texture coordinates are void afterwards. Throws UserError when no font is installed.
Fonts build_fonts(ImFontAtlas& atlas, float scale);

} // namespace assent::viewer
