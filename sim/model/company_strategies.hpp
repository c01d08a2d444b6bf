#pragma once
// Ways of selling that fit any company.
#include "model/model.hpp"

#include <vector>

namespace assent {

/// Four strategies to compare: sharp price, listening, a trial, the one who decides. They are timed by the mean decision
/// week of the model. What would go to a role that none of its members has goes to whoever has most influence.
/// `price`: of our offer, currency, > 0; sets what may be spent on extras.
std::vector<Strategy> ways_of_selling(const Model& model, double price);

} // namespace assent
