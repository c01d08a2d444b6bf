#pragma once
// Fixed scenarios that `assent bench` plays. They are part of the repeatability contract: their text never changes; what
// the mechanisms gain is covered by a further scenario.
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

} // namespace assent::cli
