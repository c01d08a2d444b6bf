#include "engine/isa.hpp"

#include <atomic>

namespace assent {
namespace {

constexpr int undecided = -1;
std::atomic<int> preferred = undecided;

Isa widest() noexcept {
    for (const Isa isa : {Isa::avx512, Isa::avx2})
        if (machine_has(isa)) return isa;
    return Isa::sse2;
}

} // namespace

bool machine_has(Isa isa) noexcept {
    switch (isa) {
#if defined(__x86_64__)
    case Isa::avx512:
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    case Isa::avx2:
        return __builtin_cpu_supports("avx2");
#else
    case Isa::avx512:
    case Isa::avx2:
        return false;
#endif
    default:
        return true;
    }
}

Isa preferred_isa() noexcept {
    int isa = preferred.load(std::memory_order_relaxed);
    if (isa == undecided) {
        isa = static_cast<int>(widest());
        preferred.store(isa, std::memory_order_relaxed);
    }
    return static_cast<Isa>(isa);
}

void prefer_isa(Isa isa) noexcept { preferred.store(static_cast<int>(isa), std::memory_order_relaxed); }

} // namespace assent
