// A session is the kernel's own deal, and a tree that nothing but the way to a position can change.
#include "rehearsal/session.hpp"

#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "worlds/play.hpp"
#include "worlds/random_model.hpp"
#include "worlds/rehearsing.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>

namespace assent {
namespace {

using namespace worlds;
using Kind = TraceEvent::Kind;

bool equal(const TraceEvent& a, const TraceEvent& b) {
    return a.kind == b.kind && a.flag == b.flag && a.week == b.week && a.member == b.member && a.other == b.other &&
           a.topic == b.topic && a.act == b.act && a.channel == b.channel && a.value == b.value && a.second == b.second;
}

/// The scenario with the moves of a session as one more strategy, as a file would hold it.
Model with_moves(const Session& session, NodeId node) {
    Model model = session.practice().model();
    Strategy strategy = session.practice().manner_strategy();
    strategy.id = "rehearsed";
    strategy.rules.clear();
    const Weeks weeks = session.weeks(node);
    for (std::size_t week = 0; week < weeks.size(); ++week)
        for (const Move& move : weeks[week]) strategy.rules.push_back(rule_of(model, move, static_cast<int>(week) + 1));
    model.strategies.push_back(strategy);
    return model;
}

void check_replay(const Model& model, std::int32_t manner, std::uint64_t replicate) {
    Session session = session_of(model, manner, 11, replicate);
    Dice dice(replicate + 77);
    play_to_the_end(session, dice);
    const NodeId leaf = session.current();
    const Plan plan = compile(with_moves(session, leaf));
    const Told told = tell(plan, static_cast<std::int32_t>(model.strategies.size()), 11, replicate);
    INFO(model.title, ", deal ", replicate);
    CHECK(difference(session.row(leaf), told.row) == "");
    CHECK(session.week(leaf) == told.row.week);
    const std::vector<TraceEvent> truth = session.truth(leaf);
    CHECK(std::ranges::equal(truth, told.events, equal));
}

Move introduction(std::int32_t member) {
    Move move;
    move.act = Act::introduce;
    move.channel = Channel::email;
    move.member = member;
    return move;
}

MoveProblem::Kind kind_of(const Session& session, const Move& move) {
    const auto problem = session.problem(move);
    REQUIRE(problem.has_value());
    return problem->kind;
}

} // namespace

TEST_CASE("a session is the replicate of the strategy made of its moves, bit for bit") {
    for (std::uint64_t replicate = 0; replicate < 12; ++replicate)
        check_replay(small_company(), static_cast<std::int32_t>(replicate % 3), replicate);
    for (std::uint64_t world = 900; world < 940; ++world) check_replay(random_model(world), 0, world);
}

TEST_CASE("all that was planned is done, within hours and money, and with nobody who is not known") {
    std::int64_t made = 0, refused = 0;
    for (std::uint64_t world = 1000; world < 1040; ++world) {
        Model model = random_model(world);
        model.strategies[0].budget = static_cast<double>(world % 7) * 300;
        model.seller.kickbacks = world % 2 == 0;
        Session session = session_of(model, 0, 3, world);
        const Plan& plan = session.practice().plan();
        Dice dice(world);
        for (int tries = 0; tries < 50; ++tries) refused += session.problem(any_move(session.practice(), dice)) ? 1 : 0;
        play_to_the_end(session, dice);
        const NodeId leaf = session.current();
        const Weeks weeks = session.weeks(leaf);
        std::vector<std::uint8_t> known = plan.known;
        std::vector<float> hours(weeks.size() + 1);
        std::vector<std::size_t> touches(weeks.size() + 1);
        for (const TraceEvent& event : session.truth(leaf)) {
            if (event.kind == Kind::member_found) known[static_cast<std::size_t>(event.member)] = 1;
            if (event.kind != Kind::touch) continue;
            const auto week = static_cast<std::size_t>(event.week);
            CHECK(known[static_cast<std::size_t>(event.member)] == 1);
            if (event.act == Act::kickback) CHECK(session.practice().kickbacks_allowed());
            hours[week] += event.value;
            ++touches[week];
        }
        for (std::size_t week = 1; week < hours.size(); ++week) {
            INFO(model.title, ", week ", week);
            CHECK(hours[week] <= plan.strategies[0].hours * 1.0001f);
            CHECK(touches[week] <= weeks[week - 1].size());
            // What an earlier touch of the week makes needless: a second trial or call for a decision, an open answer.
            const bool all_needed = std::ranges::none_of(weeks[week - 1], [](const Move& move) {
                return move.act == Act::pilot || move.act == Act::ask_decision ||
                       (move.act == Act::address && move.topic < 0);
            });
            if (week < hours.size() - 1 && all_needed) CHECK(touches[week] == weeks[week - 1].size());
            made += static_cast<std::int64_t>(touches[week]);
        }
        const Knowledge end = session.knowledge(leaf);
        CHECK(end.money_spent == session.row(leaf).cost_of_sale);
        CHECK(end.money_spent <= plan.strategies[0].budget);
        CHECK(end.outcome == session.row(leaf).outcome);
        float all_hours = 0;
        for (const float of_channel : session.row(leaf).hours) all_hours += of_channel;
        CHECK(end.hours_spent == all_hours);
    }
    CHECK(made > 400);
    CHECK(refused > 400);
}

TEST_CASE("the seller's knowledge holds nobody and nothing that he did not find") {
    int found = 0;
    for (std::uint64_t world = 1100; world < 1130; ++world) {
        Session session = session_of(random_model(world), 0, 3, world);
        const Plan& plan = session.practice().plan();
        Dice dice(world);
        while (!session.decided(session.current())) {
            play_any_week(session, dice);
            std::vector<std::uint8_t> known = plan.known, doubts = plan.objection_known;
            for (const TraceEvent& event : session.witnessed(session.current())) {
                CHECK(is_witnessed(event));
                if (event.kind == Kind::member_found) known[static_cast<std::size_t>(event.member)] = 1;
                if (event.kind == Kind::objection_found) doubts[static_cast<std::size_t>(event.other)] = 1;
                if (event.member >= 0) CHECK(known[static_cast<std::size_t>(event.member)] == 1);
            }
            const Knowledge& knowledge = session.knowledge();
            for (const KnownMember& member : knowledge.members) {
                CHECK(member.known == (known[static_cast<std::size_t>(member.member)] != 0));
                if (!member.known) CHECK(member.objections.empty());
                CHECK((member.seen >= 0) == (member.seen_week > 0));
                for (const KnownObjection& doubt : member.objections) {
                    CHECK(doubts[static_cast<std::size_t>(doubt.objection)] == 1);
                    CHECK(doubt.heard_week <= knowledge.week);
                    found += plan.objection_known[static_cast<std::size_t>(doubt.objection)] == 0 ? 1 : 0;
                }
            }
        }
    }
    CHECK(found > 0);
}

TEST_CASE("what is wrong with a move is told, and it is not made") {
    Session session = session_of(small_company(), 0, 1, 0); // marketing, member 2, is not known
    Move move = introduction(0);
    CHECK(!session.problem(move));
    move.inflate = std::numeric_limits<float>::quiet_NaN();
    CHECK(kind_of(session, move) == MoveProblem::Kind::nonsense);
    CHECK(kind_of(session, introduction(2)) == MoveProblem::Kind::nobody);
    CHECK(*session.problem(introduction(2)) == *session.problem(introduction(3)));
    CHECK(kind_of(session, introduction(-1)) == MoveProblem::Kind::nobody);
    move = introduction(0);
    move.act = static_cast<Act>(99);
    CHECK(kind_of(session, move) == MoveProblem::Kind::nonsense);
    move = introduction(0);
    move.discount = 0.1f;
    CHECK(kind_of(session, move) == MoveProblem::Kind::needless);
    move = introduction(0);
    move.act = Act::kickback;
    CHECK(kind_of(session, move) == MoveProblem::Kind::kickback);
    move.act = Act::pilot;
    CHECK(kind_of(session, move) == MoveProblem::Kind::trial_stage);
    move.act = Act::address;
    move.member = 1;
    CHECK(!session.problem(move));
    CHECK_THROWS_AS(session.apply(introduction(2)), UserError);
    CHECK(session.tree().size() == 1);

    const int touches = 15;
    for (int count = 0; count < touches; ++count) session.apply(introduction(0));
    CHECK(session.knowledge().hours_left >= 0);
    CHECK(kind_of(session, introduction(0)) == MoveProblem::Kind::touches);
    move = introduction(1);
    move.act = Act::value_case;
    move.channel = Channel::meeting;
    while (!session.problem(move)) session.apply(move);
    const auto hours = session.problem(move);
    CHECK(hours->kind == MoveProblem::Kind::hours);
    CHECK(hours->needed > hours->there);
}

TEST_CASE("nothing but the way to a position matters to it") {
    for (const std::uint64_t world : {1201, 1202, 1203, 1204}) {
        const auto practice = std::make_shared<const Practice>(random_model(world), 0);
        std::vector<std::vector<NodeId>> leaves;
        std::vector<Session> sessions;
        for (const bool backwards : {false, true}) {
            Session session(practice, 5, world);
            std::vector<NodeId> ends(6);
            for (std::size_t turn = 0; turn < ends.size(); ++turn) {
                const std::size_t branch = backwards ? ends.size() - 1 - turn : turn;
                Dice dice(branch); // the branch is the dice's, whatever was tried before
                session.go_to(0);
                for (int week = 0; week < 6 && !session.decided(session.current()); ++week)
                    play_any_week(session, dice);
                ends[branch] = session.current();
            }
            leaves.push_back(ends);
            sessions.push_back(session);
        }
        for (std::size_t branch = 0; branch < leaves[0].size(); ++branch) {
            const NodeId one = leaves[0][branch], other = leaves[1][branch];
            CHECK(difference(sessions[0].row(one), sessions[1].row(other)) == "");
            CHECK(sessions[0].weeks(one) == sessions[1].weeks(other));
            CHECK(std::ranges::equal(sessions[0].truth(one), sessions[1].truth(other), equal));
        }
    }
}

TEST_CASE("the tree of a session") {
    Session session = session_of(small_company(), 0, 1, 0);
    const NodeId planned = session.apply(introduction(0));
    const float left = session.knowledge().hours_left;
    CHECK(left < session.knowledge(0).hours_left);
    const NodeId week = session.play_week();
    CHECK(session.week(week) == 1);
    CHECK(session.weeks(week) == Weeks{{introduction(0)}});
    CHECK(session.planned(week).empty());
    CHECK(session.back());
    CHECK(session.current() == planned);
    CHECK(session.planned(planned) == std::vector<Move>{introduction(0)});
    CHECK(session.play_week() == week); // the same again
    session.go_to(0);
    const NodeId other = session.apply(introduction(1));
    CHECK(other != planned);
    CHECK(session.tree()[0].children == std::vector<NodeId>{planned, other});
    session.annotate(other, "what if");
    session.bookmark(other, true);
    CHECK(session.tree()[std::size_t(other)].bookmarked);
    CHECK_THROWS_AS(session.annotate(other, std::string(5000, 'x')), UserError);
    CHECK_THROWS_AS(session.annotate(other, "\xff"), UserError);
    CHECK(session.tree()[std::size_t(other)].forecast == -1);
    session.foretell(other, 70);
    CHECK(session.tree()[std::size_t(other)].forecast == 70);
    CHECK_THROWS_AS(session.foretell(other, 101), UserError);
    CHECK_THROWS_AS(session.foretell(other, -1), UserError);
    CHECK(session.played_from(planned));
    CHECK_FALSE(session.played_from(other));
    session.go_to(week);
    session.remove(planned);
    CHECK(session.current() == 0);
    CHECK(session.tree()[0].children == std::vector<NodeId>{other});
    CHECK_THROWS_AS(session.go_to(week), UserError);
    CHECK_THROWS_AS(session.remove(0), UserError);
    CHECK_THROWS_AS(session.go_to(1000), UserError);
    CHECK(!session.back());
    const NodeId again = session.apply(introduction(0));
    CHECK(again != planned); // numbers are not given twice
}

TEST_CASE("a deal ends once") {
    Session session = session_of(small_company(), 2, 1, 4);
    while (!session.decided(session.current())) session.play_week();
    CHECK(session.week(session.current()) == session.row(session.current()).week);
    CHECK(session.truth(session.current()).back().kind >= Kind::closed);
    CHECK(session.knowledge().hours_left == 0);
    CHECK_THROWS_AS(session.play_week(), UserError);
    CHECK(kind_of(session, introduction(0)) == MoveProblem::Kind::decided);
    session.back();
    CHECK(std::ranges::count(session.truth(session.current()), Kind::closed, &TraceEvent::kind) == 0);
}

TEST_CASE("the same session on every run and every machine") {
    std::uint64_t hash = signature_start;
    for (std::uint64_t replicate = 0; replicate < 8; ++replicate) {
        Session session = session_of(small_company(), 1, 9, replicate);
        Dice dice(replicate);
        play_to_the_end(session, dice);
        hash = mix_signature(hash, session.row(session.current()));
    }
    CHECK(hash == 6822007701110960647u);
}

TEST_CASE("the manner that wins most is taken when none is named") {
    const Practice practice(small_company(), -1);
    CHECK(practice.manner() != 2); // "silent" does nothing
    CHECK_THROWS_AS(Practice(small_company(), 3), UserError);
    CHECK_THROWS_AS(Practice(small_company(), -2), UserError);
    Model bare = small_company();
    bare.strategies.clear();
    CHECK_THROWS_AS(Practice(bare, -1), UserError);
}

} // namespace assent
