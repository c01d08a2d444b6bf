// Every screen in both themes, both languages and three sizes, against pictures that were looked at and found right.
#include "viewer/debrief_screen.hpp"
#include "viewer/png_file.hpp"
#include "viewer/script.hpp"

#include "viewer/judged_deal.hpp"
#include "viewer/lone_screen.hpp"
#include "viewer/sweep_store.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>

#include <fmt/format.h>

using namespace assent;
using namespace assent::viewer;

namespace {

const std::filesystem::path fresh_pictures = std::filesystem::absolute("golden");

/// How much two pictures differ.
struct Difference {
    double mean = 0;    ///< of a level of 255, over all pixels and colours
    double far_off = 0; ///< share of pixels that differ by more than 24 levels
    double worst = 0;   ///< the same share in the square of 32 pixels where it is greatest: a word that changed
    double shifted = 0; ///< … of pixels that differ by more than 4 levels: a faint button that came or went
};
constexpr int square = 32;

Difference difference(const Image& one, const Image& other) {
    if (one.width != other.width || one.height != other.height) return {255, 1, 1, 1};
    Difference result;
    const std::size_t across = std::size_t(one.width + square - 1) / square;
    std::vector<std::array<int, 2>> squares(across * std::size_t((one.height + square - 1) / square));
    for (std::size_t i = 0; i < one.pixels.size(); ++i) {
        int most = 0;
        for (const int shift : {0, 8, 16}) {
            const int apart = std::abs(static_cast<int>(one.pixels[i] >> shift & 255U) -
                                       static_cast<int>(other.pixels[i] >> shift & 255U));
            result.mean += apart;
            most = std::max(most, apart);
        }
        result.far_off += most > 24 ? 1 : 0;
        const std::size_t x = i % std::size_t(one.width), y = i / std::size_t(one.width);
        auto& here = squares[y / square * across + x / square];
        here[0] += most > 24 ? 1 : 0;
        here[1] += most > 4 ? 1 : 0;
    }
    for (const auto& [far_off, shifted] : squares) {
        result.worst = std::max(result.worst, double(far_off) / (square * square));
        result.shifted = std::max(result.shifted, double(shifted) / (square * square));
    }
    const auto pixels = static_cast<double>(one.pixels.size());
    return {result.mean / pixels / 3, result.far_off / pixels, result.worst, result.shifted};
}

/// Compares with tests/golden/viewer/NAME.png. Where they differ by more than other versions of the fonts would, writes
/// golden/NAME.new.png to the build folder, to be looked at and, when it is right, to be moved into the place of the old one.
void check_picture(const std::string& name, const Image& image) {
    const auto path = std::filesystem::path(ASSENT_SOURCE_DIR) / "tests/golden/viewer" / (name + ".png");
    const std::string file = (std::ostringstream() << std::ifstream(path, std::ios::binary).rdbuf()).str();
    const Difference apart = file.empty() ? Difference{255, 1, 1, 1} : difference(image, read_png(file, path.string()));
    const bool same = apart.mean < 0.5 && apart.far_off < 0.002 && apart.worst < 0.08 && apart.shifted < 0.5;
    CHECK(same);
    if (!same) {
        const auto fresh = fresh_pictures / (name + ".new.png");
        std::filesystem::create_directories(fresh.parent_path());
        std::ofstream(fresh, std::ios::binary) << png_of(image);
        MESSAGE(fmt::format(
            "{} differs: {:.2f} levels on average, {:.2f} % of the pixels far off, {:.0f} % in one place; "
            "look at {}",
            name, apart.mean, 100 * apart.far_off, 100 * apart.worst, std::filesystem::absolute(fresh).string()));
    }
}

struct Appearance {
    ThemeKind theme;
    Language language;
    int width, height;
    const char* name;
};
constexpr Appearance looks[] = {
    {ThemeKind::dark, Language::english, 1024, 640, "dark-en-1024"},
    {ThemeKind::dark, Language::english, 1280, 800, "dark-en-1280"},
    {ThemeKind::dark, Language::english, 2560, 1440, "dark-en-2560"},
    {ThemeKind::dark, Language::mongolian, 1024, 640, "dark-mn-1024"},
    {ThemeKind::dark, Language::mongolian, 1280, 800, "dark-mn-1280"},
    {ThemeKind::dark, Language::mongolian, 2560, 1440, "dark-mn-2560"},
    {ThemeKind::light, Language::english, 1024, 640, "light-en-1024"},
    {ThemeKind::light, Language::english, 1280, 800, "light-en-1280"},
    {ThemeKind::light, Language::english, 2560, 1440, "light-en-2560"},
    {ThemeKind::light, Language::mongolian, 1024, 640, "light-mn-1024"},
    {ThemeKind::light, Language::mongolian, 1280, 800, "light-mn-1280"},
    {ThemeKind::light, Language::mongolian, 2560, 1440, "light-mn-2560"},
};

std::filesystem::path scenario(const std::string& name) {
    return std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios" / (name + ".toml");
}

/// The steps that lead to a screen, and what its pictures are called.
void check_screen(const std::string& name, const std::filesystem::path& file, const std::string& screen,
                  const std::string& steps, const std::filesystem::path& folder) {
    setenv("XDG_CONFIG_HOME", folder.c_str(), 1);
    use_catalogues(std::filesystem::path(ASSENT_BINARY).parent_path() / "locale");
    for (const Appearance& look : looks) {
        Options options;
        options.file = file;
        options.screen = screen;
        options.theme = look.theme;
        options.language = look.language;
        options.width = look.width;
        options.height = look.height;
        options.profile = folder / "profile";
        options.snapshot = "kept out of the profile";
        Headless window(options);
        window.settle();
        run_script(window, steps, name, folder);
        check_picture(name + "-" + look.name, picture_of(window));
    }
}

} // namespace

TEST_CASE("pictures of the sweep screen") {
    const worlds::TestFolder folder;
    worlds::play_part(folder.path() / "need.db", 1, 1);
    check_screen("sweep-lines", folder.path() / "need.db", "sweep", "", folder.path());
}

TEST_CASE("pictures of who is best over two axes, by another measure") {
    const worlds::TestFolder folder;
    worlds::play_part(folder.path() / "need.db", 1, 2); // half of it
    check_screen(
        "sweep-map", folder.path() / "need.db", "sweep",
        "click sweep.down\nclick sweep.down.1\nclick sweep.ranked_by.1\nclick sweep.strategy.1\nhover sweep.cell.0.1\n",
        folder.path());
}

TEST_CASE("pictures of a deal of a point, week by week") {
    const worlds::TestFolder folder;
    worlds::play_part(folder.path() / "need.db", 1, 1);
    check_screen("sweep-deal", folder.path() / "need.db", "sweep",
                 "hover sweep.point.16\nkey d\nwait\nclick replay.deal.2\nwait\n" +
                     std::string("key right\nkey right\nkey right\nkey right\nkey right\nkey right\n") +
                     "click member.cfo\nhover theme\n",
                 folder.path());
}

TEST_CASE("pictures of a store that is none") {
    const worlds::TestFolder folder;
    std::ofstream(folder.path() / "hello.db") << "hello";
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path()); // the message names the file
    check_screen("sweep-problem", "hello.db", "sweep", "", folder.path());
    std::filesystem::current_path(before);
}

namespace {

/// Six weeks of a deal are judged; `steps` does what there is to be done with the screen.
void check_debrief(const std::string& name, Course& course,
                   const std::function<void(worlds::LoneScreen&, DebriefScreen&)>& steps) {
    use_catalogues(std::filesystem::path(ASSENT_BINARY).parent_path() / "locale");
    RehearsalDesk table;
    worlds::play_some_weeks(table);
    for (const Appearance& look : looks) {
        set_language(look.language);
        worlds::LoneScreen window(look.width, look.height, look.theme, look.width > 2000 ? 1.25F : 1);
        DebriefScreen screen({worlds::deal_on(table)}, worlds::made_up, course, {});
        screen.take_client(window.desk);
        window.frame(screen);
        while (!screen.settled()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            window.frame(screen);
        }
        window.frame(screen);
        steps(window, screen);
        window.frame(screen);
        check_picture(fmt::format("{}-{}", name, look.name), window.picture());
    }
    set_language(Language::english);
}

} // namespace

TEST_CASE("pictures of the debrief") {
    Course course;
    check_debrief("debrief", course, [](auto&, auto&) {});
}

TEST_CASE("pictures of how the trainee gets on") {
    Course course;
    for (std::uint64_t number = 0; number < 9; ++number) {
        DebriefedDeal deal;
        deal.key = {"another company", 1, number};
        deal.won = number % 3 == 1;
        for (std::size_t skill = 0; skill < deal.skills.size(); ++skill)
            deal.skills[skill] =
                0.4 + 0.05 * static_cast<double>((number * 3 + skill) % 5) + (skill % 2 == 0 && number > 3 ? 0.3 : 0.0);
        deal.points = 38 + 4 * static_cast<double>(number) + static_cast<double>(number * 7 % 5);
        course.keep(deal);
    }
    check_debrief("debrief-progress", course,
                  [](auto& window, auto& screen) { window.click(screen, "debrief.time.1"); });
}

TEST_CASE("pictures of the sweep screen before a store is open") {
    const worlds::TestFolder folder;
    check_screen("sweep-empty", {}, "sweep", "", folder.path());
}

TEST_CASE("pictures of the start screen") {
    const worlds::TestFolder folder;
    check_screen("start", {}, "start", "", folder.path());
}

TEST_CASE("pictures of a deal being rehearsed: a week played, a branch, a move planned") {
    const worlds::TestFolder folder;
    check_screen("rehearse", scenario("blue-sky"), "rehearse",
                 "key enter\nwait\nkey space\nwait\nkey left\nwait\nkey down\nkey enter\nwait\n", folder.path());
}

TEST_CASE("pictures of a buying centre being edited") {
    const worlds::TestFolder folder;
    check_screen("edit", scenario("blue-sky"), "edit", "", folder.path());
}

TEST_CASE("pictures of the choice of lessons, a lesson begun, a puzzle") {
    const worlds::TestFolder folder;
    check_screen("train", scenario("blue-sky"), "train", "", folder.path());
    check_screen("train-lesson", scenario("blue-sky"), "train", "click train.begin\nkey ctrl+enter\nwait\n",
                 folder.path());
    check_screen("train-puzzle", scenario("blue-sky"), "train", "click train.puzzles\nwait\n", folder.path());
}

TEST_CASE("a picture that differs is seen") {
    Image one{40, 40, std::vector<ImU32>(1600, IM_COL32(10, 20, 30, 255))}, other = one;
    CHECK(difference(one, other).mean == 0);
    for (std::size_t i = 0; i < 8; ++i) other.pixels[i] = IM_COL32_WHITE;
    CHECK(difference(one, other).far_off == doctest::Approx(0.005));
    CHECK(difference(one, other).worst == doctest::Approx(8.0 / 1024));
    for (std::size_t i = 0; i < 1600; ++i) other.pixels[i] = IM_COL32(10, 25, 30, 255);
    CHECK(difference(one, other).far_off == 0);
    CHECK(difference(one, other).shifted == 1);
    other.width = 20;
    other.height = 80;
    CHECK(difference(one, other).far_off == 1);
}
