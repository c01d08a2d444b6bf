#pragma once
// The slow reference simulator, part 9: negotiation along the Pareto frontier (Faratin, Sierra & Jennings 1998).
#include "worlds/reference_meeting.hpp"

namespace assent::reference {

/// A side of the table. Levels are utilities in [0, 1].
struct Party {
    Tactic tactic = Tactic::linear;
    float beta = 1, rounds = 8, reserve = 0;
    float opening = 0;                      ///< share of the way to the reserve given up at time 0
    float level = 1;                        ///< what it last insisted on
    std::optional<float> gain_before, gain; ///< what the other side's last two offers were worth to it
};

/// A point of the frontier.
struct Bargain {
    float ours, theirs, price, cost;
};

struct Talks {
    Party us, them;
    int round = 0;
    std::vector<Bargain> frontier;
};

/// From all for us to all for them: first what is worth most to them for each unit that it costs us.
inline std::vector<Bargain> frontier_of(const Negotiation& negotiation) {
    std::vector<Issue> issues = negotiation.issues;
    if (issues.empty()) issues.push_back({"price", 1, 1, 0});
    double our_total = 0, their_total = 0;
    for (const Issue& issue : issues) {
        our_total += issue.our_weight;
        their_total += issue.their_weight;
    }
    std::stable_sort(issues.begin(), issues.end(), [](const Issue& one, const Issue& other) {
        return one.their_weight * other.our_weight > other.their_weight * one.our_weight;
    });
    std::vector<Bargain> points{{1, 0, 1, 0}};
    double ours = 1, theirs = 0, price = 1, cost = 0;
    for (const Issue& issue : issues) {
        ours -= issue.our_weight / our_total;
        theirs += issue.their_weight / their_total;
        if (issue.id == "price") price = 0;
        if (issue.id != "price") cost += issue.cost;
        points.push_back({static_cast<float>(ours), static_cast<float>(theirs), static_cast<float>(price),
                          static_cast<float>(cost)});
    }
    points.back().ours = 0;
    points.back().theirs = 1;
    return points;
}

/// Follows the frontier to where column `from` is x; at a corner the later stretch counts.
inline float along(const std::vector<Bargain>& frontier, float x, float Bargain::*from, float Bargain::*to) {
    for (std::size_t k = frontier.size() - 1; k-- > 0;) {
        const Bargain &here = frontier[k], &there = frontier[k + 1];
        if (here.*from == there.*from) continue;
        if (x < std::min(here.*from, there.*from) || x > std::max(here.*from, there.*from)) continue;
        return here.*to + (x - here.*from) / (there.*from - here.*from) * (there.*to - here.*to);
    }
    return frontier.back().*to;
}

/// What a party insists on in a round, by its tactic.
inline float demand(const Party& party, int round) {
    const float at_once = party.opening;
    constexpr float readable = 0.01f; // gains below say nothing about concessions
    const float time = share(static_cast<float>(round) / party.rounds);
    const float given_up = at_once + (1.0f - at_once) * power(time, 1.0f / party.beta);
    const float scheduled = 1 - given_up * (1 - party.reserve);
    if (party.tactic != Tactic::tit_for_tat) return scheduled;
    const bool answerable = party.gain_before && *party.gain_before > readable;
    const float answer = answerable ? party.level * std::min(*party.gain_before / std::max(*party.gain, readable), 1.0f)
                                    : std::min(party.level, scheduled);
    return std::max(answer, party.reserve);
}

inline void take_offer(Party& party, float worth) {
    party.gain_before = party.gain;
    party.gain = worth;
}

/// The buyer's reserve rises with the power of its other choices and falls when ours is scarce.
inline Talks open_talks(const Deal& deal) {
    const World& world = deal.world;
    float behind = 0; // our lag behind the best other choice, by voting weight in the order of the members
    for (std::size_t d = 0; d < deal.size(); ++d) {
        const std::vector<float>& utility = deal.person(d).mind.utility;
        behind += deal.person(d).mind.vote * (*std::max_element(utility.begin() + 1, utility.end()) - utility[0]);
    }
    const float opening = deal[Assumption::opening_concession];
    Talks talks;
    talks.us = {
        deal.strategy.tactic, deal.approach.beta, deal.approach.rounds, deal.approach.reserve, opening, 1, {}, {}};
    const float pushed =
        world.their_reserve + deal[Assumption::power_gain] * behind - deal[Assumption::scarcity_gain] * world.scarcity;
    const float reserve = between(pushed, 0.02f, 0.95f);
    talks.them = {world.model.negotiation.tactic, world.their_beta, world.their_rounds, reserve, opening, 1, {}, {}};
    talks.frontier = frontier_of(world.model.negotiation);
    return talks;
}

inline void agree(Deal& deal, const Talks& talks, float ours) {
    const float offered = deal.price[0];
    const float part = along(talks.frontier, ours, &Bargain::ours, &Bargain::price);
    OutcomeRow& row = deal.row;
    deal.close(Outcome::won, 0, -1, -1);
    row.price = deal.floor_price + part * (offered - deal.floor_price);
    row.margin =
        row.price - deal.world.cost - deal.extras_cost - along(talks.frontier, ours, &Bargain::ours, &Bargain::cost);
    row.concession = offered > 0 ? (offered - row.price) / offered : 0.0f;
}

inline void walk_away(Deal& deal) {
    const int nothing = static_cast<int>(deal.world.nothing());
    int best = nothing;
    float most = -1e30f;
    for (int i = 1; i <= nothing; ++i) {
        float liked = 0; // by voting weight in the order of the members
        for (std::size_t d = 0; d < deal.size(); ++d)
            liked += deal.person(d).mind.vote * deal.person(d).mind.utility[static_cast<std::size_t>(i)];
        if (!(liked > most)) continue;
        most = liked;
        best = i;
    }
    deal.close(best == nothing ? Outcome::no_decision : Outcome::lost, best, deal.built_in(Reason::negotiation),
               static_cast<int>(deal.world.bargainer));
}

/// We offer, they accept or answer, we accept or it goes on. One accepts what is worth at least one's own next offer.
inline void negotiate_round(Deal& deal, Talks& talks) {
    Party &us = talks.us, &them = talks.them;
    ++talks.round;
    us.level = demand(us, talks.round);
    take_offer(them, along(talks.frontier, us.level, &Bargain::ours, &Bargain::theirs));
    if (*them.gain >= demand(them, talks.round + 1)) return agree(deal, talks, us.level);
    them.level = demand(them, talks.round);
    take_offer(us, along(talks.frontier, them.level, &Bargain::theirs, &Bargain::ours));
    if (*us.gain >= demand(us, talks.round + 1)) return agree(deal, talks, *us.gain);
    if (static_cast<float>(talks.round) >= them.rounds) walk_away(deal);
}

} // namespace assent::reference
