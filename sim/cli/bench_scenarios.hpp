#pragma once
// Fixed scenarios that `assent bench` plays. They are part of the repeatability contract: their text never changes; what
// the mechanisms gain is covered by a further scenario.
#include <string>
#include <string_view>

namespace assent::cli {

/// Five people, three strategies: the size that speeds are quoted for.
extern const char* const bench_company;
/// Every act and channel, all distributions, a tender, tricks, a hidden member, a pretext, several issues.
extern const char* const bench_bazaar;

/// All acts, channels, selectors, tactics, kinds of distribution and kinds of link, between them.
struct BenchScenario {
    std::string_view name;
    const char* text;
};
extern const BenchScenario bench_scenarios[3];

/// A centre of so many people, from 3 on, each with one doubt and two who listen to him: what speed by size is measured
/// on. Every size asks the same work for each person and week, apart from the seller's, whose week has so many hours.
std::string bench_centre(int people);

} // namespace assent::cli
