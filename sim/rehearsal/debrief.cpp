#include "rehearsal/debrief.hpp"

#include "experiment/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assent {
namespace {

constexpr double turning_swing = 0.05; // of win probability
constexpr std::size_t most_turning_points = 5;

JudgedMove judged(const Session& session, NodeId node, NodeId next, const Judge& judge) {
    const Node& step = session.tree()[static_cast<std::size_t>(next)];
    const Judgement judgement = judge(node, next);
    JudgedMove move;
    move.node = node;
    move.week = session.week(node) + 1;
    move.move = step.move;
    move.wait = step.plays_week;
    move.value_before = judgement.value;
    move.chosen = judgement.chosen;
    move.behind = judgement.value - judgement.chosen;
    move.loss = judgement.is_best ? 0.0 : std::max(judgement.loss, 0.0);
    move.loss_low = judgement.is_best ? 0.0 : judgement.loss_low;
    move.loss_high = judgement.is_best ? 0.0 : judgement.loss_high;
    move.better = judgement.better;
    move.better_waits = judgement.better_waits;
    move.enough = 100 * (move.loss_high - move.loss_low) / 2 <= judged_half_width;
    move.cls = class_of_loss(100 * move.loss_low); // never above that of the loss itself
    move.tentative = move.cls != class_of_loss(100 * move.loss);
    return move;
}

std::vector<int> turning_points(const std::vector<JudgedMove>& moves) {
    std::vector<int> places(moves.size());
    std::iota(places.begin(), places.end(), 0);
    const auto swing = [&](int place) {
        const JudgedMove& move = moves[static_cast<std::size_t>(place)];
        return std::fabs(move.value_after - move.value_before);
    };
    std::erase_if(places, [&](int place) { return swing(place) < turning_swing; });
    std::ranges::stable_sort(places, std::ranges::greater{}, swing);
    places.resize(std::min(places.size(), most_turning_points));
    return places;
}

/// Share of wins of the same moves with the same company and other luck.
void add_other_luck(Debrief& debrief, const Session& session, NodeId leaf, const DebriefRequest& request) {
    Script script(session.practice().plan(), session.practice().manner());
    const Weeks weeks = session.weeks(leaf);
    script.set(weeks);
    std::vector<float> workspace(workspace_size(script.plan()));
    DealState begun;
    begun.values.resize(state_size(script.plan()));
    save_state(script.plan(), {script.strategy(), session.seed(), session.replicate(), 1}, 0, workspace.data(), begun);
    std::vector<OutcomeRow> rows(block_size);
    std::int64_t wins = 0, played = 0;
    while (played < request.other_luck) {
        const auto count = static_cast<std::int32_t>(std::min<std::int64_t>(block_size, request.other_luck - played));
        const BlockRequest block{script.strategy(), request.seed, static_cast<std::uint64_t>(played), count};
        simulate_from(script.plan(), begun, block, workspace.data(), rows.data());
        wins += std::count_if(rows.begin(), rows.begin() + count,
                              [](const OutcomeRow& row) { return row.outcome == Outcome::won; });
        played += count;
    }
    const Interval share = wilson_interval(wins, played, request.confidence);
    debrief.other_luck_win = share.estimate;
    debrief.other_luck_low = share.low;
    debrief.other_luck_high = share.high;
}

} // namespace

MoveClass class_of_loss(double points) {
    int cls = 0;
    for (const double bound : class_bounds) cls += points >= bound ? 1 : 0;
    return static_cast<MoveClass>(cls);
}

Debrief debrief(const Session& session, NodeId leaf, const DebriefRequest& request, const Judge& judge,
                const Worth& worth) {
    const std::vector<NodeId> path = session.path(leaf);
    Debrief debrief;
    const int planned = static_cast<int>(path.size()) - 1;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        debrief.moves.push_back(judged(session, path[i], path[i + 1], judge));
        if (i > 0) debrief.moves[i - 1].value_after = debrief.moves[i].value_before;
        if (request.progress) request.progress(static_cast<int>(i) + 1, planned);
    }
    debrief.end_value = worth(leaf);
    debrief.start_value = debrief.moves.empty() ? debrief.end_value : debrief.moves.front().value_before;
    if (!debrief.moves.empty()) debrief.moves.back().value_after = debrief.end_value;
    for (JudgedMove& move : debrief.moves) {
        move.luck = move.value_after - move.chosen;
        debrief.sum_luck += move.luck;
        debrief.sum_behind += move.behind;
        debrief.sum_loss += move.loss;
    }
    debrief.turning_points = turning_points(debrief.moves);
    debrief.skills = skill_scores(session, leaf, debrief.moves);
    for (const SkillScore& skill : debrief.skills) debrief.total += skill.points;
    debrief.members = reveal(session, leaf);
    debrief.forecasts = judged_forecasts(session, leaf, [&](NodeId node) {
        return std::ranges::find(debrief.moves, node, &JudgedMove::node)->value_before;
    });
    debrief.row = session.row(leaf);
    add_other_luck(debrief, session, leaf, request);
    return debrief;
}

std::vector<JudgedForecast> judged_forecasts(const Session& session, NodeId leaf, const Worth& worth) {
    std::vector<JudgedForecast> forecasts;
    NodeId said_at = -1; // in the week that is coming
    for (const NodeId node : session.path(leaf)) {
        const Node& step = session.tree()[static_cast<std::size_t>(node)];
        if (step.plays_week && said_at >= 0) {
            const double said = session.tree()[static_cast<std::size_t>(said_at)].forecast / 100.0;
            forecasts.push_back({session.week(node), said, worth(said_at)});
            said_at = -1;
        }
        if (step.forecast >= 0) said_at = node;
    }
    return forecasts;
}

std::vector<RevealedMember> reveal(const Session& session, NodeId leaf) {
    const Plan& plan = session.practice().plan();
    const Knowledge knowledge = session.knowledge(leaf);
    std::vector<float> severity(static_cast<std::size_t>(plan.n_objection)), support(knowledge.members.size());
    for (const TraceEvent& event : session.truth(leaf)) { // the last word counts
        if (event.kind == TraceEvent::Kind::severity) severity[static_cast<std::size_t>(event.other)] = event.value;
        if (event.kind == TraceEvent::Kind::support) support[static_cast<std::size_t>(event.member)] = event.value;
    }
    std::vector<RevealedMember> members;
    for (const KnownMember& known : knowledge.members) {
        const auto d = static_cast<std::size_t>(known.member);
        RevealedMember member{known.member, known.known, support[d], known.seen, {}};
        for (std::int32_t o = plan.objection_begin[d]; o < plan.objection_begin[d + 1]; ++o) {
            const auto place = static_cast<std::size_t>(o);
            RevealedObjection objection;
            objection.objection = o;
            objection.stated = plan.stated_topic[place];
            objection.root = plan.root_topic[place];
            objection.severity = severity[place];
            const auto found = std::ranges::find(known.objections, o, &KnownObjection::objection);
            if (found != known.objections.end()) {
                objection.known = true;
                objection.root_known = found->root_known;
                objection.heard = found->heard_week > 0 ? found->heard : -1.0f;
            }
            member.objections.push_back(objection);
        }
        members.push_back(std::move(member));
    }
    return members;
}

} // namespace assent
