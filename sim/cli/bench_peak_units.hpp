#pragma once
// The work of bench_peak_work.hpp in the instructions of each set, as bench_peak.cpp calls it.
#include <cstdint>

namespace assent::cli {

/// `steps` rounds of work for all lanes of an instruction set; how much that is stands in bench_peak_work.hpp.
struct PeakWork {
    float (*multiply_add)(std::int64_t steps);
    float (*random_blocks)(std::int64_t steps);
};

extern const PeakWork peak_work_one, peak_work_sse2, peak_work_avx2, peak_work_avx512;

} // namespace assent::cli
