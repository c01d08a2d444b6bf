// assent play: scripts, sessions, what goes wrong, a terminal.
#include "report/golden.hpp"
#include "store/file_lock.hpp"
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

namespace assent {

using worlds::Ran;
using worlds::Scratch;
using worlds::shell;

namespace {

constexpr const char* game = R"(# three weeks, and another way
meet cfo about budget with data
call ceo to discover
plan
week
meet marketing to discover
back
call all to introduce
week
branch
meet cfo to introduce
note the other way
week
look cfo
story
tree
offer ceo discount 5% extras photographs
week 30
)";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a game from a file of lines reads as it did when it was looked at") {
    const Scratch scratch;
    std::ofstream(scratch / "moves") << game;
    const Ran ran =
        shell("$assent play three-heads.toml --strategy turn_the_doubter --moves '" + (scratch / "moves") + "'");
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    golden::check("play-three-heads.txt", ran.out);
    const Ran piped =
        shell("$assent play three-heads.toml --strategy turn_the_doubter < '" + (scratch / "moves") + "'");
    CHECK(piped.out == ran.out);
}

TEST_CASE("a session goes on where it was left, and is the same deal") {
    const Scratch scratch;
    const std::string session = "'" + (scratch / "deal.toml") + "'";
    const std::string whole =
        shell("printf 'meet cfo\\nweek\\nmeet ceo\\nweek\\nstory\\n' | $assent play three-heads.toml").out;
    CHECK(shell("printf 'meet cfo\\nweek\\n' | $assent play three-heads.toml --session " + session).code == 0);
    const Ran on = shell("printf 'meet ceo\\nweek\\nstory\\n' | $assent play --session " + session);
    CHECK(on.code == 0);
    const std::string told = whole.substr(whole.find("▸ story\n"));
    CHECK(on.out.substr(on.out.find("▸ story\n")) == told);
    const Ran other = shell("printf 'week\\n' | $assent play laptops.toml --session " + session);
    CHECK(other.code == 2);
    CHECK(contains(other.err, "is a session of"));
    CHECK(shell("printf 'save a.toml\\n' | (cd '" + scratch.path().string() +
                "' && $assent play '" ASSENT_SOURCE_DIR "/scenarios/laptops.toml')")
              .code == 0);
    {
        const auto lock = FileLock::take(scratch / "deal.toml"); // a window plays it
        const Ran busy = shell("printf 'week\\n' | $assent play --session " + session);
        CHECK(busy.code == 2);
        CHECK(contains(busy.err, "being played"));
    }
    CHECK(shell("printf 'tree\\n' | $assent play --session '" + (scratch / "a.toml") + "'").code == 0);
}

TEST_CASE("a line that cannot be done says where, what, why and what to do") {
    const auto refused = [](const std::string& lines) {
        const Ran ran = shell("printf '" + lines + "' | $assent play three-heads.toml");
        CHECK(ran.code == 2);
        return ran.err;
    };
    CHECK(refused("week\\nmet cfo\\n") == "stdin:2: “met” (is not understood here); did you mean meet?\n");
    CHECK(contains(refused("meet all value\\n"), "stdin:1: "));
    CHECK(contains(refused("meet all value\\n"), "hours"));
    CHECK(contains(refused("back\\n"), "this is the beginning"));
    CHECK(contains(refused("go 7\\n"), "stdin:1: "));
    CHECK(contains(refused("story\\n"), "no week has been played"));
    CHECK(contains(refused("save /absent/x.toml\\n"), "/absent/x.toml"));
    CHECK(contains(refused("kickback cfo\\n"), "kickbacks"));
}

TEST_CASE("what is wrong with the call") {
    CHECK(shell("$assent play </dev/null").err.starts_with("assent play: a scenario is missing"));
    CHECK(shell("$assent play absent.toml </dev/null").code == 2);
    CHECK(shell("$assent play three-heads.toml --moves /absent").err.starts_with("--moves /absent (cannot be read)"));
    CHECK(shell("$assent play three-heads.toml --strategy absent </dev/null").code == 2);
    CHECK(shell("cat three-heads.toml | $assent play - </dev/null").code == 2);
    CHECK(shell("printf 'week\\n' >/tmp/assent-moves-$$; cat three-heads.toml | $assent play - --moves "
                "/tmp/assent-moves-$$; c=$?; rm /tmp/assent-moves-$$; exit $c")
              .code == 0);
}

TEST_CASE("every shipped company can be played to an end") {
    for (const std::string scenario :
         {"blue-sky", "hospital-group", "insurer-platform", "flour-contract", "bakery-scales"}) {
        CAPTURE(scenario);
        const Ran ran =
            shell("printf 'mail all to introduce\\nweek 520\\ntree\\nstatus\\n' | $assent play " + scenario + ".toml");
        CHECK(ran.code == 0);
        CHECK(contains(ran.out, "What weighed most"));
    }
}

TEST_CASE("on a terminal lines are typed, edited and coloured; a mistake is no end") {
    const Ran ran = worlds::shell_on_terminal("(sleep 2; printf 'met cfo\\n'; sleep 0.3; printf 'mee\\t cfo\\n'; sleep "
                                              "0.3; printf 'weekk\\x7f\\n'; sleep 0.5; printf 'quit\\n'; sleep 1) | "
                                              "script -qec \"$assent play three-heads.toml\" /dev/null",
                                              90);
    CHECK(contains(ran.out, "did you mean meet?"));
    CHECK(contains(ran.out, "✓"));
    CHECK(contains(ran.out, "Week 1"));
    CHECK(contains(ran.out, "\033[1m"));
    CHECK(contains(ran.out, "You leave in week 2"));
}

} // namespace assent
