// The curriculum: each lesson can be passed and failed, rests on facts, and is judged without luck.
#include "model/user_error.hpp"
#include "training/lesson.hpp"
#include "training/line_player.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

namespace assent {
namespace {

namespace fs = std::filesystem;
const fs::path shipped = fs::path(ASSENT_SOURCE_DIR) / "scenarios";

LessonResult played(const Lesson& lesson, const std::string& lines) {
    Session session = begin_lesson(lesson);
    play_lines(session, lines, lesson.id);
    return judge_lesson(lesson, session);
}

bool fact_is_shown(const std::string& id) {
    for (const auto& entry : fs::directory_iterator(shipped / "facts"))
        if (entry.path().filename().string().starts_with(id + "-")) return true;
    return false;
}

std::string problem_of(const std::string& text) {
    const fs::path folder = fs::temp_directory_path() / "assent-lesson-test";
    fs::create_directories(folder);
    std::ofstream(folder / "01.toml") << text;
    std::string problem;
    try {
        load_lessons(folder);
    } catch (const UserError& error) {
        problem = error.what();
    }
    fs::remove_all(folder);
    return problem;
}

} // namespace

TEST_CASE("every lesson is passed by its good line and failed by its bad one, well apart") {
    const std::vector<Lesson> lessons = load_lessons(shipped / "lessons");
    CHECK(lessons.size() >= 12);
    for (const Lesson& lesson : lessons) {
        CAPTURE(lesson.id);
        const LessonResult good = played(lesson, lesson.good), bad = played(lesson, lesson.bad);
        CHECK(good.passed);
        CHECK(good.value.low > lesson.goal.at_least);
        CHECK_FALSE(bad.passed);
        CHECK(bad.value.high < lesson.goal.at_least);
    }
}

TEST_CASE("lessons have names of their own and rest on facts that are shown") {
    std::set<std::string> ids;
    for (const Lesson& lesson : load_lessons(shipped / "lessons")) {
        CAPTURE(lesson.id);
        CHECK(ids.insert(lesson.id).second);
        for (const std::string& fact : lesson.facts) CHECK_MESSAGE(fact_is_shown(fact), fact);
        CHECK(lesson.before.size() > 60);
        CHECK(lesson.after.size() > 60);
    }
}

TEST_CASE("the judgement does not depend on the deal that was met") {
    Lesson lesson = load_lessons(shipped / "lessons").front();
    const auto moves_of = [&](std::uint64_t deal) {
        lesson.deal = deal;
        Session session = begin_lesson(lesson);
        play_lines(session, "meet ceo introduce\nweek\nmeet ceo about fit with data\nweek", "moves");
        return judge_lesson(lesson, session).value.estimate;
    };
    CHECK(moves_of(3) == moves_of(4));
}

TEST_CASE("what is wrong in a lesson is told all at once") {
    const std::string problem =
        problem_of("format = 1\nid = \"x\"\ntitel = \"y\"\n[goal]\nmeasure = \"luck\"\nat_least = 2\n");
    for (const std::string part : {"titel", "did you mean \"title\"", "facts", "scenario", "goal.measure", "before"})
        CHECK_MESSAGE(problem.find(part) != std::string::npos, part, "\n", problem);
    CHECK(problem_of("= no toml").find("01.toml:1") != std::string::npos);
    CHECK_THROWS_WITH_AS(
        load_lessons("/absent"),
        "/absent: there are no lessons there; name a folder of lessons with --lessons, such as scenarios/lessons",
        UserError);
}

TEST_CASE("written lines name what is wrong in them") {
    const Lesson lesson = load_lessons(shipped / "lessons").front();
    Session session = begin_lesson(lesson);
    CHECK_THROWS_WITH_AS(play_lines(session, "week\nmeet cto\n", "lines"),
                         "lines:2: meet cto: “cto” (is not understood here); did you mean ceo?", UserError);
    CHECK_THROWS_WITH_AS(play_lines(session, "save x", "lines"),
                         "lines:1: save x: only moves and weeks can be played here; leave the line out", UserError);
}

} // namespace assent
