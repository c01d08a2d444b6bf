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

TEST_CASE("with --rows every deal is kept, and comes out as assent run would write it") {
    const Scratch scratch;
    const std::string kept = sweep + "--rows --store '" + (scratch / "kept.db") + "'";
    REQUIRE(shell(sweep + "--store '" + (scratch / "whole.db") + "'").code == 0);
    REQUIRE(shell(kept).code == 0);
    CHECK(exported(scratch, "kept.db") == exported(scratch, "whole.db"));
    CHECK_FALSE(std::filesystem::exists(scratch / "whole.db-csv/rows.csv"));

    // Point 14 is the second need and the second comfort; its lines less their first cells, sorted as the other file.
    REQUIRE(shell("$assent run three-heads.toml --set company.need=0.385714285714 --set company.comfort=0.666666666667 "
                  "--replicates 256 --rows '" +
                  (scratch / "run.csv") + "'")
                .code == 0);
    const Ran same = shell("cd '" + scratch.path().string() +
                           "' && grep '^6,' kept.db-csv/rows.csv | cut -d, -f5- | sort >a && "
                           "tail -n +2 run.csv | sort >b && cmp a b && wc -l <a && head -1 kept.db-csv/rows.csv && "
                           "head -1 run.csv");
    CHECK(same.code == 0);
    const std::size_t first = same.out.find('\n') + 1, second = same.out.find('\n', first) + 1;
    CHECK(std::stoi(same.out) % 256 == 0);
    CHECK(same.out.substr(first, second - first) ==
          "point,company,company.need,company.comfort," + same.out.substr(second));

    // Killed now and then it ends as if nothing had happened; shards put together do too.
    const std::string rows = worlds::content_of(scratch / "kept.db-csv/rows.csv");
    const std::string killed = sweep + "--rows --store '" + (scratch / "killed.db") + "'";
    shell("for i in 1 2 3 4 5 6; do " + killed + " >/dev/null 2>&1 & sleep 0.0$((i + 3)); kill -9 $!; wait $!; done\n");
    REQUIRE(shell(killed).code == 0);
    (void)exported(scratch, "killed.db");
    CHECK(worlds::content_of(scratch / "killed.db-csv/rows.csv") == rows);
    for (const std::string part : {"1", "2"})
        REQUIRE(
            shell(sweep + "--rows --shard " + part + "/2 --store '" + (scratch / ("part" + part + ".db")) + "'").code ==
            0);
    REQUIRE(shell("cd '" + scratch.path().string() + "' && $assent merge all.db part2.db part1.db").code == 0);
    (void)exported(scratch, "all.db");
    CHECK(worlds::content_of(scratch / "all.db-csv/rows.csv") == rows);
    REQUIRE(shell("cd '" + scratch.path().string() + "' && $assent export all.db --csv bare --no-rows").code == 0);
    CHECK_FALSE(std::filesystem::exists(scratch / "bare/rows.csv"));
}

TEST_CASE("stores with deals and without do not mix, and the size is told beforehand") {
    const Scratch scratch;
    const std::string bare = "'" + (scratch / "bare.db") + "'", kept = "'" + (scratch / "kept.db") + "'";
    REQUIRE(shell(sweep + "--shard 1/8 --store " + bare).code == 0);
    REQUIRE(shell(sweep + "--shard 2/8 --rows --store " + kept).code == 0);
    const auto refused = [](const std::string& command, const std::string& why) {
        const Ran ran = shell(command);
        CHECK(ran.code == 2);
        CHECK_MESSAGE(ran.err.find(why) != std::string::npos, ran.err);
    };
    refused(sweep + "--rows --store " + bare,
            "begun without --rows); name another file with --store, or go on without");
    refused(sweep + "--store " + kept, "begun with --rows); name another file with --store, or go on with");
    refused("$assent merge '" + (scratch / "all.db") + "' " + bare + " " + kept, "merge stores of one kind only");
    refused("$assent sweep three-heads.toml --rows --replicates 200000 --store '" + (scratch / "x.db") + "'",
            "at most 100000 can be kept");
    CHECK_FALSE(std::filesystem::exists(scratch / "x.db"));
    const Ran plan = shell(sweep + "--rows --dry-run");
    CHECK(plan.code == 0);
    CHECK(plan.out.find(" of it for every single deal\n") != std::string::npos);
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
    const std::string range = "write from:to:steps, such as 0.4:0.9:6";
    refused("$assent sweep three-heads.toml --set company.need=0.4:0.9:-3 --store x.db", range);
    refused("$assent sweep three-heads.toml --set company.need=nan:1:3 --store x.db", range);
    refused("$assent sweep three-heads.toml --set company.need=0:1:1e12 --store x.db", range);
    std::ofstream(scratch / "empty.db").flush();
    refused("$assent export '" + (scratch / "empty.db") + "' --csv x", "is empty (no store yet)");
    // A page in the middle of the file overwritten.
    shell("printf 'garbage%.0s' $(seq 1 2000) | dd of='" + store + "' bs=1 seek=9000 conv=notrunc 2>/dev/null");
    const Ran damaged = shell("$assent export '" + store + "' --csv '" + (scratch / "damaged") + "'");
    CHECK(damaged.code == 2);
    CHECK(damaged.err.find("damaged") != std::string::npos);
    const Ran merged = shell("$assent merge '" + made + "' '" + store + "'");
    CHECK(merged.code == 2);
    CHECK_MESSAGE(merged.err.starts_with(store), merged.err); // not the one to make
}

} // namespace assent
