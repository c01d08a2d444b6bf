// Pictures as SVG and tables of cards: from the draw data, from the keys, from the menu of a card.
#include "viewer/card.hpp"
#include "viewer/headless.hpp"
#include "viewer/keys.hpp"
#include "viewer/plot_tables.hpp"
#include "viewer/sweep_store.hpp"
#include "viewer/vector_picture.hpp"
#include "viewer/window_options.hpp"

#include "report/markup.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <tuple>

using namespace assent;
using namespace assent::viewer;
using assent::worlds::blue_sky;
using assent::worlds::options_for;
using assent::worlds::TestFolder;

namespace {

std::string text_of(const std::filesystem::path& path) {
    return (std::ostringstream() << std::ifstream(path, std::ios::binary).rdbuf()).str();
}

/// Stands in a folder of its own: pictures go to the working folder.
struct Elsewhere {
    std::filesystem::path before = std::filesystem::current_path();
    explicit Elsewhere(const std::filesystem::path& folder) { std::filesystem::current_path(folder); }
    ~Elsewhere() { std::filesystem::current_path(before); }
};

/// What a window of one drawing shows, as SVG.
template <class Drawing> std::string drawn(const Drawing& drawing, Area area = {0, 0, 200, 100}) {
    const Context context;
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.DisplaySize = {200, 100};
    io.DeltaTime = 1.0f / 60;
    const Fonts fonts = build_fonts(*io.Fonts, 1);
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    draw_sharp(true);
    ImGui::NewFrame();
    drawing(*ImGui::GetForegroundDrawList(), fonts);
    ImGui::Render();
    return svg_of(*ImGui::GetDrawData(), fonts, {area, IM_COL32(255, 255, 255, 255), "a <name>"});
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("what was drawn becomes shapes and texts again") {
    const std::string svg = drawn([](ImDrawList& draw, const Fonts& fonts) {
        draw.AddRectFilled({10, 20}, {60, 50}, IM_COL32(255, 0, 0, 128));
        const ImVec2 way[] = {{10, 60}, {60, 60}, {100, 90}};
        draw.AddPolyline(way, 3, IM_COL32(0, 0, 255, 255), 0, 3);
        draw.AddRectFilledMultiColor({70, 20}, {90, 50}, IM_COL32_BLACK, IM_COL32_BLACK, IM_COL32_WHITE,
                                     IM_COL32_WHITE);
        draw.AddText(fonts.strong, fonts.strong->FontSize, {100, 20}, IM_COL32(0, 128, 0, 255), "Өлзий & <Co>");
    });
    const markup::Page page = markup::read(svg);
    CHECK(page.fault.empty());
    CHECK(has(svg, "<title>a &lt;name&gt;</title>"));
    CHECK(has(svg, "<polygon fill=\"#ff0000\" fill-opacity=\"0.5\" points=\"10,20 60,20 60,50 10,50\"/>"));
    CHECK(has(svg, "stroke=\"#0000ff\" stroke-width=\"3\" stroke-linejoin=\"round\" points=\"10,60 60,60 100,90\"/>"));
    CHECK(has(svg, "x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop offset=\"0\" stop-color=\"#000000\"/><stop offset=\"1\" "
                   "stop-color=\"#ffffff\"/>"));
    CHECK(has(svg, "font-weight=\"600\" fill=\"#008000\">Өлзий &amp; &lt;Co&gt;</text>"));
}

TEST_CASE("nothing outside the area gets into the picture") {
    const auto two = [](ImDrawList& draw, const Fonts&) {
        draw.PushClipRect({0, 0}, {50, 100});
        draw.AddRectFilled({10, 20}, {40, 50}, IM_COL32(255, 0, 0, 255));
        draw.PopClipRect();
        draw.PushClipRect({100, 0}, {200, 100});
        draw.AddRectFilled({110, 20}, {140, 50}, IM_COL32(0, 255, 0, 255));
        draw.PopClipRect();
    };
    const std::string left = drawn(two, {0, 0, 60, 100});
    CHECK(has(left, "#ff0000"));
    CHECK_FALSE(has(left, "#00ff00"));
    CHECK(has(left, "viewBox=\"0 0 60 100\""));
}

TEST_CASE("keys and the menu of a card save pictures, and copy tables") {
    const TestFolder folder;
    const Elsewhere working(folder.path());
    Headless window(options_for(blue_sky, folder));
    window.settle();
    window.press('P', true, true);
    window.frame();
    const std::string whole = text_of("assent-rehearse.svg");
    const markup::Page page = markup::read(whole);
    CHECK(page.fault.empty());
    CHECK(has(page.text, "Best next moves"));
    CHECK(has(page.text, "Г. Өлзийжаргал"));
    CHECK(page.count("radialGradient") == 0); // nobody was seen yet
    window.press('P', true, true);
    window.frame();
    CHECK(std::filesystem::exists("assent-rehearse-2.svg")); // nothing is written over

    window.click_right("rehearse.won_in");
    window.click("card_menu.1");
    window.frame();
    const std::string card = text_of("assent-rehearse-weeks-to-decision.svg");
    CHECK(has(card, ">Week in which the deal is won</text>"));
    CHECK_FALSE(has(card, "Best next moves"));

    window.click_right("rehearse.won_in");
    window.click("card_menu.0");
    window.frame();
    CHECK(text_of("assent-rehearse-weeks-to-decision.png").starts_with("\x89PNG"));

    window.click_right("rehearse.won_in");
    window.click("card_menu.2");
    const std::string table = ImGui::GetClipboardText();
    CHECK(table.starts_with("Week\tWon in it, % of all deals\tlow\thigh\n0\t"));
    CHECK(ImGui::GetStyle().AntiAliasedFill); // the window is smooth again
}

TEST_CASE("every card of Rehearse and Sweep with figures gives them as a table") {
    const TestFolder folder;
    worlds::play_part(folder.path() / "need.db", 1, 1);
    for (const auto& [file, screen, cards] :
         {std::tuple(blue_sky, "rehearse",
                     std::vector<std::string>{"moves", "tree", "member", "win by week", "weeks to decision"}),
          std::tuple(folder.path() / "need.db", "sweep",
                     std::vector<std::string>{"ranking", "response", "tornado", "reasons", "spread"})}) {
        Headless window(options_for(file, folder, screen));
        window.settle();
        for (const std::string& card : cards) {
            CAPTURE(card);
            const auto table = window.application().screen().table(card, window.application().look());
            REQUIRE(table);
            std::istringstream lines(table());
            std::string line;
            std::getline(lines, line);
            const auto columns = std::ranges::count(line, '\t');
            CHECK(columns > 0);
            int rows = 0;
            for (; std::getline(lines, line); ++rows) CHECK(std::ranges::count(line, '\t') == columns);
            CHECK(rows > 0);
        }
        CHECK_FALSE(window.application().screen().table("no such card", window.application().look()));
    }
}
