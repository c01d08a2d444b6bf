// What the seller believes: the prior without news, the truth's own account without surprise, Bayes where it can be counted.
#include "rehearsal/belief.hpp"
#include "rehearsal/believed_model.hpp"
#include "rehearsal/witnessed_week.hpp"

#include "experiment/told_replicate.hpp"
#include "model/compile.hpp"
#include "worlds/play.hpp"
#include "worlds/random_model.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace assent {
namespace {

using namespace worlds;

std::shared_ptr<const Practice> practice_of(Model model) {
    return std::make_shared<const Practice>(std::move(model), 0);
}

/// One person who looks at the price, with a hidden doubt that may or may not be there.
Model one_person() {
    Model model = bare_centre(1, 0);
    Stakeholder& person = model.centre.stakeholder(0);
    person.roles = {Role::economic_buyer};
    person.accessibility = 1.0;
    Objection doubt;
    doubt.topic = "roi";
    doubt.severity = 0.7;
    doubt.known = false;
    person.objections = {doubt};
    model.strategies[0].professionalism = 1.0;
    return model;
}

/// Severity of the first hidden doubt in deals that agree with a support seen by telephone, by rejection: the touch gets
/// through and shows support within `width` of what was seen.
struct Sample {
    double mean, error;
    std::int64_t count;
};
Sample by_rejection(const Practice& practice, float seen, float width) {
    Line line = practice.line();
    Move call;
    call.channel = Channel::phone;
    line.set(1, std::vector<Move>{call}, -1, 0);
    double sum = 0, squares = 0;
    std::int64_t count = 0;
    for (std::uint64_t replicate = 0; replicate < 60'000; ++replicate) {
        const Retold retold = retell(line.plan(), line.strategy(), 77, replicate);
        double severity = -1;
        bool agrees = false;
        for (const TraceEvent& event : retold.events) {
            if (event.week == 0 && event.kind == TraceEvent::Kind::severity && event.other == 0)
                severity = static_cast<double>(event.value);
            if (event.week == 1 && event.kind == TraceEvent::Kind::support_seen)
                agrees = std::abs(event.value - seen) < width;
        }
        if (!agrees) continue;
        ++count;
        sum += severity;
        squares += severity * severity;
    }
    const double n = static_cast<double>(count), mean = sum / n;
    return {mean, std::sqrt((squares / n - mean * mean) / n), count};
}

} // namespace

TEST_CASE("without news a belief is the prior") {
    const auto practice = practice_of(one_person());
    const Belief belief(practice, 1, 4096);
    CHECK(belief.effective_particles() == doctest::Approx(4096));
    const MemberBelief person = belief.member(0);
    REQUIRE(!person.doubts.empty());
    // price, budget and roi are what people who look at the price doubt (model/company_doubts.cpp)
    CHECK(person.doubts.size() == 3);
    const double chance = 0.5 * 0.25 / (0.5 * 0.25 + 0.5); // of roi, see believed_model.cpp
    CHECK(std::abs(person.doubts[0].chance - chance) < 5 * std::sqrt(chance * (1 - chance) / 4096));
    for (const BelievedDoubt& doubt : person.doubts) CHECK(!doubt.known);
}

TEST_CASE("what is hidden is the same to the seller whatever it is") {
    Model grave = one_person(), slight = one_person();
    grave.centre.stakeholder(0).objections[0].severity = 1.0;
    slight.centre.stakeholder(0).objections[0].severity = 0.0;
    const MemberBelief one = Belief(practice_of(grave)).member(0), other = Belief(practice_of(slight)).member(0);
    CHECK(one.support.mean == other.support.mean);
    for (std::size_t o = 0; o < one.doubts.size(); ++o)
        CHECK(one.doubts[o].severity.mean == other.doubts[o].severity.mean);
}

TEST_CASE("a support that was seen moves the belief about a hidden doubt as Bayes says") {
    const auto practice = practice_of(one_person());
    Move call;
    call.channel = Channel::phone;
    for (const float seen : {0.55f, 0.75f}) {
        CAPTURE(seen);
        const Sample exact = by_rejection(*practice, seen, 0.03f);
        CAPTURE(exact.count);
        CAPTURE(exact.mean);
        REQUIRE(exact.count > 300);
        TraceEvent touch, view;
        touch.kind = TraceEvent::Kind::touch;
        touch.week = view.week = 1;
        touch.member = view.member = 0;
        touch.channel = Channel::phone;
        touch.flag = true;
        view.kind = TraceEvent::Kind::support_seen;
        view.value = seen;
        const Belief prior(practice, 3, 16'384);
        Session session(practice, 1, 0);
        Knowledge after = session.knowledge();
        after.week = 1;
        after.stage = Stage::screening;
        const Belief posterior = prior.played({call}, std::vector<TraceEvent>{touch, view}, after);
        CHECK(posterior.week() == 1);
        const BelievedDoubt doubt = posterior.member(0).doubts[0];
        // The filter's own error: a mean over its effective particles; severity lies within 0 … 0.85.
        const double error = std::sqrt(exact.error * exact.error + 0.25 * 0.25 / posterior.effective_particles());
        CHECK(std::abs(doubt.severity.mean - exact.mean) < 5 * error);
    }
}

TEST_CASE("a deal that is led through what it showed itself does what it did") {
    int led = 0;
    for (std::uint64_t world = 900; world < 920; ++world) {
        const Model model = random_model(world);
        const Plan plan = compile(model);
        std::vector<float> workspace(workspace_size(plan));
        const Retold retold = retell(plan, 0, 5, 9);
        if (retold.row.week <= 1) continue;
        ++led;
        INFO("world ", world);
        const auto state_after = [&](int week) {
            DealState state;
            state.values.resize(state_size(plan));
            save_state(plan, {0, 5, 9, 1}, week, workspace.data(), state);
            return state;
        };
        DealState state = state_after(0);
        const DealState truth = state_after(1);
        std::vector<TraceEvent> seen;
        for (const TraceEvent& event : retold.events)
            if (event.week == 1 && !is_after_sale(event.kind))
                if (const auto witnessed = witness(event)) seen.push_back(*witnessed);
        const WeekWitness witnessed(plan, plan, seen, knowledge_of(plan, 0, state, {}),
                                    knowledge_of(plan, 0, truth, {}), 0);
        float log_likelihood = 0;
        witness_week(plan, {{0, 5, 9, 1}, 0}, witnessed.week(), workspace.data(), state.values.data(), &log_likelihood);
        std::vector<float> support(std::size_t(plan.n_member)), severity(std::size_t(plan.n_objection)),
            true_support(support.size()), true_severity(severity.size());
        read_minds(plan, state.values.data(), workspace.data(), support.data(), severity.data());
        read_minds(plan, truth.values.data(), workspace.data(), true_support.data(), true_severity.data());
        CHECK(support == true_support);
        CHECK(severity == true_severity);
    }
    CHECK(led >= 10);
}

TEST_CASE("a belief is worked out from a session, and the order of its members does not matter") {
    const auto practice = std::make_shared<const Practice>(small_company(), 1);
    Session session(practice, 4, 2);
    Move call;
    call.channel = Channel::phone;
    call.member = 1;
    for (int week = 0; week < 3; ++week) {
        session.apply(call);
        session.play_week();
    }
    Beliefs beliefs(1, 512);
    const auto belief = beliefs.at(session, session.current());
    CHECK(belief->week() == 3);
    CHECK(belief->effective_particles() >= 1);
    CHECK(beliefs.at(session, session.current()) == belief);
    for (std::int32_t d = 0; d < practice->plan().n_member; ++d) {
        const MemberBelief member = belief->member(d);
        CHECK(member.support.low <= member.support.mean);
        CHECK(member.support.mean <= member.support.high);
    }

    // The same people in another order of the file.
    Model other = small_company();
    BuyingCentre turned;
    const int n = other.centre.size();
    for (int d = n - 1; d >= 0; --d) turned.add(other.centre.stakeholder(d));
    for (const BuyingCentre::Edge& edge : other.centre.links())
        turned.connect(n - 1 - edge.from, n - 1 - edge.to, *edge.link);
    other.centre = turned;
    const Belief straight(practice, 1, 512), reversed(std::make_shared<const Practice>(other, 1), 1, 512);
    for (std::int32_t d = 0; d < n; ++d)
        CHECK(straight.member(d).support.mean ==
              doctest::Approx(reversed.member(n - 1 - d).support.mean).epsilon(1e-4));
}

} // namespace assent
