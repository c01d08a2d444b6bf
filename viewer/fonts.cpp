#include "viewer/fonts.hpp"

#include "model/user_error.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>

namespace assent::viewer {
namespace {

// What the two languages, their numbers and our marks need; fewer glyphs make a smaller texture and a faster start.
constexpr ImWchar glyphs[] = {0x0020, 0x024F,                                                 // Latin
                              0x0400, 0x045F, 0x0490, 0x0491, 0x04AE, 0x04AF, 0x04E8, 0x04E9, // Cyrillic with Ү ү Ө ө
                              0x2009, 0x200A, 0x2010, 0x2026, 0x202F, 0x203A, 0x2070, 0x2079, // spaces, dashes, quotes
                              0x20A9, 0x20BF, 0x2190, 0x2193, 0x2212, 0x2212, // ₮ € ₽, arrows, minus
                              0x2248, 0x2265, 0x25B2, 0x25CF, 0x2605, 0x2606, 0x2713, 0x2717, 0};

constexpr int glow_size = 64;

std::string inter(const char* weight) {
    return std::string("/usr/share/fonts/opentype/inter/Inter-") + weight + ".otf";
}
const std::string fallback = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

ImFont* add_font(ImFontAtlas& atlas, const char* weight, float size) {
    ImFontConfig config;
    config.OversampleH = 3;
    config.OversampleV = 1;
    config.GlyphRanges = glyphs;
    const float pixels = std::round(size * line_of_em);
    ImFont* font = nullptr;
    if (std::filesystem::exists(inter(weight))) font = atlas.AddFontFromFileTTF(inter(weight).c_str(), pixels, &config);
    if (std::filesystem::exists(fallback)) {
        config.MergeMode = font != nullptr;
        ImFont* merged = atlas.AddFontFromFileTTF(fallback.c_str(), pixels, &config);
        if (font == nullptr) font = merged;
    }
    if (font == nullptr)
        throw UserError("assent-viewer: no font found (" + inter(weight) + ", " + fallback +
                        "); install fonts-inter or fonts-dejavu-core");
    return font;
}

/// Opacity falls from 1 in the middle to 0 at the edge with no visible rim.
unsigned char glow_at(int x, int y) {
    const float middle = (glow_size - 1) / 2.0f;
    const float distance = std::hypot(float(x) - middle, float(y) - middle) / middle;
    const float left = std::clamp(1 - distance, 0.0f, 1.0f);
    return static_cast<unsigned char>(left * left * (3 - 2 * left) * 255 + 0.5f);
}

} // namespace

Fonts build_fonts(ImFontAtlas& atlas, float scale) {
    atlas.Clear();
    atlas.FontBuilderIO = ImFontAtlasGetBuilderForStbTruetype();
    atlas.TexDesiredWidth = scale > 1.3f ? 4096 : 2048;
    Fonts fonts;
    fonts.text = add_font(atlas, "Regular", 13 * scale);
    fonts.small = add_font(atlas, "Regular", 11.5f * scale);
    fonts.strong = add_font(atlas, "SemiBold", 13 * scale);
    fonts.heading = add_font(atlas, "SemiBold", 16 * scale);
    fonts.figure = add_font(atlas, "SemiBold", 25 * scale);
    const int glow = atlas.AddCustomRectRegular(glow_size, glow_size);
    if (!atlas.Build()) throw UserError("assent-viewer: the fonts cannot be read; install fonts-inter again");
    const ImFontAtlasCustomRect* place = atlas.GetCustomRectByIndex(glow);
    for (int y = 0; y < glow_size; ++y)
        for (int x = 0; x < glow_size; ++x)
            atlas.TexPixelsAlpha8[(place->Y + y) * atlas.TexWidth + place->X + x] = glow_at(x, y);
    atlas.CalcCustomRectUV(place, &fonts.glow_min, &fonts.glow_max);
    // To the middle of the outermost pixels, which are clear: beyond them the neighbours in the atlas would shine in.
    const ImVec2 half{0.5f * atlas.TexUvScale.x, 0.5f * atlas.TexUvScale.y};
    fonts.glow_min = {fonts.glow_min.x + half.x, fonts.glow_min.y + half.y};
    fonts.glow_max = {fonts.glow_max.x - half.x, fonts.glow_max.y - half.y};
    return fonts;
}

} // namespace assent::viewer
