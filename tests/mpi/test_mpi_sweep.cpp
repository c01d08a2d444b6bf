// assent-mpi: the ranks of a job find what one process finds, and a lost rank costs no stored point.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <string>

namespace assent {

using worlds::Ran;
using worlds::Scratch;
using worlds::shell;

namespace {

const std::string mpi = "mpirun --allow-run-as-root --oversubscribe -n 3 ${assent}-mpi ";
const std::string sweep = "sweep three-heads.toml --set company.need=0.3:0.9:16 --set company.comfort=0:2:8 "
                          "--replicates 512 --format csv --store ";

std::string runs(const std::string& store, const std::string& folder) {
    CHECK(shell("$assent export '" + store + "' --csv '" + folder + "'").code == 0);
    return worlds::content_of(folder + "/runs.csv") + worlds::content_of(folder + "/summary.csv");
}

} // namespace

TEST_CASE("three ranks give what one process gives; a killed rank fails the job and the store goes on") {
    const Scratch scratch;
    const std::string whole = scratch / "whole.db", ranks = scratch / "ranks.db", killed = scratch / "killed.db";
    REQUIRE(shell("$assent " + sweep + whole).code == 0);
    const std::string expected = runs(whole, scratch / "whole");
    const Ran job = shell(mpi + sweep + ranks);
    CHECK_MESSAGE(job.code == 0, job.err);
    CHECK(runs(ranks, scratch / "ranks") == expected);

    const Ran lost = shell(mpi + sweep + killed +
                           " >/dev/null 2>&1 &\njob=$!\nfor i in $(seq 200); do\n"
                           "[ -f '" +
                           killed +
                           "' ] && break; sleep 0.02; done\nsleep 0.2\n"
                           "pkill -9 -n -f 'assent-mpi sweep.*" +
                           killed + "'\nwait $job\n");
    CHECK(lost.code != 0);
    const Ran resumed = shell(mpi + sweep + killed);
    CHECK_MESSAGE(resumed.code == 0, resumed.err);
    CHECK(runs(killed, scratch / "killed") == expected);
}

TEST_CASE("mistakes are told once, by the rank that leads") {
    const Ran wrong = shell(mpi + "sweep nothere.toml --store x.db");
    CHECK(wrong.code == 2);
    CHECK(wrong.err.starts_with("nothere.toml: no such file; check the path\n"));
    CHECK(wrong.err.find("no such file", 20) == std::string::npos);
    CHECK(shell(mpi + "run three-heads.toml").code == 2);
}

} // namespace assent
