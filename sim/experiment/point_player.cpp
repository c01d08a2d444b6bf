#include "experiment/point_player.hpp"

#include "experiment/in_parallel.hpp"
#include "experiment/intervals.hpp"
#include "experiment/tally.hpp"

#include <algorithm>

namespace assent {
namespace {

constexpr std::int64_t most_parts = 8; // of the deals of a point: enough to see how far luck goes

} // namespace

std::vector<double> PointPlayer::play(const DesignMatrix& points) {
    std::vector<Result> results(points.rows);
    in_parallel(points.rows, {task_.run.threads, task_.run.cancelled}, [&](std::size_t row) {
        results[row] = play_at(std::span(points.cells).subspan(row * points.columns, points.columns));
        tell();
    });
    std::vector<double> values;
    for (Result& result : results) {
        values.push_back(result.value);
        parts_.push_back(std::move(result.parts));
    }
    return values;
}

double PointPlayer::luck_between(std::size_t one, std::size_t other) const {
    Moments differences;
    for (std::size_t part = 0; part < parts_[one].size(); ++part)
        differences.add(parts_[one][part] - parts_[other][part]);
    const double error = standard_error(differences);
    return error * error;
}

Plan PointPlayer::plan_at(std::span<const double> point) const {
    Plan plan = plan_;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
        const PlanNumber& number = numbers_[i];
        double value = number.low + point[i] * (number.high - number.low);
        if (number.kind == PlanNumber::Kind::drawn) {
            const bool whole = task_.spread == Spread::whole;
            // Of the plan as it was: the number is no distribution any more once it was moved.
            value = quantile_of(plan_, number.place,
                                whole ? point[i] : low_percentile + point[i] * (high_percentile - low_percentile));
        }
        move_number(plan, number, value);
    }
    return plan;
}

PointPlayer::Result PointPlayer::play_at(std::span<const double> point) const {
    const Plan plan = plan_at(point);
    std::vector<float> workspace(workspace_size(plan) + 16);
    std::vector<OutcomeRow> rows(block_size);
    BlockDigest digest;
    const auto measured = [&](const RunTally& tally) {
        return rank(tally, task_.run.confidence, task_.measure).standings.front().measured(task_.measure).estimate;
    };
    RunTally whole = empty_tally(plan, task_.run.seed, 1);
    const std::int64_t all = task_.run.replicates, parts = std::min(most_parts, all);
    Result result;
    for (std::int64_t part = 0; part < parts; ++part) {
        RunTally tally = empty_tally(plan, task_.run.seed, 1);
        for (const std::int64_t end = all * (part + 1) / parts; whole.replicates < end;) {
            const auto count = static_cast<std::int32_t>(std::min<std::int64_t>(block_size, end - whole.replicates));
            simulate_block(plan,
                           {static_cast<std::int32_t>(task_.strategy), task_.run.seed,
                            static_cast<std::uint64_t>(whole.replicates), count, task_.run.isa},
                           workspace.data(), rows.data());
            digest_block(rows, 1, static_cast<std::size_t>(count), digest);
            for (RunTally* seen : {&whole, &tally}) add_block(*seen, rows, static_cast<std::size_t>(count), digest);
        }
        result.parts.push_back(measured(tally));
    }
    result.value = measured(whole);
    return result;
}

void PointPlayer::tell() {
    constexpr std::int64_t points_a_time = 16; // a terminal cannot show more anyway
    const std::lock_guard lock(telling_);
    progress_.finish_run(task_.run.replicates);
    if (++told_ % points_a_time == 0) progress_.observer()({0, task_.run.replicates, 0, 0});
}

} // namespace assent
