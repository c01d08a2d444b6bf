#pragma once
// The client's own process: need, rivals, stages, trial, decision meetings; and one week from start to end.
#include "engine/group_choice.hpp"
#include "engine/negotiation.hpp"
#include "engine/opening.hpp"
#include "engine/reason.hpp"
#include "engine/rules.hpp"

namespace assent::inline ASSENT_ISA {

/// Need drifts and is shaken; it stays in [0, 1].
template <int N> void move_need(Deal<N>& deal) {
    using F = Floats<N>;
    const F shock = normal_quantile(uniform(deal.luck(Purpose::need, deal.plan.company_who).word[0]));
    const F need = deal.need + deal(deal.plan.need_drift) + deal(deal.plan.need_shock) * shock;
    assign(deal.need, deal.active, unit_interval(need));
    deal.tell(TraceEvent::Kind::need, [&](TraceEvent& event) { event.value = deal.need[0]; });
}

template <int N>
void tell_rival(const Deal<N>& deal, TraceEvent::Kind kind, std::int32_t d, std::int32_t i, float value) {
    deal.tell(kind, [&](TraceEvent& event) {
        event.member = d;
        event.other = i;
        event.value = value;
    });
}

/// Rival i calls on member d.
template <int N> void rival_calls(Deal<N>& deal, std::int32_t i, std::int32_t d, Mask<N> mask, Floats<N> events) {
    add_at(deal.at.good, d * deal.plan.n_supplier + i, mask, events);
    if (mask[0]) tell_rival(deal, TraceEvent::Kind::rival_contact, d, i, events[0]);
}

template <int N> void rival_cuts_price(Deal<N>& deal, std::int32_t i, Mask<N> mask, Floats<N> share) {
    const Floats<N> price = deal.get(deal.at.price, i) * (Floats<N>(1.0f) - share);
    deal.put(deal.at.price, i, mask, price);
    if (mask[0]) tell_rival(deal, TraceEvent::Kind::rival_price_cut, -1, i, price[0]);
}

/// Rival i calls on a member whom u picks by voting weight.
template <int N> void rival_calls_somebody(Deal<N>& deal, std::int32_t i, Mask<N> open, Floats<N> u) {
    using F = Floats<N>;
    const F events = deal(deal.plan.contact_effect[std::size_t(i)]);
    F below(0.0f);
    for (std::int32_t d = 0; d < deal.plan.n_member && any(open); ++d) {
        below += deal.get(deal.at.authority, d);
        const Mask<N> hit = d + 1 < deal.plan.n_member ? open & (u < below) : open;
        rival_calls(deal, i, d, hit, events);
        open &= ~hit;
    }
}

template <int N> void move_rivals(Deal<N>& deal) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    for (const RivalMovePlan& move : plan.rival_moves) {
        if (move.week != deal.week) continue;
        const F amount = deal(move.amount);
        if (move.price_cut) {
            rival_cuts_price(deal, move.alternative, deal.active, amount);
            continue;
        }
        const std::int32_t first = move.target < 0 ? 0 : move.target;
        const std::int32_t last = move.target < 0 ? plan.n_member : move.target + 1;
        for (std::int32_t d = first; d < last; ++d) rival_calls(deal, move.alternative, d, deal.active, amount);
    }
    for (std::int32_t i = 1; i < plan.n_supplier; ++i) {
        const std::size_t rival = std::size_t(i);
        const auto luck = deal.luck(Purpose::rival, plan.alternative_who[rival]);
        const Mask<N> calls = deal.active & (uniform(luck.word[0]) < deal(plan.contact_hazard[rival]));
        if (any(calls)) rival_calls_somebody(deal, i, calls, uniform(luck.word[1]));
        const Mask<N> cuts = deal.active & (uniform(luck.word[2]) < deal(plan.price_cut_hazard[rival]));
        if (any(cuts)) rival_cuts_price(deal, i, cuts, deal(plan.price_cut[rival]));
    }
}

/// Moves on to a stage; stages only go forward.
template <int N> void enter(Deal<N>& deal, Mask<N> mask, Stage stage) {
    using F = Floats<N>;
    mask &= deal.active & (deal.stage < F(code(stage)));
    assign(deal.stage, mask, F(code(stage)));
    assign(deal.stage_week, mask, F(static_cast<float>(deal.week)));
    if (mask[0]) deal.tell(TraceEvent::Kind::stage, [&](TraceEvent& event) { event.other = static_cast<int>(stage); });
}

/// A trial ends: doubts that trials answer shrink or grow with everyone who knows of us, and so does trust.
template <int N> void end_pilot(Deal<N>& deal) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const F one(1.0f);
    Mask<N> ends =
        deal.active & deal.pilot_is(PilotState::running) & (F(static_cast<float>(deal.week)) >= deal.pilot_end);
    if (!any(ends) && guide_of(deal) == nullptr) return;
    Mask<N> passes = uniform(deal.luck(Purpose::pilot, plan.company_who).word[0]) < deal.pilot_chance;
    end_trial_as_witnessed(deal, ends, passes);
    if (!any(ends)) return;
    assign(deal.pilot, ends, select(passes, F(code(PilotState::passed)), F(code(PilotState::failed))));
    const F relief = deal(Assumption::pilot_relief), trust = deal(Assumption::pilot_trust);
    const std::uint32_t topics = plan.acts[static_cast<int>(Act::pilot)].topics;
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        const Mask<N> knows = ends & (deal.get(deal.at.attention, d) >= deal(Assumption::awareness_threshold));
        const std::int32_t ours = d * plan.n_supplier;
        deal.put(deal.at.good, ours, knows & passes, deal.get(deal.at.good, ours) + trust);
        deal.put(deal.at.bad, ours, knows & ~passes,
                 deal.get(deal.at.bad, ours) + trust * deal(Assumption::negative_weight));
        for (std::int32_t o = plan.objection_begin[std::size_t(d)]; o < plan.objection_begin[std::size_t(d) + 1]; ++o) {
            if ((topics >> plan.root_topic[std::size_t(o)] & 1u) == 0) continue;
            const F severity = deal.get(deal.at.severity, o);
            deal.put(deal.at.severity, o, knows,
                     select(passes, severity * (one - relief), severity + (one - severity) * relief));
        }
    }
    if (ends[0]) deal.tell(TraceEvent::Kind::pilot_end, [&](TraceEvent& event) { event.flag = passes[0]; });
}

/// Screening, evaluation, trial: up to the point where the client is ready to decide.
template <int N> void advance_stages(Deal<N>& deal) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const F week(static_cast<float>(deal.week)), threshold = deal(Assumption::awareness_threshold);
    F aware(0.0f);
    Mask<N> somebody = Mask<N>::all(false);
    for (std::int32_t d = 0; d < plan.n_member; ++d) {
        const Mask<N> knows = deal.get(deal.at.attention, d) >= threshold;
        somebody |= knows;
        aware += deal.get(deal.at.authority, d) * flag(knows);
    }
    const Mask<N> asked = deal.asked > F(0.0f);
    enter(deal, deal.in(Stage::unaware)&somebody, Stage::screening);
    const Mask<N> screened = (week - deal.stage_week >= deal(plan.screening_weeks)) & (aware >= deal(plan.coverage));
    enter(deal, deal.in(Stage::screening) & (screened | asked), Stage::evaluation);
    enter(deal, deal.in(Stage::evaluation)&deal.pilot_is(PilotState::running), Stage::pilot);

    const Mask<N> due = week >= deal(plan.decision_week);
    const Mask<N> considered = deal.in(Stage::evaluation) | deal.in(Stage::pilot);
    const Mask<N> evaluated = (week - deal.stage_week >= deal(plan.evaluation_weeks)) | deal.in(Stage::pilot);
    const Mask<N> ready = considered & ~deal.pilot_is(PilotState::running) & (asked | (due & evaluated));
    const Mask<N> without_us = deal.active & due & (deal.in(Stage::unaware) | deal.in(Stage::screening));
    assign(deal.excluded, without_us, F(1.0f));
    assign(deal.next_meeting, deal.active & (ready | without_us), week);
    enter(deal, ready | without_us, Stage::decision);
}

/// Meetings that are due: a favourable decision opens the talks, another ends the deal, none means meeting again.
template <int N> void decide(Deal<N>& deal) {
    using F = Floats<N>;
    const Plan& plan = deal.plan;
    const F week(static_cast<float>(deal.week));
    Mask<N> meeting = deal.active & deal.in(Stage::decision) & (week >= deal.next_meeting);
    meet_as_witnessed(deal, meeting);
    if (!any(meeting)) return;
    F choice = meet(deal, meeting);
    settle_as_witnessed(deal, choice, [&] { return meet(deal, meeting); });
    const Mask<N> ours = meeting & (choice == F(0.0f)), open = meeting & (choice < F(0.0f));
    assign(deal.next_meeting, open, week + deal(plan.meeting_interval));
    open_negotiation(deal, ours);
    enter(deal, ours, Stage::negotiation);
    const Mask<N> against = meeting & (choice > F(0.0f));
    if (!any(against)) return;
    const F nothing(static_cast<float>(plan.n_supplier));
    blame(deal, against, choice);
    close(deal, against, select(choice == nothing, F(code(Outcome::no_decision)), F(code(Outcome::lost))), choice,
          deal.reason, deal.holder);
}

/// A deal from its opening, ready for week 1: everyone's view is his own.
template <int N> void begin(Deal<N>& deal) {
    open_deal(deal);
    form_views(deal, true);
}

/// One week of N deals (sim/ODD.md, 3).
template <int N> void play_week(Deal<N>& deal) {
    ++deal.week;
    deal.luck.week = static_cast<std::uint32_t>(deal.week);
    const Mask<N> negotiating = deal.in(Stage::negotiation);
    move_need(deal);
    move_rivals(deal);
    act(deal);
    for (std::int32_t d = 0; d < deal.plan.n_member && any(deal.active); ++d) digest(deal, d);
    form_views(deal, false);
    end_pilot(deal);
    advance_stages(deal);
    stand_as_witnessed(deal);
    decide(deal);
    if (any(negotiating & deal.active)) negotiate(deal, negotiating & deal.active);
    end_week_as_witnessed(deal);
}

/// The horizon is reached: what is still open ends without a decision.
template <int N> void run_out(Deal<N>& deal) {
    using F = Floats<N>;
    const Mask<N> open = deal.active;
    blame(deal, open, F(-1.0f));
    const Mask<N> talking = open & deal.in(Stage::negotiation);
    assign(deal.reason, talking, F(static_cast<float>(deal.plan.n_topic) + code(Reason::negotiation)));
    assign(deal.holder, talking, F(static_cast<float>(deal.plan.terms_holder)));
    close(deal, open, F(code(Outcome::no_decision)), F(-1.0f), deal.reason, deal.holder);
}

} // namespace assent::inline ASSENT_ISA
