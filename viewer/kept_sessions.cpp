#include "viewer/kept_sessions.hpp"

#include "model/user_error.hpp"
#include "scenario/reader.hpp"
#include "store/strong_id.hpp"

#include <fmt/format.h>

namespace assent::viewer {
namespace {

constexpr std::size_t longest_name = 200; ///< bytes: number, ending, and those of its lock beside it have room
constexpr std::size_t cut_name = 100;     ///< bytes

std::string fitting(const std::string& name) {
    if (name.size() <= longest_name) return name;
    std::size_t end = cut_name;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0u) == 0x80u) --end; // within a letter
    return name.substr(0, end) + "-" + strong_id(name).substr(0, 8);
}

} // namespace

std::filesystem::path numbered_session(const Desk& desk, const std::string& name, int number) {
    return desk.journals / (fitting(name) + (number == 1 ? "" : fmt::format("-{}", number)) + ".session.toml");
}

std::string session_name(const Desk& desk) {
    return fmt::format("{}-{}", desk.client->path.stem().string(), desk.seed);
}

bool belongs(const SessionFile& file, const Desk& desk) {
    std::error_code none;
    return file.session.seed() == desk.seed && file.session.replicate() == 0 &&
           std::filesystem::equivalent(file.source.scenario, desk.client->path, none) &&
           scenario_identity(file.session.practice().model()) == scenario_identity(desk.client->model);
}

std::vector<std::filesystem::path> kept_sessions(const Desk& desk) {
    std::vector<std::filesystem::path> found;
    if (desk.journals.empty() || !desk.client) return found;
    std::error_code none;
    for (int number = 1;; ++number) {
        const std::filesystem::path path = numbered_session(desk, session_name(desk), number);
        if (!std::filesystem::exists(path, none)) return found;
        try {
            if (belongs(load_session(path), desk)) found.push_back(path);
        } catch (const UserError&) { // damaged, or of a scenario that is another by now
        }
    }
}

std::vector<std::pair<std::filesystem::path, std::string>>
with_their_scenario(const std::vector<std::filesystem::path>& sessions) {
    std::vector<std::pair<std::filesystem::path, std::string>> texts;
    for (const std::filesystem::path& path : sessions) {
        const SessionFile file = load_session(path);
        SessionSource source;
        source.scenario_text = dump_scenario(file.session.practice().model());
        source.title = file.source.title;
        texts.emplace_back(path, session_text(file.session, source, path.parent_path()));
    }
    return texts;
}

} // namespace assent::viewer
