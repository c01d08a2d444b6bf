// What Edit saves, and the deal of that scenario that is in play.
#include "viewer/edit_screen.hpp"
#include "viewer/headless.hpp"
#include "viewer/keys.hpp"
#include "viewer/rehearse_screen.hpp"

#include "viewer/window_options.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace assent;
using namespace assent::viewer;
using assent::worlds::options_for;
using assent::worlds::TestFolder;

namespace {

std::string text_of(const std::filesystem::path& path) {
    return (std::ostringstream() << std::ifstream(path, std::ios::binary).rdbuf()).str();
}

std::filesystem::path copied(const std::filesystem::path& file) {
    std::filesystem::copy_file(std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios/three-heads.toml", file);
    return file;
}

/// A copy of a shipped company of which a week was played; Edit is shown.
struct Played {
    explicit Played(const TestFolder& folder)
        : file(copied(folder.path() / "mine.toml")), session(folder.path() / "profile/sessions/mine-1.session.toml"),
          window(options_for(file, folder)) {
        window.settle();
        window.press(key::space);
        CHECK(week() == 1);
        show("edit");
    }
    void show(const char* screen) {
        window.application().show(screen);
        window.frame();
        window.frame();
    }
    [[nodiscard]] const Room& room() {
        show("rehearse");
        return *dynamic_cast<RehearseScreen&>(window.application().screen()).room();
    }
    [[nodiscard]] int week() { return room().knowledge().week; }
    [[nodiscard]] bool asked() {
        window.frame();
        window.frame();
        return marks().find("question.begin").has_value();
    }

    std::filesystem::path file, session;
    Headless window;
};

} // namespace

TEST_CASE("a corrected name does not end the deal in play") {
    const TestFolder folder;
    Played played(folder);
    played.window.click("edit.name");
    played.window.press(key::end);
    played.window.type("x");
    played.window.press('S', true);
    CHECK_FALSE(played.asked());
    CHECK(played.room().client().model.centre.stakeholder(0).name.ends_with("x"));
    CHECK(played.week() == 1);
    CHECK(played.room().resumed());
}

TEST_CASE("what changes the deal is saved after a question, and the deal that was played can be opened again") {
    const TestFolder folder;
    Played played(folder);
    const std::string original = text_of(played.file), kept = text_of(played.session);
    played.window.click("edit.veto");
    played.window.press('S', true);
    REQUIRE(played.asked());
    CHECK(text_of(played.file) == original);
    SUBCASE("no: all stays") {
        played.window.press(key::escape);
        CHECK(text_of(played.file) == original);
        CHECK(text_of(played.session) == kept);
        CHECK(played.week() == 1);
    }
    SUBCASE("yes") {
        played.window.press(key::enter);
        CHECK(text_of(played.file) != original);
        CHECK(played.week() == 0);
        played.window.settle();
        played.window.press(key::space);
        CHECK(played.week() == 1);
        CHECK(std::filesystem::exists(folder.path() / "profile/sessions/mine-1-2.session.toml"));
        played.window.press(key::space);
        REQUIRE(played.week() == 2);
        played.window.application().open(played.session);
        played.window.settle();
        CHECK(played.window.application().problem().empty());
        CHECK(played.week() == 1);
        CHECK_FALSE(played.room().client().model.centre.stakeholder(0).veto ==
                    open_client(played.file)->model.centre.stakeholder(0).veto);
        played.window.press(key::space); // it goes on
        CHECK(played.week() == 2);
        CHECK(load_session(played.session).session.tree().size() == 3);
    }
}

TEST_CASE("on the way out the window ends after the deal in play was spoken of") {
    const TestFolder folder;
    Played played(folder);
    played.window.click("edit.veto");
    played.window.application().close();
    played.window.frame();
    played.window.frame();
    played.window.press(key::enter); // save
    REQUIRE(played.asked());
    CHECK_FALSE(played.window.application().wants_to_close());
    played.window.press(key::enter);
    CHECK(played.window.application().wants_to_close());
    CHECK(load_session(played.session).session.tree().size() == 2);
}
