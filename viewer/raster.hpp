#pragma once
// Pictures of a window without a window: a rasteriser of ImDrawData in integers, for golden pictures, exports and machines
// without OpenGL.
#include <imgui.h>

#include <cstdint>
#include <span>
#include <vector>

namespace assent::viewer {

/// Pixels row by row from the top; each is R, G, B, A from the least byte on (IM_COL32), not premultiplied.
struct Image {
    int width = 0, height = 0;
    std::vector<ImU32> pixels; ///< (height × width)
    [[nodiscard]] ImU32 at(int x, int y) const { return pixels[static_cast<std::size_t>(y) * width + x]; }
};

/// A texture as draw commands name it; the pixels are borrowed.
struct RasterTexture {
    ImTextureID id = nullptr;
    int width = 0, height = 0; ///< at least 1
    const ImU32* pixels = nullptr;
};

/// The atlas of the context's fonts under the id that it has. Builds it where that was not done.
RasterTexture font_texture();

/// Draws what ImGui::Render() left, at its framebuffer scale, as the OpenGL backend does: triangles with colours between
/// their corners, bilinear textures, scissor, source over destination. Pixels are sampled in their middle, on an edge by
/// the top-left rule. Only integers beyond the corners: equal draw data give equal bytes with any compiler. Commands with a
/// texture that is not given are left out. Pictures are cut at 8192 pixels a side.
Image rasterise(const ImDrawData& data, std::span<const RasterTexture> textures, ImU32 background);

} // namespace assent::viewer
