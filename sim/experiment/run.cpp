#include "experiment/run.hpp"

#include "experiment/intervals.hpp"
#include "experiment/parallel.hpp"
#include "experiment/tally.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <vector>

namespace assent {
namespace {

constexpr std::int64_t replicates_limit = std::int64_t{1} << 40;
/// A precision is looked at after every so many replicates; constant, so that threads do not move the end.
constexpr std::int64_t check_interval = 4096;
static_assert(check_interval % block_size == 0);

/// Two cores must not write into the same cache line.
struct alignas(64) CacheLine {
    float values[16];
};

/// One block of replicates of all strategies on its way along the line.
struct Block {
    std::int64_t first = 0;
    std::size_t count = 0;
    bool complete = false;        ///< false: the run was cancelled in the middle
    std::vector<OutcomeRow> rows; // (n_strategy × block_size)
    std::vector<CacheLine> workspace;
    BlockDigest digest;
};

void check(const Plan& plan, const RunRequest& request) {
    if (request.replicates < 1 || request.replicates > replicates_limit)
        throw UserError(fmt::format("replicates = {} (out of range); give 1 to 2^40", request.replicates));
    if (!(request.confidence > 0 && request.confidence < 1))
        throw UserError(fmt::format("confidence = {} (must lie between 0 and 1); 0.95 is usual", request.confidence));
    if (!(request.precision >= 0 && request.precision < 0.5))
        throw UserError(fmt::format("precision = {} (must be above 0 and below 0.5); 0.01 means plus or minus one "
                                    "percentage point",
                                    request.precision));
    if (plan.strategies.empty())
        throw UserError("the scenario has no strategy to play; write at least one [[strategy]]");
    for (const std::int32_t strategy : request.strategies)
        if (strategy < 0 || static_cast<std::size_t>(strategy) >= plan.strategies.size())
            throw UserError(fmt::format("strategy number {} does not exist; the scenario has 0 to {}", strategy,
                                        plan.strategies.size() - 1));
}

/// Tells how far the run is, a few times a second at most.
class Pace {
  public:
    using Clock = std::chrono::steady_clock;

    void tell(const std::function<void(const Progress&)>& progress, std::int64_t done, std::int64_t planned,
              std::size_t strategies) {
        const Clock::time_point now = Clock::now();
        if (!progress || (done < planned && now - last_ < std::chrono::milliseconds(50))) return;
        last_ = now;
        const double seconds = std::max(1e-9, std::chrono::duration<double>(now - start_).count());
        const double rate = static_cast<double>(done) / seconds;
        progress({done, planned, rate * static_cast<double>(strategies), static_cast<double>(planned - done) / rate});
    }

  private:
    Clock::time_point start_ = Clock::now(), last_ = start_;
};

class Run {
  public:
    Run(const Plan& plan, const RunRequest& request, const std::function<void(const Progress&)>& progress,
        const RowSink& rows)
        : plan_(plan), request_(request), progress_(progress), rows_(rows), strategies_(request.strategies),
          planned_(request.replicates) {
        check(plan, request);
        if (strategies_.empty()) {
            strategies_.resize(plan.strategies.size());
            std::iota(strategies_.begin(), strategies_.end(), 0);
        }
        tally_ = empty_tally(plan, request.seed, strategies_.size());
    }

    RunTally play() {
        const int threads = thread_count(request_.threads);
        // Twice as many blocks as threads, so that none waits for the block whose turn it is to be counted; a thread by
        // itself never waits, and one block stays in its cache.
        blocks_.resize(threads == 1 ? 1 : 2 * static_cast<std::size_t>(threads));
        run_pipeline({threads, static_cast<int>(blocks_.size()), [this](int slot) { return produce(block(slot)); },
                      [this](int slot) { work(block(slot)); }, [this](int slot) { return consume(block(slot)); }});
        return std::move(tally_);
    }

  private:
    Block& block(int slot) { return blocks_[static_cast<std::size_t>(slot)]; }
    [[nodiscard]] bool cancelled() const {
        return request_.cancelled != nullptr && request_.cancelled->load(std::memory_order_relaxed);
    }

    bool produce(Block& block) {
        if (cancelled() || produced_ >= request_.replicates) return false;
        block.first = produced_;
        block.count = static_cast<std::size_t>(std::min<std::int64_t>(block_size, request_.replicates - produced_));
        produced_ += static_cast<std::int64_t>(block.count);
        return true;
    }

    void work(Block& block) {
        // Allocated by the first thread that needs it, once.
        if (block.rows.empty()) {
            block.rows.resize(strategies_.size() * block_size);
            block.workspace.resize((workspace_size(plan_) + 15) / 16);
        }
        block.complete = false;
        for (std::size_t s = 0; s < strategies_.size(); ++s) {
            if (cancelled()) return;
            const BlockRequest part{strategies_[s], request_.seed, static_cast<std::uint64_t>(block.first),
                                    static_cast<std::int32_t>(block.count), request_.isa};
            simulate_block(plan_, part, block.workspace.data()->values, &block.rows[s * block_size]);
        }
        digest_block(block.rows, strategies_.size(), block.count, block.digest);
        block.complete = true;
    }

    bool consume(const Block& block) {
        if (!block.complete) return false;
        if (rows_)
            for (std::size_t s = 0; s < strategies_.size(); ++s)
                rows_(s, std::span(block.rows).subspan(s * block_size, block.count));
        add_block(tally_, block.rows, block.count, block.digest);
        const bool enough = request_.precision > 0 && tally_.replicates % check_interval == 0 && precise_enough();
        if (enough) planned_ = tally_.replicates;
        pace_.tell(progress_, tally_.replicates, planned_, strategies_.size());
        return !enough;
    }

    /// Looks at the widest interval, and plans anew how many replicates it will take to narrow it.
    bool precise_enough() {
        double widest = 0;
        for (const StrategyTally& tally : tally_.strategies) {
            const std::int64_t won = tally.outcomes[static_cast<std::size_t>(Outcome::won)];
            widest = std::max(widest, wilson_interval(won, tally.replicates, request_.confidence).half_width());
        }
        if (widest <= request_.precision) return true;
        const double factor = (widest / request_.precision) * (widest / request_.precision);
        const double needed =
            std::ceil(static_cast<double>(tally_.replicates) * factor / check_interval) * check_interval;
        planned_ =
            needed < static_cast<double>(request_.replicates) ? static_cast<std::int64_t>(needed) : request_.replicates;
        return false;
    }

    const Plan& plan_;
    const RunRequest& request_;
    const std::function<void(const Progress&)>& progress_;
    const RowSink& rows_;
    std::vector<std::int32_t> strategies_;
    std::vector<Block> blocks_;
    RunTally tally_;
    Pace pace_;
    std::int64_t produced_ = 0, planned_ = 0; ///< replicates
};

} // namespace

std::int64_t replicates_for(double precision, double confidence) {
    // At one half Wilson's interval is no wider than Wald's.
    const double needed = std::pow(normal_factor(confidence) / (2 * precision), 2);
    return static_cast<std::int64_t>(std::ceil(needed / check_interval) * check_interval);
}

RunTally run(const Plan& plan, const RunRequest& request, const std::function<void(const Progress&)>& progress,
             const RowSink& rows) {
    return Run(plan, request, progress, rows).play();
}

} // namespace assent
