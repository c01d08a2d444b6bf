// The plotter: golden pictures, and what holds for all of them.
#include "report/golden.hpp"
#include "report/hand_made.hpp"
#include "report/markup.hpp"
#include "report/svg.hpp"
#include "report/svg_axes.hpp"
#include "report/svg_centre.hpp"
#include "report/svg_charts.hpp"
#include "report/svg_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace assent {
namespace {

const std::string hostile = "\"><script>alert(1)</script>&amp;'";

/// No number of the drawing is one that cannot be drawn.
bool has_only_numbers(const markup::Page& page) {
    for (const markup::Element& element : page.elements)
        for (const char* key : {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "points", "d"})
            if (const auto value = element.attributes.find(key); value != element.attributes.end())
                if (value->second.find("n") != std::string::npos) return false; // nan, inf
    return true;
}

/// Compares with the golden picture and checks that it is well formed.
void check_picture(const std::string& name, const std::string& svg) {
    const markup::Page page = markup::read(svg);
    CHECK(page.fault == "");
    CHECK(has_only_numbers(page));
    golden::check(name, svg);
}

WinCurve curve(const std::string& name, double end) {
    WinCurve made{name, {}};
    for (int week = 0; week <= 26; ++week) {
        const double share = week < 4 ? 0 : end * (1 - std::pow(0.85, week - 4));
        made.by_week.push_back({share, std::max(0.0, share - 0.03), share + 0.03});
    }
    return made;
}

CentrePicture six_people() {
    const Model model = hand_made::model();
    CentrePicture picture = centre_picture(model, hand_made::plan(model), model.centre.layout(), 24);
    // A layout of springs is not the same to the last bit everywhere; these places are.
    const Point places[] = {{0.5, 0.1}, {0.1, 0.3}, {0.9, 0.3}, {0.2, 0.9}, {0.7, 0.9}, {0.5, 0.5}};
    for (std::size_t i = 0; i < picture.people.size(); ++i) picture.people[i].place = places[i];
    return picture;
}

} // namespace

TEST_CASE("golden pictures") {
    check_picture("hundred.svg", draw_hundred_deals({0.618, 0.19, 0.18, 0.012}));
    const std::vector<Bar> bars{
        {"Pilot first",
         {{"won", 0.62, "won", ""}, {"no decision", 0.2, "none", "dots"}, {"lost", 0.18, "lost", "hatch"}}},
        {"A strategy with a long name that takes two lines",
         {{"won", 0.02, "won", ""}, {"lost", 0.98, "lost", "hatch"}}}};
    check_picture("bars_wide.svg", draw_stacked_bars(bars, wide_picture));
    check_picture("bars_narrow.svg", draw_stacked_bars(bars, narrow_picture));
    check_picture("whisker.svg", draw_whisker_cell({{-0.02, -0.05, 0.01}, -0.3, 0.01, true}, "difference"));
    check_picture("curve.svg", draw_win_curve(curve("A", 0.6), {curve("B", 0.3)}, 0.7));
    const WeekCounts counts{"A", {0, 0, 0, 5, 20, 40, 30, 20, 10, 5, 0, 1}, {4, 5, 8}};
    check_picture("histogram.svg", draw_week_histogram(counts, tallest_bin(counts)));
    const HeatMap map{
        "why", {"CFO", "CEO"}, {"Price", "Security and compliance", "Forgotten"}, {0.5, 0.2, 0, 0.1, 0.004, 0}};
    check_picture("heat_map_wide.svg", draw_heat_map(map, wide_picture));
    check_picture("heat_map_narrow.svg", draw_heat_map(map, narrow_picture));
    const std::vector<GainBar> gains{{"If the CFO had no doubt “Price”", {0.12, 0.1, 0.14}},
                                     {"Without rule 2", {-0.01, -0.03, 0.01}}};
    check_picture("gains_wide.svg", draw_gain_bars(gains, wide_picture));
    check_picture("gains_narrow.svg", draw_gain_bars(gains, narrow_picture));
    check_picture("support.svg", draw_support({{0, 0.2}, {3, 0.4}, {9, 0.7}}, "support", wide_picture));
    check_picture("centre_wide.svg", draw_centre(six_people(), wide_picture));
    check_picture("centre_narrow.svg", draw_centre(six_people(), narrow_picture));
}

TEST_CASE("names stay names in every picture") {
    CentrePicture picture = six_people();
    picture.people[0].name = picture.people[1].title = hostile;
    picture.people[1].objections[0].topic = hostile;
    const HeatMap map{hostile, {hostile}, {hostile}, {1.0}};
    for (const double width : {wide_picture, narrow_picture})
        for (const std::string& svg :
             {draw_centre(picture, width), draw_heat_map(map, width), draw_gain_bars({{hostile, {0.1, 0, 0.2}}}, width),
              draw_stacked_bars({{hostile, {{hostile, 1, "won", ""}}}}, width),
              draw_win_curve(curve(hostile, 0.4), {}, 1), draw_week_histogram({hostile, {0, 1}, {1, 1, 1}}, 1),
              draw_support({{1, 0.5}}, hostile, width), draw_whisker_cell({{0.5, 0.4, 0.6}, 0, 1, false}, hostile)}) {
            const markup::Page page = markup::read(svg);
            CHECK(page.fault == "");
            CHECK(page.count("script") == 0);
        }
}

TEST_CASE("nothing to draw is drawn as nothing") {
    for (const std::string& svg :
         {draw_heat_map({}, wide_picture), draw_gain_bars({}, wide_picture), draw_stacked_bars({}, wide_picture),
          draw_win_curve({}, {}, 0.5), draw_week_histogram({}, 0), draw_support({}, "", wide_picture),
          draw_centre({}, wide_picture), draw_week_histogram({"", std::vector<std::int64_t>(521, 0), {}}, 0)}) {
        CHECK(markup::read(svg).fault == "");
        CHECK(has_only_numbers(markup::read(svg)));
    }
}

TEST_CASE("coordinates have one digit and no zero of the wrong sign") {
    CHECK(coordinate(0) == "0");
    CHECK(coordinate(-0.04) == "0");
    CHECK(coordinate(12.06) == "12.1");
    CHECK(coordinate(-3.5) == "-3.5");
    CHECK(coordinate(640) == "640");
}

TEST_CASE("ticks are round, in range, and few") {
    CHECK(round_ticks(0, 1, 5) == std::vector<double>{0, 0.2, 0.4, 0.6000000000000001, 0.8, 1});
    CHECK(whole_ticks(0, 3, 10) == std::vector<double>{0, 1, 2, 3});
    for (const double span : {0.003, 0.7, 1.0, 12.0, 520.0, 4e9}) {
        const auto ticks = round_ticks(-span / 3, span, 5);
        CHECK(ticks.size() >= 3);
        CHECK(ticks.size() <= 9);
        CHECK(ticks.front() >= -span / 3 * 1.0001);
        CHECK(ticks.back() <= span * 1.0001);
    }
    CHECK_FALSE(std::signbit(round_ticks(-0.05, 1, 5).front()));
}

TEST_CASE("a hundred deals are a hundred, none more than one off its share") {
    for (const double won : {0.0, 0.004, 0.333, 0.5, 0.996, 1.0}) {
        const double rest = (1 - won) / 3;
        const auto counts = of_a_hundred({won, rest, rest, rest});
        CHECK(std::accumulate(counts.begin(), counts.end(), 0) == 100);
        CHECK(std::abs(counts[0] - 100 * won) < 1.0);
    }
}

TEST_CASE("text fits where it is meant to") {
    const std::string name(200, 'W');
    for (const double width : {30.0, 100.0, 400.0}) CHECK(text_width(shortened(name, 12, width), 12) <= width + 12);
    CHECK(shortened("short", 12, 200) == "short");
    const auto lines = wrapped("one two three four five six seven", 12, 70, 2);
    REQUIRE(lines.size() == 2);
    CHECK(lines.back().ends_with("…"));
    CHECK(initials("G. Ölziijargal") == "GÖ");
    CHECK(initials("Б. Мөнхбаяр") == "БМ");
    CHECK(initials("7 × 8") == "?");
    CHECK(initials("") == "?");
}

TEST_CASE("discs and labels of a centre do not lie on one another") {
    for (const std::size_t people : {2u, 5u, 12u, 24u}) {
        std::vector<Point> places;
        std::vector<CentreBlock> blocks;
        for (std::size_t i = 0; i < people; ++i) { // all on one line, half of them in one place
            places.push_back({i % 2 == 0 ? 0.5 : static_cast<double>(i) / static_cast<double>(people), 0.5});
            blocks.push_back({30.0 + static_cast<double>(i % 5), 90, 35});
        }
        const double height = 270 + 34 * static_cast<double>(people);
        const auto placed = place_blocks(places, blocks, wide_picture, height);
        for (std::size_t i = 0; i < people; ++i) {
            CHECK(placed[i].x >= 0);
            CHECK(placed[i].x <= wide_picture);
            CHECK(placed[i].y >= 0);
            CHECK(placed[i].y <= height);
            for (std::size_t j = i + 1; j < people; ++j) {
                const double across = std::abs(placed[i].x - placed[j].x);
                const double down = std::abs(placed[i].y - placed[j].y);
                const bool apart = across > 60 || down > 60;
                CHECK(apart);
            }
        }
    }
}

TEST_CASE("who was put somewhere in a centre stands there, the others make room") {
    const CentreBlock block{30, 90, 35};
    const double width = 800, height = 600;
    std::vector<CentreBlock> blocks(4, block);
    blocks[0].put = Point{0.5, 0.5};
    blocks[1].put = Point{0.25, 0.75};
    const std::vector<Point> places{
        {0, 0}, {1, 0}, {0.51, 0.52}, {0.5, 0.5}}; // two are laid out where the first was put
    const auto placed = place_blocks(places, blocks, width, height);
    CHECK(placed[0].x == doctest::Approx(400));
    CHECK(placed[0].y == doctest::Approx(300));
    CHECK(placed[1].x == doctest::Approx(200));
    CHECK(placed[1].y == doctest::Approx(450));
    for (std::size_t i = 2; i < 4; ++i) {
        const bool clear = std::abs(placed[i].x - 400) > 90 || std::abs(placed[i].y - 300) > 90;
        CHECK(clear);
    }
    for (CentreBlock& each : blocks) each.put = Point{0.5, 0.5}; // all in one place, which cannot be
    const auto parted = place_blocks(places, blocks, width, height);
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = i + 1; j < 4; ++j) {
            const bool apart = std::abs(parted[i].x - parted[j].x) > 60 || std::abs(parted[i].y - parted[j].y) > 60;
            CHECK(apart);
        }
    // In so small a picture all stand in rows; who is moved further down is one of the last, the others keep their order.
    blocks.assign(4, block);
    blocks[0].put = Point{0.1, 0.1};
    const std::vector<Point> spread{{0, 0}, {0.3, 0.3}, {0.6, 0.6}, {1, 1}};
    const auto order = [&] {
        const auto rows = place_blocks(spread, blocks, 150, 200);
        std::vector<std::size_t> all{0, 1, 2, 3};
        std::ranges::stable_sort(all, {}, [&](std::size_t i) { return rows[i].y; });
        return all;
    };
    CHECK(order() == std::vector<std::size_t>{0, 1, 2, 3});
    blocks[0].put = Point{0.9, 0.8};
    CHECK(order() == std::vector<std::size_t>{1, 2, 0, 3});
    blocks.assign(4, block);
    blocks[2].put = Point{1, 1}; // at the rim: kept inside
    CHECK(place_blocks(places, blocks, width, height)[2].x < width - 30);
}

TEST_CASE("the place that a scenario gives is the one in the picture") {
    Model model = hand_made::model();
    const int member = 2;
    model.centre.stakeholder(member).place = DrawnPlace{0.25, 0.5};
    const CentrePicture picture = centre_picture(model, hand_made::plan(model), model.centre.layout(), 24);
    for (const CentrePerson& person : picture.people) CHECK(person.put.has_value() == (person.member == member));
}

} // namespace assent
