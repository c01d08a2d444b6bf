// How often the procedures of selection choose wrong, over many selections among systems whose best one is known.
#include "experiment/selection.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <numbers>
#include <vector>

namespace assent {
namespace {

/// splitmix64 (Steele, Lea & Flood 2014) of a place: luck that any batch can be asked for again.
std::uint64_t luck(std::uint64_t selection, std::uint64_t system, std::uint64_t batch, std::uint64_t draw) {
    std::uint64_t word = (selection << 44) ^ (system << 38) ^ (batch << 12) ^ draw;
    for (int round = 0; round < 2; ++round) {
        word += 0x9e3779b97f4a7c15ull;
        word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9ull;
        word = (word ^ (word >> 27)) * 0x94d049bb133111ebull;
        word ^= word >> 31;
    }
    return word;
}

double uniform(std::uint64_t word) { return (static_cast<double>(word >> 11) + 0.5) * 0x1p-53; }

double normal(std::uint64_t selection, std::uint64_t system, std::uint64_t batch, std::uint64_t draw) {
    return std::sqrt(-2 * std::log(uniform(luck(selection, system, batch, 2 * draw)))) *
           std::cos(2 * std::numbers::pi * uniform(luck(selection, system, batch, 2 * draw + 1)));
}

/// 64 replicates won with a probability of `of_256` / 256, as bits: compares eight random bits with the number.
std::uint64_t wins(int of_256, std::uint64_t selection, std::uint64_t system, std::uint64_t batch) {
    std::uint64_t below = 0;
    for (int bit = 0; bit < 8; ++bit) {
        const std::uint64_t random = luck(selection, system, batch, static_cast<std::uint64_t>(bit));
        below = ((of_256 >> bit) & 1) != 0 ? below | ~random : below & ~random;
    }
    return below;
}

using Rule = std::function<BatchSum(std::uint64_t selection, std::size_t system, std::int64_t batch)>;

BatchSampler systems(const Rule& rule, std::uint64_t selection) {
    return [&rule, selection](std::span<const BatchRange> ranges, std::vector<std::vector<BatchSum>>& sums) {
        sums.resize(ranges.size());
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            sums[i].clear();
            for (std::int64_t b = 0; b < ranges[i].count; ++b)
                sums[i].push_back(rule(selection, ranges[i].system, ranges[i].first + b));
        }
        return true;
    };
}

struct Measured {
    int selections = 0, wrong = 0, misses = 0; ///< misses: of the fresh intervals, any of them
    double batches = 0, equal = 0;             ///< sums
    [[nodiscard]] double error() const { return static_cast<double>(wrong) / selections; }
};

/// What chance may add to a share of `expected` in five standard errors.
double with_luck(double expected, int selections) {
    return expected + 5 * std::sqrt(expected * (1 - expected) / selections);
}

constexpr std::size_t best = 2;
constexpr double error_allowed = 0.05;

/// The slippage configuration: system 2 is better than all others by the indifference exactly.
Measured slippage(const KimNelsonRequest& request, int selections, const Rule& rule) {
    Measured measured;
    measured.selections = selections;
    for (int i = 0; i < selections; ++i) {
        const BatchSampler sampler = systems(rule, static_cast<std::uint64_t>(i));
        const Selection selection = select_kim_nelson(request, sampler);
        REQUIRE(selection.finished());
        if (selection.best != best) ++measured.wrong;
        measured.batches += static_cast<double>(selection.batches());
        measured.equal += selection.equal_allocation * static_cast<double>(request.systems);
        bool missed = false;
        for (std::size_t s = 0; const SelectionStanding& standing : fresh_standings(selection, request, sampler)) {
            const double truth =
                request.indifference * ((s == best ? 1 : 0) - (selection.best == best ? 1 : 0)); // of the gap
            missed = missed || (s != selection.best && (truth < standing.gap.low || truth > standing.gap.high));
            ++s;
        }
        if (missed) ++measured.misses;
    }
    MESSAGE("wrong " << measured.wrong << " of " << selections << ", batches " << measured.batches / selections
                     << " against " << measured.equal / selections << " of equal allocation; intervals that miss "
                     << measured.misses);
    return measured;
}

void check(const Measured& measured) {
    CHECK(measured.error() <= with_luck(error_allowed, measured.selections));
    CHECK(measured.misses <= with_luck(error_allowed, measured.selections) * measured.selections);
    CHECK(measured.batches <= measured.equal); // equal where the first stage suffices
}

TEST_CASE("KN on normal values chooses wrong no more often than it says") {
    KimNelsonRequest request;
    request.systems = 5;
    request.indifference = 1;
    request.first_stage = 10;
    request.stage = 1; // looks after each, as published
    request.growth = 0;
    for (const double shared : {0.0, 0.8}) { // correlation
        CAPTURE(shared);
        const Measured measured =
            slippage(request, 2000, [shared](std::uint64_t selection, std::size_t system, std::int64_t batch) {
                const auto at = static_cast<std::uint64_t>(batch);
                const double noise = std::sqrt(shared) * normal(selection, 63, at, 0) +
                                     std::sqrt(1 - shared) * normal(selection, system, at, 0);
                return BatchSum{(system == best ? 1.0 : 0.0) + std::sqrt(10.0) * noise, 1};
            });
        check(measured);
        CHECK(measured.wrong > 0); // the configuration is a hard one
    }
}

TEST_CASE("KN on wins, as assent select plays them, chooses wrong no more often than it says") {
    struct Odds {
        int best_one, others; ///< of 256
        bool shared;          ///< the same luck for all
    };
    for (const Odds odds : {Odds{130, 125, false}, Odds{130, 125, true}, Odds{3, 2, false}, Odds{3, 2, true}}) {
        CAPTURE(odds.others);
        CAPTURE(odds.shared);
        KimNelsonRequest request;
        request.systems = 5;
        request.indifference = (odds.best_one - odds.others) / 256.0;
        request.event = 1.0 / 64;
        check(slippage(request, 2000, [odds](std::uint64_t selection, std::size_t system, std::int64_t batch) {
            const int chance = system == best ? odds.best_one : odds.others;
            const std::uint64_t won =
                wins(chance, selection, odds.shared ? 63 : system, static_cast<std::uint64_t>(batch));
            return BatchSum{static_cast<double>(std::popcount(won)), 64};
        }));
    }
}

TEST_CASE("KN on money by the hour, skewed and mostly nothing, chooses wrong no more often than it says") {
    KimNelsonRequest request;
    request.systems = 4;
    request.indifference = 1;
    check(slippage(request, 500, [](std::uint64_t selection, std::size_t system, std::int64_t batch) {
        const auto at = static_cast<std::uint64_t>(batch);
        const double hours_each = 2.0 + static_cast<double>(system);
        BatchSum sum;
        for (std::uint64_t won = wins(64, selection, system, at); won != 0; won &= won - 1) {
            const auto draw = static_cast<std::uint64_t>(std::countr_zero(won));
            sum.value += std::exp(normal(selection, system, at, 16 + draw) - 0.5); // log-normal of mean 1
        }
        // Hours go with the luck of the wins; 10 an hour, 11 for the best.
        const double hours = hours_each * (48 + std::popcount(wins(64, selection, system, at)));
        sum.value *= (system == best ? 11 : 10) * 4 * hours_each;
        return BatchSum{sum.value, hours};
    }));
}

TEST_CASE("OCBA chooses right more often than equal allocation of the same budget") {
    constexpr int selections = 3000;
    const Rule rule = [](std::uint64_t selection, std::size_t system, std::int64_t batch) {
        return BatchSum{
            static_cast<double>(system) + 6 * normal(selection, system, static_cast<std::uint64_t>(batch), 0), 1};
    };
    OcbaRequest request;
    request.systems = 10;
    request.indifference = 0.01;
    request.budget = 1000;
    int by_ocba = 0, by_equal = 0;
    for (int i = 0; i < selections; ++i) {
        const BatchSampler sampler = systems(rule, static_cast<std::uint64_t>(i));
        if (select_ocba(request, sampler).best == 9) ++by_ocba;
        OcbaRequest equal = request; // all of it in the first stage
        equal.first_stage = request.budget / 10;
        if (select_ocba(equal, sampler).best == 9) ++by_equal;
    }
    MESSAGE("right: OCBA " << by_ocba << ", equal " << by_equal << " of " << selections);
    const double share = static_cast<double>(by_ocba + by_equal) / (2.0 * selections);
    CHECK(by_ocba - by_equal > 5 * std::sqrt(2 * share * (1 - share) * selections));
}

} // namespace
} // namespace assent
