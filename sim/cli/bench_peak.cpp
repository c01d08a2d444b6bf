#include "cli/bench_peak.hpp"

#include "cli/bench_peak_units.hpp"
#include "cli/bench_peak_work.hpp"

#include <algorithm>
#include <chrono>

namespace assent::cli {

const PeakWork peak_work_one{multiply_add<1>, random_blocks<1>};
const PeakWork peak_work_sse2{multiply_add<lanes_of(Isa::sse2)>, random_blocks<lanes_of(Isa::sse2)>};

namespace {

constexpr int rounds = 20;
constexpr std::int64_t steps = 20'000; ///< well below a millisecond, so that most rounds are undisturbed

const PeakWork& work_of(Isa isa) {
    switch (isa) {
#if defined(__x86_64__)
    case Isa::avx512:
        return peak_work_avx512;
    case Isa::avx2:
        return peak_work_avx2;
#endif
    case Isa::one:
        return peak_work_one;
    default:
        return peak_work_sse2;
    }
}

/// Steps a second of the fastest round.
double fastest(float (*work)(std::int64_t)) {
    double best = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        [[maybe_unused]] const volatile float kept = work(steps);
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        best = std::max(best, static_cast<double>(steps) / seconds);
    }
    return best;
}

} // namespace

Peak measure_peak(Isa isa) {
    const PeakWork& work = work_of(isa);
    const double lanes = lanes_of(isa);
    return {fastest(work.multiply_add) * lanes * chains, fastest(work.random_blocks) * lanes};
}

} // namespace assent::cli
