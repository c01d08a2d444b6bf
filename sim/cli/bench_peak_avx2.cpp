// Compiled with the flags of this instruction set (sim/CMakeLists.txt), and with ASSENT_ISA=peak_avx2.
#include "cli/bench_peak_units.hpp"
#include "cli/bench_peak_work.hpp"
#include "engine/isa.hpp"

namespace assent::cli {

const PeakWork peak_work_avx2{multiply_add<lanes_of(Isa::avx2)>, random_blocks<lanes_of(Isa::avx2)>};

} // namespace assent::cli
