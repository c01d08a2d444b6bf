#pragma once
// --isa: which instantiation of the kernel plays.
#include "engine/isa.hpp"

#include <CLI/App.hpp>

#include <string>
#include <vector>

namespace assent::cli {

/// one, sse2, avx2 or avx512.
std::string word(Isa isa);
/// Those that this machine has.
std::vector<Isa> playable_isas();
/// --isa; an instruction set that the machine lacks is a UserError.
void add_isa_option(CLI::App& command);

} // namespace assent::cli
