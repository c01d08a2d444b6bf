#pragma once
// Whether a frame looks like the one before: then nothing need be drawn by the graphics card, which is where the time goes.
#include <imgui.h>

#include <string>

namespace assent::viewer {

class DrawnFrame {
  public:
    /// Takes what ImGui::Render has made. True: it is, to the last vertex, what was taken before.
    bool repeats(const ImDrawData& data);
    /// What is on the display cannot be relied on: the next frame counts as new.
    void forget() { content_.clear(); }

  private:
    std::string content_, fresh_; ///< bytes; the second is kept for its memory
};

} // namespace assent::viewer
