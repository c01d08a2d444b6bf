#pragma once
// Companies in which a fact is tried besides its own.
#include "validation/validate.hpp"

#include <filesystem>

namespace assent {

/// Variants of the companies shipped in the folder above the facts: the company by turns, its need, comfort, decision
/// rule and people's say drawn by the seed. Throws UserError when there is none.
CompanySource random_companies(const std::filesystem::path& facts);

} // namespace assent
