#pragma once
// Numbers that may be uncertain, as the file writes them: 0.4, { uniform = [0.2, 0.6] }, "unknown".
#include "scenario/findings.hpp"
#include "scenario/key.hpp"

#include <optional>
#include <string>

namespace assent {

/// Outcomes of a discrete distribution that are read at most.
inline constexpr std::size_t discrete_outcomes_limit = 64;

/// Is this table meant as a distribution? True when one of its keys is a distribution's name and none is anything else.
bool looks_like_distribution(const Value& value);

/// Reads a constant or a distribution and checks that it can be drawn from within the range; nothing when an error was
/// found. `key` is the dotted key for messages, `remedy` what they advise when the range is left.
std::optional<Number> read_number(const Value& value, const Range& range, const std::string& key,
                                  const std::string& remedy, Findings& findings);

/// Why a distribution cannot be drawn from within a range; empty when it can.
std::string impossible(const Number& number, const Range& range);

/// A number as the file writes it.
std::string written_number(const Number& number);

} // namespace assent
