#include "rehearsal/line.hpp"

#include "model/user_error.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace assent {

Line::Line(const Plan& plan, std::int32_t manner)
    : plan_(plan), first_candidate_(static_cast<std::int32_t>(plan.candidates.size())) {
    for (std::int32_t d = 0; d < plan.n_member; ++d) plan_.candidates.push_back(d);
    std::int32_t most = 0;
    for (const StrategyPlan& strategy : plan.strategies)
        most = std::max(most, strategy.last_rule - strategy.first_rule);
    StrategyPlan own = plan.strategies[static_cast<std::size_t>(manner)];
    own.first_rule = static_cast<std::int32_t>(plan.rules.size());
    own.last_rule = own.first_rule + most + static_cast<std::int32_t>(most_planned_moves);
    RulePlan never;
    never.forbidden = true;
    plan_.rules.resize(static_cast<std::size_t>(own.last_rule), never);
    plan_.strategies.push_back(own);
    first_rule_ = own.last_rule;
    own.first_rule = own.last_rule;
    plan_.strategies.push_back(own);
}

void Line::set(int week, std::span<const Move> moves, std::int32_t policy, int policy_from) {
    if (moves.size() > most_planned_moves)
        throw UserError(fmt::format("{} moves in one week (a rehearsal weighs at most {}); plan fewer", moves.size(),
                                    most_planned_moves));
    plan_.rules.resize(static_cast<std::size_t>(first_rule_));
    for (const Move& move : moves) plan_.rules.push_back(planned_rule(move, week, first_candidate_ + move.member));
    if (policy >= 0) {
        const StrategyPlan& followed = plan_.strategies[static_cast<std::size_t>(policy)];
        for (std::int32_t r = followed.first_rule; r < followed.last_rule; ++r) {
            RulePlan rule = plan_.rules[static_cast<std::size_t>(r)];
            rule.week_from = static_cast<std::int16_t>(std::max<int>(rule.week_from, policy_from));
            if (rule.week_from <= rule.week_to) plan_.rules.push_back(rule);
        }
    }
    plan_.strategies.back().last_rule = static_cast<std::int32_t>(plan_.rules.size());
}

} // namespace assent
