#include "viewer/key_queue.hpp"

#include "viewer/keys.hpp"

#include <bitset>

namespace assent::viewer {
namespace {

constexpr int key_count = sizeof(ImGuiIO::KeysDown) / sizeof(bool);

void set_modifiers(ImGuiIO& io) {
    const auto either = [&](int left) { return io.KeysDown[left] || io.KeysDown[left + key::right_hand]; };
    io.KeyShift = either(key::left_shift);
    io.KeyCtrl = either(key::left_control);
    io.KeyAlt = either(key::left_alt);
    io.KeySuper = either(key::left_super);
}

} // namespace

void KeyQueue::key(int number, bool down) {
    if (number >= 0 && number < key_count) strokes_.push_back({number, 0, down});
}

void KeyQueue::character(unsigned int code) {
    if (code != 0) strokes_.push_back({0, code, false});
}

void KeyQueue::feed(ImGuiIO& io) {
    std::bitset<key_count> changed;
    bool pressed = false; // a key that is no modifier: what is held with it may not change before the frame is built
    for (; !strokes_.empty(); strokes_.pop_front()) {
        const Stroke& stroke = strokes_.front();
        if (stroke.character != 0) {
            io.AddInputCharacter(stroke.character);
            continue;
        }
        const auto number = static_cast<std::size_t>(stroke.key);
        const bool modifier = stroke.key >= key::left_shift && stroke.key <= key::left_super + key::right_hand;
        if (changed[number] || (modifier && pressed)) break;
        changed[number] = true;
        pressed |= stroke.down && !modifier;
        io.KeysDown[number] = stroke.down;
    }
    set_modifiers(io);
}

} // namespace assent::viewer
