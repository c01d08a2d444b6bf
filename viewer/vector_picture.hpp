#pragma once
// A picture of the window as SVG: what ImGui drew, turned back into shapes and texts that a drawing program can edit.
#include "viewer/area.hpp"
#include "viewer/fonts.hpp"

#include <imgui.h>

#include <string>
#include <string_view>

namespace assent::viewer {

/// What of a frame is drawn, and on what.
struct VectorPicture {
    Area area;             ///< of the window, in its coordinates
    ImU32 background = 0;
    std::string_view name; ///< what a screen reader calls it
};

/// What ImGui::Render() left of one area. Glyphs are found by their places in the atlas and become text in the fonts' own
/// names, one element a line and colour; triangles that share corners become polygons, strokes become lines again. The
/// frame should have been drawn without anti-aliasing (draw_sharp), or shapes come with their soft rims as thin polygons.
/// Equal draw data give equal bytes.
std::string svg_of(const ImDrawData& data, const Fonts& fonts, const VectorPicture& picture);

/// From the next frame on shapes are drawn with hard edges, as svg_of() wants them, or smooth, as people do.
void draw_sharp(bool sharp);

} // namespace assent::viewer
