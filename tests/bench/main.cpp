// assent_bench: the benchmarks, with Google Benchmark's own options (--benchmark_filter, --benchmark_out, …).
#include "bench/measured.hpp"

#include <fmt/format.h>

int main(int argc, char** argv) {
    try {
        benchmark::Initialize(&argc, argv);
        if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
        benchmark::AddCustomContext("assent", ASSENT_VERSION);
        benchmark::AddCustomContext("isa", assent::measured::isa_words[static_cast<int>(assent::preferred_isa())]);
        benchmark::RunSpecifiedBenchmarks();
        benchmark::Shutdown();
    } catch (const std::exception& error) {
        fmt::print(stderr, "assent_bench: {}\n", error.what());
        return 1;
    }
}
