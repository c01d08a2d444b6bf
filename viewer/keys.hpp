#pragma once
// Keys by the numbers that GLFW gives them: of a place on the keyboard, so that Ctrl+K works with Cyrillic letters too.
#include <imgui.h>

#include <string_view>

namespace assent::viewer::key {

inline constexpr int enter = 257, escape = 256, tab = 258, backspace = 259, insert = 260, del = 261;
inline constexpr int right = 262, left = 263, down = 264, up = 265;
inline constexpr int page_up = 266, page_down = 267, home = 268, end = 269, f1 = 290, f6 = 295, keypad_enter = 335, space = 32;
inline constexpr int left_shift = 340, left_control = 341, left_alt = 342, left_super = 343;
inline constexpr int right_hand = 4; ///< added to these: the same key of the right hand
// Letters and digits are their capital in ASCII.

/// Tells ImGui which of these it navigates and edits by.
inline void map_keys(ImGuiIO& io) {
    constexpr int numbers[ImGuiKey_COUNT] = {tab, left, right, up, down, page_up, page_down, home, end, insert, del,
                                             backspace, space, enter, escape, keypad_enter, 'A', 'C', 'V', 'X', 'Y', 'Z'};
    for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = numbers[key];
}

/// Do the arrow keys go from one thing in the window to the next, and Space presses it. Screens have no plain keys then.
inline bool walking() { return (ImGui::GetIO().ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) != 0; }
inline void walk(bool on) {
    ImGuiIO& io = ImGui::GetIO();
    io.ConfigFlags = on ? io.ConfigFlags | ImGuiConfigFlags_NavEnableKeyboard
                        : io.ConfigFlags & ~ImGuiConfigFlags_NavEnableKeyboard;
}

/// Was the key pressed in this frame with exactly these of Ctrl and Shift held.
inline bool pressed(int number, bool control = false, bool shift = false) {
    const ImGuiIO& io = ImGui::GetIO();
    if (walking() && !control && number < f1) return false;
    return io.KeyCtrl == control && io.KeyShift == shift && !io.KeyAlt && ImGui::IsKeyPressed(number);
}

/// Does the keyboard belong to a text being typed.
inline bool typing() { return ImGui::GetIO().WantTextInput; }

} // namespace assent::viewer::key
