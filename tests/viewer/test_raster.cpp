#include "model/user_error.hpp"
#include "viewer/png_file.hpp"
#include "viewer/raster.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <vector>

using namespace assent::viewer;

namespace {

constexpr ImU32 black = IM_COL32(0, 0, 0, 255), white = IM_COL32(255, 255, 255, 255);

/// Draw data of one list, without a context.
struct Drawing {
    ImDrawList list{nullptr};
    ImDrawList* lists = &list;
    ImDrawData data;

    Drawing(float width, float height) {
        data.Valid = true;
        data.CmdLists = &lists;
        data.CmdListsCount = 1;
        data.DisplaySize = {width, height};
        data.FramebufferScale = {1, 1};
    }
    void triangle(const std::array<ImDrawVert, 3>& corners, ImVec4 clip = {0, 0, 1e6F, 1e6F},
                  ImTextureID id = nullptr) {
        ImDrawCmd command;
        command.ClipRect = clip;
        command.TextureId = id;
        command.IdxOffset = static_cast<unsigned>(list.IdxBuffer.Size);
        command.ElemCount = 3;
        list.CmdBuffer.push_back(command);
        for (const ImDrawVert& corner : corners) {
            list.IdxBuffer.push_back(static_cast<ImDrawIdx>(list.VtxBuffer.Size));
            list.VtxBuffer.push_back(corner);
        }
    }
    void quad(ImVec2 a, ImVec2 b, ImU32 colour, ImVec4 clip = {0, 0, 1e6F, 1e6F}) {
        const ImVec2 uv{0.5F, 0.5F};
        triangle({{{a, uv, colour}, {{b.x, a.y}, uv, colour}, {b, uv, colour}}}, clip);
        triangle({{{a, uv, colour}, {b, uv, colour}, {{a.x, b.y}, uv, colour}}}, clip);
    }
    Image picture(ImU32 background = black) const {
        const RasterTexture plain{nullptr, 1, 1, &white};
        return rasterise(data, {&plain, 1}, background);
    }
};

std::uint64_t hash_of(const Image& image) {
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a
    for (const ImU32 pixel : image.pixels) hash = (hash ^ pixel) * 1099511628211ULL;
    return hash;
}

} // namespace

TEST_CASE("a pixel is drawn when its middle lies inside, by the top-left rule") {
    Drawing drawing(8, 6);
    drawing.quad({1.5F, 1.5F}, {4.5F, 3.5F}, white); // its sides run through middles of pixels
    const Image image = drawing.picture();
    REQUIRE(image.width == 8);
    REQUIRE(image.height == 6);
    for (int y = 0; y < 6; ++y)
        for (int x = 0; x < 8; ++x) CHECK(image.at(x, y) == (x >= 1 && x < 4 && y >= 1 && y < 3 ? white : black));
}

TEST_CASE("triangles that share an edge draw each pixel once") {
    // Translucent: a pixel drawn twice would be brighter, one left out darker.
    const ImU32 half = IM_COL32(200, 100, 50, 128);
    for (float slant = 0; slant < 30; slant += 1.3F) {
        Drawing drawing(40, 40);
        const ImVec2 uv{0, 0}, middle{5 + slant, 37.25F - slant};
        const std::array<ImVec2, 4> around{{{0, 0}, {40, 0}, {40, 40}, {0, 40}}};
        for (std::size_t i = 0; i < 4; ++i)
            drawing.triangle({{{around[i], uv, half}, {around[(i + 1) % 4], uv, half}, {middle, uv, half}}});
        const Image image = drawing.picture();
        for (const ImU32 pixel : image.pixels) REQUIRE(pixel == IM_COL32(100, 50, 25, 255));
    }
}

TEST_CASE("blending is that of the OpenGL backend") {
    Drawing drawing(1, 1);
    drawing.quad({0, 0}, {1, 1}, IM_COL32(255, 0, 100, 51)); // a fifth
    CHECK(drawing.picture(IM_COL32(100, 50, 0, 0)).at(0, 0) == IM_COL32(131, 40, 20, 51));
    CHECK(drawing.picture(IM_COL32(100, 50, 0, 255)).at(0, 0) == IM_COL32(131, 40, 20, 255));
}

TEST_CASE("the scissor cuts, also beyond the picture") {
    Drawing drawing(10, 10);
    drawing.quad({-1e7F, -1e7F}, {1e7F, 1e7F}, white, {2, 3, 5, 400});
    drawing.quad({0, 0}, {10, 10}, IM_COL32(255, 0, 0, 255), {7, 7, 7, 9});
    const Image image = drawing.picture();
    for (int y = 0; y < 10; ++y)
        for (int x = 0; x < 10; ++x) CHECK(image.at(x, y) == (x >= 2 && x < 5 && y >= 3 ? white : black));
}

TEST_CASE("colours run evenly from corner to corner") {
    Drawing drawing(256, 4);
    const ImVec2 uv{0, 0};
    drawing.triangle({{{{0, 0}, uv, black}, {{256, 0}, uv, white}, {{256, 4}, uv, white}}});
    drawing.triangle({{{{0, 0}, uv, black}, {{256, 4}, uv, white}, {{0, 4}, uv, black}}});
    const Image image = drawing.picture();
    for (int y = 0; y < 4; ++y)
        for (int x = 0; x < 256; ++x) {
            const int level = static_cast<int>(image.at(x, y) & 255U);
            CHECK(std::abs(level - x) <= 1);
        }
}

TEST_CASE("textures are sampled between texels and multiplied with the colour") {
    const std::array<ImU32, 4> texels{black, white, black, white};
    const RasterTexture texture{reinterpret_cast<ImTextureID>(1), 2, 2, texels.data()};
    Drawing drawing(8, 8);
    const ImU32 red = IM_COL32(255, 0, 0, 255);
    drawing.triangle({{{{0, 0}, {0, 0}, red}, {{16, 0}, {2, 0}, red}, {{0, 16}, {0, 2}, red}}}, {0, 0, 99, 99},
                     texture.id);
    const Image image = rasterise(drawing.data, {&texture, 1}, black);
    // Middles of texels at 2 and 6: even before the first and after the second, rising between.
    for (int x = 0; x < 8; ++x) {
        const double expected = 255 * std::clamp((x + 0.5 - 2) / 4, 0.0, 1.0);
        CHECK(std::abs(static_cast<double>(image.at(x, 3) & 255U) - expected) <= 1.01);
        CHECK((image.at(x, 3) & 0xFFFFFF00U) == (black & 0xFFFFFF00U));
    }
    CHECK(hash_of(rasterise(drawing.data, {}, black)) ==
          hash_of(Drawing(8, 8).picture())); // without its texture: nothing
}

TEST_CASE("what ImGui lays out has the same bytes with every compiler") {
    Drawing drawing(300, 200);
    drawing.data.DisplayPos = {10, 20};
    drawing.data.FramebufferScale = {1.5F, 1.5F};
    const ImVec2 uv{0, 0};
    for (int i = 0; i < 40; ++i) {
        const auto x = static_cast<float>(i * 37 % 310), y = static_cast<float>(i * 53 % 220);
        const ImU32 first = IM_COL32(i * 6, 255 - i * 5, i * 91 % 256, 40 + i * 5),
                    second = IM_COL32(i * 17 % 256, 60, 200, 90);
        drawing.triangle(
            {{{{x, y}, uv, first}, {{x + 90.3F, y + 11.7F}, uv, second}, {{x + 20.1F, y + 70.9F}, uv, first}}});
    }
    const Image image = drawing.picture();
    CHECK(image.width == 450);
    CHECK(image.height == 300);
    CHECK(hash_of(image) == 9552371663728665533ULL);
}

TEST_CASE("a PNG gives its picture back; what is none is refused") {
    Drawing drawing(17, 9);
    drawing.quad({2, 2}, {9, 7}, IM_COL32(10, 200, 30, 255));
    for (const ImU32 background : {black, IM_COL32(9, 8, 7, 100)}) {
        const Image image = drawing.picture(background);
        const Image back = read_png(png_of(image), "picture.png");
        CHECK(back.width == 17);
        CHECK(back.pixels == image.pixels);
    }
    const std::string file = png_of(drawing.picture());
    CHECK_THROWS_AS(read_png(file.substr(0, file.size() / 2), "half.png"), assent::UserError);
    CHECK_THROWS_WITH_AS(read_png("hello", "hello.png"), doctest::Contains("hello.png: is no PNG picture"),
                         assent::UserError);
}
