#pragma once
// Reading a text that nobody vouches for.
#include "scenario/reader.hpp"

namespace assent {

/// read_scenario_text that refuses includes from outside the folder: for fuzzing, and for text from elsewhere.
Reading read_scenario_fenced(const std::string& text, const std::string& name, const std::filesystem::path& folder);

} // namespace assent
