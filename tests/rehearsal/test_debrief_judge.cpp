// The advisor as judge: planning is no luck, the coach's own way costs nothing on average, doing harm costs much.
#include "rehearsal/debrief.hpp"

#include "worlds/rehearsing.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace assent {
namespace {

using namespace worlds;

DebriefRequest quick() {
    DebriefRequest request;
    request.particles = 128;
    request.rollouts = 256;
    request.other_luck = 64;
    request.threads = 1;
    return request;
}

Session three_weeks(std::uint64_t replicate) {
    Session session = session_of(small_company(), 1, 9, replicate);
    Dice dice(replicate);
    for (int week = 0; week < 3 && !session.decided(session.current()); ++week) play_any_week(session, dice);
    return session;
}

} // namespace

TEST_CASE("the sums of a debrief by the advisor hold, and what is only planned is no luck") {
    for (std::uint64_t replicate = 0; replicate < 3; ++replicate) {
        const Session session = three_weeks(replicate);
        const Debrief result = debrief(session, session.current(), quick());
        CHECK(result.end_value - result.start_value == doctest::Approx(result.sum_luck - result.sum_behind));
        for (const JudgedMove& move : result.moves) {
            if (!move.wait) CHECK(move.luck == doctest::Approx(0));
            CHECK(move.value_before >= 0);
            CHECK(move.value_before <= 1);
            CHECK(move.loss_low <= move.loss_high);
        }
        CHECK(result.total <= 100);
    }
}

TEST_CASE("a debrief is the same on every run and for any number of threads") {
    const Session session = three_weeks(1);
    DebriefRequest request = quick();
    const Debrief one = debrief(session, session.current(), request);
    request.threads = 3;
    const Debrief three = debrief(session, session.current(), request);
    REQUIRE(one.moves.size() == three.moves.size());
    for (std::size_t i = 0; i < one.moves.size(); ++i) {
        CHECK(one.moves[i].loss == three.moves[i].loss);
        CHECK(one.moves[i].chosen == three.moves[i].chosen);
        CHECK(one.moves[i].better == three.moves[i].better);
    }
    CHECK(one.total == three.total);
}

TEST_CASE("a decided deal is worth what it came to") {
    Session session = session_of(small_company(), 1, 9, 2);
    while (!session.decided(session.current())) session.play_week();
    DebriefRequest request = quick();
    request.rollouts = 64;
    const Debrief result = debrief(session, session.current(), request);
    CHECK(result.end_value == (result.row.outcome == Outcome::won ? 1.0 : 0.0));
    CHECK(result.sum_loss > 0); // nothing was done at all
}

} // namespace assent
