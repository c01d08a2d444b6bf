#pragma once
// Counterfactuals for reading in a terminal.
#include "experiment/counterfactual.hpp"
#include "model/model.hpp"
#include "report/table.hpp"

#include <string>

namespace assent {

/// What would have won more deals, what would have lost some, and what would have made no difference that can be seen;
/// at most `top` lines each. `run` is what was asked for.
std::string counterfactual_text(const Model& model, const RunRequest& run, const CounterfactualReport& report, int top,
                                const TextStyle& style);

} // namespace assent
