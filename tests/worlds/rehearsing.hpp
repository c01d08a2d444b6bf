#pragma once
// Sessions played by chance: what a player may do, and now and then what he may not.
#include "rehearsal/session.hpp"
#include "worlds/dice.hpp"

#include <memory>
#include <optional>

namespace assent::worlds {

inline Session session_of(const Model& model, std::int32_t manner, std::uint64_t seed, std::uint64_t replicate) {
    return {std::make_shared<const Practice>(model, manner), seed, replicate};
}

/// Any move of the scenario's vocabulary, legal or not.
inline Move any_move(const Practice& practice, Dice& dice) {
    const Plan& plan = practice.plan();
    Move move;
    move.act = dice.any_of<Act>(act_count);
    move.channel = dice.any_of<Channel>(channel_count);
    move.member = dice.whole(0, plan.n_member - 1);
    if (dice.chance(0.5)) move.topic = static_cast<std::int8_t>(dice.whole(0, plan.n_topic - 1));
    move.evidence = dice.any_of<Evidence>(evidence_count);
    if (dice.chance(0.2)) move.inflate = static_cast<float>(dice.real(0, 1));
    if (move.act == Act::pilot) move.safeguards = static_cast<std::uint8_t>(dice.whole(0, 7));
    if (move.act != Act::offer) return move;
    move.discount = static_cast<float>(dice.real(0, 0.3));
    move.tailored = dice.chance(0.3);
    if (move.tailored)
        move.extras_budget = 1000;
    else
        move.extras = static_cast<std::uint16_t>(dice.whole(0, (1 << plan.n_extra) - 1));
    return move;
}

/// Plans some legal moves and plays the week.
inline void play_any_week(Session& session, Dice& dice) {
    for (int tries = dice.whole(0, 12); tries > 0; --tries)
        if (const Move move = any_move(session.practice(), dice); !session.problem(move)) session.apply(move);
    session.play_week();
}

/// Plays on to the end.
inline void play_to_the_end(Session& session, Dice& dice) {
    while (!session.decided(session.current())) play_any_week(session, dice);
}

} // namespace assent::worlds
