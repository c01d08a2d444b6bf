// assent sweep, export and merge as their users meet them: killed, run twice at once, given the wrong file.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <string>

namespace assent {

using worlds::Ran;
using worlds::Scratch;
using worlds::shell;

namespace {

const std::string sweep = "$assent sweep three-heads.toml --set company.need=0.3:0.9:8 --set company.comfort=0:2:4 "
                          "--replicates 256 --format csv ";

std::string exported(const Scratch& scratch, const std::string& name) {
    const std::string folder = scratch / (name + "-csv");
    CHECK(shell("$assent export '" + (scratch / name) + "' --csv '" + folder + "'").code == 0);
    std::string all;
    for (const char* file :
         {"runs.csv", "summary.csv", "percentiles.csv", "tornado.csv", "sensitivity.csv", "regret.csv"})
        all += worlds::content_of(folder + "/" + file);
    return all;
}

} // namespace

TEST_CASE("a sweep that is killed again and again loses no stored point and ends as if nothing had happened") {
    const Scratch scratch;
    REQUIRE(shell(sweep + "--store '" + (scratch / "whole.db") + "'").code == 0);
    const std::string expected = exported(scratch, "whole.db");
    const std::string store = scratch / "killed.db";
    // The store is looked at between the kills: what it once held it must go on holding.
    const Ran ran =
        shell("held=0\nfor i in $(seq 1 12); do\n" + sweep + "--store '" + store +
              "' >/dev/null 2>&1 &\nsleep 0.0$((2 + i * 5 % 8))\nkill -9 $! 2>/dev/null\nwait $! 2>/dev/null\n"
              "[ -f '" +
              store +
              "' ] || continue\n"
              "now=$($assent export '" +
              store + "' --csv '" + (scratch / "look") +
              "' 2>&1 | sed -n 's/ points written.*//p')\n"
              "[ \"${now:-0}\" -ge $held ] || echo lost\nheld=${now:-0}\ndone\n");
    CHECK(ran.out.empty());
    REQUIRE(shell(sweep + "--store '" + store + "'").code == 0);
    CHECK(exported(scratch, "killed.db") == expected);
}

TEST_CASE("two processes on one store, and shards put together, give what one gives") {
    const Scratch scratch;
    REQUIRE(shell(sweep + "--store '" + (scratch / "whole.db") + "'").code == 0);
    const std::string expected = exported(scratch, "whole.db");
    const std::string both = sweep + "--store '" + (scratch / "both.db") + "'";
    REQUIRE(
        shell(both + " >/dev/null & first=$!\n" + both + " >/dev/null; second=$?\nwait $first && exit $second").code ==
        0);
    CHECK(exported(scratch, "both.db") == expected);
    for (const std::string part : {"1", "2", "3"})
        REQUIRE(shell(sweep + "--shard " + part + "/3 --store '" + (scratch / ("part" + part + ".db")) + "'").code ==
                0);
    const Ran merged = shell("cd '" + scratch.path().string() + "' && $assent merge all.db part*.db");
    CHECK(merged.code == 0);
    CHECK(merged.err.ends_with("all.db: 32 of 32 points\n"));
    CHECK(exported(scratch, "all.db") == expected);
}

TEST_CASE("a sweep file says itself what to play") {
    const Scratch scratch;
    std::ofstream(scratch / "sweep.toml")
        << "format = 1\ninclude = \"" ASSENT_SOURCE_DIR "/scenarios/three-heads.toml\"\n[sweep]\nreplicates = 256\n"
           "strategies = [\"drawings_first\"]\ngenerated = 0\n[sweep.axes]\n"
           "\"company.need\" = { from = 0.4, to = 0.8, steps = 2 }\n";
    const Ran plan = shell("$assent sweep '" + (scratch / "sweep.toml") + "' --dry-run");
    CHECK(plan.code == 0);
    CHECK(plan.out.starts_with(
        "2 points: 1 company × 2 of the design grid\n  company.need = { from = 0.4, to = 0.8, steps "
        "= 2 }\n  first: company.need = 0.4\n  last: company.need = 0.8\nabout 512 deals, "));
    CHECK(shell("$assent check '" + (scratch / "sweep.toml") + "'").code == 0);
    std::ofstream(scratch / "many.toml") << "format = 1\ninclude = \"" ASSENT_SOURCE_DIR
                                            "/scenarios/three-heads.toml\"\n[sweep]\nreplicates = 256\n"
                                            "companies = [\"" ASSENT_SOURCE_DIR "/scenarios/laptops.toml\"]\n"
                                            "generated = 2\nsize = 3\n";
    const Ran many =
        shell("$assent sweep '" + (scratch / "many.toml") + "' --format csv --store '" + (scratch / "many.db") + "'");
    CHECK(many.code == 0);
    CHECK(many.err.starts_with("3 points played and stored in "));
}

TEST_CASE("a store that is none, or another, is refused and not touched") {
    const Scratch scratch;
    const std::string store = scratch / "store.db", foreign = scratch / "foreign.db";
    REQUIRE(shell(sweep + "--store '" + store + "'").code == 0);
    std::ofstream(foreign) << "These are no results.";
    const auto refused = [&](const std::string& command, const std::string& why) {
        CAPTURE(command);
        const Ran ran = shell(command);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK_MESSAGE(ran.err.find(why) != std::string::npos, ran.err);
    };
    refused(sweep + "--store '" + foreign + "'", "is no database");
    CHECK(worlds::content_of(foreign) == "These are no results.");
    refused(sweep + "--seed 2 --store '" + store + "'", "holds another sweep");
    refused("$assent export '" + (scratch / "none.db") + "' --csv x", "there is no such file");
    refused("$assent merge '" + store + "' '" + store + "'", "is the store to make too");
    const std::string other = scratch / "other.db", made = scratch / "made.db";
    REQUIRE(shell(sweep + "--seed 2 --store '" + other + "'").code == 0);
    refused("$assent merge '" + made + "' '" + store + "' '" + other + "'", "holds another sweep than");
    CHECK_FALSE(std::filesystem::exists(made));
    refused(sweep, "--store is missing");
    refused(sweep + "--shard 0/3 --store x.db", "write 1/8 to 8/8");
    refused(sweep + "--shard 4/3 --store x.db", "write 1/8 to 8/8");
    refused("$assent sweep three-heads.toml --store three-heads.toml", "is the scenario, which would be lost");
    refused("$assent sweep three-heads.toml --set company.need=0:1:1000 --set company.comfort=0:1:1000 --set "
            "company.urgency=0:1:1000 --set company.budget=1:9:1000 --store x.db",
            "the grid has 1000000000000 points");
    // A page in the middle of the file overwritten.
    shell("printf 'garbage%.0s' $(seq 1 2000) | dd of='" + store + "' bs=1 seek=9000 conv=notrunc 2>/dev/null");
    const Ran damaged = shell("$assent export '" + store + "' --csv '" + (scratch / "damaged") + "'");
    CHECK(damaged.code == 2);
    CHECK(damaged.err.find("damaged") != std::string::npos);
}

} // namespace assent
