#include "viewer/sweep_watch.hpp"

#include "model/user_error.hpp"
#include "report/sweep_page_parts.hpp"

#include <algorithm>
#include <cmath>
#include <thread>

namespace assent::viewer {
namespace {

using Clock = std::chrono::steady_clock;

void add_maps(SweepView& view) {
    const SweepPageInput& input = view.input;
    std::vector<std::size_t> axes;
    for (const std::size_t axis : input.axes)
        if (axes.size() < mapped_axes && input.responses[axis].lines.front().levels.size() > 1) axes.push_back(axis);
    for (const std::size_t across : axes)
        for (const std::size_t down : axes)
            if (across != down)
                view.maps.emplace(std::pair(across, down), best_map(input.table, across, down, sampled(input.manifest),
                                                                    input.manifest.confidence));
}

/// Who is best at each row of the table, and whether alone.
struct RowWinner {
    std::size_t place = 0, level = 0; ///< place in the ranking; strategies that are level with the best
    double regret = INFINITY;
};

std::vector<RowWinner> winners(const SweepPageInput& input) {
    std::vector<RowWinner> rows(input.table.numbers.size());
    for (const StrategyColumn& strategy : input.table.strategies) {
        const std::size_t place = place_of(input, strategy.id);
        for (std::size_t i = 0; i < strategy.point.size(); ++i) {
            RowWinner& row = rows[strategy.point[i]];
            row.level += strategy.among_best[i] ? 1 : 0;
            if (strategy.regret[i] < row.regret) row.regret = strategy.regret[i], row.place = place;
        }
    }
    return rows;
}

void add_strip(SweepView& view) {
    const SweepPageInput& input = view.input;
    view.points_per_cell = std::max<std::int64_t>(1, (input.manifest.points + strip_cells - 1) / strip_cells);
    const std::int64_t cells = (input.manifest.points + view.points_per_cell - 1) / view.points_per_cell;
    for (std::int64_t c = 0; c < cells; ++c) view.strip.push_back({c * view.points_per_cell, 0, 0, 0, false});
    const std::vector<RowWinner> best = winners(input);
    for (std::size_t row = 0; row < input.table.numbers.size(); ++row) {
        const std::int64_t at = input.table.numbers[row] / view.points_per_cell;
        if (at < 0 || at >= cells) continue; // a damaged store may number its points as it likes
        PointCell& cell = view.strip[static_cast<std::size_t>(at)];
        if (cell.stored++ == 0) cell.row = row, cell.best = best[row].place, cell.alone = best[row].level <= 1;
    }
}

SweepView failed(const SweepQuestion& question, const UserError& error) {
    SweepView view;
    view.path = question.path;
    view.measure = question.measure;
    view.problem = error.what();
    return view;
}

} // namespace

void ArrivalRate::see(std::int64_t points, Clock::time_point now) {
    seen_.emplace_back(now, points);
    std::erase_if(seen_, [now](const auto& entry) { return now - entry.first > std::chrono::seconds(10); });
}

double ArrivalRate::per_second() const {
    if (seen_.size() < 2) return 0;
    const double seconds = std::chrono::duration<double>(seen_.back().first - seen_.front().first).count();
    return seconds <= 0 ? 0 : static_cast<double>(seen_.back().second - seen_.front().second) / seconds;
}

SweepView read_sweep(const SweepQuestion& question) try {
    SweepView view;
    view.path = question.path;
    view.measure = question.measure;
    SweepStore store(question.path);
    view.input = sweep_page_input(store, question.measure, ASSENT_VERSION);
    view.ready = true;
    add_strip(view);
    if (view.input.summary.points > 0) add_maps(view);
    return view;
} catch (const UserError& error) {
    return failed(question, error);
}

SweepView follow_sweep(const SweepQuestion& question, const std::atomic<bool>& cancelled,
                       const std::function<void(SweepView)>& publish) {
    ArrivalRate rate;
    std::int64_t shown = -1;
    std::string told;
    Clock::time_point next_reading = Clock::now();
    while (!cancelled) {
        try {
            // Opened anew each time: a file that was deleted or replaced would go on to be read otherwise.
            const std::int64_t count = SweepStore(question.path).count();
            const Clock::time_point now = Clock::now();
            rate.see(count, now);
            if ((count != shown && now >= next_reading) || !told.empty()) {
                SweepView view = read_sweep(question);
                // Large stores are read less often, so that reading takes a fifth of the time at most.
                next_reading = Clock::now() + 4 * (Clock::now() - now);
                shown = view.ready ? view.input.summary.points : -1;
                told = view.problem;
                view.read_at = now;
                view.points_per_second = rate.per_second();
                if (view.points_per_second > 0)
                    view.seconds_left =
                        static_cast<double>(view.input.manifest.points - shown) / view.points_per_second;
                if (view.finished() || !question.follow) return view;
                publish(std::move(view));
            }
        } catch (const UserError& error) {
            SweepView view = failed(question, error);
            if (!question.follow) return view;
            if (std::exchange(told, view.problem) != view.problem) publish(std::move(view));
        }
        for (auto waited = std::chrono::milliseconds(0); waited < question.pause && !cancelled;
             waited += std::chrono::milliseconds(20))
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return {};
}

} // namespace assent::viewer
