// Deals told in words.
#include "report/golden.hpp"
#include "report/hand_made_deal.hpp"
#include "report/narrator.hpp"
#include "report/narrator_people.hpp"
#include "report/sentence.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace assent {
namespace {

using hand_made::Story;
using Kind = TraceEvent::Kind;

std::string told(const Model& model, const std::vector<TraceEvent>& events) {
    return narrate_text(model, hand_made::plan(model), 1, events);
}

std::vector<NarratedWeek> weeks(const Model& model, const std::vector<TraceEvent>& events) {
    return narrate(model, hand_made::plan(model), 1, events);
}

bool says(const std::vector<NarratedWeek>& weeks, const std::string& words) {
    for (const NarratedWeek& week : weeks)
        for (const std::string& line : week.lines)
            if (line.find(words) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("a deal won and a deal lost, told in full") {
    const Model model = hand_made::model();
    golden::check("narration_won.txt", told(model, hand_made::deal(true)));
    golden::check("narration_lost.txt", told(model, hand_made::deal(false)));
}

TEST_CASE("the hand-made deals hold every kind of event there is") {
    std::set<Kind> kinds;
    for (const bool won : {true, false})
        for (const TraceEvent& event : hand_made::deal(won)) kinds.insert(event.kind);
    // walk_away comes in a test of its own: such a deal is neither of the two.
    CHECK(kinds.size() == static_cast<std::size_t>(Kind::won_back));
    CHECK(!kinds.contains(Kind::walk_away));
}

TEST_CASE("what followed the sale is told quarter by quarter, quiet ones together") {
    const auto told = narrate_client(hand_made::deal(true));
    REQUIRE(told.size() == 6);
    CHECK(quarters_name(told[0]) == "Quarters 1–2");
    CHECK(told[0].satisfaction == doctest::Approx(0.58));
    CHECK(quarters_name(told[1]) == "Quarter 3");
    CHECK(told[1].lines == std::vector<std::string>{"A breakdown cost 20\u202f% of it."});
    CHECK(told[2].lines == std::vector<std::string>{"The contract was renewed."});
    CHECK(told[3].lines == std::vector<std::string>{"The client left: it broke down and nobody came."});
    CHECK(told[4].lines ==
          std::vector<std::string>{"The client came back: you had learned why it left and mended it."});
    CHECK(told[5].lines.empty());
    CHECK(narrate_client(hand_made::deal(false)).empty());
}

TEST_CASE("the start is told by what weighs most") {
    Story story;
    story.week = 0;
    story.end_week(0.31, 0.6);
    story.end_week(0.31, 0.6);
    const Model model = hand_made::model();
    const auto told_weeks = weeks(model, story.events);
    REQUIRE(told_weeks.size() == 2);
    CHECK(weeks_name(told_weeks[0]) == "At the start");
    CHECK(
        told_weeks[0].lines.at(0) ==
        "What weighs most before a word is said: “Not now” with the CEO (Б. Мөнхбаяр), 60\u202f%; “Price” with the CFO "
        "(G. Ölziijargal), 60\u202f%; “Return on investment” with the CFO, 60\u202f%.");
    CHECK(told_weeks[1].week == 1);
    CHECK(says(told_weeks, "Nothing happened, but attention faded."));
}

TEST_CASE("talks that break off") {
    Story story;
    story.add(Kind::our_offer, -1, 1, 0.9);
    story.add(Kind::walk_away, -1, 8);
    story.add(Kind::closed, 1, static_cast<int>(Outcome::lost)).topic = 25;
    const Model model = hand_made::model();
    const auto told_weeks = weeks(model, story.events);
    CHECK(says(told_weeks, "The talks broke off in round 8."));
    CHECK(says(told_weeks, "The deal was lost to a rival."));
    CHECK(says(told_weeks, "Negotiation broke off, the CFO"));
}

TEST_CASE("weeks in which the same happened are one entry, nothing is lost between") {
    const Model model = hand_made::model();
    const auto told_weeks = weeks(model, hand_made::deal(true));
    int expected = 1;
    for (const NarratedWeek& week : told_weeks) {
        CHECK(week.week == expected);
        CHECK(week.last_week >= week.week);
        CHECK(!week.lines.empty());
        CHECK(week.support >= 0);
        CHECK(week.support <= 1);
        expected = week.last_week + 1;
    }
    CHECK(expected == 10); // nine weeks
    CHECK(weeks_name(told_weeks[2]) == "Weeks 3–5");
}

TEST_CASE("nobody is named twice with his name, and titles of several people are no names") {
    Model model = hand_made::model();
    const std::string text = told(model, hand_made::deal(true));
    CHECK(text.find("the CFO (G. Ölziijargal)") != std::string::npos);
    CHECK(text.find("the CFO (G. Ölziijargal)", text.find("the CFO (G.") + 1) == std::string::npos);
    model.centre.stakeholder(0).title = "CFO";
    const std::string doubled = told(model, hand_made::deal(true));
    CHECK(doubled.find("the CFO") == std::string::npos);
    CHECK(doubled.find("G. Ölziijargal") != std::string::npos);
}

TEST_CASE("a title in two languages is called by what stands in brackets") {
    Model model = hand_made::model();
    model.centre.stakeholder(1).title = "Санхүү эрхэлсэн захирал (CFO)";
    model.centre.stakeholder(0).title = "Гүйцэтгэх захирал";
    const std::string text = told(model, hand_made::deal(true));
    CHECK(text.find("the CFO (G. Ölziijargal)") != std::string::npos);
    CHECK(text.find("Б. Мөнхбаяр (Гүйцэтгэх захирал)") != std::string::npos);
}

TEST_CASE("no events, strange events: never more than what is there") {
    const Model model = hand_made::model();
    CHECK(weeks(model, {}).empty());
    Story story;
    story.add(Kind::severity, 1, 999, 0.5);
    story.add(Kind::vote, 77, 44);
    story.add(Kind::meeting, -1, 0);
    story.add(Kind::stage, -1, 99);
    story.add(Kind::closed, -1, 12);
    story.touch(500, Act::address, Channel::web, true, 200);
    const auto told_weeks = weeks(model, story.events);
    CHECK(told_weeks.size() == 1);
    CHECK(says(told_weeks, "somebody"));
}

TEST_CASE("two hundred people are counted, not listed") {
    Model model = hand_made::model();
    for (int i = 0; i < 200; ++i)
        hand_made::add_person(model,
                              {"extra" + std::to_string(i), "Person " + std::to_string(i), "", Role::other, 0.01, {}});
    Story story;
    for (int member = 0; member < 206; ++member) {
        story.touch(member, Act::introduce, Channel::email, member % 2 == 0);
        story.add(Kind::vote, member, member % 3);
    }
    story.add(Kind::meeting, -1, -1);
    const auto told_weeks = weeks(model, story.events);
    for (const std::string& line : told_weeks.at(0).lines) CHECK(line.size() < 400);
    CHECK(says(told_weeks, "and 99 others"));
    CHECK(says(told_weeks, "69 for you, 69 for Northwind, 68 for Steppe Systems"));
}

TEST_CASE("sentences begin with a capital, Latin or Mongolian, and nothing else changes") {
    CHECK(capitalised("the CFO") == "The CFO");
    CHECK(capitalised("өрсөлдөгч") == "Өрсөлдөгч");
    CHECK(capitalised("үнэ ба ёс") == "Үнэ ба ёс");
    CHECK(capitalised("ёс") == "Ёс");
    CHECK(capitalised("хэн нэгэн") == "Хэн нэгэн");
    CHECK(capitalised("“Price”") == "“Price”");
    CHECK(capitalised("") == "");
}

TEST_CASE("what is filled into a sentence is not filled again") {
    CHECK(filled("{who} took {what}.", {{"who", "{what}"}, {"what", "it"}}) == "{what} took it.");
    CHECK(filled("{unknown} and {", {{"who", "x"}}) == "{unknown} and {");
}

} // namespace assent
