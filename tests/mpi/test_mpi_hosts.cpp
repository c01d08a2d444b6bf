// assent-mpi over two hosts that share nothing but a wire: two network namespaces with names of their own.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

namespace assent {

using worlds::Ran;
using worlds::Scratch;
using worlds::shell;

namespace {

const std::string hosts = ASSENT_SOURCE_DIR "/tests/mpi/two_hosts.sh 2 ";
const std::string sweep = "sweep three-heads.toml --set company.need=0.3:0.9:6 --set company.comfort=0:2:4 "
                          "--replicates 512 --rows --format csv --store ";

/// Whether the machine lets us make hosts; says why when not, in words that ctest takes for a test that was skipped.
bool have_hosts() {
    static const Ran probe = shell(hosts + "bash -c 'echo $OMPI_COMM_WORLD_RANK $(hostname)'");
    if (probe.code == 77) MESSAGE(probe.err); // SKIPPED: …
    return probe.code != 77;
}

std::string exported(const std::string& store, const std::string& folder) {
    const Ran ran = shell("$assent export '" + store + "' --csv '" + folder + "'");
    CHECK_MESSAGE(ran.code == 0, ran.err);
    std::string all;
    for (const char* file : {"runs.csv", "summary.csv", "percentiles.csv", "regret.csv", "rows.csv"})
        all += worlds::content_of(folder + "/" + file);
    return all;
}

/// How much went over the wire, by the last line of the script.
long bytes_over_wire(const Ran& ran) {
    const std::size_t line = ran.err.rfind('\n', ran.err.size() - 2);
    return std::strtol(ran.err.c_str() + (line == std::string::npos ? 0 : line + 1), nullptr, 10);
}

} // namespace

TEST_CASE("ranks are on two hosts") {
    if (!have_hosts()) return;
    const Ran ran = shell(hosts + "bash -c 'echo $OMPI_COMM_WORLD_RANK $(hostname)' | sort");
    CHECK_MESSAGE(ran.out == "0 host-a\n1 host-b\n2 host-b\n", ran.err);
}

TEST_CASE("two hosts find what one thread finds, every deal of it") {
    if (!have_hosts()) return;
    const Scratch scratch;
    REQUIRE(shell("$assent " + sweep + (scratch / "one.db") + " --threads 1").code == 0);
    const std::string expected = exported(scratch / "one.db", scratch / "one");
    CHECK(expected.size() > 1'000'000); // 24 points × strategies × 512 deals
    const Ran job = shell(hosts + "${assent}-mpi " + sweep + (scratch / "two.db"));
    REQUIRE_MESSAGE(job.code == 0, job.err);
    CHECK(job.err.find("24 points played and stored") != std::string::npos);
    CHECK(exported(scratch / "two.db", scratch / "two") == expected);
    // The deals came from the other host, where all but the rank that leads are.
    CHECK(bytes_over_wire(job) > static_cast<long>(std::filesystem::file_size(scratch / "two.db") / 2));
}

TEST_CASE("a host that dies fails the job, and the store goes on") {
    if (!have_hosts()) return;
    const Scratch scratch;
    const std::string many = "sweep three-heads.toml --set company.need=0.3:0.9:20 --set company.comfort=0:2:10 "
                             "--replicates 1024 --format csv --store ";
    const std::string store = scratch / "lost.db";
    // All of host-b at once, when points have been stored: the namespace is known by the script's process id.
    const Ran lost = shell(hosts + "${assent}-mpi " + many + store +
                           " >/dev/null 2>&1 &\nscript=$!\nfor i in $(seq 1000); do\n"
                           "[ \"$(stat -c %s '" +
                           store +
                           "-wal' 2>/dev/null || echo 0)\" -gt 300000 ] && break; sleep 0.02; done\n"
                           "kill -9 $(ip netns pids assent-$script-b)\nwait $script\nstatus=$?\n"
                           "ip netns list | grep assent-$script\nexit $status\n");
    CHECK(lost.code != 0);
    CHECK(lost.out.empty()); // no namespace is left
    const Ran resumed = shell("$assent " + many + store);
    CHECK(resumed.code == 0);
    CHECK_MESSAGE(resumed.err.find("were there already") != std::string::npos, resumed.err);
    REQUIRE(shell("$assent " + many + (scratch / "whole.db")).code == 0);
    CHECK(exported(store, scratch / "lost") == exported(scratch / "whole.db", scratch / "whole"));
}

} // namespace assent
