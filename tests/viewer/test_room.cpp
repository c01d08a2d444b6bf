// The deal in the window: whose file it is kept in.
#include "viewer/room.hpp"

#include "viewer/test_folder.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

using namespace assent;
using namespace assent::viewer;
using assent::worlds::TestFolder;

namespace {

Desk desk_at(const std::filesystem::path& folder, const char* scenario = "three-heads.toml") {
    Desk desk;
    desk.client = open_client(std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios" / scenario);
    desk.journals = folder / "sessions";
    return desk;
}

void play_week(Room& room) {
    room.change([](RehearsalDesk& table) { table.play_week(); });
}

std::string text_of(const std::filesystem::path& path) {
    return (std::ostringstream() << std::ifstream(path, std::ios::binary).rdbuf()).str();
}

std::vector<std::string> files_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

} // namespace

TEST_CASE("two windows on one scenario keep two sessions, and the second says so") {
    const TestFolder folder;
    const Desk desk = desk_at(folder.path());
    {
        Room first(desk), second(desk);
        CHECK(first.greeting().empty());
        CHECK(second.greeting().find("three-heads-1-2.session.toml") != std::string::npos);
        play_week(first);
        play_week(second);
        play_week(second);
        const std::string kept = text_of(first.save());
        CHECK(first.save().filename() == "three-heads-1.session.toml");
        CHECK(second.save().filename() == "three-heads-1-2.session.toml");
        play_week(second);
        CHECK(text_of(first.save()) == kept);
        const Room third(desk);
        CHECK(third.greeting().find("three-heads-1-3") != std::string::npos);
    }
    CHECK(files_in(desk.journals) ==
          std::vector<std::string>{"three-heads-1-2.session.toml", "three-heads-1.session.toml"});
    const Room again(desk); // the first one's, which nobody has any more
    CHECK(again.resumed());
    CHECK(again.knowledge().week == 1);
    CHECK(again.greeting().find("goes on") != std::string::npos);
}

TEST_CASE("a session opened by its name while another window has it goes on in a file of its own") {
    const TestFolder folder;
    const Desk desk = desk_at(folder.path());
    Room first(desk);
    play_week(first);
    const std::filesystem::path file = first.save();
    const std::string kept = text_of(file);
    Room second(desk, file);
    CHECK(second.knowledge().week == 1);
    CHECK(second.greeting().find("three-heads-1-2.session.toml") != std::string::npos);
    play_week(second);
    CHECK(second.save() != file);
    CHECK(text_of(file) == kept);
    CHECK(Room(desk, file, &first).save() == file); // the room that makes way hands its file over
}

TEST_CASE("a deal goes on when people were only moved in the pictures") {
    const TestFolder folder;
    Desk desk = desk_at(folder.path());
    const std::filesystem::path file = folder.path() / "mine.toml";
    std::filesystem::copy_file(desk.client->path, file);
    desk.client = open_client(file);
    play_week(*std::make_unique<Room>(desk));
    const std::string person = "id = \"ceo\"\n", text = text_of(file);
    const std::size_t place = text.find(person) + person.size();
    std::ofstream(file) << text.substr(0, place) + "place = [0.9, 0.9]\n" + text.substr(place);
    desk.client = open_client(file);
    REQUIRE(desk.client->model.centre.stakeholder(0).place);
    const Room room(desk);
    CHECK(room.resumed());
    CHECK(room.knowledge().week == 1);
}

TEST_CASE("scenarios with names as long as a file system takes are played and kept, each in a file of its own") {
    const TestFolder folder;
    Desk desk = desk_at(folder.path());
    std::string long_name;
    for (int letter = 0; letter < 120; ++letter) long_name += "ө";
    for (const char* end : {"a", "b"}) {
        const std::filesystem::path file = folder.path() / (long_name + end + ".toml");
        std::filesystem::copy_file(std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios/three-heads.toml", file);
        desk.client = open_client(file);
        play_week(*std::make_unique<Room>(desk));
        CHECK(Room(desk).resumed());
    }
    const std::vector<std::string> files = files_in(desk.journals);
    REQUIRE(files.size() == 2);
    for (const std::string& name : files) CHECK(name.starts_with(long_name.substr(0, 100) + "-"));
    Room first(desk);
    const Room second(desk, first.save());
    CHECK(second.greeting().find("-2.session.toml") != std::string::npos);
}

TEST_CASE("another scenario of the same name is not taken for the same deal") {
    const TestFolder folder;
    Desk desk = desk_at(folder.path());
    Room first(desk);
    play_week(first);
    std::filesystem::copy_file(std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios/blue-sky.toml",
                               folder.path() / "three-heads.toml");
    desk.client = open_client(folder.path() / "three-heads.toml");
    Room other(desk);
    CHECK(other.greeting().empty());
    play_week(other);
    CHECK(other.save().filename() == "three-heads-1-2.session.toml");
}
