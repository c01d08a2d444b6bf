// The game in everyday words.
#include "model/user_error.hpp"
#include "model/words.hpp"
#include "rehearsal/session.hpp"
#include "scenario/reader.hpp"
#include "training/play_language.hpp"
#include "training/sentence_words.hpp"
#include "worlds/rehearsing.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace assent {
namespace {

using Kind = PlayCommand::Kind;
constexpr int ceo = 0, cfo = 1, marketing = 2;

struct Three {
    Model model = load_scenario(ASSENT_SOURCE_DIR "/scenarios/three-heads.toml");
    PlayLanguage language{model};
    Knowledge knowledge = worlds::session_of(model, 0, 1, 0).knowledge();

    [[nodiscard]] PlayCommand said(const std::string& line) const { return language.understand(line, knowledge); }
    [[nodiscard]] Move move(const std::string& line) const {
        const PlayCommand command = said(line);
        REQUIRE_MESSAGE(command.moves.size() == 1, line);
        return command.moves.front();
    }
    [[nodiscard]] std::string problem(const std::string& line) const {
        try {
            static_cast<void>(said(line));
        } catch (const UserError& error) {
            return error.what();
        }
        FAIL("understood: " << line);
        return {};
    }
    [[nodiscard]] int topic(const std::string& id) const {
        return static_cast<int>(std::ranges::find(model.topics, id, &Topic::id) - model.topics.begin());
    }
};

} // namespace

TEST_CASE("a line says how, to whom, what for, about what and with what") {
    const Three three;
    Move wanted;
    wanted.act = Act::address;
    wanted.member = cfo;
    wanted.topic = static_cast<std::int8_t>(three.topic("budget"));
    wanted.evidence = Evidence::data;
    for (const std::string line :
         {"meet cfo about budget with data", "Meet the CFO about the budget, with data!", "answer finance budget data",
          "address \"Ц. Нарантуяа\" about budget with figures in person", "meet нарантуяа bud dat"})
        CHECK_MESSAGE(three.move(line) == wanted, line);
    CHECK(three.move("call ceo to discover") == Move{Act::discover, Channel::phone, ceo});
    CHECK(three.move("ask marketing what matters") == Move{Act::discover, Channel::meeting, marketing});
    CHECK(three.move("ask for the decision ceo") == Move{Act::ask_decision, Channel::meeting, ceo});
    CHECK(three.move("meet head of marketing") == Move{Act::introduce, Channel::meeting, marketing});
    CHECK(three.move("remind cfo") == Move{Act::remind, Channel::email, cfo});
}

TEST_CASE("everybody is everybody who is known") {
    Three three;
    CHECK(three.said("mail all introduce").moves.size() == 3);
    three.knowledge.members[cfo].known = false;
    CHECK(three.said("mail all introduce").moves.size() == 2);
    CHECK(three.problem("meet cfo to discover").find("“cfo” (is not understood here)") == 0);
    CHECK(three.problem("meet ц. нарантуяа").find("нарантуяа") == std::string::npos);
}

TEST_CASE("an offer takes its terms in any order") {
    const Three three;
    Move wanted{Act::offer, Channel::meeting, ceo};
    wanted.discount = 0.05F;
    wanted.extras = 0b11;
    for (const std::string line :
         {"offer ceo discount 5% extras storage photographs", "offer ceo 5 % off with photographs and storage",
          "offer to the ceo, photographs, storage, 5%", "offer ceo discount 5 storage photographs"})
        CHECK_MESSAGE(three.move(line) == wanted, line);
    const Move tailored = three.move("offer ceo tailored 2M by mail");
    CHECK(tailored.tailored);
    CHECK(tailored.extras_budget == 2e6F);
    CHECK(tailored.channel == Channel::email);
    CHECK(three.move("trial marketing inside test, own material").safeguards == 0b011);
}

TEST_CASE("what a line asks for besides moves") {
    const Three three;
    CHECK(three.said("").kind == Kind::nothing);
    CHECK(three.said("  # a comment, meet ceo").kind == Kind::nothing);
    CHECK(three.said("week").number == 1);
    CHECK(three.said("week 3").number == 3);
    CHECK(three.said("go to 17").number == 17);
    CHECK(three.said("look at the cfo").member == cfo);
    CHECK(three.said("note she is nervous, 5% # too").text == "she is nervous, 5% # too");
    CHECK(three.said("save my deal.toml").text == "my deal.toml");
    CHECK(three.said("q").kind == Kind::quit);
    CHECK(three.said("forecast 60").kind == Kind::forecast);
    CHECK(three.said("forecast 60").number == 60);
    CHECK(three.said("forecast 7%").number == 7);
    CHECK(three.said("forecast 50 %").number == 50);
    CHECK(three.said("forecast 0").number == 0);
    CHECK(three.said("forecast 100%").number == 100);
    for (const char* line : {"forecast", "forecast 101", "forecast -1", "forecast well", "forecast 60 ceo",
                             "forecast 0.5", "forecast 60.5", "forecast 0.5%", "forecast 60 50"})
        CHECK(three.problem(line).find("write forecast 60") != std::string::npos);
}

TEST_CASE("what is not understood is named, with what may be meant") {
    const Three three;
    CHECK(three.problem("met cfo") == "“met” (is not understood here); did you mean meet?");
    CHECK(three.problem("meet cfo about bugdet") == "“bugdet” (is not understood here); did you mean budget?");
    CHECK(three.problem("meet head disc dat dem").find("“dem”") == 0);
    CHECK(three.problem("b").find("“b” (may mean ") == 0);
    CHECK(three.problem("meet") == "meet (whom?); write meet and one of ceo, cfo, marketing, or all");
    CHECK(three.problem("meet cfo 5%").find("0.05 (of what?)") == 0);
    CHECK(three.problem("offer ceo discount").find("(by how much?)") != std::string::npos);
    CHECK(three.problem("offer ceo tailored").find("(for how much?)") != std::string::npos);
    CHECK(three.problem("offer ceo discount 120%").find("discount 1.2 (is not a share from 0 to 90 %)") == 0);
    CHECK(three.problem("week 0").find("week 0 (is no number of weeks)") == 0);
    CHECK(three.problem("save").find("save (where?)") == 0);
    CHECK(three.problem("meet cfo about").find("about") != std::string::npos);
}

TEST_CASE("every move can be written as a line that is understood as the same move") {
    const Three three;
    const Practice practice(three.model, 0);
    worlds::Dice dice(5);
    for (int i = 0; i < 2'000; ++i) {
        Move move = worlds::any_move(practice, dice);
        move.discount = static_cast<float>(dice.whole(0, 90)) / 100;
        move.inflate = static_cast<float>(dice.whole(0, 100)) / 100;
        const std::string line = three.language.line_of(move);
        CHECK_MESSAGE(three.move(line) == move, line);
    }
}

TEST_CASE("any text is understood or refused") {
    const Three three;
    worlds::Dice dice(6);
    const std::vector<std::string> parts{"meet", "cfo",   "\"",    "5%", "with", "about",    "\xd0",
                                         "\xff", "offer", "1e999", "-3", "%",    "week",     "all",
                                         "#",    "trial", "to",    "by", "нар",  "tailored", "extras"};
    int refused = 0;
    for (int i = 0; i < 3'000; ++i) {
        std::string line;
        for (int words = dice.whole(0, 7); words > 0; --words)
            line += parts[static_cast<std::size_t>(dice.whole(0, static_cast<int>(parts.size()) - 1))] + " ";
        try {
            for (const Move& move : three.said(line).moves)
                CHECK(three.move(three.language.line_of(move)).act == move.act);
        } catch (const UserError& error) {
            ++refused;
            CHECK(std::string(error.what()).find(';') != std::string::npos);
        }
    }
    CHECK(refused > 500);
}

TEST_CASE("completion offers what may come next") {
    const Three three;
    const auto offered = [&](const std::string& line, const std::string& word) {
        const auto found = three.language.completions(line, three.knowledge);
        return std::ranges::find(found, word) != found.end();
    };
    CHECK(offered("", "meet"));
    CHECK(offered("", "week"));
    CHECK(offered("me", "meet"));
    CHECK_FALSE(offered("me", "call"));
    CHECK(offered("meet ", "cfo"));
    CHECK(offered("meet cfo about bu", "budget"));
    CHECK_FALSE(offered("meet ", "week"));
}

} // namespace assent
