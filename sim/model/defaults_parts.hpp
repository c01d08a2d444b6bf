#pragma once
// Parts of Model::defaults() that fill a file of their own.
#include "model/model.hpp"

namespace assent {

/// What is typical of each role, and how wide "unknown" is.
std::array<RolePrior, role_count> default_priors();

} // namespace assent
