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

Level load_level(const std::filesystem::path& folder, const std::string& id) {
    std::error_code failed;
    std::vector<std::string> ids;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (entry.path().extension() != ".toml") continue;
        Level level = read_level(entry.path());
        if (level.id == id) return level;
        ids.push_back(level.id);
    }
    std::ranges::sort(ids);
    const std::string remedy = ids.empty() ? fmt::format("{} holds none; name a folder with --levels", folder.string())
                                           : fmt::format("there are {}", fmt::join(ids, ", "));
    throw UserError(fmt::format("--level {} (is no level); {}", id, remedy));
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
