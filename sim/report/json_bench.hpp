#pragma once
// The speed of a machine as JSON, for scripts that compare machines or builds.
#include <cstdint>
#include <string>
#include <vector>

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

/// What one core can do at most with an instruction set, and what a person and week costs in it.
struct BenchPeak {
    std::string isa;
    double multiply_adds_per_second = 0, random_blocks_per_second = 0;
    double ns_per_stakeholder_week = 0; ///< of the first company, on one thread

    /// How many of each the core could do in the time that one person takes in one week.
    [[nodiscard]] double multiply_adds_per_stakeholder_week() const {
        return multiply_adds_per_second * ns_per_stakeholder_week * 1e-9;
    }
    [[nodiscard]] double random_blocks_per_stakeholder_week() const {
        return random_blocks_per_second * ns_per_stakeholder_week * 1e-9;
    }
};

struct BenchReport {
    std::vector<BenchLine> lines;
    std::vector<BenchPeak> peaks;
    double thread_ratio = 0; ///< all threads against one, widest instructions, first company; 0: one thread
    double rollouts = 0;     ///< futures of a deal within rollout_seconds, on rollout_threads
    double rollout_seconds = 0;
    int rollouts_wanted = 0;              ///< of which what follows is said
    double rollout_processor_seconds = 0; ///< of all threads together
    int rollout_threads = 1;
    std::uint64_t signature = 0;
};

/// One object; `settings` in the order of the lines.
std::string bench_json(const BenchReport& report);

} // namespace assent
