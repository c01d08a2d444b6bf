#pragma once
// The merged tree of a scenario into a draft, key by key off the key table.
#include "scenario/draft.hpp"
#include "scenario/findings.hpp"

namespace assent {

/// Fills a draft from a tree; everything that is wrong with single keys goes to the findings. Lists of the draft keep
/// the order of the file, an element each, also where an element is faulty.
Draft read_draft(const Value& tree, Findings& findings);

} // namespace assent
