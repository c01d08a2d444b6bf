#include "rehearsal/policy.hpp"

#include "engine/kernel.hpp"

#include <algorithm>
#include <vector>

namespace assent {
namespace {

constexpr std::uint64_t luck = 1;
constexpr std::int32_t blocks = 4; ///< deals of each strategy: enough to tell apart what matters, little to wait for

bool is_permitted(const Plan& plan, std::int32_t strategy, Ethics ethics) {
    const StrategyPlan& own = plan.strategies[static_cast<std::size_t>(strategy)];
    for (std::int32_t r = own.first_rule; r < own.last_rule; ++r) {
        const RulePlan& rule = plan.rules[static_cast<std::size_t>(r)];
        if (rule.forbidden) continue;
        if (rule.act == Act::kickback && !ethics.kickbacks) return false;
        if (rule.inflate > 0 && !ethics.embellishment) return false;
    }
    return true;
}

std::int64_t wins(const Line& line, std::vector<float>& workspace) {
    std::vector<OutcomeRow> rows(block_size);
    std::int64_t won = 0;
    for (std::int32_t block = 0; block < blocks; ++block) {
        simulate_block(line.plan(), {line.strategy(), luck, static_cast<std::uint64_t>(block) * block_size, block_size},
                       workspace.data(), rows.data());
        won += std::ranges::count(rows, Outcome::won, &OutcomeRow::outcome);
    }
    return won;
}

} // namespace

std::int32_t choose_policy(Line line, std::int32_t count, Ethics ethics) {
    std::vector<float> workspace(workspace_size(line.plan()));
    std::int32_t best = count - 1;
    std::int64_t most = -1;
    for (std::int32_t strategy = 0; strategy < count; ++strategy) {
        if (!is_permitted(line.plan(), strategy, ethics)) continue;
        line.set(1, {}, strategy, 1);
        const std::int64_t won = wins(line, workspace);
        if (won > most) best = strategy;
        most = std::max(most, won);
    }
    return best;
}

} // namespace assent
