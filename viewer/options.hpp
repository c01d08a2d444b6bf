#pragma once
// What the command line of assent-viewer asks for.
#include "viewer/language.hpp"
#include "viewer/theme.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace assent::viewer {

/// Rollouts of the advisor at a position, of all lines together.
inline constexpr std::int64_t usual_rollouts = 65'536, least_rollouts = 1024, most_rollouts = 1 << 24;

struct Options {
    std::filesystem::path file;     ///< scenario, session or store; empty: the start screen
    std::string screen;             ///< empty: chosen by the file
    std::filesystem::path snapshot; ///< PNG to be written without a window; empty: open a window
    std::filesystem::path script;   ///< steps to be taken without a window; empty: none
    int measured_frames = 0;        ///< of the real window, whose times are then written to standard output; 0: none
    int width = 1280, height = 800; ///< pixels
    std::optional<ThemeKind> theme; ///< empty: as last time, dark at first
    std::optional<Language> language;
    std::uint64_t seed = 1;
    std::int64_t rollouts = usual_rollouts; ///< that the advisor plays of a position, about
    std::filesystem::path profile;          ///< folder of settings and journals; empty: that of the user
};

/// Throws UserError for what is wrong; an empty result: all has been said (--help).
std::optional<Options> parse_options(int argc, char** argv);

/// Width and height of "1280x800"; UserError when it is none or out of range.
void parse_size(const std::string& text, int& width, int& height);

} // namespace assent::viewer
