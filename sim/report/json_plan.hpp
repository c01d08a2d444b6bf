#pragma once
// The compiled plan for other programs: what the kernel is given, number by number.
#include "engine/plan.hpp"
#include "model/model.hpp"

#include <string>

namespace assent {

/// One object: the fields of Plan under their own names and in its shapes, terms as words, beside `names` by index. A
/// number is itself, or {"draw", "expected"} where it is drawn anew in each replicate by that entry of `draws`.
std::string plan_json(const Model& model, const Plan& plan);

} // namespace assent
