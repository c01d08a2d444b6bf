#pragma once
// Work that fills a core, instantiated for each instruction set by bench_peak*.cpp under a name of its own.
#include "engine/philox.hpp"

namespace assent::inline ASSENT_ISA {

/// Chains that run side by side: enough to hide how long one operation takes.
inline constexpr int chains = 12;

/// steps × chains × N multiply-adds. What comes back keeps the compiler from leaving them out.
template <int N> float multiply_add(std::int64_t steps) {
    using F = Floats<N>;
    const F factor(0.999f), term(0.001f);
    F value[chains];
    for (int c = 0; c < chains; ++c) value[c] = F(static_cast<float>(c));
    for (std::int64_t step = 0; step < steps; ++step)
        for (F& each : value) each = each * factor + term;
    float sum = 0;
    for (const F& each : value)
        for (int lane = 0; lane < N; ++lane) sum += each[lane];
    return sum;
}

/// steps × N blocks of random numbers.
template <int N> float random_blocks(std::int64_t steps) {
    const PhiloxKeys keys(1, 2);
    Words<N> mixed(0u);
    for (std::int64_t step = 0; step < steps; ++step) {
        const Words<N> counter(static_cast<std::uint32_t>(step));
        const auto block = philox(PhiloxBlock<Words<N>>{{counter, counter, counter, counter}}, keys);
        for (const Words<N>& word : block.word) mixed = mixed ^ word;
    }
    std::uint32_t all = 0;
    for (int lane = 0; lane < N; ++lane) all ^= mixed[lane];
    return static_cast<float>(all);
}

} // namespace assent::inline ASSENT_ISA
