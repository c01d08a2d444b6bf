#pragma once
// A deal of a shipped scenario on the table, and a judge whose answers are made up but fit together.
#include "viewer/debrief_screen.hpp"
#include "viewer/rehearsal_desk.hpp"

#include <cmath>
#include <filesystem>

namespace assent::worlds {

/// Six weeks: somebody known is asked by telephone each time, then a case is made for him.
inline void play_some_weeks(viewer::RehearsalDesk& table) {
    table.begin(viewer::open_client(std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios/three-heads.toml"), 1, 3, {});
    for (int week = 0; week < 6 && !table.knowledge().decided; ++week) {
        Move move;
        move.act = week == 0 ? Act::introduce : week % 2 == 1 ? Act::discover : Act::value_case;
        move.channel = Channel::phone;
        for (const KnownMember& member : table.knowledge().members)
            if (member.known && (member.member + week) % 2 == 0) move.member = member.member;
        if (!table.session().problem(move)) table.plan(move);
        table.play_week();
    }
}

/// The deal of a table as the debrief asks for it.
inline viewer::DebriefScreen::Source deal_on(const viewer::RehearsalDesk& table, bool counts = false) {
    return {[&table] { return table.open() ? &table.session() : nullptr; }, counts};
}

/// Values that wander; losses of every class, some of them in doubt.
inline Debrief made_up(const Session& session, NodeId leaf, const DebriefRequest& request) {
    const Judge judge = [&](NodeId node, NodeId) {
        Judgement judgement;
        judgement.value = 0.5 + 0.2 * std::sin(node * 0.9);
        judgement.loss = 0.045 * (node % 5);
        judgement.chosen = judgement.value - judgement.loss;
        judgement.loss_low = judgement.loss - 0.012;
        judgement.loss_high = judgement.loss + 0.012;
        judgement.is_best = node % 5 == 0;
        judgement.better_waits = node % 3 == 0;
        judgement.better.act = Act::reference;
        return judgement;
    };
    return debrief(session, leaf, request, judge, [](NodeId node) { return 0.5 + 0.2 * std::sin(node * 0.9); });
}

} // namespace assent::worlds
