#pragma once
// Levels of difficulty: a level is a list of settings, as with --set, and nothing else.
#include "model/model.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace assent {

struct Level {
    std::string id, title, about;
    std::vector<std::string> settings; ///< PATH=VALUE
};

/// The levels of a folder in the order of their files. Throws UserError with every problem of a file, and when there is none.
std::vector<Level> load_levels(const std::filesystem::path& folder);

/// The level with this id among the files of a folder. Throws UserError with the ids there are, or with every problem of the
/// file.
Level load_level(const std::filesystem::path& folder, const std::string& id);

/// Those of its settings that mean somebody in the scenario: where there is no rival, nothing is set for rivals. Throws
/// UserError for a setting that is no setting.
std::vector<std::string> settings_for(const Level& level, const Model& model);

} // namespace assent
