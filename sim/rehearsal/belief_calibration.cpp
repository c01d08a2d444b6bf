#include "rehearsal/belief_calibration.hpp"

#include "experiment/in_parallel.hpp"
#include "experiment/told_replicate.hpp"
#include "rehearsal/believed_model.hpp"

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

constexpr std::size_t bin_count = 10;
constexpr std::uint64_t luck_of_truth = 0x7472757468ull; ///< the belief must not share the luck of the deals

/// A forecast and what came.
struct Forecast {
    double chance = -1; ///< of winning; below 0: the deal was decided
    bool won = false;
};

/// The touches of a week as moves.
std::vector<Move> moves_of(const Plan& plan, std::int32_t strategy, std::span<const TraceEvent> events) {
    std::vector<Move> moves;
    const StrategyPlan& own = plan.strategies[static_cast<std::size_t>(strategy)];
    for (const TraceEvent& event : events) {
        if (event.kind != TraceEvent::Kind::touch) continue;
        const RulePlan& rule = plan.rules[static_cast<std::size_t>(own.first_rule + event.other)];
        Move move;
        move.act = event.act;
        move.channel = event.channel;
        move.member = event.member;
        move.topic = static_cast<std::int8_t>(event.topic);
        move.evidence = rule.evidence;
        move.inflate = rule.inflate;
        move.discount = rule.discount;
        move.extras = rule.extras;
        move.tailored = rule.tailored;
        move.extras_budget = rule.extras_budget;
        move.safeguards = static_cast<std::uint8_t>((1u << rule.safeguards) - 1);
        moves.push_back(move);
    }
    return moves;
}

/// One deal of the truth under the policy.
class TrueDeal {
  public:
    TrueDeal(const Practice& practice, const BeliefCalibrationRequest& request, std::uint64_t replicate)
        : practice_(practice), seed_(request.seed ^ luck_of_truth), replicate_(replicate), line_(practice.line()) {
        line_.set(1, {}, practice.policy(), 1);
        workspace_.resize(workspace_size(line_.plan()));
        retold_ = retell(line_.plan(), line_.strategy(), seed_, replicate);
    }

    [[nodiscard]] bool decided_by(int week) const { return retold_.row.week <= week; }

    DealState state(int week) {
        DealState state;
        state.values.resize(state_size(line_.plan()));
        save_state(line_.plan(), {line_.strategy(), seed_, replicate_, 1}, week, workspace_.data(), state);
        return state;
    }

    /// Is it won when the policy goes on afresh from the end of that week.
    bool won_from(int week) {
        DealState from = state(week);
        from.strategy = -1; // rules begin anew, as they do in a rollout
        OutcomeRow row;
        simulate_from(line_.plan(), from, {line_.strategy(), seed_, replicate_, 1}, workspace_.data(), &row);
        return row.outcome == Outcome::won;
    }

    Belief observed(const Belief& belief) {
        const int week = belief.week() + 1;
        std::vector<TraceEvent> seen, until;
        for (const TraceEvent& event : retold_.events) {
            if (is_after_sale(event.kind) || event.week > week) continue;
            const auto witnessed = witness(event);
            if (!witnessed) continue;
            until.push_back(*witnessed);
            if (event.week == week) seen.push_back(*witnessed);
        }
        const Knowledge knowledge = knowledge_of(line_.plan(), practice_.manner(), state(week), until);
        return belief.played(moves_of(line_.plan(), line_.strategy(), seen), seen, knowledge);
    }

    double chance(const Belief& belief, const BeliefCalibrationRequest& request) {
        const std::vector<std::int32_t> places = belief.sample(request.rollouts);
        std::vector<OutcomeRow> rows(block_size);
        std::int64_t won = 0;
        for (std::int32_t first = 0; first < request.rollouts; first += block_size) {
            const std::int32_t count = std::min(block_size, request.rollouts - first);
            simulate_from_each(
                line_.plan(), belief.states(places),
                {line_.strategy(), request.seed,
                 replicate_ * static_cast<std::uint64_t>(request.rollouts) + static_cast<std::uint64_t>(first), count},
                workspace_.data(), rows.data());
            won += std::count_if(rows.begin(), rows.begin() + count,
                                 [](const OutcomeRow& row) { return row.outcome == Outcome::won; });
        }
        return static_cast<double>(won) / request.rollouts;
    }

  private:
    const Practice& practice_;
    std::uint64_t seed_, replicate_;
    Line line_;
    std::vector<float> workspace_;
    Retold retold_;
};

std::vector<Forecast> forecasts_of(const std::shared_ptr<const Practice>& practice,
                                   const BeliefCalibrationRequest& request, std::uint64_t replicate) {
    // A belief and a luck for each deal: errors that all forecasts shared would look like a bias.
    Belief belief(practice, request.seed + (replicate << 20), request.particles);
    TrueDeal deal(*practice, request, replicate);
    std::vector<Forecast> forecasts(request.weeks.size());
    for (std::size_t w = 0; w < request.weeks.size(); ++w) {
        if (deal.decided_by(request.weeks[w])) continue;
        while (belief.week() < request.weeks[w]) belief = deal.observed(belief);
        forecasts[w] = {deal.chance(belief, request), deal.won_from(request.weeks[w])};
    }
    return forecasts;
}

BeliefCalibration summed(int week, const std::vector<Forecast>& forecasts) {
    BeliefCalibration table;
    table.week = week;
    table.bins.resize(bin_count);
    double numerator = 0, variance = 0;
    for (const Forecast& each : forecasts) {
        if (each.chance < 0) continue;
        const double won = each.won ? 1 : 0, p = each.chance;
        ++table.forecasts;
        table.forecast += p;
        table.won += won;
        table.brier += (won - p) * (won - p);
        numerator += (won - p) * (1 - 2 * p);
        variance += (1 - 2 * p) * (1 - 2 * p) * p * (1 - p);
        ReliabilityBin& bin = table.bins[std::min(bin_count - 1, static_cast<std::size_t>(p * bin_count))];
        ++bin.forecasts;
        bin.forecast += p;
        bin.won += won;
    }
    const auto mean = [](double& sum, std::int64_t count) {
        sum /= static_cast<double>(std::max<std::int64_t>(1, count));
    };
    for (double* sum : {&table.forecast, &table.won, &table.brier}) mean(*sum, table.forecasts);
    for (ReliabilityBin& bin : table.bins) {
        mean(bin.forecast, bin.forecasts);
        mean(bin.won, bin.forecasts);
    }
    table.base_brier = table.won * (1 - table.won);
    table.z = variance > 0 ? numerator / std::sqrt(variance) : 0;
    return table;
}

} // namespace

std::shared_ptr<const Practice> practice_of_belief(const Model& model, std::int32_t manner) {
    return std::make_shared<const Practice>(believed_model(model), manner);
}

std::vector<BeliefCalibration> calibrate_belief(const std::shared_ptr<const Practice>& practice,
                                                const BeliefCalibrationRequest& request) {
    std::vector<std::vector<Forecast>> of_deals(static_cast<std::size_t>(request.deals));
    in_parallel(of_deals.size(), {request.threads},
                [&](std::size_t deal) { of_deals[deal] = forecasts_of(practice, request, deal); });
    std::vector<BeliefCalibration> tables;
    for (std::size_t w = 0; w < request.weeks.size(); ++w) {
        std::vector<Forecast> forecasts;
        for (const auto& each : of_deals) forecasts.push_back(each[w]);
        tables.push_back(summed(request.weeks[w], forecasts));
    }
    return tables;
}

} // namespace assent
