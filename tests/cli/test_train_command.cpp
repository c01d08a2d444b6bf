// assent train: lessons, progress, classes.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <string>

namespace assent {

using worlds::Ran;
using worlds::Scratch;
using worlds::shell;

namespace {

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The program in the checkout's folder, with a profile of its own.
Ran train(const Scratch& scratch, const std::string& arguments, const std::string& trainee = "Ana") {
    return shell("cd .. && $assent train " + arguments + " --trainee " + trainee + " --profile '" + (scratch / "p.db") +
                 "'");
}

constexpr const char* hopeless = "lesson digest-then-ask --moves - <<< 'meet ceo to introduce'";

} // namespace

TEST_CASE("a lesson that is missed says so, is kept and comes back") {
    const Scratch scratch;
    const Ran missed = train(scratch, hopeless + std::string(" 3<&0"));
    CHECK(missed.code == 1);
    CHECK(contains(missed.out, "Digest, then ask"));
    CHECK(contains(missed.out, "✗ Not yet."));
    CHECK(contains(missed.out, "assent validate --fact B2"));
    const Ran progress = train(scratch, "progress --xapi '" + (scratch / "x.json") + "'");
    CHECK(progress.code == 0);
    CHECK(contains(progress.out, "1 lessons tried, 0 passed"));
    const auto statements = nlohmann::json::parse(worlds::content_of(scratch / "x.json"));
    REQUIRE(statements.size() == 1);
    CHECK(statements[0]["verb"]["id"] == "http://adlnet.gov/expapi/verbs/failed");
    CHECK(statements[0]["actor"]["name"] == "Ana");
    CHECK(statements[0]["result"]["success"] == false);
    CHECK(statements[0]["result"]["score"]["scaled"].get<double>() < 1);
    CHECK(contains(train(scratch, "lessons").out, "points"));
}

TEST_CASE("a class has leaders, as text and for a spreadsheet") {
    const Scratch scratch;
    train(scratch, hopeless, "Bold");
    train(scratch, hopeless, "'Сара, Т.'");
    const Ran board =
        shell("$assent train leaders --profile '" + (scratch / "p.db") + "' --csv '" + (scratch / "c.csv") + "'");
    CHECK(board.code == 0);
    CHECK(contains(board.out, "Bold"));
    const std::string csv = worlds::content_of(scratch / "c.csv");
    CHECK(csv.starts_with("place,trainee,tried,passed,points\r\n"));
    CHECK(contains(csv, "\"Сара, Т.\""));
}

TEST_CASE("training goes on without a profile, and says so") {
    const Ran ran = shell("cd .. && $assent train " + std::string(hopeless) + " --profile /absent/p.db");
    CHECK(ran.code == 1);
    CHECK(contains(ran.err, "what you do now is not kept"));
    CHECK(contains(ran.out, "✗ Not yet."));
    const Scratch scratch;
    std::ofstream(scratch / "p.db") << "a letter";
    CHECK(contains(train(scratch, hopeless).err, "what you do now is not kept"));
    CHECK(worlds::content_of(scratch / "p.db") == "a letter");
}

TEST_CASE("to look at a profile makes none, and what is written beside replaces none") {
    const Scratch scratch;
    const Ran progress = train(scratch, "progress");
    CHECK(progress.code == 0);
    CHECK(contains(progress.out, "0 lessons tried"));
    CHECK(contains(progress.err, "there is no such profile yet"));
    CHECK(shell("$assent train leaders --profile '" + (scratch / "p.db") + "'").code == 0);
    CHECK_FALSE(std::filesystem::exists(scratch / "p.db"));
    std::ofstream(scratch / "p.db") << "a profile";
    CHECK(train(scratch, "progress --xapi '" + (scratch / "p.db") + "'").code == 2);
    CHECK(worlds::content_of(scratch / "p.db") == "a profile");
    CHECK(contains(shell("$assent train mistakes --help").out, "within 3.5 points"));
    CHECK_FALSE(contains(shell("$assent help advise").out, "->"));
}

TEST_CASE("the usual profile is in the data folder of the user") {
    const Scratch scratch;
    const std::string call = "cd .. && export XDG_DATA_HOME='" + scratch.path().string() + "'; $assent train ";
    CHECK(shell(call + "lessons").code == 0);
    CHECK_FALSE(std::filesystem::exists(scratch.path() / "assent"));
    shell(call + hopeless);
    CHECK(std::filesystem::exists(scratch.path() / "assent" / "profile.db"));
}

TEST_CASE("puzzles are asked, hints and wrong answers cost, what was missed comes back first") {
    const Scratch scratch;
    const std::string call = "puzzles --count 1 --answers - <<< ";
    const Ran skipped = train(scratch, call + "$'hint\\nhint\\nwhat\\nskip'");
    CHECK(skipped.code == 0);
    CHECK(contains(skipped.out, " deals had a move that is clearly best."));
    CHECK(contains(skipped.out, "Turn to the "));
    CHECK(contains(skipped.out, "“what” is no answer"));
    CHECK(contains(skipped.out, "Skipped. 0 points."));
    const std::string question = skipped.out.substr(skipped.out.find("Puzzle 1 of 1"), 600);
    const std::size_t best = skipped.out.find("✓ ");
    REQUIRE(best != std::string::npos);
    const std::string right = skipped.out.substr(best + std::string("✓ ").size(), 1);
    CHECK(contains(train(scratch, "progress").out, "Puzzles to do again") == false); // not in the same sitting
    const Ran again = train(scratch, call + "$'hint\\n" + right + "'");
    CHECK(again.out.substr(again.out.find("Puzzle 1 of 1"), 600) == question);
    CHECK(contains(again.out, "Right. 80 points."));
    CHECK(train(scratch, "puzzles absent.toml").code == 2);
    CHECK(train(scratch, "puzzles --count 0").code == 2);
}

TEST_CASE("what is not there is named") {
    CHECK(contains(shell("cd .. && $assent train lesson digest --profile /absent/p.db").err,
                   "lesson digest (there is no such one)"));
    CHECK(shell("$assent train lessons --lessons /absent").code == 2);
    CHECK(shell("$assent train").code == 2);
}

} // namespace assent
