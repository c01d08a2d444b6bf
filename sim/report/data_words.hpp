#pragma once
// What things are called in data files: ids of the scenario and words of the vocabulary, never names.
#include "experiment/counterfactual.hpp"
#include "model/model.hpp"

#include <string>
#include <string_view>

namespace assent {

/// Id of the topic, or the word of a built-in reason; empty when there is none.
std::string reason_id(const Model& model, std::int32_t reason);
/// Id of a member; empty for none.
std::string member_id(const Model& model, std::int32_t member);
std::string_view kind_id(Counterfactual::Kind kind);
/// Topic of the objection that a change is about; empty for other changes.
std::string changed_topic(const Model& model, const Counterfactual& change);

} // namespace assent
