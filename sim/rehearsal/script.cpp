#include "rehearsal/script.hpp"

namespace assent {

Script::Script(const Plan& plan, std::int32_t manner)
    : plan_(plan), first_rule_(static_cast<std::int32_t>(plan.rules.size())),
      first_candidate_(static_cast<std::int32_t>(plan.candidates.size())) {
    for (std::int32_t d = 0; d < plan.n_member; ++d) plan_.candidates.push_back(d);
    plan_.strategies.push_back(plan.strategies[static_cast<std::size_t>(manner)]);
    set({});
}

void Script::set(std::span<const std::vector<Move>> weeks) {
    plan_.rules.resize(static_cast<std::size_t>(first_rule_));
    for (std::size_t week = 0; week < weeks.size(); ++week)
        for (const Move& move : weeks[week])
            plan_.rules.push_back(planned_rule(move, static_cast<int>(week) + 1, first_candidate_ + move.member));
    plan_.strategies.back().first_rule = first_rule_;
    plan_.strategies.back().last_rule = static_cast<std::int32_t>(plan_.rules.size());
}

} // namespace assent
