#pragma once
// What things are called in data files: ids of the scenario and words of the vocabulary, never names.
#include "experiment/counterfactual.hpp"
#include "model/model.hpp"
#include "model/row_names.hpp"

#include <string>
#include <string_view>

namespace assent {

std::string_view kind_id(Counterfactual::Kind kind);
/// Topic of the objection that a change is about; empty for other changes.
std::string changed_topic(const Model& model, const Counterfactual& change);

} // namespace assent
