// What is changed in Edit is not lost: by another client, by the end of the window, by another program, by a crash.
#include "viewer/draft.hpp"
#include "viewer/edit_screen.hpp"
#include "viewer/headless.hpp"
#include "viewer/keys.hpp"

#include "scenario/reader.hpp"
#include "viewer/window_options.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

using namespace assent;
using namespace assent::viewer;
using assent::worlds::options_for;
using assent::worlds::TestFolder;

namespace {

const std::filesystem::path scenarios = std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios";

std::string text_of(const std::filesystem::path& path) {
    return (std::ostringstream() << std::ifstream(path, std::ios::binary).rdbuf()).str();
}

/// A copy of a shipped company in the editor, changed and not saved.
struct Changed {
    explicit Changed(const TestFolder& folder) : place(folder), file(folder.path() / "mine.toml") {
        std::filesystem::copy_file(scenarios / "three-heads.toml", file,
                                   std::filesystem::copy_options::overwrite_existing);
        original = text_of(file);
        open();
        change();
        text = editor().text();
        REQUIRE(text != original);
    }
    void open() {
        window.reset(); // what a crash does to it: nobody is asked
        window.emplace(options_for(file, place, "edit"));
        window->settle();
    }
    void change() { window->click("edit.veto"); }
    [[nodiscard]] const CentreEditor& editor() {
        window->application().show("edit");
        window->frame();
        return dynamic_cast<EditScreen&>(window->application().screen()).editor();
    }
    [[nodiscard]] bool asked() {
        window->frame();
        window->frame();
        return marks().find("question.cancel").has_value() || marks().find("question.later").has_value();
    }
    [[nodiscard]] std::filesystem::path opened() { return window->application().desk().client->path; }
    [[nodiscard]] std::size_t drafts() const {
        std::size_t count = 0;
        std::error_code none;
        for (const auto& entry : std::filesystem::directory_iterator(place.path() / "profile/drafts", none))
            count += entry.path().extension() == ".toml" ? 1 : 0;
        return count;
    }

    const TestFolder& place;
    std::filesystem::path file;
    std::string original, text;
    std::optional<Headless> window;
};

} // namespace

TEST_CASE("another client is opened only when it is said what becomes of the changes") {
    const TestFolder folder;
    Changed changed(folder);
    const std::filesystem::path other = scenarios / "blue-sky.toml";
    Application& application = changed.window->application();
    SUBCASE("cancelled: all stays") {
        application.open(other);
        REQUIRE(changed.asked());
        changed.window->press(key::escape);
        CHECK_FALSE(changed.asked());
        CHECK(changed.opened() == changed.file);
        CHECK(changed.editor().text() == changed.text);
        CHECK(text_of(changed.file) == changed.original);
    }
    SUBCASE("saved, by its key") {
        application.open(other, "rehearse");
        REQUIRE(changed.asked());
        CHECK(application.screen().name() == "edit");
        changed.window->press(key::enter);
        CHECK(changed.opened() == other);
        CHECK(application.screen().name() == "rehearse");
        CHECK(text_of(changed.file) == changed.text);
        CHECK(changed.drafts() == 0);
    }
    SUBCASE("discarded, by its button") {
        application.open(other);
        REQUIRE(changed.asked());
        changed.window->click("question.discard");
        CHECK(changed.opened() == other);
        CHECK(text_of(changed.file) == changed.original);
        CHECK(changed.drafts() == 0);
    }
    SUBCASE("what cannot be opened asks nothing") {
        application.open(folder.path() / "gone.toml");
        changed.window->frame();
        CHECK(application.problem().find("no such file") != std::string::npos);
        changed.window->press(key::escape);
        CHECK_FALSE(changed.asked());
        CHECK(changed.editor().text() == changed.text);
    }
    SUBCASE("the same file goes on with its changes") {
        application.open(changed.file);
        CHECK_FALSE(changed.asked());
        CHECK(changed.editor().text() == changed.text);
    }
}

TEST_CASE("the window ends only when it is said what becomes of the changes") {
    const TestFolder folder;
    Changed changed(folder);
    Application& application = changed.window->application();
    changed.window->press('Q', true);
    REQUIRE(changed.asked());
    CHECK_FALSE(application.wants_to_close());
    changed.window->press(key::escape);
    CHECK_FALSE(application.wants_to_close());
    SUBCASE("saved") {
        application.close(); // as the button of the window does
        REQUIRE(changed.asked());
        changed.window->click("question.save");
        CHECK(application.wants_to_close());
        CHECK(text_of(changed.file) == changed.text);
    }
    SUBCASE("discarded, by its key") {
        application.close();
        REQUIRE(changed.asked());
        changed.window->press('D');
        CHECK(application.wants_to_close());
        CHECK(text_of(changed.file) == changed.original);
        CHECK(changed.drafts() == 0);
    }
    SUBCASE("nothing to save any more: no question") {
        changed.window->press('Z', true);
        CHECK(changed.drafts() == 0);
        application.close();
        CHECK(application.wants_to_close());
    }
    SUBCASE("a name that is still being typed is saved too") {
        changed.window->click("edit.name");
        changed.window->press('A', true);
        changed.window->type("Half typed");
        application.close();
        REQUIRE(changed.asked());
        changed.window->press(key::enter);
        CHECK(application.wants_to_close());
        CHECK(load_scenario(changed.file).centre.stakeholder(0).name == "Half typed");
    }
    SUBCASE("what cannot be saved keeps the window open") {
        std::filesystem::remove(changed.file);
        std::filesystem::create_directory(changed.file);
        application.close();
        REQUIRE(changed.asked());
        changed.window->press(key::enter);
        CHECK_FALSE(application.wants_to_close());
        CHECK(application.problem().find("mine.toml") != std::string::npos);
        CHECK(changed.drafts() == 1);
    }
}

TEST_CASE("what another program wrote is not written over without a second yes") {
    const TestFolder folder;
    Changed changed(folder);
    const std::string theirs = changed.original + "# by another program\n";
    std::ofstream(changed.file) << theirs;
    changed.window->press('S', true);
    REQUIRE(changed.asked());
    CHECK(text_of(changed.file) == theirs);
    SUBCASE("no") {
        changed.window->press(key::escape);
        CHECK(text_of(changed.file) == theirs);
        CHECK(changed.editor().changed());
    }
    SUBCASE("yes") {
        changed.window->click("question.overwrite");
        CHECK(text_of(changed.file) == changed.text);
        CHECK_FALSE(changed.editor().changed());
    }
    SUBCASE("theirs, and mine back with undo") {
        changed.window->press('R');
        CHECK(changed.editor().text() == theirs);
        CHECK_FALSE(changed.editor().changed());
        changed.window->press('Z', true);
        CHECK(changed.editor().text() == changed.text);
    }
    SUBCASE("on the way out: the window ends after the second yes") {
        changed.window->press(key::escape);
        changed.window->application().close();
        REQUIRE(changed.asked());
        changed.window->click("question.save");
        REQUIRE(changed.asked());
        CHECK_FALSE(changed.window->application().wants_to_close());
        changed.window->press('W');
        CHECK(changed.window->application().wants_to_close());
        CHECK(text_of(changed.file) == changed.text);
    }
}

TEST_CASE("changes that were not saved when the window was lost are offered again") {
    const TestFolder folder;
    Changed changed(folder);
    CHECK(changed.drafts() == 1);
    changed.open();
    REQUIRE(changed.asked());
    CHECK(changed.editor().text() == changed.original);
    SUBCASE("restored: not saved yet, and one step to undo") {
        changed.window->press(key::enter);
        CHECK(changed.editor().text() == changed.text);
        CHECK(changed.editor().changed());
        CHECK(text_of(changed.file) == changed.original);
        changed.open(); // lost once more
        REQUIRE(changed.asked());
        changed.window->click("question.restore");
        changed.window->press('Z', true);
        CHECK(changed.editor().text() == changed.original);
        CHECK(changed.drafts() == 0);
    }
    SUBCASE("dropped") {
        changed.window->press('D');
        CHECK(changed.drafts() == 0);
        changed.open();
        CHECK_FALSE(changed.asked());
    }
    SUBCASE("later: kept beside what is changed meanwhile") {
        changed.window->press(key::escape);
        changed.window->click("edit.known");
        CHECK(changed.drafts() == 2);
        changed.window->click("edit.save");
        CHECK(changed.drafts() == 1);
        changed.open();
        REQUIRE(changed.asked());
        changed.window->press(key::enter);
        CHECK(changed.editor().text() == changed.text);
    }
    SUBCASE("of no scenario any more: told, and still there") {
        changed.window.reset();
        for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "profile/drafts"))
            std::ofstream(entry.path(), std::ios::app) << "[nonsense]\n";
        changed.open();
        REQUIRE(changed.asked());
        changed.window->press(key::enter);
        CHECK(changed.window->application().problem().find("nonsense") != std::string::npos);
        changed.window->press(key::escape);
        CHECK(changed.editor().text() == changed.original);
        changed.change();
        CHECK(changed.drafts() == 2);
    }
}

TEST_CASE("what was restored over another program's change is not saved over it without a second yes") {
    const TestFolder folder;
    Changed changed(folder);
    const std::string theirs = changed.original + "# by another program\n";
    std::ofstream(changed.file) << theirs;
    changed.open();
    REQUIRE(changed.asked());
    changed.window->press(key::enter);
    SUBCASE("at once") {}
    SUBCASE("after the window was lost once more") {
        changed.open();
        REQUIRE(changed.asked());
        changed.window->press(key::enter);
    }
    REQUIRE(changed.editor().text() == changed.text);
    changed.window->press('S', true);
    REQUIRE(changed.asked());
    CHECK(text_of(changed.file) == theirs);
    changed.window->press('W');
    CHECK(text_of(changed.file) == changed.text);
    changed.change();
    changed.window->press('S', true); // that was said: no question any more
    CHECK_FALSE(changed.asked());
    CHECK_FALSE(changed.editor().changed());
}

TEST_CASE("Ctrl+S takes over a name that is still being typed, and what is typed on is not lost") {
    const TestFolder folder;
    Changed changed(folder);
    changed.window->press('S', true);
    const auto saved_name = [&] { return load_scenario(changed.file).centre.stakeholder(0).name; };
    changed.window->click("edit.name");
    changed.window->press('A', true);
    changed.window->type("Half");
    changed.window->press('S', true);
    CHECK(saved_name() == "Half");
    changed.window->type(" typed");
    changed.window->click("edit.save");
    CHECK(saved_name() == "Half typed");
}

TEST_CASE("a draft that another window keeps is its own, and one that was left is found") {
    const TestFolder folder;
    const std::filesystem::path drafts = folder.path() / "drafts", file = scenarios / "three-heads.toml";
    {
        Draft first(drafts, file), second(drafts, file);
        CHECK_FALSE(first.left());
        first.keep("one", Draft::identity("base"));
        second.keep("two", Draft::identity("base"));
        CHECK_FALSE(Draft(drafts, file).left()); // both are in use
        CHECK_FALSE(Draft(drafts, scenarios / "blue-sky.toml").left());
        second.drop();
    }
    const Draft found(drafts, file);
    REQUIRE(found.left());
    CHECK(found.left()->text == "one");
    CHECK(Draft::made_from(*found.left(), "base"));
    CHECK_FALSE(Draft::made_from(*found.left(), "another"));
    Draft nowhere;
    nowhere.keep("text", "base"); // keeps nothing
    CHECK_FALSE(nowhere.left());
}

TEST_CASE("where drafts cannot be kept it is told once, and editing goes on") {
    const TestFolder folder;
    std::filesystem::create_directories(folder.path() / "profile");
    std::ofstream(folder.path() / "profile/drafts") << "a file where the folder should be";
    Changed changed(folder);
    CHECK(changed.window->application().problem().find("changes that are not saved") != std::string::npos);
    changed.window->press(key::escape);
    changed.window->click("edit.known");
    CHECK(changed.window->application().problem().empty());
    changed.window->click("edit.save");
    CHECK(text_of(changed.file) != changed.original);
}
