#include "experiment/tally.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace assent {
namespace {

/// FNV-1a over the eight bytes of a word.
std::uint64_t mix_word(std::uint64_t hash, std::uint64_t word) {
    for (int byte = 0; byte < 8; ++byte) hash = (hash ^ ((word >> (8 * byte)) & 0xff)) * 1099511628211ull;
    return hash;
}

void digest_strategy(std::span<const OutcomeRow> rows, BlockDigest::Words& won,
                     std::vector<std::pair<BlockDigest::Reason, std::int64_t>>& reasons) {
    std::array<BlockDigest::Reason, block_size> keys;
    std::size_t key_count = 0;
    won = {};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].outcome == Outcome::won)
            won[i / 64] |= std::uint64_t{1} << (i % 64);
        else
            keys[key_count++] = {rows[i].reason_holder, rows[i].reason};
    }
    std::sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(key_count));
    reasons.clear();
    for (std::size_t i = 0; i < key_count; ++i) {
        if (reasons.empty() || reasons.back().first != keys[i]) reasons.push_back({keys[i], 0});
        ++reasons.back().second;
    }
}

/// What is multiplied with that of another strategy, out of the rows, so that the rows are read once.
struct Quantities {
    std::array<double, block_size> margin, lifetime, value, hours;
    explicit Quantities(std::span<const OutcomeRow> rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            margin[i] = rows[i].margin;
            lifetime[i] = rows[i].lifetime_value;
            value[i] = value_of(rows[i]);
            hours[i] = hours_of(rows[i]);
        }
    }
};

void pair_strategies(std::span<const OutcomeRow> rows, std::size_t n, std::size_t count, PairedSums& paired) {
    std::vector<Quantities> quantities;
    quantities.reserve(n);
    for (std::size_t s = 0; s < n; ++s) quantities.emplace_back(rows.subspan(s * block_size, count));
    const auto products = [count](const auto& one, const auto& other) {
        return std::inner_product(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(count), other.begin(), 0.0);
    };
    paired.reset(n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            const Quantities &one = quantities[i], &other = quantities[j];
            paired.value_hours[i * n + j] = products(one.value, other.hours);
            if (j < i) continue; // the others are symmetric
            const auto fill = [&](std::vector<double>& sums, const auto& of_one, const auto& of_other) {
                sums[i * n + j] = sums[j * n + i] = products(of_one, of_other);
            };
            fill(paired.margin, one.margin, other.margin);
            fill(paired.lifetime, one.lifetime, other.lifetime);
            fill(paired.value, one.value, other.value);
            fill(paired.hours, one.hours, other.hours);
        }
}

void add_client(StrategyTally& tally, const OutcomeRow& row) {
    ++tally.clients;
    tally.retained += row.retained ? 1 : 0;
    ++tally.churn[static_cast<std::size_t>(row.churn)];
    tally.client_quarters.add(row.quarters);
    tally.satisfaction.add(row.satisfaction);
    tally.orders.add(row.orders);
    tally.word_of_mouth.add(row.word_of_mouth);
    tally.client_value.add(row.lifetime_value);
}

void add_row(StrategyTally& tally, const OutcomeRow& row) {
    ++tally.replicates;
    const auto outcome = static_cast<std::size_t>(row.outcome);
    ++tally.outcomes[outcome];
    auto& weeks = tally.weeks[outcome];
    ++weeks[std::min(static_cast<std::size_t>(std::max<int>(row.week, 0)), weeks.size() - 1)];
    const double hours = hours_of(row), value = value_of(row);
    for (std::size_t channel = 0; channel < channel_count; ++channel)
        tally.hours_by_channel[channel] += row.hours[channel];
    tally.value.add(value);
    tally.lifetime.add(row.lifetime_value);
    tally.cost_of_sale.add(row.cost_of_sale);
    tally.hours.add(hours);
    tally.value_times_hours += value * hours;
    tally.members_reached.add(row.members_reached);
    tally.touches.add(row.touches);
    if (row.outcome == Outcome::won) {
        tally.price.add(row.price);
        tally.margin.add(row.margin);
        tally.concession.add(row.concession);
        if (row.quarters > 0) add_client(tally, row);
        return;
    }
    ++tally.furthest_stage[static_cast<std::size_t>(row.stage)];
    if (row.outcome == Outcome::lost && row.alternative >= 0)
        ++tally.lost_to[static_cast<std::size_t>(row.alternative)];
}

void add_common_wins(RunTally& tally, const BlockDigest& digest) {
    const std::size_t n = tally.strategies.size();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i; j < n; ++j) {
            std::int64_t both = 0;
            for (std::size_t word = 0; word < digest.won[i].size(); ++word)
                both += std::popcount(digest.won[i][word] & digest.won[j][word]);
            tally.both_won[i * n + j] += both;
            if (i != j) tally.both_won[j * n + i] += both;
        }
}

} // namespace

double hours_of(const OutcomeRow& row) {
    double hours = 0;
    for (const float of_channel : row.hours) hours += of_channel;
    return hours;
}

double value_of(const OutcomeRow& row) {
    return static_cast<double>(row.margin) - static_cast<double>(row.cost_of_sale);
}

void digest_block(std::span<const OutcomeRow> rows, std::size_t strategies, std::size_t count, BlockDigest& digest) {
    digest.won.resize(strategies);
    digest.reasons.resize(strategies);
    for (std::size_t s = 0; s < strategies; ++s)
        digest_strategy(rows.subspan(s * block_size, count), digest.won[s], digest.reasons[s]);
    pair_strategies(rows, strategies, count, digest.paired);
    digest.signature = signature_start;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t s = 0; s < strategies; ++s)
            digest.signature = mix_signature(digest.signature, rows[s * block_size + i]);
}

RunTally empty_tally(const Plan& plan, std::uint64_t seed, std::size_t strategies) {
    StrategyTally nothing;
    nothing.lost_to.assign(static_cast<std::size_t>(plan.n_alternative), 0);
    nothing.weeks.fill(std::vector<std::int64_t>(static_cast<std::size_t>(plan.horizon) + 1, 0));
    RunTally tally;
    tally.seed = seed;
    tally.strategies.assign(strategies, nothing);
    tally.both_won.assign(strategies * strategies, 0);
    tally.paired.reset(strategies);
    tally.signature = signature_start;
    return tally;
}

void add_block(RunTally& tally, std::span<const OutcomeRow> rows, std::size_t count, const BlockDigest& digest) {
    for (std::size_t s = 0; s < tally.strategies.size(); ++s) {
        for (const OutcomeRow& row : rows.subspan(s * block_size, count)) add_row(tally.strategies[s], row);
        for (const auto& [reason, times] : digest.reasons[s]) tally.strategies[s].reasons[reason] += times;
    }
    add_common_wins(tally, digest);
    tally.paired.add(digest.paired);
    tally.replicates += static_cast<std::int64_t>(count);
    tally.signature = mix_word(tally.signature, digest.signature);
}

} // namespace assent
