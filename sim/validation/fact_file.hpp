#pragma once
// The files that state facts.
#include "model/model.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace assent {

struct FactFile {
    std::filesystem::path path;
    Model model; ///< states a fact
    [[nodiscard]] const Fact& fact() const { return model.fact; }
};

/// Reads the facts of a folder, ordered A1, A2, … A10, B1. Files without [fact] are parts of others. `wanted` are ids, or
/// letters that stand for all ids that begin so ("B"); none: all. Throws UserError when the folder, a fact that is wanted
/// or a sound file is missing.
std::vector<FactFile> load_facts(const std::filesystem::path& folder, std::span<const std::string> wanted);

} // namespace assent
