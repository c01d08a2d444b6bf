#pragma once
// The rules that hold in every replicate (sim/ODD.md).
#include "worlds/play.hpp"

#include <string>
#include <vector>

namespace assent::worlds {

/// What is broken in a told replicate, in words; empty: nothing.
std::vector<std::string> check_invariants(const Model& model, const Plan& plan, const Told& told);

// The parts of check_invariants; each adds what it finds to `broken`.
using Broken = std::vector<std::string>;
void check_row(const Model& model, const Plan& plan, const Told& told, Broken& broken);
void check_opening(const Plan& plan, const Told& told, Broken& broken);                   ///< weights, price
void check_story(const Model& model, const Plan& plan, const Told& told, Broken& broken); ///< row against trace
void check_seller(const Model& model, const Told& told, Broken& broken);                  ///< means, knowledge

} // namespace assent::worlds
