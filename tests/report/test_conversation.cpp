// Moves and what comes of them, as the game says it.
#include "report/conversation.hpp"

#include "model/compile.hpp"

#include "rehearsal/knowledge.hpp"
#include "report/hand_made_deal.hpp"
#include "report/move_words.hpp"
#include "report/narrator_people.hpp"
#include "report/reaction_words.hpp"
#include "scenario/reader.hpp"
#include "worlds/random_model.hpp"
#include "worlds/rehearsing.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace assent {
namespace {

using namespace worlds;
using Voice = ConversationLine::Voice;

std::string problem_of(const Session& session, const Move& move) {
    const auto problem = session.problem(move);
    return problem ? move_problem_sentence(session.practice().model(), move, *problem) : "";
}

} // namespace

TEST_CASE("a deal as a conversation") {
    const Model model = hand_made::model();
    const Plan plan = compile(model);
    const auto lines = conversation(model, plan, hand_made::deal(true));
    const auto says = [&](const std::string& text) {
        const bool found = std::ranges::any_of(
            lines, [&](const ConversationLine& line) { return line.text.find(text) != std::string::npos; });
        INFO(text);
        CHECK(found);
    };
    says("to learn what matters there");
    says("asks something that you cannot answer");
    says("has read the small print and does not like it"); // topic 13: contract terms
    says("says what is really behind it");
    says("The client met to decide: ");
    says("The deal was won.");
    CHECK(std::ranges::none_of(lines, [](const ConversationLine& line) { // minds, rivals, need and votes are not his
        return line.text.find("called on") != std::string::npos ||
               line.text.find("Support for you") != std::string::npos;
    }));
}

TEST_CASE("a conversation names nobody before he is known, and leaves no gap open") {
    for (std::uint64_t world = 1300; world < 1320; ++world) {
        Session session = session_of(random_model(world), 0, 3, world);
        const Practice& practice = session.practice();
        Dice dice(world);
        play_to_the_end(session, dice);
        std::vector<std::uint8_t> known = practice.plan().known;
        const auto events = session.witnessed(session.current());
        for (const ConversationLine& line : conversation(practice.model(), practice.plan(), events)) {
            CHECK(!line.text.empty());
            CHECK(line.text.find('{') == std::string::npos);
            CHECK(line.week >= 1);
            if (line.voice == Voice::you) CHECK(line.member >= 0);
        }
        // A member who never came to light is never spoken of.
        for (const TraceEvent& event : events)
            if (event.kind == TraceEvent::Kind::member_found) known[static_cast<std::size_t>(event.member)] = 1;
        for (const ConversationLine& line :
             conversation(practice.model(), practice.plan(), session.truth(session.current())))
            if (line.member >= 0) CHECK(known[static_cast<std::size_t>(line.member)] == 1);
    }
}

TEST_CASE("every topic that is built in has words of its own") {
    const Model model = small_company();
    for (std::size_t topic = 0; topic < model.topics.size(); ++topic)
        CHECK(doubt_sentence(model, static_cast<int>(topic), "the CFO").find("brings up a doubt") == std::string::npos);
    Model own = model;
    own.topics[0].id = "colour";
    own.topics[0].name = "The colour";
    CHECK(doubt_sentence(own, 0, "the CFO") == "the CFO brings up a doubt: “The colour”.");
}

TEST_CASE("a move as a sentence, and why it cannot be made") {
    const Session session = session_of(small_company(), 0, 1, 0);
    const Model& model = session.practice().model();
    Move move;
    move.act = Act::address;
    move.topic = 0;
    move.member = 1;
    move.channel = Channel::phone;
    move.evidence = Evidence::data;
    CHECK(move_sentence(model, move) == "Answer a doubt of finance about “Price”, by phone, backed by data.");
    move = Move{};
    move.act = Act::kickback;
    CHECK(problem_of(session, move) ==
          "Offer a kickback to chief, in a meeting (kickbacks are not allowed here); solve a problem of the company "
          "instead: that is honest and lasts");
    move.member = 2; // nobody knows of him
    CHECK(problem_of(session, move) ==
          "This cannot be done (the seller knows of nobody of that name there); ask those you know in a discovery "
          "talk: names come up");
    Session busy = session_of(small_company(), 0, 1, 0);
    move = Move{};
    move.act = Act::value_case;
    while (!busy.problem(move)) busy.apply(move);
    CHECK(problem_of(busy, move).find(" hours, ") != std::string::npos);
    CHECK(problem_of(busy, move).find("play the week first") != std::string::npos);
}

} // namespace assent
