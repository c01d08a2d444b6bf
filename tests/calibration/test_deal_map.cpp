// Maps as people write them, and the deals that they find in a table.
#include "calibration/deal_map.hpp"
#include "calibration/deal_set.hpp"
#include "model/user_error.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <string>

namespace assent {
namespace {

std::string map_refusal(const std::string& text) {
    try {
        read_deal_map_text(text, "map.toml");
    } catch (const UserError& error) {
        return error.what();
    }
    return {};
}

const std::string sound_map = R"(format = 1
[outcome]
column = "Status"
won = ["Won"]
lost = ["Lost"]
[groups]
client = "Account"
[[feature]]
column = "Rival"
moves = "competitor"
level = [{ name = "No" }, { name = "Yes", words = ["Yes", "Y"] }, { name = "Unknown", words = ["?"] }]
otherwise = "Unknown"
[[feature]]
column = "Amount"
moves = "budget"
number = { centre = 100, scale = 10, logarithm = true }
)";

/// 40 deals in a row of given cells, one of each pair won.
std::string table_of(const std::string& first_rows) {
    std::string text = "status,ACCOUNT,ri_val,amount\n" + first_rows;
    for (int i = 0; i < 40; ++i) text += i % 2 == 0 ? "Won,a,No,100\n" : "Lost,b,Yes,100\n";
    return text;
}

} // namespace

TEST_CASE("cells become covariates; what is unknown goes to its level and is told") {
    const DealMap map = read_deal_map_text(sound_map, "map.toml");
    const CsvTable table = parse_csv_table(table_of("Won,c,y,1000\nLost,c,maybe,abc\nOpen,c,Yes,1\nWon,,,10\n"), "t");
    const DealSet deals = gather_deals(table, map);
    CHECK(deals.size() == 43);
    CHECK(deals.undecided == 1);
    CHECK(deals.weights.size() == 4); // intercept, two levels, a number
    CHECK(deals.covariates[0] == Covariates{{1, 1.0}, {3, 1.0}});
    CHECK(deals.covariates[1] == Covariates{{2, 1.0}});
    REQUIRE(deals.covariates[2].size() == 2);
    CHECK(deals.covariates[2][1].second == doctest::Approx(-1));
    REQUIRE(deals.groupings.size() == 1);
    CHECK(deals.groupings[0].group[0] == deals.groupings[0].group[1]);
    CHECK(deals.groupings[0].groups == 4); // a, b, c and the one without a client
    std::string notes;
    for (const std::string& note : deals.notes) notes += note + "\n";
    CHECK(notes.find("Rival: 1 cells with \"maybe\" were taken as level \"Unknown\"") != std::string::npos);
    CHECK(notes.find("Amount: 1 cells with \"abc\"") != std::string::npos);
    CHECK(described_deal(table, map, {{"rival", "Yes"}, {"amount", "1000"}}) == Covariates{{1, 1.0}, {3, 1.0}});
    CHECK_THROWS_AS(described_deal(table, map, {{"rival", "perhaps"}}), UserError);
    CHECK_THROWS_AS(described_deal(table, map, {{"status", "Won"}}), UserError);
}

TEST_CASE("a table with too few deals, or without a column of the map, is refused") {
    const DealMap map = read_deal_map_text(sound_map, "map.toml");
    CHECK_THROWS_AS(gather_deals(parse_csv_table("status,account,rival,amount\nWon,a,No,1\n", "t"), map), UserError);
    CHECK_THROWS_AS(gather_deals(parse_csv_table("status,account,rivals\nWon,a,No\n", "t"), map), UserError);
}

TEST_CASE("a broken map is refused with every place") {
    const std::string errors =
        map_refusal("format = 1\n[outcome]\ncolumn = 3\nwon = [\"W\"]\n[[feature]]\ncolumn = \"a\"\n"
                    "moves = \"trusst\"\nlevel = [{ name = \"x\" }]\nbase = \"y\"\ncolour = 1\n");
    CHECK(errors.find("map.toml:3:10: outcome.column = 3 (is a whole number)") != std::string::npos);
    CHECK(errors.find("needs words for won and for lost") != std::string::npos);
    CHECK(errors.find("did you mean \"trust\"?") != std::string::npos);
    CHECK(errors.find("1 levels") != std::string::npos);
    CHECK(errors.find("is no level of this feature") != std::string::npos);
    CHECK(errors.find("feature[1].colour (is no key of a map)") != std::string::npos);
    CHECK(map_refusal("format = 1\n").find("[outcome] is missing") != std::string::npos);
    CHECK(map_refusal("format = \n").find("map.toml:1") == 0);
}

TEST_CASE("maps survive being written; one is guessed from the names of CRM columns") {
    const DealMap map = read_deal_map_text(sound_map, "map.toml");
    CHECK(deal_map_text(read_deal_map_text(deal_map_text(map), "again.toml")) == deal_map_text(map));
    const DealMap guessed = guess_deal_map(read_csv_table(ASSENT_SOURCE_DIR "/tests/data/deals/deals.csv"));
    CHECK(guessed.outcome == "Stage");
    CHECK(guessed.won == std::vector<std::string>{"Closed Won"});
    CHECK(guessed.client == "Account Name");
    REQUIRE(guessed.features.size() == 3);
    CHECK(guessed.features[0].mechanism->name == "competitor");
    CHECK(guessed.features[1].mechanism->name == "trust");
    CHECK(deal_map_text(read_deal_map_text(deal_map_text(guessed), "again.toml")) == deal_map_text(guessed));
    CHECK_THROWS_AS(guess_deal_map(parse_csv_table("a,b\n1,2\n", "t")), UserError);
}

TEST_CASE("every shipped map is sound") {
    int maps = 0;
    for (const auto& entry : std::filesystem::directory_iterator(ASSENT_SOURCE_DIR "/scenarios/maps")) {
        CHECK_NOTHROW(read_deal_map(entry.path()));
        ++maps;
    }
    CHECK(maps >= 1);
}

} // namespace assent
