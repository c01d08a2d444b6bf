#include "training/level.hpp"

#include "model/user_error.hpp"
#include "scenario/plain_reader.hpp"
#include "scenario/settings.hpp"
#include "scenario/sources.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace assent {
namespace {

constexpr std::string_view level_keys[] = {"format", "id", "title", "about", "settings"};

class LevelReader : PlainReader {
  public:
    explicit LevelReader(Findings& findings) : PlainReader(findings, "a level") {}

    Level read(const Value& tree) {
        whole(tree, "format", "", 1, 1, 1);
        only(tree, "", level_keys);
        return {text(tree, "id", "", true), text(tree, "title", "", true), text(tree, "about", "", false),
                texts(tree, "settings", "")};
    }
};

Level read_level(const std::filesystem::path& path) {
    Findings findings;
    Sources sources(findings);
    const Value tree = sources.read(path);
    refuse_errors(findings);
    Level level = LevelReader(findings).read(tree);
    refuse_errors(findings);
    return level;
}

} // namespace

std::vector<Level> load_levels(const std::filesystem::path& folder) {
    std::error_code failed;
    std::vector<Level> levels;
    for (const std::filesystem::path& file : toml_files(folder, failed)) levels.push_back(read_level(file));
    if (levels.empty())
        throw UserError(fmt::format("{}: there are no levels there; name a folder of levels, such as scenarios/levels",
                                    folder.string()));
    return levels;
}

Level load_level(const std::filesystem::path& folder, const std::string& id) {
    std::vector<std::string> ids;
    for (Level& level : load_levels(folder)) {
        if (level.id == id) return std::move(level);
        ids.push_back(level.id);
    }
    throw UserError(fmt::format("--level {} (is no level); there are {}", id, fmt::join(ids, ", ")));
}

std::vector<std::string> settings_for(const Level& level, const Model& model) {
    std::vector<std::string> settings;
    for (const std::string& text : level.settings) {
        ScenarioChanges change;
        change.set.push_back(setting_of(text));
        const ChangedScenario changed = change_scenario(model, std::span(&change, 1), "level " + level.id);
        if (!changed.problems.empty()) throw UserError(changed.problems.front().text());
        if (changed.nobody.empty()) settings.push_back(text);
    }
    return settings;
}

} // namespace assent
