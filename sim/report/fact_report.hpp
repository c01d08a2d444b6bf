#pragma once
// A validation as a page: for each fact its claim, mechanism, picture, expectations and random companies.
#include "validation/validate.hpp"

#include <span>
#include <string>
#include <string_view>

namespace assent {

/// One self-contained page. Equal input gives equal bytes, save the seconds that it took.
std::string facts_html(std::span<const FactResult> facts, std::uint64_t seed, std::string_view version);

} // namespace assent
