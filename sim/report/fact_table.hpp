#pragma once
// A validation as text for a terminal and as CSV.
#include "report/table.hpp"
#include "validation/validate.hpp"

#include <span>
#include <string>

namespace assent {

/// A block for each fact: its line, then what was expected of it.
std::string facts_text(std::span<const FactResult> facts, const TextStyle& style);
/// How many hold; what to do about the rest.
std::string facts_summary(std::span<const FactResult> facts);
/// One line for each expectation.
std::string facts_csv(std::span<const FactResult> facts);

} // namespace assent
