#include "viewer/debrief_screen.hpp"

#include "viewer/judged_deal.hpp"
#include "viewer/lone_screen.hpp"
#include "viewer/test_folder.hpp"

#include "model/user_error.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <functional>
#include <thread>

using namespace assent;
using namespace assent::viewer;
using assent::worlds::deal_on;
using assent::worlds::LoneScreen;
using assent::worlds::made_up;
using assent::worlds::play_some_weeks;

namespace {

bool shown(const std::string& mark) { return marks().find(mark).has_value(); }

/// Frames until the screen has nothing under way.
void settle(LoneScreen& stage, DebriefScreen& screen) {
    stage.frame(screen);
    for (int i = 0; i < 2000 && !screen.settled(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        stage.frame(screen);
    }
    stage.frame(screen);
    stage.frame(screen);
}

} // namespace

TEST_CASE("without a deal there is nothing to judge") {
    RehearsalDesk table;
    Course course;
    DebriefScreen screen({deal_on(table)}, made_up, course, {});
    LoneScreen stage(1280, 800, ThemeKind::dark);
    screen.take_client(stage.desk);
    settle(stage, screen);
    CHECK(shown("debrief.empty"));
    CHECK(screen.commands().empty());
}

TEST_CASE("a deal is judged; decisions are walked, truth and knowledge change places, the table is copied") {
    RehearsalDesk table;
    Course course;
    play_some_weeks(table);
    DebriefScreen screen({deal_on(table)}, made_up, course, {});
    LoneScreen stage(1280, 800, ThemeKind::light);
    screen.take_client(stage.desk);
    settle(stage, screen);
    for (const char* mark :
         {"debrief.answer", "debrief.course", "debrief.skill.5", "debrief.decision.0", "debrief.truth.0"})
        CHECK(shown(mark));
    stage.click(screen, "debrief.decision.1");
    stage.click(screen, "debrief.truth.0");
    stage.click(screen, "debrief.truth.1");
    stage.press(screen, key::right);
    stage.press(screen, key::left);
    stage.press(screen, 'C', true);
    const std::string copied = ImGui::GetClipboardText();
    CHECK(copied.starts_with("week\tdecision\tclass\t"));
    const Debrief judged = made_up(table.session(), table.session().current(), {});
    CHECK(std::ranges::count(copied, '\n') == std::ssize(judged.moves) + 1);
    for (const char* card : {"decisions", "course", "skills", "truth"}) {
        CAPTURE(card);
        const auto table_of = screen.table(card, {});
        REQUIRE(table_of);
        const std::string text = table_of();
        const std::string heading = text.substr(0, text.find('\n'));
        CHECK(std::ranges::count(text, '\t') % std::ranges::count(heading, '\t') == 0);
        CHECK(std::ranges::count(text, '\n') > 1);
    }
    // Another position is another debrief.
    table.take_back();
    settle(stage, screen);
    stage.press(screen, 'C', true);
    CHECK(std::ranges::count(std::string(ImGui::GetClipboardText()), '\n') == std::ssize(judged.moves));
}

TEST_CASE("a deal that came to its end counts once, and what was reached before is shown, without a deal too") {
    const worlds::TestFolder folder;
    LoneScreen stage(1280, 800, ThemeKind::dark);
    RehearsalDesk table;
    play_some_weeks(table);
    Course course;
    course.open(std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios", folder.path() / "new/training.db");
    DebriefScreen screen({deal_on(table, true)}, made_up, course, {});
    screen.take_client(stage.desk);
    settle(stage, screen);
    CHECK(course.progress().deals.empty()); // it is open
    stage.click(screen, "debrief.time.1");
    CHECK_FALSE(shown("debrief.course"));
    CHECK_FALSE(shown("debrief.deal.0"));
    while (!table.knowledge().decided) table.play_week();
    settle(stage, screen);
    REQUIRE(course.progress().deals.size() == 1);
    CHECK(shown("debrief.deal.0"));
    const DebriefedDeal first = course.progress().deals.front();
    CHECK(first.points == doctest::Approx(made_up(table.session(), table.session().current(), {}).total));
    CHECK(course.fresh_deal(table.session()) == first.key.deal + 1);
    for (int back = 0; back < 3; ++back) table.step_week(-1); // another way to the same end
    while (!table.knowledge().decided) table.play_week();
    settle(stage, screen);
    CHECK(course.progress().deals.size() == 1);
    CHECK(course.progress().deals.front().points == first.points);

    Course later; // another day
    later.open(std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios", folder.path() / "new/training.db");
    CHECK(later.progress().deals.size() == 1);
    for (std::uint64_t number = 10; number < 18; ++number) {
        DebriefedDeal deal = first;
        deal.key.deal = number;
        later.keep(deal);
    }
    RehearsalDesk empty;
    DebriefScreen before({deal_on(empty, true)}, made_up, later, {});
    before.take_client(stage.desk);
    settle(stage, before);
    CHECK(shown("debrief.empty"));
    CHECK(shown("debrief.deal.8"));
    CHECK(shown("debrief.change.5"));
}

TEST_CASE("forecasts are held against the chances there were, in this deal and over time") {
    LoneScreen stage(1280, 800, ThemeKind::dark);
    RehearsalDesk table;
    table.forecast = 80;
    play_some_weeks(table);
    while (!table.knowledge().decided) table.play_week();
    Course course;
    DebriefScreen screen({deal_on(table, true)}, made_up, course, {});
    screen.take_client(stage.desk);
    settle(stage, screen);
    const auto weeks = std::size_t(table.session().week(table.session().current()));
    REQUIRE(course.progress().deals.size() == 1);
    CHECK(course.progress().deals.front().forecasts.size() == weeks);
    CHECK(course.progress().calibration.hopeful.estimate > 0.1); // the judge says from 30 to 70 %
    stage.click(screen, "debrief.time.1");
    DebriefedDeal another = course.progress().deals.front();
    another.key.deal += 1;
    course.keep(another);
    stage.frame(screen);
    stage.frame(screen);
    CHECK(shown("debrief.calibration"));
}

TEST_CASE("mistakes are handed on to be tried again, by button and by key") {
    LoneScreen stage(1280, 800, ThemeKind::dark);
    RehearsalDesk table;
    play_some_weeks(table);
    Course course;
    std::vector<Mistake> asked;
    DebriefScreen screen({deal_on(table)}, made_up, course, [&](std::vector<Mistake> all) { asked = std::move(all); });
    screen.take_client(stage.desk);
    settle(stage, screen);
    const Debrief judged = made_up(table.session(), table.session().current(), {});
    stage.click(screen, "debrief.retry");
    REQUIRE(std::ssize(asked) == std::ranges::count_if(judged.moves, &is_mistake));
    CHECK(asked.size() > 2);
    asked.clear();
    stage.press(screen, 'R');
    CHECK(asked.size() > 2);
}

TEST_CASE("a rehearsed deal is debriefed and does not count") {
    LoneScreen stage(1280, 800, ThemeKind::dark);
    RehearsalDesk table;
    play_some_weeks(table);
    while (!table.knowledge().decided) table.play_week();
    Course course;
    DebriefScreen screen({deal_on(table)}, made_up, course, {});
    screen.take_client(stage.desk);
    settle(stage, screen);
    CHECK(shown("debrief.answer"));
    CHECK(course.progress().deals.empty());
}

TEST_CASE("judging can be given up, and what cannot be judged says why") {
    RehearsalDesk table;
    Course course;
    play_some_weeks(table);
    LoneScreen stage(1024, 640, ThemeKind::dark);
    const DealJudge endless = [](const Session&, NodeId, const DebriefRequest& request) -> Debrief {
        for (int i = 0;; ++i) {
            request.progress(i % 7, 7);
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    };
    {
        DebriefScreen screen({deal_on(table)}, endless, course, {});
        screen.take_client(stage.desk);
        stage.frame(screen);
        stage.frame(screen);
        REQUIRE(shown("debrief.cancel"));
        const auto place = marks().find("debrief.cancel");
        ImGui::GetIO().MousePos = place->centre();
        stage.frame(screen);
        stage.frame(screen);
        ImGui::GetIO().MouseDown[0] = true;
        stage.frame(screen);
        ImGui::GetIO().MouseDown[0] = false;
        stage.frame(screen);
        CHECK(stage.wishes.show == "rehearse");
    } // ends although the judge never does by itself
    const DealJudge refuse = [](const Session&, NodeId, const DebriefRequest&) -> Debrief {
        throw UserError("no judge today");
    };
    DebriefScreen refused({deal_on(table)}, refuse, course, {});
    refused.take_client(stage.desk);
    settle(stage, refused);
    CHECK(shown("debrief.problem"));
}

TEST_CASE("decisions of one week stand side by side") {
    std::vector<JudgedMove> moves(4);
    moves[0].week = moves[1].week = 1;
    moves[2].week = 2;
    moves[3].week = 4;
    CHECK(decision_times(moves) == std::vector<double>{0, 0.5, 1, 3});
}
