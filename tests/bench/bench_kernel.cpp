// The kernel alone, on one thread: by instruction set and by size of the buying centre.
#include "bench/measured.hpp"

namespace assent::measured {
namespace {

void kernel(benchmark::State& state, const Plan& plan, Isa isa) {
    Block block(plan);
    std::int64_t weeks = 0;
    for (auto _ : state) weeks += block.play(isa);
    count_deals(state, state.iterations() * block_size, weeks * plan.n_member);
}

/// The haulier's three strategies seldom turn to the same person at once; the made companies differ in size alone.
const bool registered = [] {
    static const Plan plans[] = {haulier(), made(5), made(20), made(100)};
    constexpr const char* names[] = {"haulier", "made-5", "made-20", "made-100"};
    for (std::size_t i = 0; i < std::size(plans); ++i)
        for (const Isa isa : isas_here())
            benchmark::RegisterBenchmark(
                (std::string("kernel/") + names[i] + "/" + isa_words[static_cast<int>(isa)]).c_str(), kernel,
                std::cref(plans[i]), isa);
    return true;
}();

} // namespace
} // namespace assent::measured
