#include "experiment/tornado.hpp"

#include "experiment/intervals.hpp"
#include "experiment/joint_progress.hpp"
#include "experiment/tally.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace assent {
namespace {

std::vector<PlanNumber> numbers_of(const Plan& plan, const std::vector<std::string>& keys,
                                   const TornadoRequest& request) {
    std::vector<PlanNumber> numbers;
    std::vector<bool> listed(plan.draws.size());
    const ConstantChoice choice{request.all_sources, request.reach};
    for (std::size_t i = 0; i < assumption_count; ++i) {
        const std::int32_t drawn = plan.assumptions[i].draw;
        const auto draw = static_cast<std::size_t>(drawn);
        if (drawn >= 0) listed[draw] = true;
        if (choice.takes(i))
            numbers.push_back(drawn >= 0 ? drawn_number(plan, draw, keys[draw])
                                         : constant_number(plan, i, request.reach));
    }
    for (std::size_t draw = 0; request.drawn && draw < plan.draws.size(); ++draw)
        if (!listed[draw]) numbers.push_back(drawn_number(plan, draw, keys[draw]));
    return numbers;
}

/// The deals of one strategy before and after a change, side by side, as two strategies of one tally.
class BeforeAndAfter {
  public:
    BeforeAndAfter(const Plan& plan, const RunRequest& request, const std::vector<OutcomeRow>& before)
        : before_(before), rows_(2 * block_size), tally_(empty_tally(plan, request.seed, 2)) {}

    /// Blocks in replicate order.
    void see(std::span<const OutcomeRow> after) {
        const auto first = before_.begin() + tally_.replicates;
        std::ranges::copy(after, rows_.begin());
        std::copy(first, first + std::ssize(after), rows_.begin() + block_size);
        digest_block(rows_, 2, after.size(), digest_);
        add_block(tally_, rows_, after.size(), digest_);
    }
    [[nodiscard]] Interval change(RankMeasure measure, double confidence) const {
        return difference_by(tally_, measure, 0, 1, confidence);
    }

  private:
    const std::vector<OutcomeRow>& before_;
    std::vector<OutcomeRow> rows_;
    RunTally tally_;
    BlockDigest digest_;
};

const StrategyStanding& standing_of(const Ranking& ranking, std::size_t strategy) {
    return *std::ranges::find(ranking.standings, strategy, &StrategyStanding::strategy);
}

class Mover {
  public:
    Mover(const Model& model, const TornadoRequest& request, const std::function<void(const Progress&)>& progress)
        : plan_(compile(model)), request_(request), progress_(progress) {
        request_.run.strategies.clear();
        request_.run.precision = 0;
        numbers_ = numbers_of(plan_, drawn_keys(model), request_);
        for (const PlanNumber& number : numbers_)
            sides_ += !number.stays_at(number.low) + !number.stays_at(number.high);
        confidence_ = share_confidence(request_.run.confidence, std::max<std::int64_t>(1, sides_));
    }

    Tornado play() {
        Tornado tornado;
        tornado.request = request_;
        tornado.planned = numbers_.size();
        progress_.plan_runs(sides_ + 1);
        play_as_it_is(tornado);
        for (const PlanNumber& number : numbers_) {
            if (tornado.replicates == 0 || cancelled()) break;
            TornadoBar bar;
            if (!move(number, tornado, bar)) break;
            tornado.bars.push_back(std::move(bar));
        }
        std::ranges::stable_sort(tornado.bars, std::ranges::greater{}, &TornadoBar::swing);
        return tornado;
    }

  private:
    [[nodiscard]] bool cancelled() const { return request_.run.cancelled != nullptr && *request_.run.cancelled; }

    [[nodiscard]] RunTally play(const Plan& plan, const RowSink& rows) {
        RunTally tally = run(plan, request_.run, progress_.observer(), rows);
        progress_.finish_run(tally.replicates);
        return tally;
    }

    void play_as_it_is(Tornado& tornado) {
        std::vector<std::vector<OutcomeRow>> rows(plan_.strategies.size());
        as_it_is_ = play(plan_, [&](std::size_t strategy, std::span<const OutcomeRow> seen) {
            rows[strategy].insert(rows[strategy].end(), seen.begin(), seen.end());
        });
        tornado.replicates = as_it_is_.replicates;
        if (tornado.replicates < request_.run.replicates) tornado.replicates = 0; // cancelled: nothing to compare with
        ranking_ = rank(as_it_is_, confidence_, request_.measure);
        tornado.leader = ranking_.standings.front().strategy;
        tornado.watched = request_.watched < 0 ? tornado.leader : static_cast<std::size_t>(request_.watched);
        tornado.measured = measured(as_it_is_, tornado.watched);
        for (const StrategyStanding& standing : ranking_.standings)
            if (standing.tied_with_best && standing.strategy != tornado.leader)
                tornado.tied.push_back(standing.strategy);
        before_ = std::move(rows[tornado.watched]);
    }

    /// By itself at the confidence of the request.
    [[nodiscard]] Interval measured(const RunTally& tally, std::size_t strategy) const {
        return standing_of(rank(tally, request_.run.confidence, request_.measure), strategy).measured(request_.measure);
    }

    /// False: cancelled.
    bool move(const PlanNumber& number, const Tornado& tornado, TornadoBar& bar) {
        bar.number = number;
        double least = tornado.measured.estimate, greatest = least;
        for (const auto& [side, value] : {std::pair{&bar.low, number.low}, std::pair{&bar.high, number.high}}) {
            *side = {value, tornado.measured, {}, tornado.leader, {}, Turn::stays};
            if (number.stays_at(value)) continue;
            BeforeAndAfter compared(plan_, request_.run, before_);
            const RunTally tally = play(moved(plan_, number, value), [&](std::size_t strategy, auto rows) {
                if (strategy == tornado.watched) compared.see(rows);
            });
            if (tally.replicates < tornado.replicates) return false;
            bar.touched = bar.touched || tally.signature != as_it_is_.signature;
            side->measured = measured(tally, tornado.watched);
            side->change = compared.change(request_.measure, confidence_);
            judge(tally, tornado.leader, *side);
            least = std::min(least, side->measured.estimate);
            greatest = std::max(greatest, side->measured.estimate);
        }
        bar.swing = greatest - least;
        return true;
    }

    void judge(const RunTally& tally, std::size_t leader, TornadoSide& side) const {
        const Ranking ranking = rank(tally, confidence_, request_.measure);
        side.leader = ranking.standings.front().strategy;
        if (side.leader == leader) return;
        const StrategyStanding& overtaken = standing_of(ranking, leader);
        side.lead = {-overtaken.gap.estimate, -overtaken.gap.high, -overtaken.gap.low};
        if (overtaken.tied_with_best) return;
        const bool was_tied = standing_of(ranking_, side.leader).tied_with_best;
        side.turn = was_tied ? Turn::settles : Turn::turns;
    }

    Plan plan_;
    TornadoRequest request_;
    JointProgress progress_;
    std::vector<PlanNumber> numbers_;
    std::int64_t sides_ = 0; ///< runs besides that of the scenario as it is
    double confidence_ = 0;  ///< of each comparison, so that all hold together
    RunTally as_it_is_;
    Ranking ranking_;
    std::vector<OutcomeRow> before_; ///< of the watched strategy
};

void check(const Model& model, const TornadoRequest& request) {
    check_reach(request.reach);
    if (request.watched >= static_cast<std::int32_t>(model.strategies.size()))
        throw UserError(fmt::format("strategy number {} does not exist; the scenario has {}", request.watched,
                                    model.strategies.size()));
}

} // namespace

std::vector<PlanNumber> tornado_numbers(const Model& model, const TornadoRequest& request) {
    check(model, request);
    return numbers_of(compile(model), drawn_keys(model), request);
}

Tornado play_tornado(const Model& model, const TornadoRequest& request,
                     const std::function<void(const Progress&)>& progress) {
    check(model, request);
    return Mover(model, request, progress).play();
}

} // namespace assent
