#pragma once
// Plays many companies with all their strategies and keeps every row, so that any figure can be taken of them.
#include "engine/outcome.hpp"
#include "experiment/summary.hpp"
#include "model/model.hpp"

#include <atomic>
#include <functional>
#include <span>
#include <vector>

namespace assent {

struct PopulationRequest {
    std::uint64_t seed = 1;
    int replicates = 128; ///< of each strategy in each company, 1 … block_size
    int threads = 0;
    const std::atomic<bool>* cancelled = nullptr;
};

/// One company: the rows of its strategies, one strategy after the other.
struct PlayedCompany {
    int size = 0; ///< people in the buying centre
    std::vector<OutcomeRow> rows;
};
using Population = std::vector<PlayedCompany>;

/// Plays every company; the result does not depend on the number of threads. Companies not played because of a
/// cancellation have no rows.
Population play_population(std::span<const Model> companies, const PopulationRequest& request);

/// What a row adds above and below the line; 0 and 0 when it does not count.
struct Share {
    double above = 0, below = 0;
};
using ShareOf = std::function<Share(const PlayedCompany&, const OutcomeRow&)>;

/// The figure of each company (its deals pooled, so that its strategies weigh the same), averaged over the companies in
/// which it exists: each company weighs the same. The 95 % interval is that of Student over the companies, which are the
/// sample; luck within a company is part of it.
Interval mean_share(const Population& population, const ShareOf& share);

} // namespace assent
