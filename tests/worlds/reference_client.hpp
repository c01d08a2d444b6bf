#pragma once
// The slow reference simulator, part 7: the client's need, its other suppliers, its process up to a meeting.
#include "worlds/reference_seller.hpp"

namespace assent::reference {

inline void move_need(Deal& deal) {
    const World& world = deal.world;
    const float shock = normal_quantile(deal.luck(Purpose::need, identity_of("company"), 0));
    deal.need = share(deal.need + world.need_drift + world.need_shock * shock);
}

/// Somebody by voting weight; weights may sum to a little less than 1 and the last one gets the rest.
inline std::size_t by_vote(const Deal& deal, float u) {
    float below = 0;
    for (std::size_t d = 0; d < deal.size(); ++d) {
        below += deal.person(d).mind.vote;
        if (u < below) return d;
    }
    return deal.size() - 1;
}

/// What the scenario tells the rivals to do this week, then what comes by chance.
inline void move_rivals(Deal& deal) {
    const World& world = deal.world;
    const auto cut_price = [&](std::size_t i, float by) { deal.price[i] *= 1 - by; };
    for (std::size_t i = 0; i < world.suppliers.size(); ++i)
        for (std::size_t k = 0; k < world.suppliers[i].amounts.size(); ++k) {
            const RivalMove& move = world.suppliers[i].alternative->moves[k];
            const float amount = world.suppliers[i].amounts[k];
            if (move.week != deal.week) continue;
            if (move.kind == RivalMove::Kind::price_cut) {
                cut_price(i, amount);
                continue;
            }
            for (std::size_t d = 0; d < deal.size(); ++d)
                if (move.target.empty() || move.target == deal.person(d).stakeholder->id)
                    deal.person(d).mind.with[i].good += amount;
        }
    for (std::size_t i = 1; i < world.suppliers.size(); ++i) {
        const Supplier& rival = world.suppliers[i];
        const auto luck = [&](int word) { return deal.luck(Purpose::rival, rival.who, word); };
        if (luck(0) < rival.contact_hazard)
            deal.person(by_vote(deal, luck(1))).mind.with[i].good += rival.contact_effect;
        if (luck(2) < rival.price_cut_hazard) cut_price(i, rival.price_cut);
    }
}

/// A trial ends: those who know of us draw their conclusion.
inline void end_pilot(Deal& deal) {
    if (deal.pilot != PilotState::running || static_cast<float>(deal.week) < deal.pilot_end) return;
    const bool passes = deal.luck(Purpose::pilot, identity_of("company"), 0) < deal.pilot_chance;
    deal.pilot = passes ? PilotState::passed : PilotState::failed;
    const float relief = deal[Assumption::pilot_relief];
    for (std::size_t d = 0; d < deal.size(); ++d) {
        Person& person = deal.person(d);
        if (!aware(deal, person)) continue;
        if (passes)
            person.mind.with.front().good += deal[Assumption::pilot_trust];
        else
            distrust(deal, person, deal[Assumption::pilot_trust]);
        for (Doubt& doubt : person.doubts) {
            if (!answers(deal, Act::pilot, doubt.root)) continue;
            if (passes)
                doubt.severity *= 1 - relief;
            else
                doubt.severity += (1 - doubt.severity) * relief;
        }
    }
}

inline void enter(Deal& deal, Stage stage) {
    if (deal.stage >= stage) return;
    deal.stage = stage;
    deal.stage_week = deal.week;
}

inline void advance(Deal& deal) {
    const World& world = deal.world;
    const float week = static_cast<float>(deal.week);
    float awareness = 0; // share of the votes
    bool somebody = false;
    for (std::size_t d = 0; d < deal.size(); ++d)
        if (aware(deal, deal.person(d))) {
            somebody = true;
            awareness += deal.person(d).mind.vote;
        }
    const auto weeks_here = [&] { return static_cast<float>(deal.week - deal.stage_week); };
    if (deal.stage == Stage::unaware && somebody) enter(deal, Stage::screening);
    const bool screened = weeks_here() >= world.screening_weeks && awareness >= world.coverage;
    if (deal.stage == Stage::screening && (screened || deal.asked_to_decide)) enter(deal, Stage::evaluation);
    const bool running = deal.pilot == PilotState::running;
    if (deal.stage == Stage::evaluation && running) enter(deal, Stage::pilot);

    const bool due = week >= world.decision_week;
    const bool in_pilot = deal.stage == Stage::pilot;
    const bool evaluated = in_pilot || weeks_here() >= world.evaluation_weeks;
    if (deal.stage <= Stage::screening && due)
        deal.decides_without_us = true;
    else if (!((deal.stage == Stage::evaluation || in_pilot) && !running &&
               (deal.asked_to_decide || (due && evaluated))))
        return;
    deal.next_meeting = week;
    enter(deal, Stage::decision);
}

} // namespace assent::reference
