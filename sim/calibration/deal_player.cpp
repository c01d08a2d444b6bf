#include "calibration/deal_player.hpp"

#include "experiment/in_parallel.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <array>

namespace assent {
namespace {

std::int64_t count_wins(const Plan& plan, const PlayRequest& request) {
    std::vector<float> workspace(workspace_size(plan) + 16);
    std::array<OutcomeRow, block_size> rows;
    std::int64_t won = 0;
    for (std::int64_t done = 0; done < request.replicates; done += block_size) {
        const auto count = static_cast<std::int32_t>(std::min<std::int64_t>(block_size, request.replicates - done));
        const std::uint64_t first = request.first + static_cast<std::uint64_t>(done);
        simulate_block(plan, {0, request.seed, first, count}, workspace.data(), rows.data());
        won += std::count_if(rows.begin(), rows.begin() + count,
                             [](const OutcomeRow& row) { return row.outcome == Outcome::won; });
    }
    return won;
}

} // namespace

DealPlayer::DealPlayer(Model base, std::int32_t strategy) : base_(std::move(base)) {
    if (strategy < 0 || static_cast<std::size_t>(strategy) >= base_.strategies.size())
        throw UserError("the scenario has no strategy to play; write at least one [[strategy]]");
    base_.strategies = {base_.strategies[static_cast<std::size_t>(strategy)]};
}

std::vector<double> DealPlayer::win_rates(std::span<const Moves> companies, const PlayRequest& request) const {
    std::vector<double> rates(companies.size());
    in_parallel(companies.size(), {request.threads, request.cancelled}, [&](std::size_t i) {
        const Plan plan = compile(moved(base_, companies[i]));
        rates[i] = static_cast<double>(count_wins(plan, request)) / static_cast<double>(request.replicates);
    });
    return rates;
}

} // namespace assent
