#pragma once
// What the window remembers of its user from one time to the next.
#include "viewer/language.hpp"
#include "viewer/theme.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace assent::viewer {

struct WindowProfile {
    std::filesystem::path folder;
    ThemeKind theme = ThemeKind::dark;
    Language language = Language::english;
    std::vector<std::filesystem::path> recent; ///< newest first

    /// Puts a file in front of the recent ones.
    void remember(const std::filesystem::path& path);
    /// Takes a file off the recent ones.
    void forget(const std::filesystem::path& path);
    /// Writes the settings. Throws UserError where the folder cannot be written.
    void save() const;
};

/// Makes a folder where there is none. Throws UserError, which says that `kept` ("sessions") are then lost.
void make_folder(const std::filesystem::path& folder, const std::string& kept);

inline constexpr std::size_t recent_kept = 8;

/// $XDG_CONFIG_HOME/assent, or ~/.config/assent.
std::filesystem::path user_folder();
/// What was saved in this folder; what cannot be read there stays at its default.
WindowProfile load_profile(const std::filesystem::path& folder);

} // namespace assent::viewer
