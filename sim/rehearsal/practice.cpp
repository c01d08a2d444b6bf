#include "rehearsal/practice.hpp"

#include "experiment/run.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "rehearsal/believed_model.hpp"
#include "rehearsal/policy.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace assent {
namespace {

constexpr std::int64_t ranking_replicates = 1024;

/// The strategy with most wins; of equals the first in the file.
std::int32_t winner(const Plan& plan) {
    RunRequest request;
    request.replicates = ranking_replicates;
    std::vector<std::int64_t> wins(plan.strategies.size());
    run(plan, request, {}, [&](std::size_t strategy, std::span<const OutcomeRow> rows) {
        wins[strategy] += std::ranges::count(rows, Outcome::won, &OutcomeRow::outcome);
    });
    return static_cast<std::int32_t>(std::ranges::max_element(wins) - wins.begin());
}

/// The manner that was asked for, checked.
std::int32_t checked_manner(const Plan& plan, std::int32_t manner) {
    const auto strategies = static_cast<std::int32_t>(plan.strategies.size());
    if (strategies == 0)
        throw UserError("the scenario has no strategy, so hours, budget and manner of the account manager are not "
                        "known; add a [[strategy]], rules are not needed");
    if (manner < -1 || manner >= strategies)
        throw UserError(fmt::format("manner {} (the scenario has strategies 0 to {}); give one of them, or -1 for the "
                                    "one that wins most",
                                    manner, strategies - 1));
    return manner >= 0 ? manner : winner(plan);
}

} // namespace

Practice::Practice(Model model, std::int32_t manner)
    : model_(std::move(model)), plan_(compile(model_)), manner_(checked_manner(plan_, manner)),
      line_(compile(believed_model(model_)), manner_),
      policy_(choose_policy(line_, static_cast<std::int32_t>(line_.plan().strategies.size()) - 2,
                            {kickbacks_allowed(), embellishment_allowed()})) {}

} // namespace assent
