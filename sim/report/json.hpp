#pragma once
// Results as JSON, for other programs: every name, every interval, what is needed to play the run again.
#include "experiment/counterfactual.hpp"
#include "report/run_result.hpp"
#include "validation/bands.hpp"
#include "validation/validate.hpp"

#include <span>
#include <string>

namespace assent {

/// One object; `strategies` best first. Numbers that do not exist are null.
std::string ranking_json(const RunResult& result);
/// One object; `changes` with the largest gain first. `run` is what was asked for.
std::string counterfactual_json(const Model& model, const RunRequest& run, const CounterfactualReport& report);
/// One object; `facts` in their order, each with its expectations and random companies.
std::string facts_json(std::span<const FactResult> facts, std::uint64_t seed);
/// One object; `figures` in their order, each with its band.
std::string bands_json(std::span<const BandResult> results, std::uint64_t seed);

} // namespace assent
