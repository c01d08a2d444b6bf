#pragma once
// What one core of this machine can do at most, measured beside the kernel: the ceiling that its speed is held against.
#include "engine/isa.hpp"

namespace assent::cli {

/// Per second, on one thread. A multiply-add is a product and a sum, rounded one after the other as the repeatability
/// contract has it.
struct Peak {
    double multiply_adds = 0;
    double philox_blocks = 0; ///< of four words, one for each lane
};

/// The best of some short rounds; the machine must have the instructions. Takes about 20 ms.
Peak measure_peak(Isa isa);

} // namespace assent::cli
