// The arithmetic of a debrief, with a judge whose judgements are known.
#include "rehearsal/debrief.hpp"

#include "model/user_error.hpp"
#include "worlds/play.hpp"
#include "worlds/random_model.hpp"
#include "worlds/rehearsing.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

using namespace worlds;

Session played(const Model& model, std::uint64_t seed) {
    Session session = session_of(model, 0, 3, seed);
    Dice dice(seed);
    play_to_the_end(session, dice);
    return session;
}

/// Judgements by chance, the same for the same node.
Judgement by_chance(NodeId node) {
    Dice dice(static_cast<std::uint64_t>(node) + 5);
    Judgement judgement;
    judgement.value = dice.real(0, 1);
    judgement.chosen = dice.real(0, 1);
    judgement.loss = dice.real(-0.02, 0.25);
    const double reach = dice.real(0, 0.04);
    judgement.loss_low = judgement.loss - reach;
    judgement.loss_high = judgement.loss + reach;
    judgement.better_waits = dice.chance(0.3);
    judgement.is_best = dice.chance(0.2);
    return judgement;
}

Debrief debriefed(const Session& session, NodeId leaf) {
    DebriefRequest request;
    request.other_luck = 600;
    return debrief(
        session, leaf, request, [](NodeId node, NodeId) { return by_chance(node); },
        [](NodeId node) { return by_chance(node).value; });
}

/// Judges nothing: every decision is the best.
Debrief faultless(const Session& session) {
    DebriefRequest request;
    request.other_luck = 1;
    const auto judge = [](NodeId, NodeId) {
        Judgement judgement;
        judgement.is_best = true;
        return judgement;
    };
    return debrief(session, session.current(), request, judge, [](NodeId) { return 0.0; });
}

double points_of(const Debrief& debrief, Skill skill) { return debrief.skills[std::size_t(skill)].points; }

} // namespace

TEST_CASE("what was gained is luck less what one fell behind") {
    for (std::uint64_t world = 1400; world < 1420; ++world) {
        const Session session = played(random_model(world), world);
        const Debrief result = debriefed(session, session.current());
        CHECK(result.end_value - result.start_value == doctest::Approx(result.sum_luck - result.sum_behind));
        double loss = 0, points = 0, of = 0;
        for (std::size_t i = 0; i < result.moves.size(); ++i) {
            const JudgedMove& move = result.moves[i];
            CHECK(move.loss >= 0);
            if (i > 0) CHECK(move.value_before == result.moves[i - 1].value_after);
            CHECK(move.value_after - move.value_before == doctest::Approx(move.luck - move.behind));
            loss += move.loss;
        }
        CHECK(result.sum_loss == doctest::Approx(loss));
        for (const SkillScore& skill : result.skills) {
            CHECK(skill.points >= 0);
            CHECK(skill.points <= skill.of);
            CHECK(skill.done >= 0);
            CHECK(skill.done <= 1);
            points += skill.points;
            of += skill.of;
        }
        CHECK(of == 100);
        CHECK(result.total == doctest::Approx(points));
        CHECK(result.moves.size() + 1 == session.path(session.current()).size());
    }
}

TEST_CASE("classes by what a decision cost, and no harsher than its interval bears") {
    CHECK(class_of_loss(0.99) == MoveClass::best);
    CHECK(class_of_loss(1) == MoveClass::good);
    CHECK(class_of_loss(4.99) == MoveClass::good);
    CHECK(class_of_loss(5) == MoveClass::inaccuracy);
    CHECK(class_of_loss(10) == MoveClass::mistake);
    CHECK(class_of_loss(15) == MoveClass::blunder);
    int tentative = 0, too_wide = 0;
    const Session session = played(small_company(), 1);
    for (const JudgedMove& move : debriefed(session, session.current()).moves) {
        const Judgement judgement = by_chance(move.node);
        if (judgement.is_best) {
            CHECK(move.cls == MoveClass::best);
            CHECK(!move.tentative);
            continue;
        }
        CHECK(move.cls <= class_of_loss(100 * judgement.loss));
        CHECK(move.cls == class_of_loss(100 * judgement.loss_low));
        CHECK(move.tentative == (class_of_loss(100 * judgement.loss) != class_of_loss(100 * judgement.loss_low)));
        CHECK(move.enough == (judgement.loss_high - judgement.loss_low <= 0.05));
        tentative += move.tentative ? 1 : 0;
        too_wide += move.enough ? 0 : 1;
    }
    CHECK(tentative > 0);
    CHECK(too_wide > 0);
}

TEST_CASE("turning points are where the value moved most") {
    const Session session = played(small_company(), 2);
    const Debrief result = debriefed(session, session.current());
    REQUIRE(result.turning_points.size() > 1);
    double least = 1;
    const auto swing = [&](const JudgedMove& move) { return std::fabs(move.value_after - move.value_before); };
    for (const int place : result.turning_points) {
        const double size = swing(result.moves[std::size_t(place)]);
        CHECK(size <= least);
        least = size;
    }
    if (result.turning_points.size() == 5) {
        const auto larger =
            std::ranges::count_if(result.moves, [&](const JudgedMove& move) { return swing(move) > least; });
        CHECK(larger == 4);
    }
}

TEST_CASE("the same moves with other luck: the share is that of the plan itself where nothing is uncertain") {
    Model model = small_company();
    model.company.need = 0.7;
    model.alternatives[0].attributes = {{"quality", 0.8}, {"service", 0.7}};
    model.centre.link(1).strength = 2.0;
    for (int d = 0; d < model.centre.size(); ++d) REQUIRE(!model.centre.stakeholder(d).id.empty());
    const Session session = played(model, 5);
    const Debrief result = debriefed(session, session.current());
    Script script(session.practice().plan(), 0);
    const Weeks weeks = session.weeks(session.current());
    script.set(weeks);
    REQUIRE(script.plan().n_draw == 0);
    const Played all = play_unchecked(script.plan(), {.strategy = script.strategy(), .seed = 1, .count = 600});
    const auto wins = std::ranges::count(all.rows, Outcome::won, &OutcomeRow::outcome);
    CHECK(result.other_luck_win == doctest::Approx(static_cast<double>(wins) / 600));
    CHECK(result.other_luck_low < result.other_luck_win + 1e-9);
    CHECK(result.other_luck_high > result.other_luck_win - 1e-9);
}

TEST_CASE("the truth is shown beside what was known") {
    const Session session = played(small_company(), 3);
    const Debrief result = debriefed(session, session.current());
    REQUIRE(result.members.size() == 3);
    const RevealedMember& finance = result.members[1];
    REQUIRE(finance.objections.size() == 2);
    CHECK(finance.objections[0].known);
    CHECK(finance.objections[0].stated != finance.objections[0].root); // a pretext
    const Knowledge knowledge = session.knowledge(session.current());
    for (const RevealedMember& member : result.members) {
        CHECK(member.known == knowledge.members[std::size_t(member.member)].known);
        CHECK(member.support >= 0);
        CHECK(member.support <= 1);
    }
}

TEST_CASE("skills: what was done, whatever came of it") {
    Session idle = session_of(small_company(), 0, 1, 0);
    while (!idle.decided(idle.current())) idle.play_week();
    const Debrief nothing = faultless(idle);
    CHECK(points_of(nothing, Skill::coverage) == 0); // nothing was shown, so nothing is earned by not losing
    CHECK(points_of(nothing, Skill::discovery) == 0);
    CHECK(points_of(nothing, Skill::pacing) == 0);
    CHECK(points_of(nothing, Skill::price_discipline) == 15);

    Session busy = session_of(small_company(), 0, 1, 0);
    Move move;
    move.channel = Channel::email;
    for (const std::int32_t member : {0, 1}) {
        move.member = member;
        move.act = Act::discover;
        busy.apply(move);
        move.act = Act::address;
        busy.apply(move);
    }
    busy.play_week();
    const Debrief asked = faultless(busy);
    CHECK(points_of(asked, Skill::coverage) == 20);
    CHECK(points_of(asked, Skill::discovery) == 20);
    CHECK(points_of(asked, Skill::objection_handling) == 20);
    CHECK(points_of(asked, Skill::pacing) == 15);
    CHECK(points_of(asked, Skill::honesty) == 10);
    CHECK(asked.total == 100);

    Session pushy = session_of(small_company(), 0, 1, 0);
    move = Move{};
    move.channel = Channel::email;
    for (int touch = 0; touch < 4; ++touch) {
        move.inflate = touch < 2 ? 0.5f : 0.0f;
        pushy.apply(move);
    }
    pushy.play_week();
    const Debrief crowded = faultless(pushy);
    CHECK(points_of(crowded, Skill::pacing) == doctest::Approx(15 * 0.75)); // two of four too many
    CHECK(points_of(crowded, Skill::honesty) == doctest::Approx(10 * 0.75));
    CHECK(points_of(crowded, Skill::discovery) == 0);
}

TEST_CASE("the loss of a missed decision counts against the skill it would have shown") {
    Session session = session_of(small_company(), 0, 1, 0);
    session.play_week();
    DebriefRequest request;
    request.other_luck = 1;
    const auto judge = [](NodeId, NodeId) {
        Judgement judgement;
        judgement.loss = judgement.loss_low = judgement.loss_high = 0.15;
        judgement.better.act = Act::introduce;
        return judgement;
    };
    const Debrief result = debrief(session, session.current(), request, judge, [](NodeId) { return 0.0; });
    CHECK(result.moves[0].cls == MoveClass::blunder);
    CHECK(result.skills[std::size_t(Skill::coverage)].lost == doctest::Approx(0.15));
    CHECK(points_of(result, Skill::coverage) == 0); // nothing done
    CHECK_THROWS_AS(debriefed(session, 77), UserError);
}

TEST_CASE(
    "of each week played the last forecast is held against the chance there was, not against how the deal ended") {
    Session session = session_of(small_company(), 0, 3, 1);
    session.foretell(0, 90); // replaced within the week
    Move move;
    move.act = Act::introduce;
    const NodeId planned = session.apply(move);
    session.foretell(planned, 60);
    const NodeId first = session.play_week();
    const NodeId second = session.play_week(); // nothing was said
    session.foretell(second, 0);
    session.play_week();
    session.foretell(session.current(), 100); // its week has not been played
    const auto worth = [](NodeId node) { return 0.1 * node; };
    const std::vector<JudgedForecast> forecasts = judged_forecasts(session, session.current(), worth);
    REQUIRE(forecasts.size() == 2);
    CHECK(first != second);
    CHECK(forecasts[0].week == 1);
    CHECK(forecasts[0].said == doctest::Approx(0.6));
    CHECK(forecasts[0].worth == doctest::Approx(0.1 * planned));
    CHECK(forecasts[1].week == 3);
    CHECK(forecasts[1].said == 0);
    CHECK(forecasts[1].worth == doctest::Approx(0.1 * second));
    const Debrief whole = debriefed(session, session.current());
    REQUIRE(whole.forecasts.size() == 2);
    CHECK(whole.forecasts[0].worth == by_chance(planned).value);
}

} // namespace assent
