#pragma once
// How the window looks in this frame: colours, fonts, scale.
#include "viewer/fonts.hpp"
#include "viewer/theme.hpp"

namespace assent::viewer {

struct Look {
    Theme theme;
    Fonts fonts;
    float scale = 1;
    /// A length of the design, which is drawn for 1280 × 800, in pixels of the window.
    [[nodiscard]] float px(float length) const { return length * scale; }
};

} // namespace assent::viewer
