#pragma once
// Rectangles of the window and how they are divided.
#include <imgui.h>

#include <algorithm>

namespace assent::viewer {

/// Pixels, from the upper left corner of the window.
struct Area {
    float x = 0, y = 0, width = 0, height = 0;

    [[nodiscard]] ImVec2 min() const { return {x, y}; }
    [[nodiscard]] ImVec2 max() const { return {x + width, y + height}; }
    [[nodiscard]] ImVec2 centre() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] bool holds(ImVec2 point) const {
        return point.x >= x && point.y >= y && point.x < x + width && point.y < y + height;
    }
    /// Smaller by `margin` on every side.
    [[nodiscard]] Area inner(float margin) const {
        return {x + margin, y + margin, std::max(0.0f, width - 2 * margin), std::max(0.0f, height - 2 * margin)};
    }
    /// Cuts a strip off this side and takes it, and a gap, away from here.
    Area take_left(float size, float gap = 0) {
        const Area taken{x, y, std::min(size, width), height};
        const float step = std::min(width, size + gap);
        x += step;
        width -= step;
        return taken;
    }
    Area take_right(float size, float gap = 0) {
        const float kept = std::max(0.0f, width - size - gap);
        const Area taken{x + width - std::min(size, width), y, std::min(size, width), height};
        width = kept;
        return taken;
    }
    Area take_top(float size, float gap = 0) {
        const Area taken{x, y, width, std::min(size, height)};
        const float step = std::min(height, size + gap);
        y += step;
        height -= step;
        return taken;
    }
    Area take_bottom(float size, float gap = 0) {
        const float kept = std::max(0.0f, height - size - gap);
        const Area taken{x, y + height - std::min(size, height), width, std::min(size, height)};
        height = kept;
        return taken;
    }
};

} // namespace assent::viewer
