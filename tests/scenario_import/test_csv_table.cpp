// Tables as CRM systems export them.
#include "model/user_error.hpp"
#include "scenario/csv_table.hpp"

#include <doctest/doctest.h>

#include <string>

namespace assent {
namespace {

std::string refusal(const std::string& text) {
    try {
        parse_csv_table(text, "deals.csv");
    } catch (const UserError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("separators, quotes, line ends and a byte order mark are all read") {
    const CsvTable table = parse_csv_table("\xef\xbb\xbfName;E-Mail;Phone Number;Note\r\n\"Say "
                                           "\"\"yes\"\"\";a@b;1;\"two\r\nlines; one cell\"\r\n\r\n x ;;;\r\n",
                                           "deals.csv");
    CHECK(table.columns == std::vector<std::string>{"Name", "Note"});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0] == std::vector<std::string>{"Say \"yes\"", "two\r\nlines; one cell"});
    CHECK(table.rows[1] == std::vector<std::string>{"x", ""});
    CHECK(table.lines == std::vector<int>{2, 5});
    CHECK(parse_csv_table("a\tb\n1\t2", "t").rows.front() == std::vector<std::string>{"1", "2"});
    CHECK(parse_csv_table("Deal Stage,x\n1,2\n", "t").find("deal_stage") == 0);
}

TEST_CASE("a broken table is refused with line, reason and remedy") {
    CHECK(refusal("a,b\n1,2\n1,2,3\n").find("deals.csv:3: 3 cells, but 2 columns") == 0);
    CHECK(refusal("a,b\n1,\"2\n").find("deals.csv:2: a quote is opened and never closed") == 0);
    CHECK(refusal("a,b\n\"1\"x,2\n").find("deals.csv:2: text after a closing quote") == 0);
    CHECK(refusal("a,A \n1,2\n").find("two columns are called") != std::string::npos);
    CHECK(refusal("only\n1\n").find("one column only") != std::string::npos);
    CHECK(refusal(" \n").find("is empty") != std::string::npos);
    CHECK(refusal(std::string("a,b\n1,\0\n", 8)).find("no text") != std::string::npos);
}

TEST_CASE("older encodings, words of spreadsheets and lines that are no rows") {
    const CsvTable latin = parse_csv_table("a;b\nK\xF6hler;\x80 5\n", "t");
    CHECK(latin.was_latin);
    CHECK(latin.rows.front() == std::vector<std::string>{"Köhler", "€ 5"});
    CHECK_FALSE(parse_csv_table("a;b\nKöhler;€ 5\n", "t").was_latin);
    CHECK(parse_csv_table("a;b\n\xC3;x\n", "t").rows.front().front() == "Ã"); // a letter cut in two is no UTF-8
    const CsvTable sheet = parse_csv_table("sep=|\r\na|b,;c\r\n1|2|\r\n", "t");
    CHECK(sheet.columns == std::vector<std::string>{"a", "b,;c"});
    CHECK(sheet.rows.front() == std::vector<std::string>{"1", "2"}); // an empty cell too many is none
    CHECK(sheet.lines.front() == 3);

    CsvWish wish;
    wish.may_have_footer = true;
    CHECK(parse_csv_table("a,b\n1,2\n\nmade by somebody\n", "t", wish).footer == std::vector<int>{4});
    CHECK_THROWS_WITH_AS(
        parse_csv_table("a,b\n1\n1,2\n", "t", wish),
        "t:2: 1 cell, but 2 columns (each line needs a cell for every column); put cells with separators "
        "or line ends in quotes",
        UserError);
    CHECK_THROWS_AS(parse_csv_table("a,b\n1,2\nmade by somebody\n", "t"), UserError);
}

TEST_CASE("only what is wished for is kept") {
    CsvWish wish;
    wish.rows = 2;
    wish.what = "people";
    wish.keeps = [](const std::string& head) { return head == "name"; };
    const CsvTable table = parse_csv_table("N_ame,Shoe size,Shoe size\nAda,38,39\n", "t", wish);
    CHECK(table.columns == std::vector<std::string>{"N_ame"});
    CHECK(table.dropped == std::vector<std::string>{"Shoe size", "Shoe size"});
    CHECK(table.rows.front() == std::vector<std::string>{"Ada"});
    CHECK_THROWS_WITH_AS(parse_csv_table("name,x\n1,1\n2,2\n3,3\n", "t", wish),
                         "t:4: more than 2 people (so many are read at most); export fewer, the latest", UserError);
    wish.bytes = 4;
    CHECK_THROWS_AS(parse_csv_table("name,x\n1,1\n", "t", wish), UserError);
}

} // namespace assent
