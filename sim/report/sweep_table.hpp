#pragma once
// A sweep in the terminal: who wins over all its points, and which choice is regretted least.
#include "report/table.hpp"
#include "sweep/sweep_summary.hpp"

#include <string>

namespace assent {

/// What the sweep says in one to three sentences. Precondition: there is a strategy.
std::string sweep_answer(const SweepSummary& summary, const std::string& currency);

std::string sweep_text(const SweepSummary& summary, const Manifest& manifest, const TextStyle& style);
/// One line a strategy.
std::string sweep_csv(const SweepSummary& summary);

} // namespace assent
