// One's own mistakes become puzzles, are kept with their positions, and come back.
#include "model/user_error.hpp"
#include "rehearsal/session_file.hpp"
#include "training/mistake.hpp"
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

namespace assent {
namespace {

Move call(int member, Act act = Act::introduce) {
    Move move;
    move.act = act;
    move.channel = Channel::phone;
    move.member = member;
    return move;
}

/// Two weeks; beside the way that is judged another one was tried.
Session played() {
    const SessionSource source{ASSENT_SOURCE_DIR "/scenarios/three-heads.toml", "", {"company.need=0.8"}, ""};
    Session session(std::make_shared<const Practice>(rehearsed_model(source), 0), 1, 3);
    session.apply(call(0));
    session.play_week();
    session.back();
    session.apply(call(1));
    session.play_week();
    session.apply(call(1, Act::discover));
    session.play_week();
    return session;
}

/// Every decision of the way, of the classes in turn.
Debrief judged(const Session& session, const std::vector<MoveClass>& classes) {
    Debrief debrief;
    const std::vector<NodeId> path = session.path(session.current());
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const Node& step = session.tree()[static_cast<std::size_t>(path[i + 1])];
        JudgedMove move;
        move.node = path[i];
        move.week = session.week(path[i]) + 1;
        move.move = step.move;
        move.wait = step.plays_week;
        move.cls = classes[i % classes.size()];
        debrief.moves.push_back(move);
    }
    return debrief;
}

PuzzleRequest quick() {
    PuzzleRequest request;
    request.rollouts = 4'096;
    return request;
}

} // namespace

TEST_CASE("inaccuracies and worse are asked again, with rollouts enough, each at its position") {
    const Session session = played();
    Debrief debrief = judged(session, {MoveClass::best, MoveClass::inaccuracy, MoveClass::good, MoveClass::blunder});
    const std::vector<Mistake> mistakes = mistakes_of(session, debrief);
    REQUIRE(mistakes.size() == 2);
    CHECK(mistakes[0].session.week(mistakes[0].session.current()) == 0);
    CHECK(mistakes[0].session.planned(mistakes[0].session.current()) == session.planned(debrief.moves[1].node));
    CHECK(mistakes[0].session.tree().size() ==
          std::size_t(mistakes[0].session.current()) + 2); // the way and one decision
    CHECK(mistakes[0].item != mistakes[1].item);
    CHECK(mistakes[0].item.starts_with("three_heads_a_trade_fair_stand/1/3/1/"));
    for (JudgedMove& move : debrief.moves) move.enough = false;
    CHECK(mistakes_of(session, debrief).empty());
}

TEST_CASE("a position is kept with its scenario, and read again it is the same") {
    const Session session = played();
    for (const Mistake& mistake : mistakes_of(session, judged(session, {MoveClass::mistake}))) {
        const Mistake again = read_mistake(mistake.item, position_text(mistake));
        CHECK(position_text(again) == position_text(mistake));
        CHECK(again.session.current() == mistake.session.current());
        CHECK(again.session.row(again.session.current()).week == mistake.session.row(mistake.session.current()).week);
    }
    CHECK_THROWS_AS(read_mistake("torn", "format = 1\n"), UserError);
    CHECK_THROWS_AS(read_mistake("torn", ""), UserError);
}

TEST_CASE("those that come back are read from the profile, and what cannot be read any more is let go") {
    const worlds::Scratch scratch;
    Profile profile(scratch / "p.db", "Ana");
    const Session session = played();
    Attempt missed;
    missed.kind = "mistake";
    missed.passed = false;
    for (const Mistake& mistake : mistakes_of(session, judged(session, {MoveClass::mistake, MoveClass::best}))) {
        missed.item = mistake.item;
        profile.add(missed, position_text(mistake));
    }
    const std::size_t sound = profile.attempts().size();
    missed.item = "of another version";
    profile.add(missed, "format = 1\n");
    profile.begin_sitting();
    const DueMistakes due = due_mistakes(profile);
    CHECK(due.mistakes.size() == sound);
    CHECK(due.let_go == std::vector<std::string>{"of another version"});
    CHECK(profile.due("mistake").size() == sound);
    CHECK(profile.position("of another version").empty());
}

TEST_CASE("a retry shows what was decided, and passes what is near the best") {
    const Session session = played();
    const Debrief debrief = judged(session, {MoveClass::mistake});
    const std::vector<Mistake> mistakes = mistakes_of(session, debrief);
    REQUIRE(mistakes.size() == debrief.moves.size());
    for (std::size_t i = 0; i < mistakes.size(); ++i) {
        const auto puzzle = retry_of(mistakes[i], quick());
        REQUIRE(puzzle);
        CHECK(puzzle->choices.size() <= 4);
        const JudgedMove& made = debrief.moves[i];
        CHECK(std::ranges::count_if(puzzle->choices, [&](const PuzzleChoice& choice) {
                  return choice.wait == made.wait && (made.wait || choice.move == made.move);
              }) == 1);
        CHECK(puzzle->passes(puzzle->best));
        for (std::size_t place = 0; place < puzzle->choices.size(); ++place) {
            const double behind = puzzle->choices[puzzle->best].gain - puzzle->choices[place].gain;
            CHECK(puzzle->passes(place) == (place == puzzle->best || behind < 0.035));
        }
        const auto same = retry_of(mistakes[i], quick());
        CHECK(same->best == puzzle->best);
        PuzzleAnswer answer;
        answer.tries = 2;
        const Attempt attempt = attempt_of(mistakes[i], *puzzle, answer);
        CHECK(attempt.kind == "mistake");
        CHECK(attempt.item == mistakes[i].item);
        CHECK_FALSE(attempt.passed);
    }
}

} // namespace assent
