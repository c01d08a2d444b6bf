// What `assent` answers to right and wrong use: exit codes, and errors that name what mends them.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <string>

namespace assent {
namespace {

using worlds::Ran;
using worlds::shell;

/// Wrong use: exit 2, nothing on standard output, one line on standard error that begins as given and says so much.
void refuses(const std::string& command, const std::string& beginning, const std::string& remedy) {
    CAPTURE(command);
    const Ran ran = shell(command);
    INFO(ran.err);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with(beginning));
    CHECK(ran.err.find(remedy) != std::string::npos);
    CHECK(ran.err.find("terminate") == std::string::npos);
}

} // namespace

TEST_CASE("help and version go to standard output") {
    for (const std::string command : {"$assent --help", "$assent help", "$assent help run", "$assent run --help",
                                      "$assent why -h", "$assent --version"}) {
        CAPTURE(command);
        const Ran ran = shell(command);
        CHECK(ran.code == 0);
        CHECK(ran.err.empty());
        CHECK(!ran.out.empty());
    }
    const std::string help = shell("$assent help").out;
    for (const std::string verb : {"run", "why", "sensitivity", "trace", "explain", "check", "validate", "calibrate",
                                   "keys", "import", "generate", "bench", "help"})
        CHECK(help.find("\n  " + verb + " ") != std::string::npos);
    CHECK(help.find("Repeatability: ") != std::string::npos);
    CHECK(shell("$assent help").out == shell("$assent --help").out);
    CHECK(shell("$assent help why").out == shell("$assent why --help").out);
    CHECK(shell("$assent --version").out.starts_with("assent "));
}

TEST_CASE("wrong words on the command line") {
    refuses("$assent", "assent: a verb is missing", "assent help");
    refuses("$assent rum three-heads.toml", "assent: there is no verb rum", "did you mean run?");
    refuses("$assent help rum", "assent help: there is no verb rum", "did you mean run?");
    refuses("$assent run", "assent run: scenario is required", "assent help run");
    refuses("$assent sensitivity three-heads.toml --samples 60", "--samples 60 (must be a power of two", "32 or 64");
    refuses("$assent sensitivity three-heads.toml --samples 8", "assent sensitivity: --samples: ", "16 to");
    refuses("$assent sensitivity three-heads.toml --method guess",
            "assent sensitivity: --method: ", "sobol,morris,tornado");
    refuses("$assent sensitivity three-heads.toml --replicates 1", "replicates = 1 (at least 2", "128 is usual");
    refuses("$assent run three-heads.toml --replicate 5", "assent run: there is no option --replicate",
            "did you mean --replicates?");
    refuses("$assent run three-heads.toml --replicates 0", "assent run: --replicates: ", "in range 1 to");
    refuses("$assent run three-heads.toml --replicates many", "assent run: --replicates: ", "assent help run");
    refuses("$assent run three-heads.toml --replicates 10 --precision 0.1", "assent run: ", "excludes");
    refuses("$assent run three-heads.toml --threads 5000", "assent run: --threads: ", "0 to 1024");
    refuses("$assent run three-heads.toml --confidence 2", "assent run: --confidence: ", "0.500000 to");
    refuses("$assent run three-heads.toml --format xml", "assent run: --format: ", "table,csv,json");
    refuses("$assent run three-heads.toml --seed -1", "assent run: ", "--seed");
}

TEST_CASE("names that the scenario does not have") {
    refuses("$assent run three-heads.toml --strategy within_bugdet", "--strategy within_bugdet (",
            "did you mean within_budget?");
    refuses("$assent why three-heads.toml",
            "--strategy is missing (the scenario has 4 of them); name one of: ", "turn_the_doubter");
    refuses("$assent trace three-heads.toml --strategy within_budget --replicate -3", "--replicate -3 (not a deal)",
            "win, loss, none");
}

TEST_CASE("a strategy goes by its name as well as by its id") {
    const Ran by_id = shell("$assent run three-heads.toml --strategy within_budget --replicates 100 --format csv");
    const Ran by_name =
        shell("$assent run three-heads.toml --strategy 'Below the budget, at once' --replicates 100 --format csv");
    CHECK(by_id.code == 0);
    CHECK(by_id.out == by_name.out);
}

TEST_CASE("files that cannot be read or are no scenario") {
    refuses("$assent run absent.toml", "absent.toml: no such file", "check the path");
    refuses("printf 'title = 3' | $assent run -", "stdin", "format");
    refuses("$assent explain demo", "demo:", "");
}

TEST_CASE("files that cannot be written: refused before the run, with a remedy, and nothing left behind") {
    refuses("$assent run three-heads.toml --replicates 100 --report /absent/x.html", "cannot write /absent/x.html (",
            "mkdir -p '/absent'");
    refuses("$assent run three-heads.toml --replicates 100 --rows /tmp", "cannot write /tmp (Is a directory)",
            "name a file in that folder");
    refuses("$assent run three-heads.toml --replicates 100 --rows /dev/full",
            "cannot write /dev/full (No space left on device)", "free some space");
    refuses("$assent run three-heads.toml --replicates 100 >/dev/full",
            "assent: cannot write standard output (No space left on device)", "free some space");
}

TEST_CASE("a full disk leaves the old file as it was") {
    // A file may not grow beyond 64 blocks of 1 KiB: the write fails as on a full disk, and SIGXFSZ is not asked.
    const worlds::Scratch scratch;
    const std::string rows = scratch / "rows.csv";
    const Ran ran = shell("echo old >'" + rows +
                          "'; trap '' XFSZ; ulimit -f 64; $assent run three-heads.toml --replicates 20000 --rows '" +
                          rows + "' 2>&1");
    CHECK(ran.code == 2);
    CHECK(ran.out.find("cannot write " + rows + " (File too large)") != std::string::npos);
    CHECK(worlds::content_of(rows) == "old\n");
    CHECK(shell("ls -A '" + scratch.path().string() + "'").out == "rows.csv\n");
}

TEST_CASE("the signature is one line") {
    const Ran ran = shell("$assent bench --signature");
    CHECK(ran.code == 0);
    CHECK(ran.out.size() == std::string("signature 0123456789abcdef\n").size());
    CHECK(ran.out.starts_with("signature "));
}

} // namespace assent
