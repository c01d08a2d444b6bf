#include "viewer/raster.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace assent::viewer {
namespace {

using Fixed = std::int64_t;
constexpr int place_bits = 8;                       // of a pixel
constexpr Fixed one_pixel = Fixed{1} << place_bits; // corners are rounded to its parts
constexpr int value_bits = 16;                      // of a level of colour and of a texel
constexpr float farthest = 16384;                   // pixels: keeps every product within 64 bits
constexpr int largest_side = 8192;

/// Colour and place in the texture; those of a corner, or what they change by.
struct Values {
    std::array<Fixed, 4> colour{}; ///< red, green, blue, alpha
    Fixed u = 0, v = 0;            ///< texels
};

struct Corner {
    Fixed x = 0, y = 0;
    Values values;
};

struct Rectangle {
    int left = 0, top = 0, right = 0, bottom = 0; ///< pixels; right and bottom are outside
};

/// Quotient rounded down; the denominator is positive.
Fixed floor_div(Fixed numerator, Fixed denominator) {
    const Fixed quotient = numerator / denominator;
    return quotient * denominator > numerator ? quotient - 1 : quotient;
}

Fixed place_of(float coordinate) {
    return static_cast<Fixed>(std::floor(std::clamp(coordinate, -farthest, farthest) * one_pixel + 0.5F));
}

/// x · y / 255, rounded, for x, y in [0, 255].
ImU32 share(ImU32 x, ImU32 y) {
    const ImU32 product = x * y + 128;
    return (product + (product >> 8)) >> 8;
}

ImU32 channel(ImU32 colour, int index) { return (colour >> (8 * index)) & 255U; }

/// Source over destination, as glBlendFuncSeparate(SRC_ALPHA, 1 - SRC_ALPHA, 1, 1 - SRC_ALPHA).
ImU32 over(ImU32 source, ImU32 below) {
    const ImU32 alpha = source >> 24;
    if (alpha == 255) return source;
    if (alpha == 0) return below;
    const ImU32 rest = 255 - alpha;
    // Two channels at a time, 16 bits each.
    const auto mixed = [&](ImU32 from, ImU32 to) {
        const ImU32 sum = from * alpha + to * rest + 0x00800080U;
        return ((sum + ((sum >> 8) & 0x00FF00FFU)) >> 8) & 0x00FF00FFU;
    };
    const ImU32 red_blue = mixed(source & 0x00FF00FFU, below & 0x00FF00FFU);
    const ImU32 green = mixed((source >> 8) & 255U, (below >> 8) & 255U) & 255U;
    return red_blue | green << 8 | (alpha + share(below >> 24, rest)) << 24;
}

ImU32 colour_of(const Values& values) {
    ImU32 colour = 0;
    for (int i = 0; i < 4; ++i) {
        const Fixed level = (values.colour[static_cast<std::size_t>(i)] + (Fixed{1} << (value_bits - 1))) >> value_bits;
        colour |= static_cast<ImU32>(std::clamp<Fixed>(level, 0, 255)) << (8 * i);
    }
    return colour;
}

ImU32 product(ImU32 colour, ImU32 texel) {
    if (texel == 0xFFFFFFFFU) return colour;
    ImU32 result = 0;
    for (int i = 0; i < 4; ++i) result |= share(channel(colour, i), channel(texel, i)) << (8 * i);
    return result;
}

/// Between two colours, `part` of 256 of the second: two channels at a time.
ImU32 between(ImU32 first, ImU32 second, ImU32 part) {
    if (first == second) return first;
    const auto mixed = [part](ImU32 from, ImU32 to) {
        return ((from * (256 - part) + to * part + 0x00800080U) >> 8) & 0x00FF00FFU;
    };
    return mixed(first & 0x00FF00FFU, second & 0x00FF00FFU) |
           mixed((first >> 8) & 0x00FF00FFU, (second >> 8) & 0x00FF00FFU) << 8;
}

/// The texture at a place, between the middles of four texels; clamped at its sides.
ImU32 texel_at(const RasterTexture& texture, Fixed u, Fixed v) {
    const Fixed half = Fixed{1} << (value_bits - 1);
    const Fixed left = u - half, top = v - half;
    const auto column = [&](Fixed x) { return static_cast<std::size_t>(std::clamp<Fixed>(x, 0, texture.width - 1)); };
    const auto row = [&](Fixed y) {
        return texture.pixels + static_cast<std::size_t>(std::clamp<Fixed>(y, 0, texture.height - 1)) *
                                    static_cast<std::size_t>(texture.width);
    };
    const Fixed x = left >> value_bits, y = top >> value_bits;
    const auto part = [](Fixed place) { return static_cast<ImU32>(place >> (value_bits - 8)) & 255U; };
    const ImU32 *upper = row(y), *lower = row(y + 1);
    const std::size_t first = column(x), second = column(x + 1);
    return between(between(upper[first], upper[second], part(left)), between(lower[first], lower[second], part(left)),
                   part(top));
}

class Canvas {
  public:
    Canvas(int width, int height, ImU32 background)
        : image_{width, height, std::vector<ImU32>(static_cast<std::size_t>(width) * height, background)} {}

    void triangle(std::array<Corner, 3> corners, const RasterTexture& texture, const Rectangle& scissor);
    Image take() && { return std::move(image_); }

  private:
    void span(int y, int left, int right, Values values, const Values& step, const RasterTexture& texture);

    Image image_;
    bool one_texel_ = false, one_colour_ = false; ///< of the triangle under way
};

/// Change of a value from one pixel to the next, rightwards or downwards: from its differences to the first corner.
struct Slope {
    Fixed along_first, along_second, area;
    [[nodiscard]] Fixed of(Fixed first, Fixed second) const {
        return floor_div((first * along_first + second * along_second) * one_pixel, area);
    }
};

Values slope_of(const std::array<Corner, 3>& c, const Slope& slope) {
    Values result;
    for (std::size_t i = 0; i < 4; ++i)
        result.colour[i] =
            slope.of(c[1].values.colour[i] - c[0].values.colour[i], c[2].values.colour[i] - c[0].values.colour[i]);
    result.u = slope.of(c[1].values.u - c[0].values.u, c[2].values.u - c[0].values.u);
    result.v = slope.of(c[1].values.v - c[0].values.v, c[2].values.v - c[0].values.v);
    return result;
}

/// Values moved by parts of a pixel.
Values moved(Values values, const Values& across, const Values& down, Fixed dx, Fixed dy) {
    const auto shift = [&](Fixed& value, Fixed x, Fixed y) { value += (x * dx + y * dy) >> place_bits; };
    for (std::size_t i = 0; i < 4; ++i) shift(values.colour[i], across.colour[i], down.colour[i]);
    shift(values.u, across.u, down.u);
    shift(values.v, across.v, down.v);
    return values;
}

/// Half a plane: x is inside where a · x + b · y + c >= 0, in parts of a pixel.
struct Edge {
    Fixed a, b, c;
    Edge(const Corner& from, const Corner& to) : a(from.y - to.y), b(to.x - from.x), c(-(a * from.x + b * from.y)) {
        const bool top_or_left = a > 0 || (a == 0 && b > 0);
        if (!top_or_left) --c; // what lies on the edge belongs to the neighbour
    }
    /// Narrows the pixels [left, right) of a row, whose middle is at y, to those inside.
    void narrow(Fixed y, Fixed& left, Fixed& right) const {
        const Fixed rest = b * y + c + a * (one_pixel / 2); // at pixel 0
        const Fixed step = a * one_pixel;
        if (a > 0)
            left = std::max(left, -floor_div(rest, step));
        else if (a < 0)
            right = std::min(right, floor_div(rest, -step) + 1);
        else if (rest < 0)
            right = left;
    }
};

void Canvas::span(int y, int left, int right, Values values, const Values& step, const RasterTexture& texture) {
    ImU32* out = image_.pixels.data() + static_cast<std::size_t>(y) * image_.width;
    if (one_texel_ && one_colour_) {
        const ImU32 colour = product(colour_of(values), texel_at(texture, values.u, values.v));
        if (colour >> 24 == 255)
            std::fill(out + left, out + right, colour);
        else
            for (int x = left; x < right; ++x) out[x] = over(colour, out[x]);
        return;
    }
    const ImU32 colour = colour_of(values);
    const ImU32 texel = texel_at(texture, values.u, values.v);
    for (int x = left; x < right; ++x) {
        const ImU32 here = one_colour_ ? colour : colour_of(values);
        const ImU32 drawn = one_texel_ ? texel : texel_at(texture, values.u, values.v);
        if ((here & drawn) >> 24 != 0 || (here >> 24 != 0 && drawn >> 24 != 0))
            out[x] = over(product(here, drawn), out[x]);
        if (!one_colour_)
            for (std::size_t i = 0; i < 4; ++i) values.colour[i] += step.colour[i];
        values.u += step.u;
        values.v += step.v;
    }
}

void Canvas::triangle(std::array<Corner, 3> c, const RasterTexture& texture, const Rectangle& scissor) {
    const auto twice_area = [&c] {
        return (c[1].x - c[0].x) * (c[2].y - c[0].y) - (c[2].x - c[0].x) * (c[1].y - c[0].y);
    };
    Fixed area = twice_area();
    if (area == 0) return;
    if (area < 0) {
        std::swap(c[1], c[2]);
        area = -area;
    }
    const auto [top, bottom] = std::minmax({c[0].y, c[1].y, c[2].y});
    const int first = std::max(scissor.top, static_cast<int>(floor_div(top, one_pixel)));
    const int last = std::min(scissor.bottom, static_cast<int>(floor_div(bottom, one_pixel)) + 1);
    one_colour_ = c[0].values.colour == c[1].values.colour && c[0].values.colour == c[2].values.colour;
    one_texel_ = c[0].values.u == c[1].values.u && c[0].values.u == c[2].values.u && c[0].values.v == c[1].values.v &&
                 c[0].values.v == c[2].values.v;
    const bool flat = one_colour_ && one_texel_;
    const Values across = flat ? Values{} : slope_of(c, {c[2].y - c[0].y, c[0].y - c[1].y, area});
    const Values down = flat ? Values{} : slope_of(c, {c[0].x - c[2].x, c[1].x - c[0].x, area});
    const std::array edges{Edge(c[0], c[1]), Edge(c[1], c[2]), Edge(c[2], c[0])};
    for (int y = first; y < last; ++y) {
        const Fixed middle = y * one_pixel + one_pixel / 2;
        Fixed left = scissor.left, right = scissor.right;
        for (const Edge& edge : edges) edge.narrow(middle, left, right);
        if (left >= right) continue;
        const Values start =
            moved(c[0].values, across, down, left * one_pixel + one_pixel / 2 - c[0].x, middle - c[0].y);
        span(y, static_cast<int>(left), static_cast<int>(right), start, across, texture);
    }
}

/// From coordinates of the draw data to the picture.
struct Frame {
    ImVec2 origin, scale;
    int width = 0, height = 0;
    [[nodiscard]] Rectangle scissor(const ImVec4& clip) const {
        const auto pixel = [](float value) { return static_cast<int>(std::clamp(value, -farthest, farthest)); };
        return {std::max(0, pixel((clip.x - origin.x) * scale.x)), std::max(0, pixel((clip.y - origin.y) * scale.y)),
                std::min(width, pixel((clip.z - origin.x) * scale.x)),
                std::min(height, pixel((clip.w - origin.y) * scale.y))};
    }
    [[nodiscard]] Corner corner(const ImDrawVert& vertex, const RasterTexture& texture) const {
        Corner corner{place_of((vertex.pos.x - origin.x) * scale.x), place_of((vertex.pos.y - origin.y) * scale.y), {}};
        for (int i = 0; i < 4; ++i)
            corner.values.colour[static_cast<std::size_t>(i)] = Fixed{channel(vertex.col, i)} << value_bits;
        const auto texel = [](float share_of_side, int side) {
            const double place = std::clamp(static_cast<double>(share_of_side), -1.0, 2.0) * side;
            return static_cast<Fixed>(std::floor(place * (1 << value_bits) + 0.5));
        };
        corner.values.u = texel(vertex.uv.x, texture.width);
        corner.values.v = texel(vertex.uv.y, texture.height);
        return corner;
    }
};

void draw(Canvas& canvas, const Frame& frame, const ImDrawList& list, const ImDrawCmd& command,
          const RasterTexture& texture) {
    const Rectangle scissor = frame.scissor(command.ClipRect);
    if (scissor.left >= scissor.right || scissor.top >= scissor.bottom) return;
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3)
        canvas.triangle({frame.corner(vertices[index[i]], texture), frame.corner(vertices[index[i + 1]], texture),
                         frame.corner(vertices[index[i + 2]], texture)},
                        texture, scissor);
}

} // namespace

RasterTexture font_texture() {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    unsigned char* pixels = nullptr;
    RasterTexture texture{atlas.TexID, 0, 0, nullptr};
    atlas.GetTexDataAsRGBA32(&pixels, &texture.width, &texture.height);
    texture.pixels = reinterpret_cast<const ImU32*>(pixels); // allocated by ImGui as 32-bit words
    return texture;
}

Image rasterise(const ImDrawData& data, std::span<const RasterTexture> textures, ImU32 background) {
    const auto side = [](float points, float scale) {
        return static_cast<int>(std::clamp(points * scale, 1.0F, static_cast<float>(largest_side)));
    };
    const Frame frame{data.DisplayPos, data.FramebufferScale, side(data.DisplaySize.x, data.FramebufferScale.x),
                      side(data.DisplaySize.y, data.FramebufferScale.y)};
    Canvas canvas(frame.width, frame.height, background);
    for (int l = 0; l < data.CmdListsCount; ++l)
        for (const ImDrawCmd& command : data.CmdLists[l]->CmdBuffer) {
            const auto texture = std::ranges::find(textures, command.GetTexID(), &RasterTexture::id);
            if (command.UserCallback == nullptr && texture != textures.end())
                draw(canvas, frame, *data.CmdLists[l], command, *texture);
        }
    return std::move(canvas).take();
}

} // namespace assent::viewer
