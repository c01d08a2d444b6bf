#include "experiment/point_player.hpp"

#include "experiment/in_parallel.hpp"
#include "experiment/tally.hpp"

#include <algorithm>
#include <cmath>

namespace assent {

std::vector<double> PointPlayer::play(const Design& points) {
    std::vector<Result> results(points.rows);
    in_parallel(points.rows, {task_.run.threads, task_.run.cancelled}, [&](std::size_t row) {
        results[row] = play_at(std::span(points.cells).subspan(row * points.columns, points.columns));
        tell();
    });
    std::vector<double> values;
    for (const Result& result : results) {
        values.push_back(result.value);
        luck_.push_back(result.luck);
    }
    return values;
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
    RunTally tally = empty_tally(plan, task_.run.seed, 1);
    BlockDigest digest;
    const auto measured = [&] {
        return rank(tally, task_.run.confidence, task_.measure).standings.front().measured(task_.measure).estimate;
    };
    const std::int64_t all = task_.run.replicates, first_part = all / 2;
    double early = 0;
    while (tally.replicates < all) {
        const std::int64_t end = tally.replicates < first_part ? first_part : all;
        const auto count = static_cast<std::int32_t>(std::min<std::int64_t>(block_size, end - tally.replicates));
        simulate_block(plan,
                       {static_cast<std::int32_t>(task_.strategy), task_.run.seed,
                        static_cast<std::uint64_t>(tally.replicates), count, task_.run.lanes},
                       workspace.data(), rows.data());
        digest_block(rows, 1, static_cast<std::size_t>(count), digest);
        add_block(tally, rows, static_cast<std::size_t>(count), digest);
        if (tally.replicates == first_part) early = measured();
    }
    // Of n deals, a part of m differs from all by a variance of s² (1/m - 1/n); all by themselves have s²/n.
    const double scale = std::sqrt(static_cast<double>(first_part) / static_cast<double>(all - first_part));
    const double value = measured();
    return {value, scale * (early - value)};
}

void PointPlayer::tell() {
    constexpr std::int64_t points_a_time = 16; // a terminal cannot show more anyway
    const std::lock_guard lock(telling_);
    progress_.finish_run(task_.run.replicates);
    if (++told_ % points_a_time == 0) progress_.observer()({0, task_.run.replicates, 0, 0});
}

} // namespace assent
