// Compiled with the flags of this instruction set (sim/CMakeLists.txt), and with ASSENT_ISA=avx512.
#include "engine/kernel_units.hpp"
#include "engine/simulate.hpp"

namespace assent {

void simulate_avx512(const Plan& plan, const BlockRequest& request, float* workspace, OutcomeRow* rows,
                     float* utilities, const Beginning* from) noexcept {
    simulate<lanes_of(Isa::avx512)>(plan, request, workspace, rows, utilities, from);
}

} // namespace assent
