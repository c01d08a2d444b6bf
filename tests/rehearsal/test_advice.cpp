// The advice: what it may propose, that it finds the best move of a small deal, and that its figures add up.
#include "rehearsal/advice.hpp"

#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

namespace assent {
namespace {

using namespace worlds;

/// Somebody with one grave doubt, known and as he says it, a decision near, and a seller with time for one talk.
Model one_doubt() {
    Model model = bare_centre(1, 0);
    Stakeholder& person = model.centre.stakeholder(0);
    person.roles = {Role::decision_maker};
    person.accessibility = 1.0;
    person.attention = 0.9;
    person.leaning = 1.5;
    Objection doubt;
    doubt.topic = "support";
    doubt.severity = 0.9;
    doubt.weight = 3.5;
    person.objections = {doubt};
    model.company.need = 0.9;
    model.process.horizon = 6;
    model.process.decision_week = 5;
    model.process.screening_weeks = 0;
    model.process.evaluation_weeks = 0;
    model.assumptions[std::size_t(Assumption::digestion)] = 0.9;
    model.strategies[0].hours = 4;
    model.strategies[0].professionalism = 1.0;
    model.strategies[0].preparation = 1.0;
    model.channels[std::size_t(Channel::meeting)].reach = 1.0;
    return model;
}

struct Position {
    std::shared_ptr<const Practice> practice;
    Session session;
    Belief belief;
    explicit Position(const Model& model)
        : practice(std::make_shared<const Practice>(model, 0)), session(practice, 1, 0), belief(practice, 1, 512) {
        Move call;
        call.channel = Channel::meeting;
        session.apply(call);
        session.play_week();
        belief = belief_at(session, session.current());
    }
    [[nodiscard]] Advice advice(const AdviceRequest& request) const {
        return advise(*practice, belief, session.knowledge(session.current()), {}, request);
    }
};

} // namespace

TEST_CASE("what is proposed can be done, and names nobody and nothing unknown") {
    Model model = small_company();
    model.centre.stakeholder(2).known = false;
    const auto practice = std::make_shared<const Practice>(model, 1);
    Session session(practice, 3, 1);
    for (int week = 0; week < 6 && !session.decided(session.current()); ++week) {
        const std::vector<Move> moves = sensible_moves(*practice, session.knowledge());
        CHECK(!moves.empty());
        CHECK(moves.size() <= most_sensible_moves);
        for (const Move& move : moves) {
            CHECK(!session.problem(move));
            CHECK(move.act != Act::kickback);
            CHECK(move.inflate == 0);
            const KnownMember& member = session.knowledge().members[std::size_t(move.member)];
            CHECK(member.known);
            if (move.act != Act::address) continue;
            CHECK(std::ranges::any_of(member.objections,
                                      [&](const KnownObjection& doubt) { return doubt.topic == move.topic; }));
        }
        session.apply(moves[std::size_t(week) % moves.size()]);
        session.play_week();
    }
}

TEST_CASE("it finds the best move of a small deal, which playing every move at length finds too") {
    const Position position(one_doubt());
    REQUIRE(!position.session.decided(position.session.current()));
    AdviceRequest long_run;
    long_run.only_also = true;
    long_run.seed = 99;
    std::vector<std::pair<double, Move>> enumerated;
    for (const Move& move :
         sensible_moves(*position.practice, position.session.knowledge(position.session.current()))) {
        long_run.also = {move};
        long_run.rollouts = 3 * 4096;
        const Advice alone = position.advice(long_run);
        const auto line = std::ranges::find_if(alone.lines, [](const Advice::Line& each) { return !each.wait; });
        REQUIRE(line != alone.lines.end());
        enumerated.emplace_back(line->value, move);
    }
    REQUIRE(enumerated.size() > 5);
    const auto best = std::ranges::max_element(enumerated, {}, [](const auto& each) { return each.first; });
    const Advice advice = position.advice({});
    REQUIRE(!advice.lines.empty());
    REQUIRE(!advice.lines.front().wait);
    const auto advised =
        std::ranges::find_if(enumerated, [&](const auto& each) { return each.second == advice.lines.front().move; });
    REQUIRE(advised != enumerated.end());
    CHECK(advised->first > best->first - 0.02); // it, or one that is as good within what was played
    CHECK(best->first - std::ranges::min_element(enumerated, {}, [](const auto& each) { return each.first; })->first >
          0.05);
}

TEST_CASE("its figures add up, and are the same for any number of threads") {
    const Position position(one_doubt());
    AdviceRequest request;
    request.rollouts = 20'000;
    const Advice one = position.advice(request);
    request.threads = 3;
    const Advice several = position.advice(request);
    REQUIRE(one.lines.size() == several.lines.size());
    for (std::size_t k = 0; k < one.lines.size(); ++k) {
        CHECK(one.lines[k].gain == several.lines[k].gain);
        CHECK(one.lines[k].move == several.lines[k].move);
        CHECK(one.lines[k].gain_low <= one.lines[k].gain);
        CHECK(one.lines[k].gain <= one.lines[k].gain_high);
        CHECK(one.lines[k].rollouts >= 64);
    }
    CHECK(one.won + one.lost + one.none == doctest::Approx(1));
    CHECK(one.value == doctest::Approx(one.won));
    CHECK(std::accumulate(one.weeks_histogram.begin(), one.weeks_histogram.end(), 0.0) == doctest::Approx(one.won));
    CHECK(one.final);
}

TEST_CASE("money is a goal as well, and nothing cancelled is told as more than it is") {
    const Position position(one_doubt());
    AdviceRequest request;
    request.goal = Goal::margin;
    request.rollouts = 4'000;
    const Advice money = position.advice(request);
    CHECK(money.lines.front().value > 1); // currency, not a share
    std::atomic<bool> cancelled{true};
    request.cancelled = &cancelled;
    const Advice none = position.advice(request);
    CHECK(none.rollouts == 0);
    CHECK(!none.final);
}

} // namespace assent
