#include "experiment/select_strategy.hpp"

#include "experiment/in_parallel.hpp"
#include "experiment/joint_progress.hpp"
#include "experiment/tally.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <numeric>

namespace assent {
namespace {

static_assert(block_size % batch_deals == 0);
constexpr std::int64_t block_batches = block_size / batch_deals;

/// Replicates between the luck of one strategy and that of the next, when each has its own.
constexpr std::uint64_t luck_distance = std::uint64_t{1} << 32;

BatchSum part_of(const OutcomeRow& row, RankMeasure measure) {
    switch (measure) {
    case RankMeasure::win:
        return {row.outcome == Outcome::won ? 1.0 : 0.0, 1};
    case RankMeasure::margin:
        return {row.margin, 1};
    case RankMeasure::value_per_hour:
        return {value_of(row), hours_of(row)};
    case RankMeasure::lifetime:
        return {row.lifetime_value, 1};
    }
    return {};
}

/// A block of work: some batches of one range.
struct Piece {
    std::size_t range;
    std::int64_t first, count; ///< batches, counted from the start of the range
};

class DealPlayer {
  public:
    DealPlayer(const Plan& plan, const StrategySelectionRequest& request, bool own_luck)
        : plan_(plan), request_(request), own_luck_(own_luck) {}

    bool operator()(std::span<const BatchRange> ranges, std::vector<std::vector<BatchSum>>& sums) const {
        std::vector<Piece> pieces;
        sums.assign(ranges.size(), {});
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            sums[i].resize(static_cast<std::size_t>(ranges[i].count));
            for (std::int64_t first = 0; first < ranges[i].count; first += block_batches)
                pieces.push_back({i, first, std::min(block_batches, ranges[i].count - first)});
        }
        try {
            in_parallel(pieces.size(), {request_.run.threads, request_.run.cancelled}, [&](std::size_t p) {
                const Piece& piece = pieces[p];
                play(ranges[piece.range], piece, &sums[piece.range][static_cast<std::size_t>(piece.first)]);
            });
        } catch (const Cancelled&) {
            return false;
        }
        return true;
    }

  private:
    void play(const BatchRange& range, const Piece& piece, BatchSum* sums) const {
        std::array<OutcomeRow, block_size> rows;
        std::vector<float> workspace(workspace_size(plan_));
        const auto first = static_cast<std::uint64_t>((range.first + piece.first) * batch_deals);
        const std::uint64_t start = own_luck_ ? range.system * luck_distance : 0;
        const auto count = static_cast<std::int32_t>(piece.count * batch_deals);
        simulate_block(
            plan_, {request_.run.strategies[range.system], request_.run.seed, start + first, count, request_.run.isa},
            workspace.data(), rows.data());
        for (std::int32_t i = 0; i < count; ++i) {
            const BatchSum part = part_of(rows[static_cast<std::size_t>(i)], request_.measure);
            sums[i / batch_deals].value += part.value;
            sums[i / batch_deals].weight += part.weight;
        }
    }

    const Plan& plan_;
    const StrategySelectionRequest& request_;
    bool own_luck_;
};

void check(const StrategySelectionRequest& request) {
    const std::size_t strategies = request.run.strategies.size();
    if (strategies < 2)
        throw UserError(fmt::format("there is nothing to select from ({} strategy); give two or more", strategies));
    if (strategies > (std::size_t{1} << 16))
        throw UserError(fmt::format("{} strategies (too many to select from); give 65 536 at most", strategies));
    const std::int64_t first_look = KimNelsonRequest{}.first_stage * batch_deals;
    if (request.budget == 0 && request.run.replicates < first_look)
        throw UserError(
            fmt::format("--replicates {} (too small: the first look comes after {} deals of each strategy); "
                        "give {} or more",
                        request.run.replicates, first_look, first_look));
    const auto least = static_cast<std::int64_t>(strategies) * ocba_first_deals;
    if (request.budget != 0 && request.budget < least)
        throw UserError(fmt::format("--budget {} (too small: {} strategies are played {} times each before there is "
                                    "anything to go by); give {} or more",
                                    request.budget, strategies, ocba_first_deals, least));
}

/// What both procedures are told.
void describe(SelectionRequest& about, const StrategySelectionRequest& request, const JointProgress& joint) {
    const bool win = request.measure == RankMeasure::win;
    about.systems = request.run.strategies.size();
    about.confidence = request.run.confidence;
    about.indifference = request.indifference > 0 || !win ? request.indifference : preset_indifference;
    about.indifference_share = preset_indifference;
    about.event = win ? 1.0 / batch_deals : 0;
    about.watch = [observer = joint.observer()](std::int64_t done, std::int64_t planned) {
        observer({done * batch_deals, planned * batch_deals, 0, 0});
    };
}

} // namespace

std::int64_t StrategySelection::deals() const { return selection.batches() * batch_deals; }

std::int64_t StrategySelection::fresh_deals() const {
    if (!fresh) return 0;
    return batch_deals *
           std::accumulate(standings.begin(), standings.end(), std::int64_t{0},
                           [](std::int64_t sum, const SelectionStanding& standing) { return sum + standing.batches; });
}

double StrategySelection::saving() const {
    const double equal = selection.equal_allocation * static_cast<double>(selection.systems.size());
    return equal > 0 ? 1 - static_cast<double>(selection.batches()) / equal : 0;
}

BatchSampler deal_sampler(const Plan& plan, const StrategySelectionRequest& request, bool own_luck) {
    return DealPlayer(plan, request, own_luck);
}

StrategySelection select_strategy(const Plan& plan, const StrategySelectionRequest& request,
                                  const std::function<void(const Progress&)>& progress) {
    check(request);
    StrategySelection result{request, {}, {}, false};
    const JointProgress joint(progress);
    const BatchSampler sampler = deal_sampler(plan, request, request.budget > 0);
    if (request.budget > 0) {
        OcbaRequest about;
        describe(about, request, joint);
        about.budget = request.budget / batch_deals;
        about.first_stage = ocba_first_deals / batch_deals;
        result.selection = select_ocba(about, sampler);
        if (result.selection.batches() > 0) result.standings = own_standings(result.selection, request.run.confidence);
        return result;
    }
    KimNelsonRequest about;
    describe(about, request, joint);
    about.most = request.run.replicates / batch_deals;
    result.selection = select_kim_nelson(about, sampler);
    if (result.selection.end == SelectionEnd::interrupted) return result;
    result.standings = fresh_standings(result.selection, about, sampler);
    result.fresh = !result.standings.empty();
    return result;
}

} // namespace assent
