#pragma once
// The group rules of Choffray & Lilien by enumeration of all that the members can do: exact, and slow.
#include "engine/terms.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace assent::group_rules {

inline constexpr int members = 3, alternatives = 3;

/// Chance that member d would choose alternative i.
using Chances = std::array<std::array<double, alternatives>, members>;
/// Chance that the centre settles on each alternative; the rest is no agreement.
using Shares = std::array<double, alternatives>;

/// The oracle of sim/ODD.md, section 9.
inline constexpr Chances oracle_chances{{{.6, .3, .1}, {.2, .5, .3}, {.4, .4, .2}}};
inline constexpr std::array<double, members> oracle_weights{.5, .3, .2};

/// Every profile of choices with its chance.
template <class Visit> void for_choices(const Chances& chances, Visit visit) {
    for (int profile = 0; profile < alternatives * alternatives * alternatives; ++profile) {
        const std::array<int, members> choice{profile / 9, profile / 3 % 3, profile % 3};
        double chance = 1;
        for (int d = 0; d < members; ++d) chance *= chances[std::size_t(d)][std::size_t(choice[std::size_t(d)])];
        visit(choice, chance);
    }
}

/// One voice, drawn by weight.
inline Shares one_voice(const Chances& chances, const std::array<double, members>& weights) {
    Shares shares{};
    for (std::size_t d = 0; d < members; ++d)
        for (std::size_t i = 0; i < alternatives; ++i) shares[i] += weights[d] * chances[d][i];
    return shares;
}

/// Most votes wins if they are at least the quota; ties are split.
inline Shares endorsed(const Chances& chances, int quota) {
    Shares shares{};
    for_choices(chances, [&](const std::array<int, members>& choice, double chance) {
        std::array<int, alternatives> votes{};
        for (const int i : choice) ++votes[std::size_t(i)];
        const int most = *std::max_element(votes.begin(), votes.end());
        const auto leaders = std::count(votes.begin(), votes.end(), most);
        for (std::size_t i = 0; i < alternatives && most >= quota; ++i)
            if (votes[i] == most) shares[i] += chance / static_cast<double>(leaders);
    });
    return shares;
}

/// Chance of a ranking by exploded logit: the first of all, the second of the rest.
inline double ranking_chance(const std::array<double, alternatives>& chance,
                             const std::array<int, alternatives>& rank) {
    const double first = chance[std::size_t(rank[0])], second = chance[std::size_t(rank[1])];
    return first * second / (1 - first);
}

/// What one profile of rankings leads to: the unanimous first choice, else chances as 1 / Q.
inline Shares perturbed(const std::array<std::array<int, alternatives>, members>& ranking) {
    Shares places{}, shares{};
    for (const auto& rank : ranking)
        for (std::size_t place = 0; place < alternatives; ++place)
            places[std::size_t(rank[place])] += static_cast<double>(place);
    double total = 0;
    for (std::size_t i = 0; i < alternatives; ++i) {
        if (places[i] == 0) {
            shares.fill(0);
            shares[i] = 1;
            return shares;
        }
        shares[i] = 1 / places[i];
        total += shares[i];
    }
    for (double& share : shares) share /= total;
    return shares;
}

inline Shares perturbation(const Chances& chances) {
    std::vector<std::array<int, alternatives>> rankings;
    std::array<int, alternatives> rank{0, 1, 2};
    do rankings.push_back(rank);
    while (std::next_permutation(rank.begin(), rank.end()));
    Shares shares{};
    for (const auto& one : rankings)
        for (const auto& two : rankings)
            for (const auto& three : rankings) {
                const double chance = ranking_chance(chances[0], one) * ranking_chance(chances[1], two) *
                                      ranking_chance(chances[2], three);
                const Shares settled = perturbed({one, two, three});
                for (std::size_t i = 0; i < alternatives; ++i) shares[i] += chance * settled[i];
            }
    return shares;
}

/// The shares under a rule of the model; the first member decides alone, the quota is 2.
inline Shares enumerate(DecisionRule rule, const Chances& chances, const std::array<double, members>& weights) {
    switch (rule) {
    case DecisionRule::weighted:
        return one_voice(chances, weights);
    case DecisionRule::autocracy:
        return one_voice(chances, {1, 0, 0});
    case DecisionRule::equiprobability:
        return one_voice(chances, {1. / 3, 1. / 3, 1. / 3});
    case DecisionRule::voting:
        return endorsed(chances, 1);
    case DecisionRule::minimum_endorsement:
    case DecisionRule::majority:
        return endorsed(chances, 2);
    case DecisionRule::unanimity:
        return endorsed(chances, members);
    case DecisionRule::perturbation:
        break;
    }
    return perturbation(chances);
}

} // namespace assent::group_rules
