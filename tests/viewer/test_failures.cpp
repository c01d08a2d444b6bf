// What goes wrong around the window: files that are broken, gone or something else, folders that cannot be written. It says
// what the command line says, goes on with what was open, and loses no session.
#include "viewer/headless.hpp"
#include "viewer/keys.hpp"
#include "viewer/rehearse_screen.hpp"
#include "viewer/snapshot.hpp"

#include "model/user_error.hpp"
#include "scenario/reader.hpp"
#include "viewer/sweep_store.hpp"
#include "viewer/window_options.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <sys/stat.h>

using namespace assent;
using namespace assent::viewer;
using assent::worlds::options_for;
using assent::worlds::TestFolder;

namespace {

const std::filesystem::path shipped = std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios/blue-sky.toml";

std::filesystem::path written(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

std::string text_of(const std::filesystem::path& path) {
    return (std::ostringstream() << std::ifstream(path, std::ios::binary).rdbuf()).str();
}

std::string message_of(const std::filesystem::path& scenario) {
    try {
        load_scenario(scenario);
    } catch (const UserError& error) {
        return error.what();
    }
    return {};
}

Room& room_of(Headless& window) { return *dynamic_cast<RehearseScreen&>(window.application().screen()).room(); }

void play_two_weeks(Headless& window) {
    for (int week = 0; week < 2; ++week) {
        window.settle();
        window.press(key::enter);
        window.press(key::space);
    }
}

std::vector<std::filesystem::path> sessions_in(const TestFolder& folder) {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "profile/sessions"))
        found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

} // namespace

TEST_CASE("whatever is opened, the window says why not and keeps what it had") {
    const TestFolder folder;
    const std::filesystem::path place = folder.path();
    std::filesystem::create_directory(place / "folder.toml");
    REQUIRE(mkfifo((place / "pipe.toml").c_str(), 0600) == 0);
    Headless window(options_for(shipped, folder));
    const std::string deal = window.application().title();
    for (const auto& file :
         {written(place / "broken.toml", "format = 1\n[company]\nneed = 7\n"), written(place / "empty.toml", ""),
          written(place / "noise.toml", "\x01\xff\x00="), place / "gone.toml", place / "folder.toml",
          place / "pipe.toml", place, std::filesystem::path("/dev/zero"), std::filesystem::path("-")}) {
        CAPTURE(file.string());
        window.application().open(file);
        window.frame();
        window.frame();
        if (std::filesystem::is_other(file) || file == "-")
            CHECK(window.application().problem().find("is no regular file; save what it holds") != std::string::npos);
        else
            CHECK(window.application().problem() == message_of(file));
        REQUIRE_FALSE(window.application().problem().empty());
        window.press(key::escape);
        CHECK(window.application().problem().empty());
        CHECK(window.application().title() == deal);
        CHECK(room_of(window).session().current() == 0);
    }
}

TEST_CASE("a scenario that vanishes leaves its deal in play, and the list of recent files") {
    const TestFolder folder;
    const std::filesystem::path file = written(folder.path() / "mine.toml", dump_scenario(load_scenario(shipped)));
    Headless window(options_for(file, folder));
    window.settle();
    REQUIRE(window.application().desk().recent == std::vector{file});
    std::filesystem::remove(file);
    play_two_weeks(window);
    CHECK(room_of(window).knowledge().week == 2);
    CHECK(window.application().problem().empty());
    window.application().show("start");
    window.frame();
    window.click("start.recent.0");
    CHECK(window.application().problem().find("no such file") != std::string::npos);
    CHECK(window.application().desk().recent.empty());
    window.press(key::escape);
    window.application().show("rehearse");
    CHECK(room_of(window).knowledge().week == 2);
}

TEST_CASE("recent files that are gone or no paths at all do no harm") {
    const TestFolder folder;
    std::filesystem::create_directories(folder.path() / "profile");
    written(folder.path() / "profile/viewer.conf",
            "recent = /nowhere/one.toml\nrecent = \nrecent\ntheme = pink\n= = =\nrecent = \xff\xfe/x.toml\n");
    Headless window(options_for({}, folder, "start"));
    window.settle();
    window.click("start.recent.0");
    CHECK(window.application().problem() == "/nowhere/one.toml: no such file; check the path");
    window.press(key::escape);
    window.click("start.demo");
    CHECK(window.application().screen().name() == "rehearse");
}

TEST_CASE("a session that is damaged, or whose scenario is gone or another, is refused and not touched") {
    const TestFolder folder;
    const std::filesystem::path scenario = written(folder.path() / "mine.toml", dump_scenario(load_scenario(shipped)));
    {
        Headless window(options_for(scenario, folder));
        play_two_weeks(window);
    }
    REQUIRE(sessions_in(folder).size() == 1);
    const std::filesystem::path session = sessions_in(folder)[0];
    const std::string whole = text_of(session), client = text_of(scenario);
    const auto refused = [&](const char* reason) {
        const std::string before = text_of(session);
        Headless window(options_for(session, folder, "rehearse"));
        window.settle();
        CAPTURE(window.application().problem());
        CHECK(window.application().problem().find(reason) != std::string::npos);
        CHECK(window.application().desk().client == nullptr);
        CHECK(text_of(session) == before);
    };
    written(session, whole.substr(0, whole.find("member")));
    refused("is out of range");
    written(session, "format = 1\nscenario_id = [[[\n");
    refused("toml.io");
    written(session, "format = 1\nscenario_id = 7\n");
    refused("scenario_id");
    written(session, whole);
    std::filesystem::remove(scenario);
    refused("bring it back");
    written(scenario, client + "\n[[topic]]\nid = \"colour\"\nname = \"Colour\"\n");
    refused("has changed since");
}

TEST_CASE("a scenario opened again goes on with its session; another one of its name never writes over it") {
    const TestFolder folder;
    const std::filesystem::path scenario = written(folder.path() / "mine.toml", dump_scenario(load_scenario(shipped)));
    NodeId left = 0;
    {
        Headless window(options_for(scenario, folder));
        play_two_weeks(window);
        left = room_of(window).session().current();
    }
    {
        Headless window(options_for(scenario, folder));
        window.settle();
        CHECK(room_of(window).session().current() == left);
        CHECK(room_of(window).knowledge().week == 2);
    }
    REQUIRE(sessions_in(folder).size() == 1);
    const std::filesystem::path first = sessions_in(folder)[0];
    const std::string kept = text_of(first);
    written(scenario, text_of(scenario) + "\n[[topic]]\nid = \"colour\"\nname = \"Colour\"\n");
    std::filesystem::create_directory(folder.path() / "elsewhere");
    for (const auto& other :
         {scenario, written(folder.path() / "elsewhere/mine.toml", dump_scenario(load_scenario(shipped)))}) {
        Headless window(options_for(other, folder));
        window.settle();
        CHECK(room_of(window).session().current() == 0);
        play_two_weeks(window);
    }
    CHECK(sessions_in(folder).size() == 3);
    CHECK(text_of(first) == kept);
    Options another_luck = options_for(scenario, folder);
    another_luck.seed = 2;
    Headless window(another_luck);
    CHECK(room_of(window).session().current() == 0);
}

TEST_CASE("a profile that cannot be written is told once, and the deal is played all the same") {
    const TestFolder folder;
    written(folder.path() / "profile", "a file where the folder should be");
    Headless window(options_for(shipped, folder));
    window.settle();
    CHECK(window.application().problem().find("give another folder with --profile") != std::string::npos);
    CHECK(window.application().problem().find("sessions and settings are not kept") != std::string::npos);
    window.press(key::escape);
    play_two_weeks(window);
    CHECK(room_of(window).knowledge().week == 2);
    window.click("theme");
    CHECK(window.application().problem().empty());
    CHECK_FALSE(window.application().look().theme.dark);
    window.press('S', true);
    CHECK(window.application().problem().find("--profile") != std::string::npos);
    CHECK(text_of(folder.path() / "profile") == "a file where the folder should be");
}

TEST_CASE("a session that cannot be saved any more is told at each move, and the deal goes on") {
    const TestFolder folder;
    Headless window(options_for(shipped, folder));
    window.settle();
    std::filesystem::remove_all(folder.path() / "profile/sessions");
    window.press(key::space);
    CHECK(window.application().problem().find("create the folder first") != std::string::npos);
    window.press(key::escape);
    CHECK(room_of(window).knowledge().week == 1);
    std::filesystem::create_directories(folder.path() / "profile/sessions");
    window.settle();
    window.press(key::space);
    CHECK(window.application().problem().empty());
    REQUIRE(sessions_in(folder).size() == 1);
    CHECK(text_of(sessions_in(folder)[0]).find("play_week = 2") != std::string::npos);
}

TEST_CASE("a picture of what cannot be shown is not written") {
    const TestFolder folder;
    Options options = options_for(written(folder.path() / "empty.db", ""), folder, "sweep");
    options.snapshot = folder.path() / "picture.png";
    CHECK_THROWS_AS(write_snapshot(options), UserError);
    options.file = folder.path() / "gone.toml";
    CHECK_THROWS_AS(write_snapshot(options), UserError);
    CHECK_FALSE(std::filesystem::exists(options.snapshot));
    options.file = shipped;
    options.screen = "start";
    options.snapshot = folder.path() / "none/picture.png";
    CHECK_THROWS_AS(write_snapshot(options), UserError);
}

TEST_CASE("a store that is deleted while its sweep is watched can be closed and opened again") {
    const TestFolder folder;
    const std::filesystem::path store = folder.path() / "need.db";
    worlds::play_part(store, 1, 6);
    Headless window(options_for(store, folder, "sweep"));
    window.settle();
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(store.string() + ending);
    window.click("sweep.point.0"); // what it showed cannot be read any more
    CHECK_FALSE(window.application().problem().empty());
    window.press(key::escape);
    window.click("sweep.close");
    window.application().open(store);
    window.settle();
    CHECK(window.application().screen().problem().find("need.db") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(store)); // looking at it makes no file
    worlds::play_part(store, 1, 1);
    window.application().open(store);
    window.settle();
    CHECK(window.application().screen().problem().empty());
}

TEST_CASE("a new company begins as a copy of a shipped one, and never writes over a file") {
    const TestFolder folder;
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    for (const char* name : {"my-three-heads.toml", "my-three-heads-2.toml"}) {
        Headless window(options_for({}, folder, "start"));
        window.settle();
        window.click("start.new");
        window.click("start.template.three-heads");
        window.settle();
        CHECK(window.application().problem().empty());
        CHECK(window.application().screen().name() == "edit");
        CHECK(window.application().desk().client->path == folder.path() / name);
        CHECK(text_of(folder.path() / name) == text_of(shipped.parent_path() / "three-heads.toml"));
    }
    std::filesystem::current_path(before);
    Headless window(options_for({}, folder, "start"));
    window.settle();
    window.click("start.lessons");
    CHECK(window.application().screen().name() == "train");
}
