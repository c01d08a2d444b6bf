#include "validation/prospecting.hpp"

#include "experiment/intervals.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "validation/fact_arms.hpp"

#include <algorithm>
#include <vector>

namespace assent {
namespace {

constexpr std::int64_t cold_deals = 1 << 16;
constexpr int prospected = 32; ///< deals of each company

Rule to_decision_maker(Act act, Channel channel, bool contacted, int cooldown) {
    Rule rule;
    rule.act = act;
    rule.channel = channel;
    rule.selector = Selector::role;
    rule.role = Role::decision_maker;
    rule.when.contacted = contacted;
    rule.cooldown = cooldown;
    return rule;
}

/// The company does not decide while we are looking for a meeting.
Model prospect(Model model) {
    model.process.decision_week = model.process.horizon;
    Strategy strategy;
    strategy.id = "prospect";
    strategy.rules = {
        to_decision_maker(Act::introduce, Channel::phone, false, 1),
        to_decision_maker(Act::remind, Channel::email, false, 2),
        to_decision_maker(Act::discover, Channel::meeting, true, 1),
    };
    model.strategies = {strategy};
    return model;
}

/// Touches up to the first meeting; 0: there was none.
int touches_until_met(const TraceBuffer& trace) {
    int touches = 0;
    for (std::int64_t e = 0; e < trace.size; ++e) {
        const TraceEvent& event = trace.events[e];
        if (event.kind != TraceEvent::Kind::touch) continue;
        ++touches;
        if (event.channel == Channel::meeting && event.flag) return touches;
    }
    return 0;
}

} // namespace

ColdCalls cold_calls(const BandsRequest& request, Channel channel) {
    Model model = *request.cold_call;
    model.strategies.front().rules.front().channel = channel;
    const FactArms arms = arms_of(model, false, "cold calls");
    const auto is_cold = std::ranges::find(model.fact.expectations, "cold", &Expectation::of);
    if (is_cold == model.fact.expectations.end())
        throw UserError("fact B5 expects nothing of an arm \"cold\"; cold calls are taken from there");
    const auto place = static_cast<std::size_t>(is_cold - model.fact.expectations.begin());
    const PlayedArm& cold = arms.played[static_cast<std::size_t>(arms.compared[place].of)];
    ColdCalls seen;
    const auto count = [&](const PlayedBlock& block) {
        for (std::size_t i = 0; i < block.count; ++i) {
            const OutcomeRow& row = block.rows.front()[i];
            ++seen.calls;
            seen.conversations += row.got_through - row.appointments;
            seen.meetings += row.appointments;
        }
    };
    play_arms(std::span(&cold, 1), {request.seed, 0, cold_deals, request.threads, request.cancelled}, count);
    return seen;
}

Interval touches_to_a_meeting(std::span<const Model> companies, const BandsRequest& request) {
    Moments means;
    std::vector<TraceEvent> events(1 << 14);
    for (const Model& company : companies) {
        if (request.cancelled != nullptr && request.cancelled->load()) break;
        const Plan plan = compile(prospect(company));
        std::vector<float> workspace(workspace_size(plan));
        Moments touches;
        for (std::uint64_t deal = 0; deal < prospected; ++deal) {
            TraceBuffer trace{events.data(), std::ssize(events)};
            trace_replicate(plan, 0, request.seed, deal, workspace.data(), trace);
            if (const int met = touches_until_met(trace); met > 0) touches.add(met);
        }
        if (touches.count > 0) means.add(touches.sum / static_cast<double>(touches.count));
    }
    return mean_interval(means, 0.95);
}

} // namespace assent
