// assent report as its users meet it: over whole, unfinished and empty stores, and over files that are none.
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <string>

namespace assent {

using worlds::Ran;
using worlds::Scratch;
using worlds::shell;

namespace {

const std::string sweep = "$assent sweep three-heads.toml --replicates 64 --format csv ";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// Page over the store that this call of sweep makes.
std::string page_of(const Scratch& scratch, const std::string& options, const std::string& more = "") {
    const std::string store = "'" + (scratch / "store.db") + "'", page = scratch / "page.html";
    const Ran ran = shell("rm -f " + store + "*\n" + sweep + options + " --store " + store +
                          " >/dev/null 2>&1 && $assent report " + store + " --html '" + page + "' " + more);
    CHECK_MESSAGE(ran.code == 0, ran.err);
    return worlds::content_of(page);
}

const std::string two_axes = "--set company.need=0.4:0.9:4 --set 'process.rule=[\"weighted\",\"majority\"]'";

} // namespace

TEST_CASE("a report has its sections, loads nothing, and its pictures come as files") {
    const Scratch scratch;
    const std::string page = page_of(scratch, two_axes, "--svg '" + (scratch / "pictures") + "'");
    for (const char* section :
         {"answer", "ranking", "lines", "maps", "tornado", "spread", "reasons", "regret", "method", "manifest"}) {
        CAPTURE(section);
        CHECK(contains(page, "<section class="));
        CHECK(contains(page, "id=\"" + std::string(section) + "\""));
    }
    CHECK(contains(page, "8 of 8 points"));
    CHECK(!contains(page, "src="));
    CHECK(!contains(page.substr(0, page.find("id=\"manifest\"")), "nan"));
    for (const char* file : {"response-company-need.svg", "best-company-need-by-process-rule.svg",
                             "weeks-to-a-decision.svg", "price-of-the-deals-won.svg"}) {
        CAPTURE(file);
        const std::string picture = worlds::content_of(scratch / ("pictures/" + std::string(file)));
        CHECK(picture.starts_with("<?xml"));
        CHECK(!contains(picture, "var(--")); // many viewers know no variables
    }
    const Ran again = shell("$assent report '" + (scratch / "store.db") + "' --svg '" + (scratch / "pictures") + "'");
    CHECK(contains(again.out, "pictures/response-company-need.svg\n"));
    const Ran twice = shell("$assent report '" + (scratch / "store.db") + "' --rank-by win --html '" +
                            (scratch / "again.html") + "'");
    CHECK(twice.code == 0);
    CHECK(worlds::content_of(scratch / "again.html") == page);
    CHECK(contains(page_of(scratch, two_axes, "--rank-by value_per_hour"), "Value per hour along each axis"));
}

TEST_CASE("stores of every shape give a page") {
    const Scratch scratch;
    const std::string point = page_of(scratch, "");
    CHECK(contains(point, "1 of 1 points"));
    CHECK(!contains(point, "id=\"maps\""));
    CHECK(!contains(point, "id=\"lines\""));
    const std::string empty = page_of(scratch, "--shard 2/2");
    CHECK(contains(empty, "No point has been played yet."));
    const std::string half = page_of(scratch, two_axes + " --shard 1/2");
    CHECK(contains(half, "4 of 8 points"));
    CHECK(contains(half, "The sweep is not finished"));
    const std::string alone = page_of(scratch, "--set company.need=0.4:0.9:3 --strategy " +
                                                   shell("sed -n '/^\\[\\[strategy/,/^id/s/^id = //p' three-heads.toml "
                                                         "| head -1 | tr -d '\"\\n'")
                                                       .out);
    CHECK(contains(alone, "was played"));
    CHECK(!contains(alone, "id=\"regret\""));
    std::string axes = "--design latin_hypercube --points 40 ";
    for (const char* key : {"company.need", "company.need_shock", "company.comfort", "company.urgency"})
        axes += "--axis " + std::string(key) + "=0.02:0.09 ";
    const std::string cube = page_of(scratch, axes + "--axis alternative.ours.price=38e6:50e6 --axis "
                                                     "company.need_drift=0:0.01 --axis company.budget=4e7:6e7");
    CHECK(contains(cube, "The other 1 axis"));
    CHECK(contains(cube, "other points could have been drawn"));
    CHECK(contains(cube, "Neighbouring values are put together"));
}

TEST_CASE("words of a store do no harm in its page and its pictures") {
    const Scratch scratch;
    const std::string scenario = "'" + (scratch / "hostile.toml") + "'", store = "'" + (scratch / "hostile.db") + "'",
                      pictures = scratch / "pictures";
    const Ran ran =
        shell("sed 's|^name = \"Keep calling\"|name = \"</script><b>\\\\\"=cmd()'\"'\"'../x\"|' three-heads.toml >" +
              scenario + " && $assent sweep " + scenario + " --set company.need=0.4:0.9:3 --replicates 32 --store " +
              store + " >/dev/null 2>&1 && $assent report " + store + " --html '" + (scratch / "page.html") +
              "' --svg '" + pictures + "'");
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    const std::string page = worlds::content_of(scratch / "page.html");
    CHECK(contains(page, "&lt;/script&gt;&lt;b&gt;"));
    CHECK(!contains(page, "</script><b>"));
    CHECK(contains(ran.out, "tornado-script-b-cmd-x.svg\n"));
    const std::string picture = worlds::content_of(scratch / "pictures/tornado-script-b-cmd-x.svg");
    CHECK(contains(picture, "&lt;/script&gt;"));
    CHECK(!contains(picture, "</script>"));
}

TEST_CASE("a report of what is no store, or onto what must not be lost, is refused") {
    const Scratch scratch;
    const std::string store = scratch / "store.db", foreign = scratch / "foreign.db";
    REQUIRE(shell(sweep + "--store '" + store + "'").code == 0);
    std::ofstream(foreign) << "These are no results.";
    const auto refused = [](const std::string& arguments, const std::string& why) {
        CAPTURE(arguments);
        const Ran ran = shell("$assent report " + arguments);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK_MESSAGE(contains(ran.err, why), ran.err);
    };
    const std::string page = " --html '" + (scratch / "page.html") + "'";
    refused("'" + foreign + "'" + page, "is no database");
    refused("'" + (scratch / "missing.db") + "'" + page, "missing.db");
    refused("'" + store + "'", "neither --html nor --svg");
    refused("'" + store + "' --html '" + store + "'", "is the store");
    refused("'" + store + "' --html '" + (scratch / "no/such/page.html") + "'", "page.html");
    refused("'" + store + "' --svg '" + foreign + "'", "--svg");
    const std::string older = scratch / "older.db";
    REQUIRE(shell("cp '" + store + "' '" + older + "' && printf '\\0\\0\\0\\7' | dd of='" + older +
                  "' bs=1 seek=60 conv=notrunc")
                .code == 0); // the user version in SQLite's header
    refused("'" + older + "'" + page, "format 7");
    CHECK(!std::filesystem::exists(scratch / "page.html"));
}

} // namespace assent
