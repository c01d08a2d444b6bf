#pragma once
// The published figures beside those of the model, for people and for programs.
#include "report/table.hpp"
#include "validation/bands.hpp"

#include <span>
#include <string>

namespace assent {

std::string bands_text(std::span<const BandResult> results, const TextStyle& style);
/// One sentence: how many lie within their band, and which of those that count do not.
std::string bands_summary(std::span<const BandResult> results);
std::string bands_csv(std::span<const BandResult> results);

/// "B", "C", "deals", "exact".
std::string_view word(Grade grade);

} // namespace assent
