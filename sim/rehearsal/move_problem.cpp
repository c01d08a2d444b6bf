#include "rehearsal/move_problem.hpp"

#include <algorithm>

namespace assent {
namespace {

using Kind = MoveProblem::Kind;

constexpr float open_doubt = 0.1f; // as heard, above which the kernel counts it as open (engine/rules.hpp)
constexpr int touches_a_week = Limits::touches_per_member_and_week;

bool within(float value, float low, float high) { return value >= low && value <= high; } // false for NaN

template <class Enum> bool is_one_of(Enum value, int count) { return static_cast<int>(value) < count; }

bool makes_sense(const Plan& plan, const Move& move) {
    return is_one_of(move.act, act_count) && is_one_of(move.channel, channel_count) &&
           is_one_of(move.evidence, evidence_count) && move.topic >= -1 && move.topic < plan.n_topic &&
           within(move.inflate, 0, 1) && within(move.discount, 0, 0.9f) && within(move.extras_budget, 0, 1e12f) &&
           move.extras >> plan.n_extra == 0 && move.safeguards >> safeguard_count == 0;
}

/// Does it carry terms that its act has no use for; left in, two equal moves would look different.
bool has_needless_terms(const Move& move) {
    const bool offers = move.discount > 0 || move.extras != 0 || move.tailored || move.extras_budget > 0;
    return (move.act != Act::offer && offers) || (move.act != Act::pilot && move.safeguards != 0) ||
           (!move.tailored && move.extras_budget > 0) || (move.tailored && move.extras != 0);
}

std::optional<Kind> problem_of_process(const Knowledge& knowledge, const Move& move) {
    if (move.act == Act::pilot) {
        if (knowledge.pilot != PilotState::none) return Kind::trial_over;
        if (knowledge.stage != Stage::screening && knowledge.stage != Stage::evaluation) return Kind::trial_stage;
    }
    if (move.act == Act::ask_decision) {
        if (knowledge.stage >= Stage::decision || knowledge.pilot == PilotState::running) return Kind::deciding;
        if (knowledge.asked) return Kind::asked;
    }
    return std::nullopt;
}

bool knows_open_doubt(const KnownMember& member) {
    return std::ranges::any_of(member.objections, [](const KnownObjection& doubt) { return doubt.heard > open_doubt; });
}

} // namespace

std::string_view short_reason(MoveProblem::Kind kind) {
    constexpr std::string_view reasons[] = {
        "the deal is over",
        "a number or a name in it is outside its range",
        "the seller knows of nobody of that name there",
        "it carries terms that its act has no use for",
        "kickbacks are not allowed here",
        "claims may not be inflated here",
        "it takes more hours than are left in that week",
        "it costs more than is left",
        "one person is touched too often in that week",
        "no open doubt of that person is known",
        "there has been a trial already",
        "a trial begins while the client screens and evaluates, not before or after",
        "they have agreed to decide already",
        "the client is deciding already, or waits for the end of the trial",
    };
    return reasons[static_cast<std::size_t>(kind)];
}

std::optional<MoveProblem> problem_with(const Practice& practice, const Knowledge& knowledge,
                                        const std::vector<Move>& planned, const Move& move) {
    const Plan& plan = practice.plan();
    if (knowledge.decided) return MoveProblem{Kind::decided};
    if (!makes_sense(plan, move)) return MoveProblem{Kind::nonsense};
    if (move.member < 0 || move.member >= plan.n_member) return MoveProblem{Kind::nobody};
    const KnownMember& member = knowledge.members[static_cast<std::size_t>(move.member)];
    if (!member.known) return MoveProblem{Kind::nobody};
    if (has_needless_terms(move)) return MoveProblem{Kind::needless};
    if (move.act == Act::kickback && !practice.kickbacks_allowed()) return MoveProblem{Kind::kickback};
    if (move.inflate > 0 && !practice.embellishment_allowed()) return MoveProblem{Kind::embellishment};
    if (const auto kind = problem_of_process(knowledge, move)) return MoveProblem{*kind};
    if (move.act == Act::address && move.topic < 0 && !knows_open_doubt(member))
        return MoveProblem{Kind::nothing_known};
    if (std::ranges::count(planned, move.member, &Move::member) >= touches_a_week)
        return MoveProblem{Kind::touches, 0, touches_a_week};
    Knowledge with_plan = knowledge;
    for (const Move& before : planned) plan_move(with_plan, plan, before);
    const auto hours = static_cast<float>(move_hours(plan, move)), cost = static_cast<float>(move_cost(plan, move));
    if (!(hours <= with_plan.hours_left)) return MoveProblem{Kind::hours, hours, with_plan.hours_left};
    const float budget = plan.strategies[static_cast<std::size_t>(practice.manner())].budget;
    if (!(with_plan.money_spent + cost <= budget)) return MoveProblem{Kind::money, cost, with_plan.money_left};
    return std::nullopt;
}

} // namespace assent
