// assent search.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace assent {

using worlds::Ran;
using worlds::shell;

TEST_CASE("the strategy found is written as a scenario that plays it beside the others") {
    const worlds::Scratch scratch;
    const std::string file = scratch / "better.toml";
    const Ran ran = shell("$assent search bakery-scales.toml --budget 100k --output '" + file + "'");
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    for (const std::string part : {"Found by search", "Without it", "Why it wins", "the gain in life may be smaller"})
        CHECK_MESSAGE(ran.out.find(part) != std::string::npos, part);
    const std::string text = worlds::content_of(file);
    CHECK(text.starts_with("# "));
    CHECK(text.find("include = \"") != std::string::npos);
    const Ran checked = shell("$assent check '" + file + "'");
    CHECK(checked.code == 0);
    CHECK(checked.err.empty());
    const Ran played = shell("$assent run '" + file + "' --replicates 2000 --format csv");
    CHECK(played.code == 0);
    CHECK(played.out.find("\n1,found,") != std::string::npos);
    // A search can go on from there: the name is taken.
    const Ran on = shell("$assent search '" + file + "' --budget 20k --format json");
    CHECK(on.code == 0);
    CHECK(on.out.find("\"found_2\"") != std::string::npos);
}

TEST_CASE("with another value the whole scenario is written") {
    const worlds::Scratch scratch;
    const std::string file = scratch / "better.toml";
    CHECK(shell("$assent search bakery-scales.toml --budget 20k --set company.need=0.3 --output '" + file + "'").code ==
          0);
    const std::string text = worlds::content_of(file);
    CHECK(text.find("include = ") == std::string::npos);
    CHECK(text.find("need = 0.3") != std::string::npos);
    CHECK(shell("$assent check '" + file + "'").code == 0);
}

TEST_CASE("as JSON it holds the gain, the rules and what each is worth") {
    const Ran ran = shell("$assent search bakery-scales.toml --budget 20k --format json --rank-by margin");
    CHECK(ran.code == 0);
    const auto json = nlohmann::json::parse(ran.out);
    CHECK(json["measure"] == "margin");
    CHECK(json["gain"]["low"] <= json["gain"]["estimate"]);
    CHECK(json["strategies"].size() == 5);
    REQUIRE_FALSE(json["rules"].empty());
    for (const auto& rule : json["rules"]) CHECK(rule["loss_without"]["low"] <= rule["loss_without"]["high"]);
}

TEST_CASE("Ctrl-C shows the best so far") {
    Ran ran;
    for (const char* seconds : {"4", "16", "64"}) { // a slow machine has found nothing yet after four
        ran = shell(std::string("timeout -s INT ") + seconds + " $assent search bakery-scales.toml --budget 1G");
        CHECK(ran.code == 124); // of timeout: it had to interrupt
        if (ran.out.find("Found by search") != std::string::npos) break;
    }
    CHECK(ran.out.find("Found by search") != std::string::npos);
    CHECK(ran.err.find("interrupted: this is the best so far") != std::string::npos);
    CHECK(shell("timeout --preserve-status -s INT 4 $assent search bakery-scales.toml --budget 1G").code == 130);
}

TEST_CASE("what cannot be searched is refused") {
    for (const std::string wrong :
         {"search", "search laptops.toml --budget 5", "search laptops.toml --size 0", "search laptops.toml --size 65",
          "search laptops.toml --hours -1", "search laptops.toml --discount 2", "search laptops.toml --rank-by luck",
          "search laptops.toml --format csv", "search laptops.toml --output laptops.toml",
          "search laptops.toml --hours-per-week 0.01 --budget 20k",
          "search laptops.toml --output /nowhere/better.toml"}) {
        const Ran ran = shell("$assent " + wrong);
        CHECK_MESSAGE(ran.code == 2, wrong);
        CHECK_MESSAGE(ran.out.empty(), wrong);
        CHECK_MESSAGE(!ran.err.empty(), wrong);
    }
}

} // namespace assent
