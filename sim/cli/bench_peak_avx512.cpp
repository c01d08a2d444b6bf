// Compiled with the flags of this instruction set (sim/CMakeLists.txt), and with ASSENT_ISA=peak_avx512.
#include "cli/bench_peak_units.hpp"
#include "cli/bench_peak_work.hpp"
#include "engine/isa.hpp"

namespace assent::cli {

const PeakWork peak_work_avx512{multiply_add<lanes_of(Isa::avx512)>, random_blocks<lanes_of(Isa::avx512)>};

} // namespace assent::cli
