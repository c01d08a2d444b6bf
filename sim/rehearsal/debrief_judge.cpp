// The advisor as the judge of a debrief.
#include "rehearsal/debrief.hpp"

#include "experiment/intervals.hpp"
#include "experiment/parallel.hpp"
#include "rehearsal/advice.hpp"

#include <algorithm>

namespace assent {
namespace {

constexpr std::int32_t starts = 1024;    // particles that rollouts begin from, in turn
constexpr std::int64_t search_share = 8; // rollouts of the search for the best decision, for each one of its judgement
/// The luck of judgements is not that of the search (rehearsal/advice.cpp), which the best decision was picked on.
constexpr std::uint64_t luck_of_judgement = std::uint64_t{1} << 38;

/// A decision: a move, or nothing more this week; `policy`: what would happen without one.
struct Option {
    enum class Kind : std::uint8_t { policy, wait, move } kind = Kind::policy;
    Move move;
    bool operator==(const Option&) const = default;
};

class AdvisorJudge {
  public:
    AdvisorJudge(const Session& session, const DebriefRequest& request)
        : session_(session), request_(request), beliefs_(request.seed, request.particles),
          line_(session.practice().line()), workspace_(workspace_size(line_.plan())) {}

    Judgement judge(NodeId node, NodeId next) {
        const Node& step = session_.tree()[static_cast<std::size_t>(next)];
        const Option chosen = step.plays_week ? Option{Option::Kind::wait, {}} : Option{Option::Kind::move, step.move};
        const Option best = best_option(node, chosen);
        const std::vector<std::uint8_t> policy = wins(node, {});
        const std::vector<std::uint8_t> of_chosen = wins(node, chosen);
        Judgement judgement;
        judgement.value = share(policy);
        judgement.chosen = share(of_chosen);
        judgement.is_best = best == chosen;
        judgement.better_waits = best.kind == Option::Kind::wait;
        judgement.better = best.move;
        if (judgement.is_best) return judgement;
        const Interval loss = difference(wins(node, best), of_chosen);
        judgement.loss = loss.estimate;
        judgement.loss_low = loss.low;
        judgement.loss_high = loss.high;
        return judgement;
    }

    double worth(NodeId node) {
        if (session_.decided(node)) return session_.row(node).outcome == Outcome::won ? 1.0 : 0.0;
        return share(wins(node, {}));
    }

  private:
    const Session& session_;
    const DebriefRequest& request_;
    Beliefs beliefs_;
    Line line_;
    std::vector<float> workspace_;

    Option best_option(NodeId node, const Option& chosen) {
        const Knowledge knowledge = session_.knowledge(node);
        if (chosen.kind == Option::Kind::wait && sensible_moves(session_.practice(), knowledge).empty()) return chosen;
        AdviceRequest request;
        request.rollouts = search_share * request_.rollouts;
        request.seed = request_.seed;
        request.confidence = request_.confidence;
        request.threads = thread_count(request_.threads);
        if (chosen.kind == Option::Kind::move) request.also = {chosen.move};
        const Advice advice =
            advise(session_.practice(), *beliefs_.at(session_, node), knowledge, session_.planned(node), request);
        const Advice::Line& first = advice.lines.front(); // to wait is always one of them
        return first.wait ? Option{Option::Kind::wait, {}} : Option{Option::Kind::move, first.move};
    }

    /// Which rollouts of an option are won: the same companies and the same luck for all options of all nodes.
    std::vector<std::uint8_t> wins(NodeId node, const Option& option) {
        const std::shared_ptr<const Belief> belief = beliefs_.at(session_, node);
        const int week = belief->week() + 1;
        std::vector<Move> moves = session_.planned(node);
        if (option.kind == Option::Kind::move) moves.push_back(option.move);
        line_.set(week, moves, session_.practice().policy(), option.kind == Option::Kind::wait ? week + 1 : week);
        const std::vector<std::int32_t> places = belief->sample(starts);
        std::vector<std::uint8_t> won;
        std::vector<OutcomeRow> rows(block_size);
        while (static_cast<std::int64_t>(won.size()) < request_.rollouts) {
            const auto left = request_.rollouts - static_cast<std::int64_t>(won.size());
            const BlockRequest block{line_.strategy(), request_.seed, luck_of_judgement + won.size(),
                                     static_cast<std::int32_t>(std::min<std::int64_t>(block_size, left))};
            simulate_from_each(line_.plan(), belief->states(places), block, workspace_.data(), rows.data());
            for (std::int32_t k = 0; k < block.count; ++k)
                won.push_back(rows[static_cast<std::size_t>(k)].outcome == Outcome::won ? 1 : 0);
        }
        return won;
    }

    static double share(const std::vector<std::uint8_t>& won) {
        return static_cast<double>(std::ranges::count(won, 1)) / static_cast<double>(won.size());
    }

    [[nodiscard]] Interval difference(const std::vector<std::uint8_t>& one,
                                      const std::vector<std::uint8_t>& other) const {
        std::int64_t only_one = 0, only_other = 0;
        for (std::size_t k = 0; k < one.size(); ++k) {
            only_one += one[k] > other[k] ? 1 : 0;
            only_other += one[k] < other[k] ? 1 : 0;
        }
        return paired_interval(only_one, only_other, static_cast<std::int64_t>(one.size()), request_.confidence);
    }
};

} // namespace

std::vector<JudgedForecast> judged_forecasts(const Session& session, NodeId leaf, const DebriefRequest& request) {
    AdvisorJudge judge(session, request);
    return judged_forecasts(session, leaf, [&](NodeId node) { return judge.worth(node); });
}

Debrief debrief(const Session& session, NodeId leaf, const DebriefRequest& request) {
    AdvisorJudge judge(session, request);
    return debrief(
        session, leaf, request, [&](NodeId node, NodeId next) { return judge.judge(node, next); },
        [&](NodeId node) { return judge.worth(node); });
}

} // namespace assent
