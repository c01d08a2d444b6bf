#include "experiment/sensitivity.hpp"

#include "experiment/joint_progress.hpp"
#include "experiment/point_player.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>
#include <numeric>

namespace assent {
namespace {

constexpr std::int64_t leader_replicates = 4096; // enough to say who leads, as in a tornado

void check(const Model& model, const SensitivityRequest& request) {
    check_reach(request.choice.reach);
    if (request.doublings < 4 || request.doublings > 20)
        throw UserError(fmt::format("samples = 2^{} (must be 2^4 to 2^20); 512 is usual", request.doublings));
    if (request.trajectories < 2 || request.trajectories > 100'000)
        throw UserError(fmt::format("trajectories = {} (must be 2 to 100 000, to give intervals); 32 is usual",
                                    request.trajectories));
    if (request.run.replicates < 2)
        throw UserError(fmt::format("replicates = {} (at least 2 deals are played at each point); 128 is usual",
                                    request.run.replicates));
    if (request.watched >= static_cast<std::int32_t>(model.strategies.size()))
        throw UserError(fmt::format("strategy number {} does not exist; the scenario has {}", request.watched,
                                    model.strategies.size()));
}

std::vector<PlanNumber> numbers_of(const Plan& plan, const std::vector<std::string>& keys,
                                   const SensitivityRequest& request) {
    std::vector<PlanNumber> numbers;
    for (std::size_t draw = 0; request.drawn && draw < plan.draws.size(); ++draw)
        numbers.push_back(drawn_number(plan, draw, keys[draw]));
    for (std::size_t i = 0; request.constants && i < assumption_count; ++i)
        if (plan.assumptions[i].draw < 0 && request.choice.takes(i))
            numbers.push_back(constant_number(plan, i, request.choice.reach));
    if (numbers.empty())
        throw UserError(
            "the scenario has no uncertain number whose effect could be seen; write one as a range, such as "
            "need = { uniform = [0.4, 0.8] }, or move the constants of the model with --constants");
    return numbers;
}

std::size_t leader_of(const Plan& plan, const SensitivityRequest& request) {
    if (request.watched >= 0) return static_cast<std::size_t>(request.watched);
    RunRequest as_it_is = request.run;
    as_it_is.strategies.clear();
    as_it_is.precision = 0;
    as_it_is.replicates = leader_replicates;
    const RunTally tally = run(plan, as_it_is);
    if (tally.replicates < leader_replicates) throw Cancelled();
    return rank(tally, request.run.confidence, request.measure).standings.front().strategy;
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double variance_of(const std::vector<double>& values) {
    const double mean = mean_of(values);
    double squares = 0;
    for (const double value : values) squares += (value - mean) * (value - mean);
    return squares / static_cast<double>(values.size());
}

class Explainer {
  public:
    Explainer(const Model& model, const SensitivityRequest& request,
              const std::function<void(const Progress&)>& progress)
        : plan_(compile(model)), numbers_(numbers_of(plan_, drawn_keys(model), request)), progress_(progress) {
        found_.request = request;
        found_.watched = leader_of(plan_, request);
        bootstrap_.seed = request.run.seed;
        bootstrap_.confidence = request.run.confidence;
        bootstrap_.workers = {request.run.threads, request.run.cancelled};
    }

    Sensitivity explain() {
        if (found_.request.method == SensitivityMethod::sobol)
            by_variance();
        else
            by_effects();
        return std::move(found_);
    }

  private:
    [[nodiscard]] PointPlayer player(Spread spread) {
        return {plan_, numbers_, {found_.request.run, found_.request.measure, found_.watched, spread}, progress_};
    }

    void by_variance() {
        SobolRequest request;
        request.doublings = found_.request.doublings;
        request.bootstrap = bootstrap_;
        found_.points = sobol_evaluations(numbers_.size(), request);
        progress_.plan_runs(static_cast<std::int64_t>(found_.points));
        PointPlayer points = player(Spread::whole);
        const SobolIndices indices =
            explain_variance([&](const DesignMatrix& design) { return points.play(design); }, numbers_.size(), request);
        found_.mean = indices.mean;
        found_.variance = indices.variance;
        const std::size_t rows = std::size_t{1} << request.doublings;
        set_luck_share(mean_luck(points, rows, [&](std::size_t row) { return std::pair(row, rows + row); }));
        const auto order = ranked([&](std::size_t i) { return indices.inputs[i].total.estimate; });
        for (const std::size_t i : order)
            found_.numbers.push_back(
                {numbers_[i], indices.inputs[i], {}, share_of_luck(mean_luck(points, rows, [&](std::size_t row) {
                     return std::pair(row, (2 + i) * rows + row);
                 }))});
        const auto place = [&](std::size_t input) {
            return static_cast<std::size_t>(std::ranges::find(order, input) - order.begin());
        };
        for (const PairShare& pair : indices.pairs) {
            const auto [one, other] = std::minmax({place(pair.one), place(pair.other)});
            found_.pairs.push_back({one, other, pair.share});
        }
        std::ranges::stable_sort(found_.pairs, std::ranges::greater{},
                                 [](const PairShare& pair) { return pair.share.estimate; });
    }

    void by_effects() {
        const Trajectories ways = random_trajectories(static_cast<std::size_t>(found_.request.trajectories),
                                                      numbers_.size(), found_.request.run.seed);
        found_.points = ways.points.rows;
        progress_.plan_runs(static_cast<std::int64_t>(found_.points));
        PointPlayer points = player(Spread::percentiles);
        const std::vector<double> values = points.play(ways.points);
        found_.mean = mean_of(values);
        found_.variance = variance_of(values);
        const std::size_t inputs = numbers_.size();
        set_luck_share(mean_luck(points, ways.count() - 1, [&](std::size_t way) {
            return std::pair(way * (inputs + 1), (way + 1) * (inputs + 1)); // their beginnings are independent
        }));
        const std::vector<double> luck = lucky_effects(points, ways);
        const std::vector<InputEffect> effects = elementary_effects(ways, values, bootstrap_);
        for (const std::size_t i : ranked([&](std::size_t n) { return effects[n].mean_absolute.estimate; }))
            found_.numbers.push_back({numbers_[i], {}, effects[i], luck[i]});
    }

    /// Mean over pairs of points of what luck adds to the variance of their difference.
    template <class Pair>
    [[nodiscard]] static double mean_luck(const PointPlayer& points, std::size_t pairs, const Pair& pair) {
        double sum = 0;
        for (std::size_t i = 0; i < pairs; ++i) {
            const auto [one, other] = pair(i);
            sum += points.luck_between(one, other);
        }
        return sum / static_cast<double>(pairs);
    }

    /// As Jansen's estimator has it: half the mean square of differences, over the variance.
    [[nodiscard]] double share_of_luck(double luck) const {
        return found_.flat() ? 0 : std::min(1.0, luck / 2 / found_.variance);
    }
    void set_luck_share(double luck) { found_.luck_share = share_of_luck(luck); }

    /// Mean size of each number's effect if it were nothing but luck, which is about normal.
    [[nodiscard]] std::vector<double> lucky_effects(const PointPlayer& points, const Trajectories& ways) const {
        const std::size_t inputs = numbers_.size();
        std::vector<double> variances(inputs);
        for (std::size_t i = 0; i < ways.moved.size(); ++i) {
            const std::size_t before = i / inputs * (inputs + 1) + i % inputs;
            variances[ways.moved[i]] += points.luck_between(before, before + 1) / static_cast<double>(ways.count());
        }
        for (double& size : variances) size = std::sqrt(2 / std::numbers::pi * size) / morris_step;
        return variances;
    }

    template <class Size> [[nodiscard]] std::vector<std::size_t> ranked(const Size& size) const {
        std::vector<std::size_t> order(numbers_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, std::ranges::greater{}, size);
        return order;
    }

    Plan plan_;
    std::vector<PlanNumber> numbers_;
    JointProgress progress_;
    BootstrapRequest bootstrap_;
    Sensitivity found_;
};

} // namespace

bool Sensitivity::stands_out(const SensitivityNumber& number) const {
    const bool shares = request.method == SensitivityMethod::sobol;
    return !flat() && (shares ? number.share.total : number.effect.mean_absolute).low > number.luck;
}

std::vector<PlanNumber> sensitivity_numbers(const Model& model, const SensitivityRequest& request) {
    check(model, request);
    return numbers_of(compile(model), drawn_keys(model), request);
}

Sensitivity explain_spread(const Model& model, const SensitivityRequest& request,
                           const std::function<void(const Progress&)>& progress) {
    check(model, request);
    return Explainer(model, request, progress).explain();
}

} // namespace assent
