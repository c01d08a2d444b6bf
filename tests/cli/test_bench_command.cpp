// assent bench: the companies that it measures, as scenarios anybody can play.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

using namespace assent::worlds;

TEST_CASE("bench --print writes a scenario that the program takes back") {
    for (const std::string company : {"haulier", "bazaar", "council", "made-3", "made-20"}) {
        CAPTURE(company);
        const Ran ran = shell("$assent bench --print " + company + " | $assent check -");
        CHECK(ran.code == 0);
        CHECK(ran.out.find("stdin: ok") == 0);
    }
    CHECK(shell("$assent bench --print made-7 | $assent explain - --json").out.find("\"p6\"") != std::string::npos);
}

TEST_CASE("bench --print says which companies there are") {
    for (const std::string company : {"made", "made-2", "made-20001", "made-5 people", "nobody"}) {
        CAPTURE(company);
        const Ran ran = shell("$assent bench --print '" + company + "'");
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.find("made-5") != std::string::npos);
    }
}

TEST_CASE("bench --json has a line for each company and set, what a core can do, and rollouts") {
    const Ran ran = shell("$assent bench --threads 1 --json");
    REQUIRE(ran.code == 0);
    for (const char* part : {"\"company\": \"haulier\"", "\"people\": 100", "\"isa\": \"one\"",
                             "\"multiply_adds_per_second\": ", "\"ratio_of_threads\": null", "\"rollouts\": {"}) {
        CAPTURE(part);
        CHECK(ran.out.find(part) != std::string::npos);
    }
    const Ran signature = shell("$assent bench --signature");
    CHECK(ran.out.find(signature.out.substr(signature.out.find(' ') + 1, 16)) != std::string::npos);
}
