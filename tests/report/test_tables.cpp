// Tables and CSV cells.
#include "report/csv.hpp"
#include "report/table.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <sstream>
#include <string>

namespace assent {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("width of text in a terminal") {
    CHECK(text_width("") == 0);
    CHECK(text_width("price") == 5);
    CHECK(text_width("Өлзийжаргал") == 11);
    CHECK(text_width("価格") == 4);    // wide characters
    CHECK(text_width("e\u0301") == 1); // a combining accent
    CHECK(text_width("12\u202f345") == 6);
}

TEST_CASE("nothing in a name steers the terminal") {
    CHECK(printable("a\033[31mb") == "a\ufffd[31mb");
    CHECK(printable("a\nb\tc") == "a b c");
    CHECK(printable("a\xff"
                    "b") == "a\ufffdb");
    CHECK(printable(std::string_view("a\0b", 3)) == "a\ufffdb");
    CHECK(printable("Ганзориг") == "Ганзориг");
}

TEST_CASE("text is shortened and padded by width, not by bytes") {
    CHECK(shortened("Ганзориг", 8) == "Ганзориг");
    CHECK(shortened("Ганзориг", 5) == "Ганз…");
    CHECK(padded("Ган", 5) == "Ган  ");
    CHECK(padded("Ган", 5, true) == "  Ган");
}

TEST_CASE("paragraphs are broken between words") {
    const TextStyle style{40, false};
    const std::string text = wrapped("one two three four five six seven eight nine ten eleven twelve", style, 2);
    for (const std::string& line : lines_of(text)) {
        CHECK(text_width(line) <= 40);
        CHECK(line.starts_with("  "));
    }
    CHECK(wrapped("", style).empty());
    CHECK(wrapped("a  b", style) == "a b\n");
    const std::string long_word(60, 'x');
    CHECK(wrapped("a " + long_word, style) == "a\n" + long_word + "\n"); // better too long than torn
}

TEST_CASE("columns line up in any script") {
    Table table({{"#", "", Table::Align::right}, {"Name", "", Table::Align::left}, {"Won", "of all"}}, 2);
    table.add({"1", "Өлзий", "7 %"});
    table.add({"10", "Anna", "100 %"});
    const auto lines = lines_of(table.text({100, false}));
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == " #  Name      Won");
    CHECK(lines[1] == "           of all");
    CHECK(lines[2] == " 1  Өлзий     7 %");
    CHECK(lines[3] == "10  Anna    100 %");
}

TEST_CASE("a table too wide is cut into blocks that repeat the names; groups stay together") {
    std::vector<Table::Column> columns{{"Name", "", Table::Align::left, 0}};
    for (int i = 0; i < 6; ++i)
        columns.push_back({"A column of " + std::to_string(i), "", Table::Align::right, i < 3 ? 1 : 2});
    Table table(columns, 1);
    table.add({"first", "0", "1", "2", "3", "4", "5"});
    const auto lines = lines_of(table.text({60, false}));
    REQUIRE(lines.size() == 5);
    CHECK(lines[0].find("column of 2") != std::string::npos);
    CHECK(lines[0].find("column of 3") == std::string::npos);
    CHECK(lines[2].empty());
    CHECK(lines[4].starts_with("first"));
    CHECK(lines_of(table.text({200, false})).size() == 2);
    for (int width = 40; width < 200; ++width)
        for (const std::string& line : lines_of(table.text({width, false}))) CHECK(text_width(line) <= width);
}

TEST_CASE("colour surrounds text and never changes where columns stand") {
    Table table({{"Name", "", Table::Align::left}, {"Won", ""}}, 1);
    table.add({{"first", Emphasis::strong}, {"1", Emphasis::bad}});
    const std::string plain = table.text({100, false}), coloured = table.text({100, true});
    CHECK(plain.find('\033') == std::string::npos);
    CHECK(coloured.find("\033[1mfirst\033[0m") != std::string::npos);
}

TEST_CASE("cells of CSV: quoted as RFC 4180 asks, and never a formula") {
    CHECK(csv_text("plain") == "plain");
    CHECK(csv_text("a,b") == "\"a,b\"");
    CHECK(csv_text("say \"no\"") == "\"say \"\"no\"\"\"");
    CHECK(csv_text("two\nlines") == "\"two\nlines\"");
    CHECK(csv_text("=1+1") == "'=1+1");
    CHECK(csv_text("@SUM(A1)") == "'@SUM(A1)");
    CHECK(csv_text("-5, or so") == "\"'-5, or so\"");
    CHECK(csv_text("\tx") == "'\tx");
    CHECK(csv_text("").empty());
    CHECK(csv_number(-0.5) == "-0.5");
    CHECK(csv_number(0.1) == "0.1");
    CHECK(csv_number(std::numeric_limits<double>::infinity()).empty());
    CHECK(csv_number(std::numeric_limits<double>::quiet_NaN()).empty());
}

} // namespace assent
