#include "sweep/sweep.hpp"

#include "experiment/parallel.hpp"
#include "model/compile.hpp"
#include "model/row_names.hpp"
#include "model/user_error.hpp"
#include "model/words.hpp"
#include "scenario/reader.hpp"
#include "store/strong_id.hpp"
#include "sweep/record_json.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <utility>

namespace assent {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::ptrdiff_t kept_at_once = 256; ///< points: some 10 MB

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Id of the holder of a loss reason and the word for the reason.
std::pair<std::string, std::string> named(const Model& model, std::pair<std::int32_t, std::int32_t> key) {
    const auto [holder, reason] = key;
    return {member_id(model, holder), reason < 0 ? "unknown" : reason_id(model, reason)};
}

std::array<Bins, quantity_count> bins_of(const std::array<Histogram, quantity_count>& histograms) {
    std::array<Bins, quantity_count> bins;
    for (std::size_t q = 0; q < quantity_count; ++q) bins[q] = histograms[q].bins();
    return bins;
}

void see_row(const OutcomeRow& row, std::array<Histogram, quantity_count>& histograms) {
    if (row.outcome == Outcome::won) histograms[0].add(row.price);
    histograms[1].add(row.margin - row.cost_of_sale);
    histograms[2].add(row.lifetime_value);
    float hours = 0;
    for (const float of_channel : row.hours) hours += of_channel;
    histograms[3].add(hours);
}

/// What is in flight must fit into memory.
void require_room(const SweepPlan& plan, Keep keep) {
    if (keep == Keep::deals && plan.asked().replicates > kept_replicates_limit)
        throw UserError(fmt::format("--rows with {} deals of each strategy at a point (at most {} can be kept); play "
                                    "fewer, or leave --rows out",
                                    plan.asked().replicates, kept_replicates_limit));
}

/// Most bytes of a row that stay in a leaf of 4096 bytes, of a table by rowid and of one without (SQLite file format, 1.6).
constexpr std::size_t by_rowid = 4061, without_rowid = 1002;

/// Bytes that a row takes: what does not fit into a leaf fills whole pages.
double room(std::size_t payload, std::size_t most) {
    constexpr std::size_t page = 4096, used = page - 4, least = 489;
    if (payload <= most) return static_cast<double>(payload);
    const std::size_t rest = least + (payload - least) % used, local = rest <= most ? rest : least;
    return static_cast<double>(local + (payload - local) / used * page);
}

/// Bytes that its deals take in a store; 0 when they are not kept.
double deal_size(const PointRecord& record) {
    double bytes = 0;
    for (const StrategyRecord& strategy : record.strategies)
        for (const PackedRows& rows : strategy.rows) bytes += 30 + room(rows.bytes.size() + 15, by_rowid);
    return bytes == 0 ? 0 : bytes + room(names_json(record.names).size() + 15, by_rowid);
}

double rate(std::int64_t count, std::int64_t of) {
    return static_cast<double>(count) / static_cast<double>(std::max<std::int64_t>(1, of));
}

} // namespace

SweepLedger::SweepLedger(const SweepPlan& plan, SweepStore& store, const SweepRequest& request,
                         const std::function<void(const SweepProgress&)>& progress)
    : plan_(plan), store_(store), request_(request), progress_(progress), stored_(store.stored()) {
    for (std::int64_t point = 0; point < plan.count(); ++point)
        if (request.shard.holds(point)) ++(stored_[static_cast<std::size_t>(point)] ? done_.found : planned_);
}

std::optional<std::int64_t> SweepLedger::next() {
    if (request_.cancelled != nullptr && request_.cancelled->load()) return std::nullopt;
    while (next_ < plan_.count() && (!request_.shard.holds(next_) || stored_[static_cast<std::size_t>(next_)])) ++next_;
    return next_ == plan_.count() ? std::nullopt : std::optional(next_++);
}

void SweepLedger::take(PointRecord record) {
    for (std::size_t s = 0; s < record.strategies.size(); ++s) {
        const StrategyTally& tally = record.tally.strategies[s];
        auto wins = std::ranges::find(wins_, record.strategies[s].id, &Wins::id);
        if (wins == wins_.end()) wins = wins_.insert(wins, {record.strategies[s].id, 0, 0});
        wins->won += tally.outcomes[static_cast<std::size_t>(Outcome::won)];
        wins->played += tally.replicates;
        done_.deals += tally.replicates;
    }
    waiting_.push_back(std::move(record));
    if (std::ssize(waiting_) >= kept_at_once || seconds_since(kept_) >= 0.1) keep();
    tell();
}

void SweepLedger::keep() {
    // Taken out first: a second attempt after a full disk would hide the first error.
    const std::vector<PointRecord> records = std::exchange(waiting_, {});
    kept_ = Clock::now();
    if (records.empty()) return;
    for (const PointRecord& record : records)
        if (companies_.insert(record.company).second)
            store_.add_company(record.company, dump_scenario(plan_.company(record.company)));
    store_.add(records);
    done_.played += std::ssize(records);
}

void SweepLedger::tell() {
    if (!progress_) return;
    SweepProgress progress;
    progress.done = done_.played + std::ssize(waiting_);
    progress.planned = planned_;
    const double seconds = std::max(1e-9, seconds_since(start_));
    progress.replicates_per_second = static_cast<double>(done_.deals) / seconds;
    progress.seconds_left = seconds * rate(planned_ - progress.done, progress.done);
    for (const Wins& wins : wins_) {
        if (!progress.leader.empty() && rate(wins.won, wins.played) <= progress.leader_wins) continue;
        progress.leader = wins.id;
        progress.leader_wins = rate(wins.won, wins.played);
    }
    progress_(progress);
}

SweepDone SweepLedger::done() const {
    SweepDone done = done_;
    done.interrupted = request_.cancelled != nullptr && request_.cancelled->load();
    done.seconds = seconds_since(start_);
    return done;
}

Manifest manifest_of(const SweepPlan& plan, const std::string& version, Keep keep) {
    require_room(plan, keep);
    Manifest manifest;
    manifest.description = fmt::format("version = {}\n", version) + plan.description();
    manifest.sweep_id = strong_id(manifest.description);
    manifest.version = version;
    manifest.seed = plan.seed();
    manifest.confidence = plan.confidence();
    manifest.points = plan.count();
    manifest.points_per_company = plan.per_company();
    manifest.currency = plan.company(0).company.currency;
    for (const std::string& path : plan.paths()) {
        const auto axis = std::ranges::find(plan.axes(), path, &SweepAxis::path);
        manifest.axes.push_back({path, axis == plan.axes().end() ? std::string() : axis->written});
    }
    for (std::size_t i = 0; i < plan.companies(); ++i) manifest.companies.push_back(plan.company_name(i));
    manifest.deals = keep == Keep::deals;
    return manifest;
}

PointRecord play_point(const SweepPlan& plan, std::int64_t point, const std::string& sweep_id, Keep keep,
                       const std::atomic<bool>* cancelled) {
    const Clock::time_point start = Clock::now();
    require_room(plan, keep);
    PointRecord record;
    record.point = point;
    record.company = plan.company_of(point);
    record.values = plan.values(point);
    record.strong_id = strong_id(fmt::format("{} {} {}", sweep_id, record.company, texts_json(record.values)));
    const Model model = plan.scenario(point);
    RunRequest request;
    request.seed = plan.seed();
    request.replicates = plan.asked().replicates;
    request.precision = plan.asked().precision;
    request.confidence = plan.confidence();
    request.threads = 1;
    request.strategies = plan.strategies(model);
    request.cancelled = cancelled;
    std::vector<std::array<Histogram, quantity_count>> histograms(request.strategies.size());
    std::vector<RowPacker> packers(keep == Keep::deals ? request.strategies.size() : 0);
    record.tally = run(compile(model), request, {}, [&](std::size_t strategy, std::span<const OutcomeRow> rows) {
        for (const OutcomeRow& row : rows) see_row(row, histograms[strategy]);
        if (keep == Keep::deals) packers[strategy].see(rows);
    });
    if (keep == Keep::deals) record.names = row_names(model);
    for (std::size_t s = 0; s < request.strategies.size(); ++s) {
        const Strategy& strategy = model.strategies[static_cast<std::size_t>(request.strategies[s])];
        StrategyRecord& kept = record.strategies.emplace_back();
        kept.id = strategy.id;
        kept.name = strategy.name.empty() ? strategy.id : strategy.name;
        kept.histograms = bins_of(histograms[s]);
        if (keep == Keep::deals) kept.rows = packers[s].take();
        for (const auto& [key, count] : record.tally.strategies[s].reasons) kept.reasons[named(model, key)] += count;
        record.tally.strategies[s].reasons.clear();
    }
    record.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return record;
}

SweepDone play_sweep(const SweepPlan& plan, SweepStore& store, const SweepRequest& request,
                     const std::function<void(const SweepProgress&)>& progress) {
    struct Slot {
        std::int64_t point = 0;
        PointRecord record;
    };
    SweepLedger ledger(plan, store, request, progress);
    const int threads = thread_count(request.threads);
    // Points may take very different times; in a line of many slots nobody waits for the slowest. Deals take room.
    const std::size_t slots_of_thread = request.keep == Keep::deals ? 2 : 8;
    std::vector<Slot> slots(slots_of_thread * static_cast<std::size_t>(threads));
    const auto at = [&](int slot) -> Slot& { return slots[static_cast<std::size_t>(slot)]; };
    const auto stopped = [&] { return request.cancelled != nullptr && request.cancelled->load(); };
    const auto produce = [&](int slot) {
        const std::optional<std::int64_t> point = ledger.next();
        if (point) at(slot).point = *point;
        return point.has_value();
    };
    const auto work = [&](int slot) {
        at(slot).record = play_point(plan, at(slot).point, ledger.sweep_id(), request.keep, request.cancelled);
        // Cut short in the middle; an id that no result has.
        if (stopped()) at(slot).record.strong_id.clear();
    };
    const auto consume = [&](int slot) {
        if (at(slot).record.strong_id.empty()) return false;
        ledger.take(std::move(at(slot).record));
        return true;
    };
    try {
        run_pipeline({threads, static_cast<int>(slots.size()), produce, work, consume});
    } catch (...) {
        ledger.keep(); // what was played before the point that failed
        throw;
    }
    ledger.keep();
    return ledger.done();
}

SweepEstimate estimate(const SweepPlan& plan, const SweepRequest& request) {
    constexpr double moment = 0.5; // seconds
    const std::int64_t points = (plan.count() + request.shard.parts - request.shard.part) / request.shard.parts;
    const Clock::time_point start = Clock::now();
    std::int64_t tried = 0, deals = 0;
    double bytes = 0, deal_bytes = 0;
    // Spread over the sweep, because points may take very different times.
    for (; tried == 0 || (tried < std::min<std::int64_t>(points, 16) && seconds_since(start) < moment); ++tried) {
        const PointRecord record = play_point(plan, tried * (plan.count() - 1) / 16, {}, request.keep);
        deals += record.tally.replicates * std::ssize(record.strategies);
        bytes += room(90 + pairs_json(record.tally).size() + texts_json(record.values).size(), by_rowid);
        for (std::size_t s = 0; s < record.strategies.size(); ++s)
            bytes += room(60 + details_json(record.tally.strategies[s], record.strategies[s]).size(), without_rowid);
        deal_bytes += deal_size(record);
    }
    const double share = static_cast<double>(points) / static_cast<double>(tried);
    SweepEstimate estimate;
    estimate.seconds = seconds_since(start) * share / thread_count(request.threads);
    estimate.bytes = (bytes + deal_bytes) * share;
    estimate.deal_bytes = deal_bytes * share;
    estimate.deals = static_cast<std::int64_t>(static_cast<double>(deals) * share);
    return estimate;
}

} // namespace assent
