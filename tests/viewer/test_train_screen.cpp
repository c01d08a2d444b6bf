// Train, driven without a window: a lesson from the list to its judgement, hints, a deal of one's own, what is kept.
#include "viewer/headless.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"
#include "viewer/test_folder.hpp"
#include "viewer/train_screen.hpp"

#include "store/file_lock.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

using namespace assent;
using namespace assent::viewer;
using assent::worlds::TestFolder;

namespace {

Options options_for(const TestFolder& folder, const char* file = "") {
    Options options;
    if (*file != '\0') options.file = std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios" / file;
    options.screen = "train";
    options.profile = folder.path() / "profile";
    options.language = Language::english;
    return options;
}

TrainScreen& train_of(Headless& window) { return dynamic_cast<TrainScreen&>(window.application().screen()); }

bool shown(const std::string& name) { return marks().find(name).has_value(); }

/// Meets everybody, talks twice to each of them, waits and offers: enough for the first lesson.
void play_well(Headless& window) {
    RehearsalDesk& table = train_of(window).shown();
    const auto say = [&](Act act, int member, int topic, Evidence evidence) {
        Move move;
        move.act = act;
        move.channel = Channel::meeting;
        move.member = member;
        move.topic = static_cast<std::int8_t>(topic);
        move.evidence = evidence;
        if (!table.session().problem(move)) table.plan(move);
    };
    const auto& model = table.client().model;
    for (int round = 0; round < 4; ++round) {
        for (int member = 0; member < model.centre.size(); ++member) {
            const KnownMember known = table.knowledge().members[std::size_t(member)];
            if (round == 0) say(Act::introduce, member, -1, Evidence::argument);
            if (round > 0 && !known.objections.empty())
                say(Act::address, member, known.objections.front().topic, Evidence::data);
        }
        table.play_week();
        if (round > 0) table.play_week();
    }
    say(Act::offer, 0, -1, Evidence::argument);
    for (int week = 0; week < 20 && !table.knowledge().decided; ++week) table.play_week();
}

} // namespace

TEST_CASE("a lesson is chosen, played, judged by expected value, and kept") {
    const TestFolder folder;
    {
        Headless window(options_for(folder));
        window.settle();
        REQUIRE(window.application().problem().empty());
        REQUIRE(train_of(window).course().lessons().size() == 15);
        CHECK(train_of(window).course().trouble() == "");
        CHECK_FALSE(shown("train.free")); // no company is open
        window.click("train.lesson.1");
        window.click("train.begin");
        REQUIRE(shown("plan.play"));
        CHECK_FALSE(shown("rehearse.bar")); // nobody tells him what a move is worth
        play_well(window);
        window.frame();
        window.click("train.judge");
        window.settle();
        window.frame();
        REQUIRE(shown("train.again"));
        const Attempt* best = train_of(window).course().best("in-person");
        REQUIRE(best != nullptr);
        CHECK(best->value > 0.05);
        CHECK(best->hints == 0);
        window.click("train.next");
        CHECK(train_of(window).shown().knowledge().week == 0);
        window.click("train.leave");
        CHECK(shown("train.lesson.1"));
    }
    Headless window(options_for(folder)); // another day
    window.settle();
    const Attempt* best = train_of(window).course().best("in-person");
    REQUIRE(best != nullptr);
    CHECK(best->points > 0);
    REQUIRE(shown("train.goon")); // the first lesson is the one looked at
    window.click("train.goon");
    CHECK(train_of(window).shown().knowledge().week > 5);
}

TEST_CASE("lessons are begun and gone on with by key and from the palette, and the header shows their company") {
    const TestFolder folder;
    Headless window(options_for(folder, "three-heads.toml"));
    window.settle();
    const auto command = [&](const std::string& name) {
        const std::vector<Command> all = train_of(window).commands();
        const auto found = std::ranges::find_if(all, [&](const Command& each) { return each.name.starts_with(name); });
        REQUIRE(found != all.end());
        Wishes wishes;
        found->run(wishes);
        CHECK_FALSE(wishes.problem);
        window.frame();
    };
    const auto offered = [&](const std::string& name) {
        const std::vector<Command> all = train_of(window).commands();
        return std::ranges::count_if(all, [&](const Command& each) { return each.name.starts_with(name); });
    };
    CHECK(offered("Begin lesson: ") == 15);
    CHECK(offered("Go on with") == 0);
    CHECK(train_of(window).client() == nullptr); // the header shows that of the desk
    window.press(key::down);
    window.press(key::enter);
    REQUIRE(shown("plan.play"));
    const Lesson& second = train_of(window).course().lessons()[1];
    REQUIRE(train_of(window).client() != nullptr);
    CHECK(train_of(window).client()->path == second.source.scenario);
    window.press(key::space);
    CHECK(train_of(window).shown().knowledge().week == 1);
    CHECK(offered("Begin lesson: ") == 0);
    command("Leave the deal");
    CHECK(train_of(window).client() == nullptr);
    command("Go on with lesson: " + second.title);
    CHECK(train_of(window).shown().knowledge().week == 1);
    command("Leave the deal");
    command("Begin a deal");
    window.press(key::enter, true);
    command("Leave the deal");
    window.press(key::enter, true); // that deal was played last
    CHECK(train_of(window).shown().knowledge().week == 1);
    CHECK(train_of(window).client()->path.filename() == "three-heads.toml");
}

TEST_CASE("moves that do nothing fail a lesson, and hints cost points") {
    const TestFolder folder;
    Headless window(options_for(folder));
    window.settle();
    window.click("train.begin");
    window.click("train.hint");
    window.settle();
    window.frame();
    window.click("train.hint");
    window.press('H', true); // there is no third one
    window.press(key::enter, true);
    CHECK(train_of(window).shown().knowledge().week == 1);
    window.click("train.judge");
    window.settle();
    window.frame();
    const Attempt* best = train_of(window).course().best("in-person");
    REQUIRE(best != nullptr);
    CHECK_FALSE(best->passed);
    CHECK(best->hints == 2);
    CHECK(best->points == 0);
    CHECK(train_of(window).course().due("in-person") == false); // not before the next sitting
}

TEST_CASE("a deal with the company that is open is played at a level") {
    const TestFolder folder;
    Headless window(options_for(folder, "hospital-group.toml"));
    window.settle();
    window.click("train.level.apprentice");
    window.click("train.free");
    const RehearsalDesk& table = train_of(window).shown();
    for (const KnownMember& member : table.knowledge().members) CHECK(member.known);
    window.click("plan.play");
    CHECK(table.knowledge().week == 1);
    window.click("train.leave");
    window.click("train.level.master");
    window.click("train.free");
    bool all = true;
    for (const KnownMember& member : table.knowledge().members) all = all && member.known;
    CHECK_FALSE(all);
    window.click("train.debrief");
    CHECK(window.application().screen().name() == "debrief");
}

TEST_CASE("a profile that is none is told, left as it is, and training goes on") {
    const TestFolder folder;
    std::filesystem::create_directories(folder.path() / "profile");
    const std::filesystem::path file = folder.path() / "profile/training.db";
    std::ofstream(file) << "these are my notes";
    Headless window(options_for(folder));
    window.settle();
    CHECK(train_of(window).course().trouble().find("training.db") != std::string::npos);
    window.click("train.begin");
    window.press(key::enter, true);
    window.click("train.judge");
    window.settle();
    window.frame();
    CHECK(train_of(window).course().best("in-person") != nullptr);
    std::string line;
    std::getline(std::ifstream(file), line);
    CHECK(line == "these are my notes");
}

TEST_CASE("puzzles are asked, hinted at, missed, solved and kept, and what is skipped comes back") {
    const TestFolder folder;
    Headless window(options_for(folder, "three-heads.toml"));
    window.settle();
    window.click("train.puzzles");
    window.settle();
    window.frame();
    REQUIRE(shown("puzzle.a"));
    CHECK_FALSE(shown("plan.play")); // nothing is played in a puzzle
    const int week = train_of(window).shown().knowledge().week;
    window.press(key::enter, true);
    CHECK(train_of(window).shown().knowledge().week == week);
    window.click("train.hint");
    for (const char* choice : {"puzzle.a", "puzzle.b", "puzzle.c", "puzzle.d"})
        if (shown(choice)) window.click(choice); // one of them is right; what comes after it changes nothing
    const PuzzleSource source{std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios/three-heads.toml", 1};
    const std::uint64_t fresh = train_of(window).course().fresh_puzzle(source);
    CHECK(fresh > 0);
    window.click("train.skip"); // it says "Next puzzle"
    window.settle();
    window.frame();
    REQUIRE(shown("puzzle.a"));
    CHECK(train_of(window).course().fresh_puzzle(source) == fresh);
    window.click("train.skip"); // missed
    window.settle();
    window.frame();
    CHECK(train_of(window).course().fresh_puzzle(source) > fresh);
    window.click("train.leave");
    CHECK(shown("train.puzzles"));
    CHECK(source.deal_of(source.item(17)) == 17u);
    CHECK_FALSE(source.deal_of("three-heads/2/17"));
    CHECK_FALSE(source.deal_of("three-heads/1/17x"));
}

TEST_CASE("mistakes are tried again as puzzles, kept, and come back; the deal stays on the table meanwhile") {
    const TestFolder folder;
    {
        Headless window(options_for(folder, "three-heads.toml"));
        window.settle();
        window.click("train.free");
        window.press(key::space);
        window.press(key::space);
        const Session& session = train_of(window).shown().session();
        Debrief debrief;
        for (const NodeId node : {0, 1}) {
            JudgedMove wrong;
            wrong.node = node;
            wrong.week = session.week(node) + 1;
            wrong.wait = true;
            wrong.cls = MoveClass::blunder;
            debrief.moves.push_back(wrong);
        }
        train_of(window).try_again(mistakes_of(session, debrief));
        window.settle();
        window.frame();
        REQUIRE(shown("puzzle.a"));
        CHECK(train_of(window).shown().knowledge().week == 0);
        CHECK(train_of(window).deal().knowledge().week == 2);
        window.click("train.skip"); // missed
        window.settle();
        window.frame();
        REQUIRE(shown("puzzle.a"));
        CHECK(train_of(window).shown().knowledge().week == 1);
        for (const char* choice : {"puzzle.a", "puzzle.b", "puzzle.c", "puzzle.d"})
            if (shown(choice)) window.click(choice);
        window.click("train.skip"); // it says "Next one", and there is none
        window.settle();
        window.frame();
        CHECK(shown("train.puzzles"));
        CHECK_FALSE(shown("train.mistakes")); // not in this sitting
    }
    for (int sitting = 0; sitting < 2; ++sitting) {
        Headless window(options_for(folder, "three-heads.toml"));
        window.settle();
        if (sitting == 0) { // a sitting begins with the first thing that is kept
            CHECK_FALSE(shown("train.mistakes"));
            window.click("train.begin");
            window.click("train.judge");
            window.settle();
            window.frame();
            window.click("train.leave");
        }
        REQUIRE(shown("train.mistakes"));
        if (sitting == 0) continue;
        window.click("train.mistakes");
        window.settle();
        window.frame();
        REQUIRE(shown("puzzle.a"));
        CHECK(train_of(window).shown().knowledge().week == 0);
    }
}

TEST_CASE(
    "who says his chance before each week is told in the judgement how well he foresaw; the switch is remembered") {
    const TestFolder folder;
    const auto forecast_at = [](Headless& window, NodeId node) {
        return int(train_of(window).shown().session().tree()[std::size_t(node)].forecast);
    };
    {
        Headless window(options_for(folder));
        window.settle();
        window.click("train.begin");
        window.press(key::space);
        CHECK(forecast_at(window, 0) == -1); // off unless it is asked for
        CHECK_FALSE(shown("train.forecast"));
        window.click("train.foretell.1");
        REQUIRE(shown("train.forecast"));
        for (int times = 0; times < 3; ++times) window.press('=');
        const NodeId here = train_of(window).shown().session().current();
        window.press(key::space);
        CHECK(forecast_at(window, here) == 65);
        window.press(key::left);
        CHECK_FALSE(shown("train.forecast")); // that week was played
        window.press('-');
        window.press(key::space);
        CHECK(forecast_at(window, here) == 65);
        const NodeId silent = train_of(window).shown().session().current();
        window.press(key::space);
        CHECK(forecast_at(window, silent) == -1); // nothing was said of that week
        const NodeId third = train_of(window).shown().session().current();
        window.press('-');
        window.press(key::space);
        CHECK(forecast_at(window, third) == 55);
        window.click("train.judge");
        window.settle();
        window.frame();
        REQUIRE(shown("train.again"));
        window.click("train.leave");
    }
    Headless window(options_for(folder));
    window.settle();
    CHECK(train_of(window).course().foretells());
    window.click("train.goon");
    CHECK(forecast_at(window, 1) == 65); // it stands in the session file
    window.press(key::space);
    CHECK(shown("train.forecast"));
}

TEST_CASE("a lesson that another window plays is not begun here too") {
    const TestFolder folder;
    Headless window(options_for(folder));
    window.settle();
    const std::filesystem::path sessions = folder.path() / "profile/sessions";
    std::filesystem::create_directories(sessions);
    auto other = FileLock::take(sessions / ("lesson-" + train_of(window).course().lessons()[0].id + ".train.toml"));
    window.press(key::enter);
    CHECK(window.application().problem().find("another window") != std::string::npos);
    CHECK(shown("train.begin"));
    window.click("problem.close");
    other.reset();
    window.press(key::enter);
    window.settle();
    CHECK(window.application().problem().empty());
    REQUIRE(shown("train.leave"));
    window.click("train.leave");
    window.press(key::enter); // its own lock does not keep it out
    CHECK(window.application().problem().empty());
}
