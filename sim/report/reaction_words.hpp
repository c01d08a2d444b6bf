#pragma once
// What a member of the buying centre says in a talk, and how he seems.
#include "model/model.hpp"

#include <string>

namespace assent {

/// What a member does who brings up a doubt: "The CFO asks what it does to this year's budget." `who` is filled in. For
/// topics of a scenario's own with their name.
std::string doubt_sentence(const Model& model, int topic, const std::string& who);

/// What somebody says who has a doubt of this severity, [0, 1], on a topic: "What does that do to this year's budget?". For
/// topics of the built-in vocabulary in their own words, else with the topic's name.
std::string said_of_doubt(const Model& model, int topic, double severity);

/// What somebody says whose support was seen to be this, [0, 1], and who named no doubt; `turn` picks among wordings.
std::string said_of_support(double support, int turn);

/// "against you", "doubtful", "undecided", "inclined to you", "for you"
std::string stance_name(double support);

} // namespace assent
