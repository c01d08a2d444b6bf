#include "experiment/strategy_field.hpp"

#include "engine/kernel.hpp"
#include "model/compile.hpp"

#include <algorithm>
#include <limits>

namespace assent {
namespace {

constexpr auto strategies_of_plan = static_cast<std::size_t>(Limits::strategies);

Showing counted(std::span<const OutcomeRow> rows) {
    Showing showing;
    showing.fingerprint = signature_start;
    for (const OutcomeRow& row : rows) {
        ++showing.deals;
        showing.won += row.outcome == Outcome::won;
        double hours = 0;
        for (const float spent : row.hours) hours += static_cast<double>(spent);
        showing.hours += hours;
        showing.margin += static_cast<double>(row.margin);
        showing.lifetime += static_cast<double>(row.lifetime_value);
        showing.value += static_cast<double>(row.margin) - static_cast<double>(row.cost_of_sale);
        showing.fingerprint = mix_signature(showing.fingerprint, row);
    }
    return showing;
}

void add(Showing& sum, const Showing& more) {
    constexpr std::uint64_t fnv_prime = 1099511628211ull;
    sum.deals += more.deals;
    sum.won += more.won;
    sum.margin += more.margin;
    sum.lifetime += more.lifetime;
    sum.value += more.value;
    sum.hours += more.hours;
    sum.fingerprint = (sum.fingerprint ^ more.fingerprint) * fnv_prime;
}

} // namespace

double Showing::score(RankMeasure measure) const {
    const auto mean = [this](double sum) { return deals > 0 ? sum / static_cast<double>(deals) : 0.0; };
    switch (measure) {
    case RankMeasure::win:
        return mean(static_cast<double>(won));
    case RankMeasure::margin:
        return mean(margin);
    case RankMeasure::value_per_hour:
        return hours > 0 ? value / hours : -std::numeric_limits<double>::infinity();
    case RankMeasure::lifetime:
        return mean(lifetime);
    }
    return 0;
}

StrategyField::StrategyField(const Model& model, std::vector<Strategy> strategies, std::uint64_t seed)
    : strategies_(std::move(strategies)), showings_(strategies_.size()), seed_(seed) {
    Model part = model;
    for (std::size_t first = 0; first < strategies_.size(); first += strategies_of_plan) {
        const std::size_t last = std::min(strategies_.size(), first + strategies_of_plan);
        part.strategies.assign(strategies_.begin() + static_cast<std::ptrdiff_t>(first),
                               strategies_.begin() + static_cast<std::ptrdiff_t>(last));
        plans_.push_back(compile(part));
    }
}

void StrategyField::play(std::span<const std::size_t> places, std::int64_t deals, const Workers& workers) {
    const auto blocks = static_cast<std::size_t>((deals + block_size - 1) / block_size);
    std::vector<Showing> parts(places.size() * blocks);
    in_parallel(parts.size(), workers, [&](std::size_t item) {
        const std::size_t place = places[item / blocks];
        const auto from = static_cast<std::int64_t>(item % blocks) * block_size;
        const auto count = static_cast<std::int32_t>(std::min<std::int64_t>(block_size, deals - from));
        const Plan& plan = plans_[place / strategies_of_plan];
        std::vector<float> workspace(workspace_size(plan));
        std::vector<OutcomeRow> rows(static_cast<std::size_t>(count));
        const BlockRequest request{static_cast<std::int32_t>(place % strategies_of_plan), seed_,
                                   static_cast<std::uint64_t>(showings_[place].deals + from), count};
        simulate_block(plan, request, workspace.data(), rows.data());
        parts[item] = counted(rows);
    });
    for (std::size_t i = 0; i < parts.size(); ++i) add(showings_[places[i / blocks]], parts[i]);
}

} // namespace assent
