// One hundred deals: a probability as people count.
#include "report/svg_charts.hpp"

#include "report/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace assent {
namespace {

constexpr double cell = 23;
constexpr double mark_radius = 7.5;
/// In the order in which the hundred are laid out: ours, undecided, then the two ways of losing.
constexpr Outcome order[] = {Outcome::won, Outcome::no_decision, Outcome::lost, Outcome::eliminated};

/// Each outcome has its own shape: disc, ring, square, cross.
void draw_mark(Svg& svg, Point at, double radius, Outcome outcome) {
    const double r = radius;
    switch (outcome) {
    case Outcome::won:
        svg.circle(at, r, "won");
        break;
    case Outcome::no_decision:
        svg.circle(at, r - 1.5, "ring");
        break;
    case Outcome::lost:
        svg.rectangle({at.x - r + 1, at.y - r + 1, 2 * r - 2, 2 * r - 2}, "lost", 2.5);
        break;
    case Outcome::eliminated:
        svg.line({at.x - r + 2, at.y - r + 2}, {at.x + r - 2, at.y + r - 2}, "stroke-out");
        svg.line({at.x - r + 2, at.y + r - 2}, {at.x + r - 2, at.y - r + 2}, "stroke-out");
        break;
    }
}

} // namespace

std::array<int, outcome_count> of_a_hundred(const std::array<double, outcome_count>& shares) {
    std::array<int, outcome_count> counts{};
    std::array<int, outcome_count> by_remainder{};
    std::iota(by_remainder.begin(), by_remainder.end(), 0);
    const auto remainder = [&](int i) { return 100 * shares[i] - counts[i]; };
    for (int i = 0; i < outcome_count; ++i) counts[i] = static_cast<int>(100 * shares[i]);
    std::ranges::stable_sort(by_remainder, std::ranges::greater{}, remainder);
    const int left = 100 - std::accumulate(counts.begin(), counts.end(), 0);
    for (int i = 0; i < std::min(left, outcome_count); ++i) ++counts[by_remainder[i]];
    return counts;
}

std::string draw_hundred_deals(const std::array<double, outcome_count>& shares) {
    const auto counts = of_a_hundred(shares);
    const auto count = [&](Outcome outcome) { return counts[static_cast<std::size_t>(outcome)]; };
    Svg svg(10 * cell, 10 * cell, "One hundred deals like this one",
            fmt::format(
                "Of one hundred simulated deals {} are won, {} end without a decision, {} are lost to a rival, in {} "
                "we are struck off the list.",
                count(Outcome::won), count(Outcome::no_decision), count(Outcome::lost), count(Outcome::eliminated)));
    int place = 0;
    for (const Outcome outcome : order)
        for (int i = 0; i < count(outcome) && place < 100; ++i, ++place)
            draw_mark(svg, {(place % 10 + 0.5) * cell, (place / 10 + 0.5) * cell}, mark_radius, outcome);
    return std::move(svg).finish();
}

std::string outcome_mark(Outcome outcome) {
    Svg svg(16, 16, "", "");
    draw_mark(svg, {8, 8}, 7, outcome);
    return std::move(svg).finish();
}

} // namespace assent
