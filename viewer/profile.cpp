#include "viewer/profile.hpp"

#include "model/user_error.hpp"
#include "store/atomic_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

constexpr char file_name[] = "viewer.conf";

void take_line(WindowProfile& profile, const std::string& line) {
    const std::size_t split = line.find(" = ");
    if (split == std::string::npos) return;
    const std::string key = line.substr(0, split), value = line.substr(split + 3);
    if (key == "theme") profile.theme = value == "light" ? ThemeKind::light : ThemeKind::dark;
    if (key == "language") profile.language = value == "mn" ? Language::mongolian : Language::english;
    if (key == "recent" && profile.recent.size() < recent_kept) profile.recent.emplace_back(value);
}

std::filesystem::path whole_path(const std::filesystem::path& path) {
    std::error_code none;
    return std::filesystem::absolute(path, none);
}

} // namespace

void make_folder(const std::filesystem::path& folder, const std::string& kept) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        throw UserError(trf("{}: cannot be made ({}), so {} are not kept; give another folder with --profile",
                            folder.string(), error.message(), kept));
}

std::filesystem::path user_folder() {
    if (const char* config = std::getenv("XDG_CONFIG_HOME"); config != nullptr && *config != '\0')
        return std::filesystem::path(config) / "assent";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home == nullptr ? "/tmp" : home) / ".config" / "assent";
}

WindowProfile load_profile(const std::filesystem::path& folder) {
    WindowProfile profile;
    profile.folder = folder;
    std::ifstream file(folder / file_name);
    for (std::string line; std::getline(file, line);) take_line(profile, line);
    return profile;
}

void WindowProfile::remember(const std::filesystem::path& path) {
    const std::filesystem::path whole = whole_path(path);
    std::erase(recent, whole);
    recent.insert(recent.begin(), whole);
    recent.resize(std::min(recent.size(), recent_kept));
}

void WindowProfile::forget(const std::filesystem::path& path) { std::erase(recent, whole_path(path)); }

void WindowProfile::save() const {
    make_folder(folder, tr("settings"));
    std::string text = fmt::format("theme = {}\nlanguage = {}\n", theme == ThemeKind::dark ? "dark" : "light",
                                   language_codes[static_cast<std::size_t>(language)]);
    for (const std::filesystem::path& path : recent) text += fmt::format("recent = {}\n", path.string());
    write_file(folder / file_name, text);
}

} // namespace assent::viewer
