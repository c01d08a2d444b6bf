#pragma once
// The speed of a machine as JSON, for scripts that compare machines or builds.
#include <cstdint>
#include <span>
#include <string>

namespace assent {

/// What one instruction set reaches on so many threads with a company of so many people.
struct BenchLine {
    std::string company;
    int people = 0;
    std::string isa;
    int threads = 1;
    double deals_per_second = 0;
    double ns_per_stakeholder_week = 0; ///< of wall time, for one person in one week of one deal
    double ratio = 0;                   ///< to one lane on one thread
};

/// One object; `settings` in the order of the lines.
std::string bench_json(std::span<const BenchLine> lines, std::uint64_t signature);

} // namespace assent
