// `assent select` as its users call it.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace assent {
namespace {

using worlds::Ran;
using worlds::shell;

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

nlohmann::json selected(const std::string& options) {
    const Ran ran = shell("$assent select blue-sky.toml --format json " + options);
    REQUIRE(ran.code == 0);
    return nlohmann::json::parse(ran.out);
}

TEST_CASE("select names the best, how sure it is and what it cost") {
    const Ran ran = shell("$assent select three-heads.toml");
    CHECK(ran.code == 0);
    CHECK(says(ran.out, "confidence, provided it is better by more than 1 of 100"));
    CHECK(says(ran.out, "saved."));
    CHECK(says(ran.out, "do not flatter"));
    const Ran csv = shell("$assent select three-heads.toml --format csv");
    CHECK(std::ranges::count(csv.out, '\n') == 5);
    CHECK(csv.out.starts_with("strategy,measure,procedure,end,chosen,"));
}

TEST_CASE("two strategies within the indifference are said to be as good as each other") {
    const nlohmann::json result = selected("--strategy everyone_heard --strategy pilot_first --indifference 0.1");
    REQUIRE(result["strategies"].size() == 2);
    CHECK(result["strategies"][1]["verdict"] == "alike");
    CHECK(says(result["says"][0], "differ by less than 10 of 100 deals: either will do"));
    CHECK(result["strategies"][1]["gap_to_chosen"]["low"] > -0.1);
}

TEST_CASE("a selection that ends at --replicates is undecided and claims no saving") {
    const nlohmann::json result = selected("--indifference 0.001 --replicates 4096");
    CHECK(result["end"] == "limit");
    CHECK(result["saving"].is_null());
    CHECK(says(result["says"][0], "Undecided"));
}

TEST_CASE("a budget is spent, and said to give no guarantee") {
    const nlohmann::json result = selected("--budget 20k --rank-by lifetime");
    CHECK(result["procedure"] == "ocba");
    CHECK(result["deals_to_select"] == 20'000 / 64 * 64);
    CHECK(result["probability_correct"] > 0.5);
    CHECK(result["figures_are_fresh"] == false);
    CHECK(says(result["says"][0], "no guarantee"));
}

TEST_CASE("threads change nothing in what select says, a seed does") {
    const std::string call = "--rank-by value_per_hour --threads ";
    CHECK(selected(call + "1") == selected(call + "3"));
    CHECK(selected(call + "1") != selected(call + "1 --seed 2"));
}

TEST_CASE("select refuses what it cannot use and says what to give") {
    for (const std::string options :
         {"--indifference 0", "--indifference nan", "--indifference 2", "--replicates 2047", "--budget 100",
          "--budget 20k --replicates 5000", "--strategy pilot_first", "--strategy nobody"}) {
        CAPTURE(options);
        const Ran ran = shell("$assent select blue-sky.toml " + options);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(says(ran.err, "give") + says(ran.err, "it has") + says(ran.err, "excludes") > 0);
    }
}

TEST_CASE("Ctrl-C shows how far a selection was") {
    // A busy machine with sanitizers may not even have begun after two seconds, or not played a stage: then later.
    for (const std::string seconds : {"2", "8", "30"}) {
        const Ran ran = shell("timeout --preserve-status -s INT " + seconds +
                              " $assent select blue-sky.toml --indifference 0.00003 --replicates 1G");
        CHECK(ran.code == 130);
        if (ran.out.empty()) continue;
        CHECK(says(ran.err, "interrupted"));
        CHECK(says(ran.out, "nothing is decided"));
        return;
    }
    FAIL("nothing was shown after half a minute");
}

} // namespace
} // namespace assent
