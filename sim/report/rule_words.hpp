#pragma once
// Rules of a strategy and changes to a model as sentences.
#include "experiment/counterfactual.hpp"
#include "model/model.hpp"

#include <string>

namespace assent {

/// "From week 3, in evaluation: put the value case to the economic buyer in a meeting, backed by data; every 2 weeks at
/// most, 3 times in all."
std::string rule_sentence(const Model& model, const Rule& rule);

/// What such a rule does: "put the value case to the economic buyer, in a meeting, backed by data".
std::string deed(const Model& model, const Rule& rule);

/// A change as the beginning of a sentence: "If CFO G. Ölziijargal had no objection “price”".
std::string change_sentence(const Model& model, std::int32_t strategy, const Counterfactual& change);

} // namespace assent
