#pragma once
// What the page looks like, and its one script.
#include <string>

namespace assent {

/// The whole style sheet.
std::string style_sheet();

/// What pictures need of it, in light colours, without variables: many viewers of SVG do not know these.
std::string picture_style_sheet();

/// Switches between light and dark; the button stays hidden without it.
std::string theme_script();

/// Content-Security-Policy of the page: nothing is loaded, and no script runs but theme_script(), known by its hash.
std::string content_policy();

/// Hatchings that the pictures refer to.
std::string pattern_definitions();

} // namespace assent
