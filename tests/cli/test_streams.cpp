// Which stream gets what; pipes that close; terminals; Ctrl-C.
#include "report/table.hpp"
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace assent {
namespace {

using worlds::content_of;
using worlds::Ran;
using worlds::Scratch;
using worlds::shell;
using worlds::shell_on_terminal;

constexpr const char* clear_line = "\033[K";

/// Text without colours and carriage returns, from the last time the line was cleared on.
std::string plain(const std::string& text) {
    const std::size_t cleared = text.rfind(clear_line);
    const std::string rest = cleared == std::string::npos ? text : text.substr(cleared + 3);
    std::string result;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (rest[i] == '\033')
            i = rest.find('m', i);
        else if (rest[i] != '\r')
            result += rest[i];
    }
    return result;
}

int widest_line(const std::string& text) {
    std::istringstream lines(text);
    int widest = 0;
    for (std::string line; std::getline(lines, line);) widest = std::max(widest, text_width(line));
    return widest;
}

/// Starts `assent`, waits until a test of the shell holds (for at most a minute), and presses Ctrl-C.
Ran interrupted(const std::string& arguments, const std::string& ready) {
    return shell("$assent " + arguments + " & pid=$!; for ((i = 0; i < 600; ++i)); do if " + ready +
                 "; then break; fi; sleep 0.1; done; kill -INT $pid; wait $pid");
}

} // namespace

TEST_CASE("results on standard output, nothing else there; no colour and no progress off a terminal") {
    const Ran ran = shell("$assent run three-heads.toml --replicates 2000");
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out.find('\033') == std::string::npos);
    CHECK(ran.out.find("Against the best") != std::string::npos);
    CHECK(widest_line(ran.out) <= 100);
}

TEST_CASE("a pipe closed by its reader is no error") {
    for (const std::string command :
         {"run three-heads.toml --replicates 200", "run three-heads.toml --replicates 200 --format json", "keys",
          "explain three-heads.toml", "trace three-heads.toml --strategy within_budget --replicate 1",
          "check --dump three-heads.toml", "help"}) {
        CAPTURE(command);
        const Ran ran = shell("set -o pipefail; $assent " + command + " | true");
        CHECK(ran.code == 0);
        CHECK(ran.err.empty());
    }
}

TEST_CASE("- is standard input") {
    const Ran from_file = shell("$assent run three-heads.toml --replicates 200");
    const Ran from_input = shell("$assent run - --replicates 200 <three-heads.toml");
    CHECK(from_input.code == 0);
    CHECK(from_input.out == from_file.out);
}

TEST_CASE("on a terminal: progress that goes away, colour, and lines that fit") {
    for (const int columns : {80, 100, 200}) {
        CAPTURE(columns);
        const Ran ran = shell_on_terminal("$assent run three-heads.toml --replicates 2k", columns);
        CHECK(ran.code == 0);
        CHECK(ran.out.find("deals/s") != std::string::npos);
        CHECK(ran.out.find("\033[1m") != std::string::npos);
        CHECK(plain(ran.out).find("deals/s") == std::string::npos);
        CHECK(widest_line(plain(ran.out)) <= columns);
    }
}

TEST_CASE("NO_COLOR and a dumb terminal are respected") {
    CHECK(shell_on_terminal("NO_COLOR=1 $assent run three-heads.toml --replicates 200", 100).out.find("\033[1m") ==
          std::string::npos);
    CHECK(shell_on_terminal("TERM=dumb $assent run three-heads.toml --replicates 200", 100).out.find('\033') ==
          std::string::npos);
    CHECK(shell_on_terminal("NO_COLOR= $assent run three-heads.toml --replicates 200", 100).out.find("\033[1m") !=
          std::string::npos);
}

TEST_CASE("Ctrl-C shows what was played so far; the rows are the first ones of a longer run") {
    const Scratch scratch;
    const std::string part = scratch / "part.csv", whole = scratch / "whole.csv";
    // Not before rows have reached the file in the making, however busy the machine is.
    const Ran ran = interrupted("run three-heads.toml --replicates 1G --rows '" + part + "'",
                                "[ -s '" + scratch.path().string() + "'/.part.csv.$pid.0 ]");
    CHECK(ran.code == 130);
    CHECK(ran.err.starts_with("interrupted: what is shown are the first "));
    CHECK(ran.out.find("Against the best") != std::string::npos);
    const std::string rows = content_of(part);
    const auto lines = std::ranges::count(rows, '\n');
    REQUIRE(lines > 4);
    const Ran again =
        shell("$assent run three-heads.toml --replicates " + std::to_string(lines / 4) + " --rows '" + whole + "'");
    CHECK(again.code == 0);
    CHECK(content_of(whole) == rows);
}

TEST_CASE("Ctrl-C in why shows the changes that are complete") {
    // SigCgt is the set of signals that the program handles itself; SIGINT is its second bit.
    const Ran ran = interrupted("why three-heads.toml --strategy within_budget --replicates 1G",
                                "grep -q '^SigCgt:.*[2367abef]$' /proc/$pid/status");
    CHECK(ran.code == 130);
    CHECK(ran.err.starts_with("interrupted: "));
}

TEST_CASE("warnings of the scenario go to standard error") {
    const Ran ran =
        shell("sed 's/^severity = .*/severity = 0.5/; $ a [[stakeholder]]\\nid = \"hermit\"' three-heads.toml | "
              "$assent run - --replicates 100 --format csv");
    CHECK(ran.code == 0);
    CHECK(ran.err.find("hermit") != std::string::npos);
    CHECK(ran.out.find("hermit") == std::string::npos);
}

} // namespace assent
