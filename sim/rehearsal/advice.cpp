#include "rehearsal/advice.hpp"

#include "experiment/intervals.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <thread>

namespace assent {
namespace {

constexpr std::int32_t batch = 64;          ///< rollouts of a line in one piece of work, and in the first round
constexpr std::int64_t most_a_round = 1024; ///< rollouts of a line in one round: the next news is never far
constexpr std::int32_t starts = 1024;       ///< particles that rollouts begin from, in turn
constexpr std::size_t finalists = 4;        ///< halving ends here, and fresh luck begins
constexpr std::int64_t luck_of_the_end = std::int64_t{1} << 36; ///< first replicate of the figures of the finalists

double value_of(const OutcomeRow& row, Goal goal) {
    switch (goal) {
    case Goal::margin:
        return static_cast<double>(row.margin - row.cost_of_sale);
    case Goal::lifetime:
        return static_cast<double>(row.lifetime_value);
    default:
        return row.outcome == Outcome::won ? 1.0 : 0.0;
    }
}

/// One line and what its rollouts gave.
struct Contender {
    Move move;
    enum class Kind : std::uint8_t { policy, wait, move } kind = Kind::move;
    bool alive = true;
    std::vector<float> values; ///< of its replicates, in order
    Moments gain;              ///< over the policy going on
};

/// Shares of wins have the intervals of counts, which hold for few rollouts too.
Interval value_interval(const std::vector<float>& values, Goal goal, double confidence) {
    Moments moments;
    for (const float value : values) moments.add(static_cast<double>(value));
    if (goal != Goal::win) return mean_interval(moments, confidence);
    Interval interval = wilson_interval(std::llround(moments.sum), moments.count, confidence);
    interval.estimate = moments.count == 0 ? 0 : moments.sum / static_cast<double>(moments.count);
    return interval;
}
Interval gain_interval(const Moments& gain, Goal goal, double confidence) {
    if (goal != Goal::win) return mean_interval(gain, confidence);
    return paired_interval(std::llround((gain.squares + gain.sum) / 2), std::llround((gain.squares - gain.sum) / 2),
                           gain.count, confidence);
}

/// What one thread works with.
struct Bench {
    Line line;
    std::vector<float> workspace;
    explicit Bench(const Practice& practice) : line(practice.line()), workspace(workspace_size(line.plan())) {}
};

struct Task {
    std::size_t contender;
    std::int64_t first; ///< replicate, from the beginning of the stage
    OutcomeRow rows[batch];
};

} // namespace

struct AdviceSearch::Work {
    Belief belief;
    std::vector<Move> planned;
    AdviceRequest request;
    std::vector<std::int32_t> places = {};
    std::vector<Contender> contenders = {}; ///< the first is the policy going on
    std::vector<std::unique_ptr<Bench>> benches = {};
    std::int64_t stage_first = 0; ///< replicate with which the present stage begins
    std::int64_t done = 0;        ///< rollouts of each line alive in this stage
    std::int64_t next = batch;    ///< … of the coming round
    std::int64_t played = 0;      ///< of all lines
    std::vector<Task> tasks = {};
    // of the policy going on
    std::int64_t count = 0;
    std::array<std::int64_t, outcome_count> outcomes{};
    std::vector<std::int64_t> weeks = {};
    std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();

    [[nodiscard]] const Practice& practice() const { return belief.practice(); }
    [[nodiscard]] bool cancelled() const {
        return request.cancelled != nullptr && request.cancelled->load(std::memory_order_relaxed);
    }
    [[nodiscard]] std::size_t alive() const {
        return static_cast<std::size_t>(std::ranges::count(contenders, true, &Contender::alive));
    }

    void write(Line& line, const Contender& contender) const {
        std::vector<Move> moves = planned;
        if (contender.kind == Contender::Kind::move) moves.push_back(contender.move);
        const int week = belief.week() + 1;
        line.set(week, moves, practice().policy(), contender.kind == Contender::Kind::wait ? week + 1 : week);
    }

    void play(Bench& bench, Task& task) const {
        write(bench.line, contenders[task.contender]);
        const BlockRequest block{bench.line.strategy(), request.seed,
                                 static_cast<std::uint64_t>(stage_first + task.first), batch};
        simulate_from_each(bench.line.plan(), belief.states(places), block, bench.workspace.data(), task.rows);
    }

    /// Plays all tasks; false: cancelled.
    bool play_all() {
        std::atomic<std::size_t> taken{0};
        const auto work = [&](Bench& bench) {
            for (std::size_t t = taken++; t < tasks.size() && !cancelled(); t = taken++) play(bench, tasks[t]);
        };
        {
            std::vector<std::jthread> others;
            for (std::size_t b = 1; b < benches.size() && b < tasks.size(); ++b)
                others.emplace_back([&work, bench = benches[b].get()] { work(*bench); });
            work(*benches.front());
        }
        return !cancelled();
    }

    void count_up() {
        for (const Task& task : tasks) {
            Contender& contender = contenders[task.contender];
            for (const OutcomeRow& row : task.rows) {
                contender.values.push_back(static_cast<float>(value_of(row, request.goal)));
                if (task.contender != 0) continue;
                ++count;
                ++outcomes[static_cast<std::size_t>(row.outcome)];
                if (row.outcome == Outcome::won) ++weeks[static_cast<std::size_t>(row.week)];
            }
            played += batch;
        }
        const std::vector<float>& policy = contenders.front().values;
        for (Contender& contender : contenders)
            for (auto k = static_cast<std::size_t>(contender.gain.count); k < contender.values.size(); ++k)
                contender.gain.add(static_cast<double>(contender.values[k]) - static_cast<double>(policy[k]));
    }

    /// Drops the worse half; when few are left, they begin anew on fresh luck, which flatters nobody.
    void halve() {
        std::vector<std::size_t> order;
        for (std::size_t c = 1; c < contenders.size(); ++c)
            if (contenders[c].alive) order.push_back(c);
        next = std::min<std::int64_t>(done, most_a_round);
        if (order.size() <= finalists) return;
        std::ranges::stable_sort(
            order, [&](std::size_t x, std::size_t y) { return contenders[x].gain.sum > contenders[y].gain.sum; });
        const std::size_t kept = std::max(finalists, order.size() / 2);
        for (std::size_t k = kept; k < order.size(); ++k) contenders[order[k]].alive = false;
        fresh = kept == finalists;
    }
    bool fresh = false; ///< the next round begins the stage of the finalists

    void forget() {
        fresh = false;
        count = 0;
        outcomes = {};
        std::ranges::fill(weeks, 0);
        for (Contender& contender : contenders)
            if (contender.alive) {
                contender.values.clear();
                contender.gain = {};
            }
    }
};

AdviceSearch::AdviceSearch(Belief belief, const Knowledge& knowledge, std::vector<Move> planned, AdviceRequest request)
    : work_(new Work{std::move(belief), std::move(planned), std::move(request)}) {
    Work& work = *work_;
    if (!(work.request.confidence > 0 && work.request.confidence < 1))
        throw UserError(
            fmt::format("confidence = {} (must lie between 0 and 1); 0.9 is usual", work.request.confidence));
    if (knowledge.decided) throw UserError("the deal is decided; go back in it to ask what else could be done");
    if (work.planned.size() + 1 > most_planned_moves)
        throw UserError(fmt::format("{} moves in one week (a rehearsal weighs at most {}); plan fewer",
                                    work.planned.size(), most_planned_moves - 1));
    work.places = work.belief.sample(starts);
    work.weeks.assign(static_cast<std::size_t>(work.practice().believed().horizon) + 1, 0);
    work.contenders.push_back({{}, Contender::Kind::policy, true, {}, {}});
    work.contenders.push_back({{}, Contender::Kind::wait, true, {}, {}});
    std::vector<Move> moves = work.request.also;
    if (!work.request.only_also)
        for (const Move& move : sensible_moves(work.practice(), knowledge))
            if (std::ranges::find(moves, move) == moves.end()) moves.push_back(move);
    for (const Move& move : moves) work.contenders.push_back({move, Contender::Kind::move, true, {}, {}});
    for (int thread = 0; thread < std::max(1, work.request.threads); ++thread)
        work.benches.push_back(std::make_unique<Bench>(work.practice()));
}

AdviceSearch::~AdviceSearch() = default;

bool AdviceSearch::step() {
    Work& work = *work_;
    if (work.cancelled() || (work.played > 0 && work.played >= work.request.rollouts)) return false;
    if (work.fresh) {
        work.stage_first = luck_of_the_end;
        work.next = std::max<std::int64_t>(work.done, 4 * batch);
        work.done = 0;
    }
    work.tasks.clear();
    for (std::size_t c = 0; c < work.contenders.size(); ++c)
        for (std::int64_t first = work.done; work.contenders[c].alive && first < work.done + work.next; first += batch)
            work.tasks.push_back({c, first, {}});
    if (!work.play_all()) return false;
    if (work.fresh) work.forget();
    work.count_up();
    work.done += work.next;
    work.halve();
    return true;
}

Advice AdviceSearch::advice() const {
    const Work& work = *work_;
    const double confidence = work.request.confidence;
    const double shared =
        share_confidence(confidence, std::max<std::int64_t>(1, static_cast<std::int64_t>(work.alive()) - 1));
    Advice advice;
    const Interval value = value_interval(work.contenders.front().values, work.request.goal, confidence);
    advice.value = value.estimate;
    advice.low = value.low;
    advice.high = value.high;
    for (std::size_t c = 1; c < work.contenders.size(); ++c) {
        const Contender& contender = work.contenders[c];
        const Interval own = value_interval(contender.values, work.request.goal, confidence);
        const Interval gain = gain_interval(contender.gain, work.request.goal, contender.alive ? shared : confidence);
        advice.lines.push_back({contender.move, contender.kind == Contender::Kind::wait, own.estimate, own.low,
                                own.high, gain.estimate, gain.low, gain.high, contender.gain.count, contender.alive});
    }
    std::ranges::stable_sort(advice.lines, [](const Advice::Line& x, const Advice::Line& y) {
        return x.alive != y.alive ? x.alive : x.gain > y.gain;
    });
    const auto all = static_cast<double>(std::max<std::int64_t>(1, work.count));
    const auto share = [&](Outcome outcome) {
        return static_cast<double>(work.outcomes[static_cast<std::size_t>(outcome)]) / all;
    };
    advice.won = share(Outcome::won);
    advice.lost = share(Outcome::lost) + share(Outcome::eliminated);
    advice.none = share(Outcome::no_decision);
    for (const std::int64_t week : work.weeks) advice.weeks_histogram.push_back(static_cast<double>(week) / all);
    advice.median_weeks = week_quantile(work.weeks, 0.5);
    advice.going_on = work.count;
    advice.rollouts = work.played;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - work.start;
    advice.rollouts_per_second = static_cast<double>(work.played) / std::max(1e-9, spent.count());
    advice.final = work.played >= work.request.rollouts;
    return advice;
}

Advice advise(const Practice& practice, const Belief& belief, const Knowledge& knowledge,
              const std::vector<Move>& planned, const AdviceRequest& request) {
    if (&practice != &belief.practice()) throw UserError("the belief is about another scenario; ask with its own");
    AdviceSearch search(belief, knowledge, planned, request);
    while (search.step()) {
    }
    return search.advice();
}

} // namespace assent
