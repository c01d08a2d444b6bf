#pragma once
// What the account manager takes the company to be: the scenario with all that is hidden from him replaced by what is
// usual. sim/ODD.md, "Belief and advice", says what he is told.
#include "engine/plan.hpp"
#include "model/model.hpp"

namespace assent {

/// The scenario as its seller knows it before he has spoken to anybody, with the coaches (coach_strategies) behind its own
/// strategies. Members and links are those of the scenario, in its order; behind the doubts of each member stand further
/// ones that people of his role have, hidden and perhaps not there at all, so that a hidden doubt cannot be told from one
/// that does not exist.
Model believed_model(const Model& truth);

/// Strategies that go by what is known and suit any company: reach everybody, ask, answer the largest doubt, make the
/// business case, offer, ask for the decision. One is quick, the other leaves people time.
std::vector<Strategy> coach_strategies(const Model& model);

} // namespace assent
