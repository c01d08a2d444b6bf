#pragma once
// One value of the file into one slot of the model.
#include "scenario/findings.hpp"
#include "scenario/key.hpp"

#include <string>

namespace assent {

/// Reads a value into the slot of a key, or reports why it does not fit; then the slot keeps its default.
void read_slot(const Key& key, const Slot& slot, const Value& value, const std::string& path, Findings& findings);

} // namespace assent
