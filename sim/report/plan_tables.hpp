#pragma once
// What the compiler made of a scenario, for reading in a terminal: names on one side, the kernel's indices on the other.
#include "engine/plan.hpp"
#include "model/model.hpp"
#include "report/table.hpp"

#include <string>

namespace assent {

/// All of `assent explain`.
std::string plan_text(const Model& model, const Plan& plan, const TextStyle& style);

/// Bytes that the plan takes, with all its arrays.
std::size_t plan_bytes(const Plan& plan);

// Its parts.
std::string names_text(const Model& model, const Plan& plan, const TextStyle& style);
std::string people_text(const Model& model, const Plan& plan, const TextStyle& style);
std::string offers_text(const Model& model, const Plan& plan, const TextStyle& style);
std::string strategies_text(const Model& model, const TextStyle& style);
std::string uncertainty_text(const Model& model, const Plan& plan, const TextStyle& style);

/// A number of the plan; "~" before one that is drawn anew in every replicate, of which the mean is shown.
std::string shown(const Parameter& parameter, int decimals = 2);

/// A heading over a part, with an empty line before it.
std::string part_heading(std::string_view title, const TextStyle& style);

/// Rows of a part that are shown before "(and N more)".
inline constexpr std::int32_t rows_shown = 60;
std::string and_more(std::int32_t rows);

} // namespace assent
