#include "viewer/outlook.hpp"

#include "experiment/intervals.hpp"
#include "experiment/run.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>

namespace assent::viewer {
namespace {

constexpr std::int64_t round_deals[] = {256, 1024, 4096};
constexpr std::size_t round_moves[] = {40, 14, 7};
constexpr std::int64_t past_deals = 1024;

/// A plan with our moves and, from the week after them, the rules of the policy.
class Branches {
  public:
    explicit Branches(const Practice& practice) : practice_(practice), plan_(practice.believed()) {
        first_candidate_ = static_cast<std::int32_t>(plan_.candidates.size());
        for (std::int32_t member = 0; member < plan_.n_member; ++member) plan_.candidates.push_back(member);
    }
    /// Adds a strategy: the weeks, then in the coming week `next`, then the policy. Returns its place.
    std::int32_t add(std::span<const std::vector<Move>> weeks, const std::vector<Move>& next) {
        StrategyPlan strategy = plan_.strategies[static_cast<std::size_t>(practice_.manner())];
        const StrategyPlan policy = plan_.strategies[static_cast<std::size_t>(practice_.policy())];
        strategy.first_rule = static_cast<std::int32_t>(plan_.rules.size());
        const int coming = static_cast<int>(weeks.size()) + 1;
        for (int week = 1; week < coming; ++week) add_moves(weeks[static_cast<std::size_t>(week - 1)], week);
        add_moves(next, coming);
        for (std::int32_t rule = policy.first_rule; rule < policy.last_rule; ++rule) {
            RulePlan later = plan_.rules[static_cast<std::size_t>(rule)];
            later.week_from = std::max(later.week_from, static_cast<std::int16_t>(coming));
            plan_.rules.push_back(later);
        }
        strategy.last_rule = static_cast<std::int32_t>(plan_.rules.size());
        plan_.strategies.push_back(strategy);
        return static_cast<std::int32_t>(plan_.strategies.size()) - 1;
    }
    [[nodiscard]] const Plan& plan() const { return plan_; }

  private:
    void add_moves(const std::vector<Move>& moves, int week) {
        for (const Move& move : moves) plan_.rules.push_back(planned_rule(move, week, first_candidate_ + move.member));
    }
    const Practice& practice_;
    Plan plan_;
    std::int32_t first_candidate_;
};

/// How the deals of one strategy ended that were open after the weeks played.
struct Ends {
    std::vector<std::uint8_t> won;
    std::int64_t wins = 0, none = 0, lost = 0;
    std::vector<std::int64_t> won_in, ended_in; ///< by week

    void add(const OutcomeRow& row, int weeks_played) {
        const bool open = row.week > weeks_played;
        won.push_back(open && row.outcome == Outcome::won);
        if (!open) return;
        const auto week = static_cast<std::size_t>(row.week);
        if (won_in.size() <= week) won_in.resize(week + 1), ended_in.resize(week + 1);
        ++ended_in[week];
        if (row.outcome == Outcome::won)
            ++wins, ++won_in[week];
        else if (row.outcome == Outcome::no_decision)
            ++none;
        else
            ++lost;
    }
    [[nodiscard]] std::int64_t open() const { return wins + none + lost; }
};

std::vector<Ends> play(const Branches& branches, const std::vector<std::int32_t>& strategies, std::int64_t deals,
                       std::uint64_t seed, int weeks_played, const std::atomic<bool>& cancelled) {
    std::vector<Ends> ends(strategies.size());
    RunRequest request;
    request.seed = seed;
    request.replicates = deals;
    request.strategies = strategies;
    request.threads = 1; // the window and whoever else works on this machine want the rest
    request.cancelled = &cancelled;
    run(branches.plan(), request, {}, [&](std::size_t strategy, std::span<const OutcomeRow> rows) {
        for (const OutcomeRow& row : rows) ends[strategy].add(row, weeks_played);
    });
    return ends;
}

OutlookLine line_of(const Move& move, const Ends& with, const Ends& without) {
    std::int64_t only_with = 0, only_without = 0;
    for (std::size_t deal = 0; deal < std::min(with.won.size(), without.won.size()); ++deal) {
        only_with += with.won[deal] > without.won[deal];
        only_without += with.won[deal] < without.won[deal];
    }
    return {move, wilson_interval(with.wins, with.open(), outlook_confidence),
            paired_interval(only_with, only_without, std::max<std::int64_t>(1, without.open()), outlook_confidence)};
}

void take_ends(Outlook& outlook, const Ends& ends, int horizon) {
    const std::int64_t open = ends.open();
    outlook.deals = open;
    outlook.won = wilson_interval(ends.wins, open, outlook_confidence);
    outlook.none = wilson_interval(ends.none, open, outlook_confidence);
    outlook.lost = wilson_interval(ends.lost, open, outlook_confidence);
    outlook.median_week = week_quantile(ends.ended_in, 0.5);
    outlook.won_by.clear();
    outlook.ended.clear();
    std::int64_t won = 0;
    for (std::size_t week = 0; week <= static_cast<std::size_t>(horizon); ++week) {
        const bool counted = week < ends.ended_in.size();
        won += counted ? ends.won_in[week] : 0;
        outlook.won_by.push_back(wilson_interval(won, open, outlook_confidence));
        outlook.ended.push_back(wilson_interval(counted ? ends.ended_in[week] : 0, open, outlook_confidence));
    }
}

/// Win probability after each week played, where it is not known yet.
void look_back(Outlook& outlook, const OutlookRequest& request, const std::atomic<bool>& cancelled) {
    outlook.past = request.earlier;
    for (std::size_t week = outlook.past.size(); week <= request.weeks.size() && !cancelled; ++week) {
        Branches branches(*request.practice);
        const std::int32_t strategy = branches.add(std::span(request.weeks).first(week), {});
        const Ends ends =
            play(branches, {strategy}, past_deals, request.seed + 7, static_cast<int>(week), cancelled)[0];
        outlook.past.push_back(wilson_interval(ends.wins, ends.open(), outlook_confidence));
    }
}

} // namespace

Outlook look_ahead(const OutlookRequest& request, const std::atomic<bool>& cancelled,
                   const std::function<void(Outlook)>& publish) {
    Outlook outlook;
    const auto begin = std::chrono::steady_clock::now();
    std::vector<Move> moves = request.candidates;
    const int played = static_cast<int>(request.weeks.size());
    for (std::size_t round = 0; round < std::size(round_deals) && !cancelled && !request.decided; ++round) {
        if (moves.size() > round_moves[round]) moves.resize(round_moves[round]);
        Branches branches(*request.practice);
        std::vector<std::int32_t> strategies{branches.add(request.weeks, request.planned)};
        for (const Move& move : moves) {
            std::vector<Move> next = request.planned;
            next.push_back(move);
            strategies.push_back(branches.add(request.weeks, next));
        }
        const auto ends = play(branches, strategies, round_deals[round], request.seed + round, played, cancelled);
        if (cancelled) break;
        take_ends(outlook, ends[0], request.practice->plan().horizon);
        outlook.lines.clear();
        for (std::size_t m = 0; m < moves.size(); ++m) outlook.lines.push_back(line_of(moves[m], ends[m + 1], ends[0]));
        std::ranges::stable_sort(outlook.lines, std::ranges::greater{},
                                 [](const OutlookLine& line) { return line.gain.estimate; });
        moves.clear();
        for (const OutlookLine& line : outlook.lines) moves.push_back(line.move);
        outlook.rollouts += round_deals[round] * static_cast<std::int64_t>(strategies.size());
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        outlook.rollouts_per_second = static_cast<double>(outlook.rollouts) / std::max(1e-6, seconds.count());
        publish(outlook);
    }
    look_back(outlook, request, cancelled);
    outlook.final = true;
    return outlook;
}

std::vector<Move> moves_to_consider(const Plan& plan, const Knowledge& knowledge) {
    std::vector<Move> moves;
    std::vector<KnownMember> members;
    for (const KnownMember& member : knowledge.members)
        if (member.known) members.push_back(member);
    constexpr std::size_t most_members = 6;
    std::ranges::stable_sort(members, std::ranges::greater{}, [&](const KnownMember& member) {
        return plan.belief_weight[static_cast<std::size_t>(member.member)];
    });
    if (members.size() > most_members) members.resize(most_members);
    const auto add = [&](Act act, Channel channel, const KnownMember& member, Evidence evidence) {
        Move move;
        move.act = act;
        move.channel = channel;
        move.member = member.member;
        move.evidence = evidence;
        moves.push_back(move);
    };
    for (const KnownMember& member : members) {
        if (member.contacts == 0) {
            add(Act::introduce, Channel::phone, member, Evidence::argument);
            add(Act::introduce, Channel::meeting, member, Evidence::argument);
            continue;
        }
        add(Act::discover, Channel::video, member, Evidence::argument);
        if (!member.objections.empty()) add(Act::address, Channel::meeting, member, Evidence::data);
        add(Act::value_case, Channel::meeting, member, Evidence::data);
        add(Act::reference, Channel::meeting, member, Evidence::reference);
        if (!knowledge.offer_made) add(Act::offer, Channel::meeting, member, Evidence::argument);
        if (knowledge.offer_made) add(Act::ask_decision, Channel::meeting, member, Evidence::argument);
        if (knowledge.pilot == PilotState::none) add(Act::pilot, Channel::meeting, member, Evidence::argument);
    }
    std::erase_if(moves, [&](const Move& move) { return move_hours(plan, move) > knowledge.hours_left; });
    return moves;
}

} // namespace assent::viewer
