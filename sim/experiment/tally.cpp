#include "experiment/tally.hpp"

#include <algorithm>
#include <bit>

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

void add_row(StrategyTally& tally, const OutcomeRow& row) {
    ++tally.replicates;
    const auto outcome = static_cast<std::size_t>(row.outcome);
    ++tally.outcomes[outcome];
    auto& weeks = tally.weeks[outcome];
    ++weeks[std::min(static_cast<std::size_t>(std::max<int>(row.week, 0)), weeks.size() - 1)];
    double hours = 0;
    for (std::size_t channel = 0; channel < channel_count; ++channel) {
        hours += row.hours[channel];
        tally.hours_by_channel[channel] += row.hours[channel];
    }
    const double value = static_cast<double>(row.margin) - static_cast<double>(row.cost_of_sale);
    tally.value.add(value);
    tally.cost_of_sale.add(row.cost_of_sale);
    tally.hours.add(hours);
    tally.value_times_hours += value * hours;
    tally.members_reached.add(row.members_reached);
    tally.touches.add(row.touches);
    if (row.outcome == Outcome::won) {
        tally.price.add(row.price);
        tally.margin.add(row.margin);
        tally.concession.add(row.concession);
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

void digest_block(std::span<const OutcomeRow> rows, std::size_t strategies, std::size_t count, BlockDigest& digest) {
    digest.won.resize(strategies);
    digest.reasons.resize(strategies);
    for (std::size_t s = 0; s < strategies; ++s)
        digest_strategy(rows.subspan(s * block_size, count), digest.won[s], digest.reasons[s]);
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
    tally.signature = signature_start;
    return tally;
}

void add_block(RunTally& tally, std::span<const OutcomeRow> rows, std::size_t count, const BlockDigest& digest) {
    for (std::size_t s = 0; s < tally.strategies.size(); ++s) {
        for (const OutcomeRow& row : rows.subspan(s * block_size, count)) add_row(tally.strategies[s], row);
        for (const auto& [reason, times] : digest.reasons[s]) tally.strategies[s].reasons[reason] += times;
    }
    add_common_wins(tally, digest);
    tally.replicates += static_cast<std::int64_t>(count);
    tally.signature = mix_word(tally.signature, digest.signature);
}

} // namespace assent
