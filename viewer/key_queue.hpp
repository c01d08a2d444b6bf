#pragma once
// Key strokes as fast as they come. ImGui 1.86 looks at the state of the keys once a frame: a key that was pressed and let
// go between two frames would be lost. Here strokes wait, and a key changes once a frame.
#include <imgui.h>

#include <deque>

namespace assent::viewer {

class KeyQueue {
  public:
    /// A key, by its number (keys.hpp), went down or up; numbers ImGui has no place for are passed over.
    void key(int number, bool down);
    /// A character was typed.
    void character(unsigned int code);
    /// Before ImGui::NewFrame: hands over what belongs into the next frame, in the order in which it came.
    void feed(ImGuiIO& io);
    /// Is nothing waiting: no further frame is needed.
    [[nodiscard]] bool empty() const { return strokes_.empty(); }

  private:
    struct Stroke {
        int key = 0;
        unsigned int character = 0; ///< 0: the key changed
        bool down = false;
    };
    std::deque<Stroke> strokes_;
};

} // namespace assent::viewer
