#pragma once
// Model to Plan: the firewall between names and numbers.
#include "engine/plan.hpp"
#include "model/model.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assent {

/// Compiles a checked model. Throws UserError for what only shows when all is put together (limits, a distribution
/// without mass in its range).
Plan compile(const Model& model);

/// Keys of the uncertain numbers in the order of Plan::draws, such as "company.need". Throws as compile() does.
std::vector<std::string> drawn_keys(const Model& model);

/// FNV-1a of a key's path or an id, 32 bits: identity of a draw that survives reordering.
std::uint32_t identity(std::string_view text);

} // namespace assent
