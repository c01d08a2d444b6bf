// Rehearse and Train, driven without a window.
#include "viewer/headless.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"
#include "viewer/rehearse_screen.hpp"
#include "viewer/sweep_store.hpp"
#include "viewer/window_options.hpp"

#include "scenario/reader.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace assent;
using namespace assent::viewer;
using assent::worlds::blue_sky;
using assent::worlds::options_for;
using assent::worlds::TestFolder;

namespace {

Room& room_of(Headless& window) { return *dynamic_cast<RehearseScreen&>(window.application().screen()).room(); }

bool shown(const std::string& name) { return marks().find(name).has_value(); }

} // namespace

TEST_CASE("a deal is rehearsed by mouse: plan, play, take back, branch, note") {
    const TestFolder folder;
    Headless window(options_for(blue_sky, folder));
    window.settle();
    REQUIRE(window.application().problem().empty());
    Room& room = room_of(window);
    REQUIRE(shown("move.0"));
    window.click("move.1");
    window.click("rehearse.plan");
    window.settle();
    CHECK(room.session().planned(room.session().current()).size() == 1);
    window.click("rehearse.play");
    window.settle();
    CHECK(room.knowledge().week == 1);
    const NodeId first = room.session().current();
    window.click("rehearse.back");
    window.click("rehearse.back");
    window.settle();
    CHECK(room.session().current() == 0);
    window.click("move.0");
    window.click("rehearse.plan");
    window.settle();
    CHECK(room.session().tree()[0].children.size() == 2);
    window.click("node." + std::to_string(first));
    CHECK(room.session().current() == first);
    window.click("rehearse.note");
    window.type("Сүүлд нь буцаж ирэх");
    window.press(key::enter);
    CHECK(room.session().tree()[std::size_t(first)].note == "Сүүлд нь буцаж ирэх");
}

TEST_CASE("a deal is rehearsed by keys") {
    const TestFolder folder;
    Headless window(options_for(blue_sky, folder));
    window.settle();
    Room& room = room_of(window);
    window.press(key::down);
    window.press(key::enter);
    CHECK(room.session().current() != 0);
    window.press(key::space);
    CHECK(room.knowledge().week == 1);
    window.press(key::left);
    CHECK(room.knowledge().week == 0);
    window.press(key::right);
    CHECK(room.knowledge().week == 1);
    window.press('Z', true);
    CHECK(room.knowledge().week == 0);
}

TEST_CASE("a move of one's own is put together, and one that cannot be made is not planned") {
    const TestFolder folder;
    Headless window(options_for(blue_sky, folder));
    window.settle();
    Room& room = room_of(window);
    window.click("rehearse.other");
    REQUIRE(shown("movebox.plan"));
    window.click("movebox.act");
    window.click("movebox.act.0"); // introduce
    window.click("movebox.channel");
    window.click("movebox.channel.1"); // telephone
    window.click("movebox.plan");
    REQUIRE(room.session().planned(room.session().current()).size() == 1);
    CHECK(room.session().planned(room.session().current())[0].act == Act::introduce);
    CHECK(room.session().planned(room.session().current())[0].channel == Channel::phone);
    window.click("rehearse.other");
    window.click("movebox.act");
    window.click("movebox.act.14"); // a kickback, which this seller forbids himself
    window.click("movebox.plan");
    CHECK(room.session().planned(room.session().current()).size() == 1);
    window.press(key::escape);
    CHECK_FALSE(shown("movebox.plan"));
}

TEST_CASE("values are shares with intervals around them, and gains are paired with going on") {
    const TestFolder folder;
    Headless window(options_for(blue_sky, folder));
    window.settle();
    const auto outlook = room_of(window).outlook();
    REQUIRE(outlook);
    CHECK(outlook->final);
    CHECK(outlook->won.estimate + outlook->none + outlook->lost == doctest::Approx(1));
    CHECK(outlook->won.low < outlook->won.estimate);
    CHECK(outlook->won.estimate < outlook->won.high);
    REQUIRE(outlook->lines.size() > 2);
    for (const OutlookLine& line : outlook->lines) {
        CHECK(line.gain.low <= line.gain.estimate);
        CHECK(line.gain.estimate <= line.gain.high);
    }
    double sum = 0;
    for (const Interval& share : outlook->won_in) {
        CHECK(share.low <= share.estimate);
        CHECK(share.estimate <= share.high);
        sum += share.estimate;
    }
    CHECK(sum == doctest::Approx(outlook->won.estimate));
}

TEST_CASE("the session is kept after each step and opened again as it was") {
    const TestFolder folder;
    std::filesystem::path kept;
    NodeId at = 0;
    {
        Headless window(options_for(blue_sky, folder));
        window.settle();
        window.press(key::enter);
        window.press(key::space);
        at = room_of(window).session().current();
        for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "profile/sessions"))
            if (entry.path().string().ends_with("-1.session.toml")) kept = entry.path();
    }
    REQUIRE_FALSE(kept.empty());
    Headless window(options_for(kept, folder));
    window.settle();
    REQUIRE(window.application().problem().empty());
    CHECK(room_of(window).session().current() == at);
    CHECK(room_of(window).knowledge().week == 1);
}

TEST_CASE("a broken file is told as on the command line, and what was open stays") {
    const TestFolder folder;
    const std::filesystem::path broken = folder.path() / "broken.toml";
    std::ofstream(broken) << "format = 1\n[company]\nneed = 7\n";
    Headless window(options_for(blue_sky, folder));
    window.settle();
    window.application().open(broken);
    window.frame();
    window.frame();
    const Reading reading = read_scenario(broken);
    REQUIRE_FALSE(reading.ok());
    CHECK(window.application().problem().find(reading.problems.front().text()) != std::string::npos);
    REQUIRE(shown("problem.close"));
    window.click("problem.close");
    CHECK(window.application().problem().empty());
    CHECK(window.application().desk().client->path == blue_sky);
    window.application().open(folder.path() / "vanished.toml");
    CHECK_FALSE(window.application().problem().empty());
}

TEST_CASE("every screen is drawn in both languages and themes, from the smallest window to 4K") {
    struct Window {
        int width, height;
        Language language;
        ThemeKind theme;
    };
    const TestFolder folder;
    for (const Window& each :
         {Window{320, 320, Language::mongolian, ThemeKind::dark}, Window{640, 480, Language::english, ThemeKind::light},
          Window{760, 480, Language::mongolian, ThemeKind::light},
          Window{1024, 640, Language::english, ThemeKind::dark},
          Window{1024, 640, Language::mongolian, ThemeKind::light},
          Window{1280, 800, Language::mongolian, ThemeKind::dark},
          Window{3840, 2160, Language::english, ThemeKind::light}}) {
        Options options = options_for(blue_sky, folder);
        options.width = each.width;
        options.height = each.height;
        options.language = each.language;
        options.theme = each.theme;
        options.snapshot = "unused.png"; // nothing is saved
        Headless window(options);
        for (const char* screen : {"start", "train", "rehearse", "sweep", "debrief", "edit"}) {
            window.application().show(screen);
            window.frame();
            window.frame();
            CHECK(shown("theme"));
            for (const auto& [name, place] : marks().all())
                if (name.starts_with("tab.") || name == "rehearse.plan" || name == "rehearse.play" ||
                    name == "train.begin" || name == "train.free")
                    CHECK_MESSAGE(
                        (place.min.x >= 0 && place.max.x <= float(each.width) && place.max.y <= float(each.height)),
                        name);
        }
    }
}

TEST_CASE("the palette finds commands by parts of their names") {
    const TestFolder folder;
    Headless window(options_for(blue_sky, folder));
    window.settle();
    window.press('K', true);
    REQUIRE(shown("palette.text"));
    window.type("play week");
    window.press(key::enter);
    CHECK(room_of(window).knowledge().week == 1);
    CHECK(matches_words("Долоо хоног ТОГЛОХ", "тоглох долоо"));
    CHECK(matches_words("ӨӨРИЙН алхам", "өөрийн"));
    CHECK_FALSE(matches_words("Play the week", "weak"));
}

TEST_CASE("language and theme are switched while running, and remembered") {
    const TestFolder folder;
    {
        Headless window(options_for(blue_sky, folder));
        window.settle();
        window.click("language.mn");
        window.click("theme");
        CHECK(current_language() == Language::mongolian);
        CHECK_FALSE(window.application().look().theme.dark);
    }
    const WindowProfile profile = load_profile(folder.path() / "profile");
    CHECK(profile.language == Language::mongolian);
    CHECK(profile.theme == ThemeKind::light);
    REQUIRE_FALSE(profile.recent.empty());
    CHECK(profile.recent.front() == blue_sky);
    set_language(Language::english);
}

TEST_CASE("decisions are classed by what the advisor had made of them, and branches stay on the chart") {
    const TestFolder folder;
    Headless window(options_for(blue_sky, folder));
    window.settle();
    Room& room = room_of(window);
    window.click("move.0");
    window.click("rehearse.plan");
    window.settle();
    const NodeId best = room.session().current();
    REQUIRE(room.verdict(best));
    CHECK(room.verdict(best)->cls == MoveClass::best);
    CHECK(room.verdict(best)->loss == 0);
    window.click("rehearse.back");
    window.settle();
    // Other moves that are listed: never classed worse than their loss.
    for (std::size_t line = 1; line < 3; ++line) {
        const OutlookLine chosen = room.outlook()->lines[line];
        if (chosen.wait) continue;
        room.change([&](RehearsalDesk& table) { table.plan(chosen.move); });
        const NodeId node = room.session().current();
        if (const auto verdict = room.verdict(node)) {
            CHECK(verdict->cls <= class_of_loss(100 * verdict->loss));
            CHECK(verdict->loss >= 0);
        }
        room.change([&](RehearsalDesk& table) { table.go_to(0); });
        window.settle();
    }
    // A move nobody looked at is not classed.
    Move own;
    own.act = Act::discover;
    own.channel = Channel::web;
    own.member = 1;
    if (!room.session().problem(own)) {
        room.change([&](RehearsalDesk& table) { table.plan(own); });
        CHECK_FALSE(room.verdict(room.session().current()));
    }
}

TEST_CASE("what may be thought of a member: each doubt with its range, and what is unsaid") {
    const TestFolder folder;
    Headless window(options_for(blue_sky, folder));
    window.settle();
    window.click("member.cfo");
    window.settle();
    Room& room = room_of(window);
    const Model& model = room.client().model;
    const int cfo = model.centre.find("cfo");
    const auto mind = room.mind(cfo);
    REQUIRE(mind);
    CHECK(mind->support.low <= mind->support.mean);
    CHECK(mind->support.mean <= mind->support.high);
    const Plan& plan = room.session().practice().plan();
    const auto& known = room.knowledge().members[std::size_t(cfo)].objections;
    REQUIRE_FALSE(known.empty());
    for (const KnownObjection& doubt : known) {
        const auto& believed = mind->doubts[std::size_t(doubt.objection - plan.objection_begin[std::size_t(cfo)])];
        CHECK(believed.known);
        CHECK(believed.topic == plan.stated_topic[std::size_t(doubt.objection)]);
        CHECK(believed.severity.low < believed.severity.high); // the scenario gives a range
    }
    CHECK(shown("rehearse.support"));
    CHECK(shown("rehearse.suspicions"));
}

TEST_CASE("a position is held and others are compared with it") {
    const TestFolder folder;
    Headless window(options_for(blue_sky, folder));
    window.settle();
    Room& room = room_of(window);
    const auto before = room.outlook();
    window.press('H');
    CHECK_FALSE(shown("rehearse.held")); // one stands on it
    window.press(key::enter);
    window.settle();
    CHECK(shown("rehearse.held"));
    window.press('Z', true);
    CHECK(room.outlook() == before); // known already: nothing is thought about again
    window.press('H');
    window.press(key::enter);
    window.settle();
    CHECK_FALSE(shown("rehearse.held"));
}
