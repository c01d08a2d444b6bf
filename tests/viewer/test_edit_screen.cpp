// The centre editor, driven as a hand would: what is done in the window stands in the file.
#include "viewer/edit_screen.hpp"
#include "viewer/headless.hpp"
#include "viewer/keys.hpp"

#include "scenario/reader.hpp"
#include "viewer/test_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
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
    [[nodiscard]] static ImVec2 middle(const std::string& name) { return marks().find(name).value().centre(); }

    std::filesystem::path file;
    std::string original;
    std::optional<Headless> window;
};

} // namespace

TEST_CASE("dragging from one disc to another makes a tie, which undo takes away again") {
    const TestFolder folder;
    Edited edited(folder);
    const int links = edited.model().centre.link_count();
    edited.window->drag(edited.middle("member.ceo"), edited.middle("member.cfo"));
    CHECK(edited.model().centre.link_count() == links + 1);
    edited.window->click("edit.undo");
    CHECK(edited.model().centre.link_count() == links);
    edited.window->press('Y', true);
    CHECK(edited.model().centre.link_count() == links + 1);
    CHECK(edited.window->application().problem().empty());
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
