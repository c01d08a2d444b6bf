#pragma once
// A window driven by a text: the same scripts serve the tests, the pictures of the README and whoever files a bug.
//
//   # three moves, and a picture
//   click move.0                 presses what is marked so; menu NAME presses with the right button, hover NAME points
//   type 3 people                types a text
//   key ctrl+b                   presses a key: enter, escape, tab, left, right, up, down, f1, a … z, 0 … 9, with ctrl+, shift+
//   wait                         until nothing is computed any more
//   open scenarios/blue-sky.toml, screen sweep
//   where rehearse.play          prints the middle of what is marked so: x and y in pixels
//   shot picture.png             writes a picture, beside the script unless its path is whole
#include "viewer/headless.hpp"
#include "viewer/raster.hpp"

#include <filesystem>
#include <string>

namespace assent::viewer {

/// Runs a script. `name` stands for it in messages, files are looked for from `folder`. Throws UserError with the line.
void run_script(Headless& window, const std::string& text, const std::string& name,
                const std::filesystem::path& folder);
/// The same from the file of the options.
void run_script_file(const Options& options);

/// The picture of the window as it was drawn last.
Image picture_of(Headless& window);

} // namespace assent::viewer
