// PageRank over the links of a buying centre; it needs the links only, not Boost's graph.
#include "model/buying_centre.hpp"
#include "model/model.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assent {
namespace {

/// Mean strength of a link; a strength nobody knows counts as the default.
double mean_strength(const Link& link) {
    const bool told = link.strength.kind != Number::Kind::unset && link.strength.kind != Number::Kind::unknown;
    return std::max(told ? link.strength.mean() : Link{}.strength.mean(), 0.0);
}

struct Hearing {
    std::size_t speaker, listener;
    double strength;
};

/// Who is heard by whom: all links of some strength, save conflicts.
std::vector<Hearing> heard(const BuyingCentre& centre) {
    std::vector<Hearing> hearings;
    for (const auto& [from, to, link] : centre.links())
        if (const double strength = mean_strength(*link); link->kind != LinkKind::conflict && strength > 0)
            hearings.push_back({static_cast<std::size_t>(from), static_cast<std::size_t>(to), strength});
    return hearings;
}

} // namespace

std::vector<double> BuyingCentre::influence() const {
    constexpr double damping = 0.85; // Brin & Page 1998
    constexpr double settled = 1e-12;
    constexpr int most_rounds = 200;
    const auto n = static_cast<std::size_t>(size());
    if (n == 0) return {};
    const std::vector<Hearing> hearings = heard(*this);

    // Each member hands his rank to those who influence him, in proportion to their strengths.
    std::vector<double> listened(n, 0.0);
    for (const Hearing& hearing : hearings) listened[hearing.listener] += hearing.strength;

    std::vector<double> rank(n, 1.0 / static_cast<double>(n));
    std::vector<double> next(n);
    double change = 1;
    for (int round = 0; round < most_rounds && change > settled; ++round) {
        double unspent = 0; // rank of those who listen to nobody: shared by all
        for (std::size_t member = 0; member < n; ++member)
            if (listened[member] <= 0) unspent += rank[member];
        std::fill(next.begin(), next.end(), (1 - damping + damping * unspent) / static_cast<double>(n));
        for (const Hearing& hearing : hearings)
            next[hearing.speaker] += damping * rank[hearing.listener] * hearing.strength / listened[hearing.listener];
        change = 0;
        for (std::size_t member = 0; member < n; ++member) change += std::abs(next[member] - rank[member]);
        rank.swap(next);
    }
    const double sum = std::accumulate(rank.begin(), rank.end(), 0.0);
    for (double& share : rank) share /= sum;
    return rank;
}

} // namespace assent
