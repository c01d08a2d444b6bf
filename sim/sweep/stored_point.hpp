#pragma once
// From a point of a store back to its scenario.
#include "model/model.hpp"
#include "sweep/sweep_store.hpp"

#include <string>
#include <vector>

namespace assent {

/// The scenario that was played at a point: that of its company with the values of the axes set. `values`: by axis, as a
/// file writes them; empty ones stay as they are. Throws UserError that names store and point.
Model stored_scenario(SweepStore& store, std::int64_t point, std::size_t company,
                      const std::vector<std::string>& values);

} // namespace assent
