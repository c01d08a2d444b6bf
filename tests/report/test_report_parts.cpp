// Numbers, names and texts that reports are made of, and the choice of the deals that are told.
#include "report/hand_made.hpp"
#include "report/html_text.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/replicate_choice.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

namespace assent {
namespace {

OutcomeRow row(std::uint64_t replicate, Outcome outcome, int week, int holder = -1, int reason = -1) {
    OutcomeRow made;
    made.replicate = replicate;
    made.outcome = outcome;
    made.week = static_cast<std::int16_t>(week);
    made.reason_holder = holder;
    made.reason = reason;
    return made;
}

} // namespace

TEST_CASE("escaping") {
    CHECK(escaped("<b>&\"'</b>") == "&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;");
    CHECK(escaped("Өлзийжаргал ₮ 価 😀") == "Өлзийжаргал ₮ 価 😀");
    CHECK(escaped("line\nand\ttab") == "line\nand\ttab");
    CHECK(escaped(std::string_view("\0", 1)) == "\ufffd");
    CHECK(escaped("\x1b[31m") == "\ufffd[31m");
    CHECK(escaped("\u202eevil\u2066") == "\ufffdevil\ufffd"); // would turn the direction of writing
    CHECK(escaped("\uffff") == "\ufffd");                     // no character of XML
}

TEST_CASE("broken UTF-8 becomes replacement characters, byte by byte") {
    CHECK(escaped("\xff") == "\ufffd");
    CHECK(escaped("a\xc3") == "a\ufffd");
    CHECK(escaped("\xc0\xaf") == "\ufffd\ufffd");                     // overlong slash
    CHECK(escaped("\xed\xa0\x80") == "\ufffd\ufffd\ufffd");           // surrogate
    CHECK(escaped("\xf4\x90\x80\x80") == "\ufffd\ufffd\ufffd\ufffd"); // beyond Unicode
    CHECK(escaped("\xe2<") == "\ufffd&lt;");
}

TEST_CASE("numbers for people") {
    CHECK(percent(0.618) == "62\u202f%");
    CHECK(percent(0.6184, 1) == "61.8\u202f%");
    CHECK(points(0.051) == "+5.1");
    CHECK(points(-0.003) == "\u22120.3");
    CHECK(points(-0.0001) == "0.0");
    CHECK(grouped(1234567) == "1\u202f234\u202f567");
    CHECK(decimal(-1234.5, 1) == "\u22121\u202f234.5");
    CHECK(decimal(std::numeric_limits<double>::infinity(), 1) == "–");
    CHECK(decimal(std::nan(""), 0) == "–");
    CHECK(money(41200, "USD") == "41\u202f200\u202fUSD");
    CHECK(money(412.5e6, "MNT") == "412.5\u202fM\u202f₮");
    CHECK(money(-12.34e9, "EUR") == "\u221212.34\u202fbn\u202f€");
    CHECK(money(9'999'999, "MNT") == "9\u202f999\u202f999\u202f₮");
}

TEST_CASE("names of reasons and of those who hold them") {
    Model model = hand_made::model();
    const int topics = static_cast<int>(model.topics.size());
    CHECK(reason_name(model, 0) == "Price");
    CHECK(reason_name(model, topics + static_cast<int>(Reason::distrust)) == "No trust in us");
    CHECK(reason_name(model, topics + reason_count) == "No reason recorded");
    CHECK(reason_name(model, -1) == "No reason recorded");
    CHECK(holder_name(model, 1) == "CFO G. Ölziijargal");
    CHECK(holder_name(model, -1) == "the centre as a whole");
    CHECK(holder_name(model, 99) == "the centre as a whole");
    CHECK(loss_reason_name(model, 1, 0) == "Price, CFO G. Ölziijargal");
    CHECK(loss_reason_name(model, -1, 0) == "Price");
    model.centre.stakeholder(1).title = "Санхүү эрхэлсэн захирал (CFO)";
    CHECK(holder_name(model, 1) == "CFO G. Ölziijargal");
    CHECK(short_holder_name(model, 1) == "CFO");
    model.centre.stakeholder(0).title = "CFO";
    CHECK(short_holder_name(model, 1) == "CFO G. Ölziijargal");
    CHECK(short_title("Head (of everything that there is)") == "Head (of everything that there is)");
    CHECK(short_title("()") == "()");
    for (int reason = 0; reason < topics + reason_count; ++reason) CHECK(!reason_name(model, reason).empty());
}

TEST_CASE("the median win is the first that was won in the median week") {
    ReplicateChoice choice;
    choice.see(0, std::vector{row(0, Outcome::won, 20), row(1, Outcome::won, 10), row(2, Outcome::won, 12)});
    choice.see(0, std::vector{row(3, Outcome::won, 12), row(4, Outcome::won, 30), row(5, Outcome::lost, 12, 1, 2)});
    CHECK(choice.choose(0).median_win == 2); // weeks 10, 12, 12, 20, 30
}

TEST_CASE("of an even number of wins the lower middle is taken: a week in which a deal was won") {
    ReplicateChoice choice;
    choice.see(0, std::vector{row(0, Outcome::won, 4), row(1, Outcome::won, 30)});
    CHECK(choice.choose(0).median_win == 0);
}

TEST_CASE("the typical loss failed for the most frequent reason, in the median week of those") {
    ReplicateChoice choice;
    choice.see(0, std::vector{row(0, Outcome::lost, 5, 1, 7), row(1, Outcome::no_decision, 40, 2, 3),
                              row(2, Outcome::lost, 9, 1, 7), row(3, Outcome::eliminated, 2, 0, 1),
                              row(4, Outcome::no_decision, 12, 1, 7), row(5, Outcome::no_decision, 40, 2, 3)});
    CHECK(choice.choose(0).typical_loss == 2);
}

TEST_CASE("the choice does not depend on how rows were cut, and strategies are kept apart") {
    std::vector<OutcomeRow> rows;
    for (std::uint64_t i = 0; i < 600; ++i)
        rows.push_back(row(i, i % 3 == 0 ? Outcome::won : Outcome::lost, static_cast<int>(1 + i * 7 % 52),
                           static_cast<int>(i % 2), 4));
    ReplicateChoice whole, cut;
    whole.see(1, rows);
    for (std::size_t i = 0; i < rows.size(); i += 50) cut.see(1, std::span(rows).subspan(i, 50));
    CHECK(whole.choose(1).median_win == cut.choose(1).median_win);
    CHECK(whole.choose(1).typical_loss == cut.choose(1).typical_loss);
    CHECK(!whole.choose(0).median_win);
    CHECK(!whole.choose(0).typical_loss);
    CHECK(!whole.choose(7).median_win);
}

} // namespace assent
