#pragma once
// How a test opens the window: in English, with a profile of its own.
#include "viewer/options.hpp"
#include "viewer/test_folder.hpp"

namespace assent::worlds {

/// The company of most tests of the window.
inline const std::filesystem::path blue_sky = std::filesystem::path(ASSENT_SOURCE_DIR) / "scenarios/blue-sky.toml";

inline viewer::Options options_for(const std::filesystem::path& file, const TestFolder& folder,
                                   const char* screen = "rehearse") {
    viewer::Options options;
    options.file = file;
    options.screen = screen;
    options.profile = folder.path() / "profile";
    options.language = viewer::Language::english;
    options.rollouts = 4096; // enough to see that it is there
    return options;
}

} // namespace assent::worlds
