#include "viewer/debrief_work.hpp"

#include "viewer/tsv.hpp"

#include "model/user_error.hpp"
#include "report/move_words.hpp"
#include "report/reason_words.hpp"

#include <fmt/format.h>

namespace assent::viewer {

DebriefView judge_deal(const DebriefQuestion& question, const std::atomic<bool>& cancelled,
                       const std::function<void(DebriefView)>& publish) {
    DebriefView view{question.session, question.leaf, question.request, 0, 0, false, {}, {}};
    DebriefRequest request = question.request;
    request.progress = [&](int done, int planned) {
        if (cancelled) throw UserError("nobody waits for the debrief any more");
        view.done = done;
        view.planned = planned;
        publish(view);
    };
    try {
        view.debrief = question.judge(*question.session, question.leaf, request);
        view.ready = true;
    } catch (const UserError& error) {
        view.problem = error.what();
    }
    return view;
}

std::string way_text(const Session& session, NodeId leaf) {
    std::string text = fmt::format("{} {}", session.seed(), session.replicate());
    for (const NodeId node : session.path(leaf)) {
        const Node& step = session.tree()[static_cast<std::size_t>(node)];
        if (step.plays_week || node == 0) {
            text += "|";
            continue;
        }
        const Move& move = step.move;
        text += fmt::format("{} {} {} {} {} {} {} {} {} {} {};", int(move.act), int(move.channel), move.member,
                            int(move.topic), int(move.evidence), move.inflate, move.discount, move.extras,
                            move.tailored, move.extras_budget, move.safeguards);
    }
    return text;
}

std::string decisions_tsv(const DebriefView& view) {
    const Model& model = view.session->practice().model();
    Tsv table;
    for (const char* heading : {"week", "decision", "class", "tentative", "value_before", "value_after", "loss",
                                "loss_low", "loss_high", "luck", "better"})
        table.text(heading);
    table.end_line();
    for (const JudgedMove& move : view.debrief.moves) {
        table.number(move.week).text(decision_sentence(model, move)).text(move.enough ? word(move.cls) : "");
        table.text(move.tentative ? "~" : "").number(move.value_before).number(move.value_after);
        table.number(move.loss).number(move.loss_low).number(move.loss_high).number(move.luck);
        table.text(better_sentence(model, move)).end_line();
    }
    return std::move(table).finish();
}

std::string skills_tsv(const DebriefView& view) {
    Tsv table;
    for (const char* heading : {"skill", "points", "of", "done", "lost"}) table.text(heading);
    table.end_line();
    for (const SkillScore& score : view.debrief.skills)
        table.text(word(score.skill))
            .number(score.points)
            .number(score.of)
            .number(score.done)
            .number(score.lost)
            .end_line();
    return std::move(table).finish();
}

std::string truth_tsv(const DebriefView& view) {
    const Model& model = view.session->practice().model();
    Tsv table;
    for (const char* heading : {"who", "known", "doubt", "doubt_root", "doubt_known", "in_truth", "as_known"})
        table.text(heading);
    table.end_line();
    const auto share = [&](float value) {
        if (value < 0)
            table.text("");
        else
            table.number(100 * static_cast<double>(value));
    };
    for (const RevealedMember& member : view.debrief.members) {
        table.text(holder_name(model, member.member)).text(member.known ? "yes" : "no").text("").text("").text("");
        share(member.support);
        share(member.seen);
        table.end_line();
        for (const RevealedObjection& doubt : member.objections) {
            table.text(holder_name(model, member.member)).text(member.known ? "yes" : "no");
            table.text(reason_name(model, doubt.stated)).text(reason_name(model, doubt.root));
            table.text(doubt.known ? "yes" : "no");
            share(doubt.severity);
            share(doubt.heard);
            table.end_line();
        }
    }
    return std::move(table).finish();
}

ImU32 class_colour(const Theme& theme, MoveClass cls) {
    switch (cls) {
    case MoveClass::best:
        return theme.won;
    case MoveClass::good:
        return mixed(theme.won, theme.none, 0.45F);
    case MoveClass::inaccuracy:
        return theme.warning;
    case MoveClass::mistake:
        return mixed(theme.warning, theme.lost, 0.6F);
    case MoveClass::blunder:
        break;
    }
    return theme.lost;
}

} // namespace assent::viewer
