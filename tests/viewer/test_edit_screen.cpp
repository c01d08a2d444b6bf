// The centre editor, driven as a hand would: what is done in the window stands in the file.
#include "viewer/edit_screen.hpp"
#include "viewer/headless.hpp"
#include "viewer/keys.hpp"

#include "scenario/reader.hpp"
#include "viewer/test_folder.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>

using namespace assent;
using namespace assent::viewer;
using assent::worlds::TestFolder;

namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

/// A copy of a shipped company in the editor.
struct Edited {
    explicit Edited(const TestFolder& folder) : file(folder.path() / "three-heads.toml") {
        std::filesystem::copy_file(std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios/three-heads.toml", file);
        original = text_of(file);
        Options options;
        options.file = file;
        options.screen = "edit";
        options.profile = folder.path() / "profile";
        window.emplace(options);
        window->settle();
    }
    [[nodiscard]] EditScreen& screen() { return dynamic_cast<EditScreen&>(window->application().screen()); }
    [[nodiscard]] const Model& model() { return screen().editor().model(); }
    [[nodiscard]] std::optional<DrawnPlace> place(const std::string& id) {
        return model().centre.stakeholder(model().centre.find(id)).place;
    }
    [[nodiscard]] static ImVec2 middle(const std::string& name) { return marks().find(name).value().centre(); }

    std::filesystem::path file;
    std::string original;
    std::optional<Headless> window;
};

} // namespace

TEST_CASE("dragging the arrow at a ring to another disc makes a tie, which undo takes away again") {
    const TestFolder folder;
    Edited edited(folder);
    const int links = edited.model().centre.link_count();
    edited.window->click("member.ceo");
    edited.window->drag(edited.middle("tie.ceo"), edited.middle("member.cfo"));
    CHECK(edited.model().centre.link_count() == links + 1);
    edited.window->click("edit.undo");
    CHECK(edited.model().centre.link_count() == links);
    edited.window->press('Y', true);
    CHECK(edited.model().centre.link_count() == links + 1);
    CHECK(edited.window->application().problem().empty());
}

TEST_CASE("the arrow shows where the mouse is, and Shift draws a tie from anywhere on the disc") {
    const TestFolder folder;
    Edited edited(folder);
    const int links = edited.model().centre.link_count();
    CHECK(marks().find("tie.ceo").has_value()); // the first one is chosen
    CHECK_FALSE(marks().find("tie.marketing").has_value());
    edited.window->move_to("member.marketing");
    edited.window->frame();
    CHECK(marks().find("tie.marketing").has_value());
    ImGuiIO& io = ImGui::GetIO();
    io.KeyShift = true;
    io.KeyMods = ImGuiKeyModFlags_Shift;
    edited.window->drag(edited.middle("member.marketing"), edited.middle("member.cfo"));
    edited.window->drag(edited.middle("member.marketing"), {5, 5}); // to nobody
    io.KeyShift = false;
    io.KeyMods = 0;
    CHECK(edited.model().centre.link_count() == links + 1);
    CHECK_FALSE(edited.place("marketing"));
}

TEST_CASE("the fields are those of who is chosen, and what is typed goes to nobody else") {
    const TestFolder folder;
    Edited edited(folder);
    edited.window->press(key::page_down);
    edited.window->click("edit.name");
    edited.window->press('A', true);
    edited.window->type("Somebody new");
    edited.window->click("member.marketing");
    const auto name = [&](const char* id) {
        return edited.model().centre.stakeholder(edited.model().centre.find(id)).name;
    };
    CHECK(name("cfo") == "Somebody new");
    const std::string text = edited.screen().editor().text(), ceo = name("ceo"), marketing = name("marketing");
    edited.window->click("edit.title"); // in and out, without a change
    edited.window->click("member.ceo");
    CHECK(edited.screen().editor().text() == text);
    edited.window->click("edit.name");
    edited.window->press(key::end);
    edited.window->type("!");
    edited.window->click("member.cfo");
    CHECK(name("ceo") == ceo + "!");
    CHECK(name("marketing") == marketing);
}

TEST_CASE("a person is moved by dragging the disc, in one step, and the file says where") {
    const TestFolder folder;
    Edited edited(folder);
    const ImVec2 from = edited.middle("member.cfo"), to{from.x - 60, from.y + 40};
    edited.window->drag(from, to);
    REQUIRE(edited.place("cfo"));
    CHECK(std::abs(edited.middle("member.cfo").x - to.x) < 2);
    CHECK(std::abs(edited.middle("member.cfo").y - to.y) < 2);
    const std::string moved = edited.screen().editor().text();
    CHECK(moved.find("place = [") != std::string::npos);
    edited.window->click("edit.save");
    CHECK(text_of(edited.file) == moved);
    CHECK(moved.find("# forty-eight, all in") != std::string::npos);
    CHECK(load_scenario(edited.file).centre.stakeholder(1).place == edited.place("cfo"));
    edited.window->press('Z', true); // saving keeps the steps
    CHECK(edited.screen().editor().text() == edited.original);
    edited.window->press('Y', true);
    edited.window->click("edit.layout");
    CHECK(edited.screen().editor().text() == edited.original);
    CHECK_FALSE(marks().find("edit.layout").has_value()); // nothing to take off
}

TEST_CASE("while a disc is dragged it is under the mouse, and Escape puts it back") {
    const TestFolder folder;
    Edited edited(folder);
    ImGuiIO& io = ImGui::GetIO();
    const ImVec2 from = edited.middle("member.cfo");
    io.MousePos = from;
    edited.window->frame();
    io.MouseDown[0] = true;
    edited.window->frame();
    for (const float way : {10.0f, 25.0f, 50.0f}) {
        io.MousePos = {from.x - way, from.y};
        edited.window->frame();
        edited.window->frame();
        CHECK(std::abs(edited.middle("member.cfo").x - (from.x - way)) < 1.5f);
        CHECK(edited.screen().editor().text() == edited.original);
    }
    edited.window->press(key::escape);
    io.MouseDown[0] = false;
    edited.window->frame();
    edited.window->frame();
    CHECK(std::abs(edited.middle("member.cfo").x - from.x) < 1.5f);
    CHECK(edited.screen().editor().text() == edited.original);
}

TEST_CASE(
    "arrow keys choose who is next in that direction; with Ctrl they move him, in one step as long as it is held") {
    const TestFolder folder;
    Edited edited(folder);
    std::set<std::string> chosen;
    const auto look = [&] {
        for (const char* id : {"ceo", "cfo", "marketing"})
            if (marks().find(std::string("tie.") + id)) chosen.insert(id);
    };
    ImGui::GetIO().MousePos = {5, 5};
    for (const int number : {key::down, key::left, key::right, key::up, key::left, key::down, key::right}) {
        edited.window->press(number);
        look();
    }
    CHECK(chosen.size() == 3);
    for (int steps = 0; steps < 3; ++steps) edited.window->press(key::page_down); // round and back
    edited.window->click("member.cfo");
    const ImVec2 before = edited.middle("member.cfo");
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = true;
    io.KeyMods = ImGuiKeyModFlags_Ctrl;
    for (int taps = 0; taps < 3; ++taps)
        for (const bool down : {true, false}) {
            io.KeysDown[key::left] = down;
            edited.window->frame();
        }
    io.KeyCtrl = false;
    io.KeyMods = 0;
    edited.window->frame();
    CHECK(edited.middle("member.cfo").x < before.x - 20);
    CHECK(std::abs(edited.middle("member.cfo").y - before.y) < 3);
    edited.window->press(key::down, true);
    CHECK(edited.middle("member.cfo").y > before.y + 5);
    edited.window->press('Z', true);
    CHECK(edited.place("cfo"));
    edited.window->press('Z', true);
    CHECK(edited.screen().editor().text() == edited.original);
}

TEST_CASE("somebody who vanishes while the mouse holds him does no harm") {
    const TestFolder folder;
    Edited edited(folder);
    edited.window->click("edit.add");
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = edited.middle("member.colleague");
    edited.window->frame();
    io.MouseDown[0] = true;
    edited.window->frame();
    io.MousePos.x -= 40;
    edited.window->frame();
    edited.window->press('Z', true);
    io.MousePos.x -= 40;
    edited.window->frame();
    io.MouseDown[0] = false;
    edited.window->frame();
    edited.window->frame();
    CHECK(edited.screen().editor().text() == edited.original);
}

TEST_CASE("doubts are added, hidden and removed; the file changes when it is saved, and keeps its comments") {
    const TestFolder folder;
    Edited edited(folder);
    edited.window->click("member.cfo");
    const auto doubts = [&] { return edited.model().centre.stakeholder(edited.model().centre.find("cfo")).objections; };
    const std::size_t before = doubts().size();
    edited.window->click("edit.topic");
    edited.window->click("edit.topic.3");
    REQUIRE(doubts().size() == before + 1);
    edited.window->click("edit.doubt.0.known");
    CHECK_FALSE(doubts()[0].known);
    CHECK(text_of(edited.file) == edited.original);
    edited.window->click("edit.doubt.1.remove");
    CHECK(doubts().size() == before);
    edited.window->click("edit.save");
    const std::string saved = text_of(edited.file);
    CHECK(saved != edited.original);
    CHECK(saved.find("# forty-eight, all in") != std::string::npos);
    CHECK(load_scenario(edited.file).centre.stakeholder(1).objections.size() == before);
}

TEST_CASE("a slider writes a number when it is let go") {
    const TestFolder folder;
    Edited edited(folder);
    const auto place = marks().find("edit.authority").value();
    edited.window->drag({place.min.x + 6, place.centre().y},
                        {place.min.x + (place.max.x - place.min.x) * 0.25f, place.centre().y});
    const double authority = edited.model().centre.stakeholder(0).authority.a;
    CHECK(authority > 0.15);
    CHECK(authority < 0.35);
    edited.window->press('Z', true);
    CHECK(edited.screen().editor().text() == edited.original);
}

TEST_CASE("what cannot be is told in the window, and the text stays") {
    const TestFolder folder;
    Edited edited(folder);
    edited.window->click("member.ceo");
    edited.window->click("edit.remove"); // a rule names the chief executive
    CHECK(edited.window->application().problem().find("three-heads.toml") != std::string::npos);
    CHECK(edited.screen().editor().text() == edited.original);
}

TEST_CASE("people who have no room in the picture are counted") {
    const TestFolder folder;
    Edited edited(folder);
    CHECK_FALSE(marks().find("centre.left_out"));
    std::string text = edited.original;
    for (int person = 0; person < 100; ++person)
        text += "\n[[stakeholder]]\nid = \"person_" + std::to_string(person) + "\"\nauthority = 0.01\n";
    std::ofstream(edited.file) << text;
    edited.window->application().open(edited.file);
    edited.window->settle();
    const auto told = marks().find("centre.left_out");
    REQUIRE(told);
    CHECK(told->max.x > told->min.x);
    int shown = 0;
    for (int member = 0; member < edited.model().centre.size(); ++member)
        shown += marks().find("member." + edited.model().centre.stakeholder(member).id) ? 1 : 0;
    CHECK(shown == int(people_drawn));
}
