#pragma once
// Companies in which a fact is tried besides its own.
#include <cstdint>
#include <string>

namespace assent {

/// A company of the generator (model/company_generator.hpp) as scenario text, without strategies: its size drawn by the
/// published sizes, its purchase by turns new task, modified and straight rebuy, every third one a client of ours already.
std::string random_company(std::uint64_t seed);

} // namespace assent
