#pragma once
// A sweep for other programs.
#include "sweep/sweep_store.hpp"

#include <string>

namespace assent {

/// One object: what was swept, with which seed and version, and how many of its points are stored.
std::string sweep_manifest_json(const Manifest& manifest, std::int64_t stored);

} // namespace assent
