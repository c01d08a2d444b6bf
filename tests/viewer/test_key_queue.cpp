#include "viewer/context.hpp"
#include "viewer/key_queue.hpp"
#include "viewer/keys.hpp"

#include "viewer/lone_screen.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace assent::viewer;
using assent::worlds::LoneScreen;

namespace {

/// Notes which keys were pressed in which frame, and what was typed into its text.
class Listener : public Screen {
  public:
    [[nodiscard]] std::string_view name() const override { return "listener"; }
    [[nodiscard]] std::string title() const override { return "listener"; }
    void draw(Frame&) override {
        heard += '|';
        for (const int number : {int('A'), int('B'), int('K'), key::space})
            if (ImGui::IsKeyPressed(number, false)) {
                const ImGuiIO& io = ImGui::GetIO();
                heard += std::string(io.KeyCtrl ? "ctrl+" : "") + (io.KeyShift ? "shift+" : "") + char(number);
            }
        for (const ImWchar character : ImGui::GetIO().InputQueueCharacters) typed += char(character);
    }
    std::string heard, typed;
};

/// Frames until the queue is empty, and one more.
void play(LoneScreen& window, Listener& listener, KeyQueue& queue) {
    for (bool more = true; more;) {
        more = !queue.empty();
        queue.feed(ImGui::GetIO());
        window.frame(listener);
    }
}

void tap(KeyQueue& queue, int number) {
    queue.key(number, true);
    queue.key(number, false);
}

} // namespace

TEST_CASE("taps that fall between two frames all arrive, in their order") {
    LoneScreen window(400, 300, ThemeKind::dark);
    Listener listener;
    KeyQueue queue;
    for (const int number : {int('A'), int('A'), int('B'), key::space, int('A')}) tap(queue, number);
    play(window, listener, queue);
    CHECK(listener.heard == "|A||A|B| |A||"); // a key comes up in a frame of its own before it goes down again
    CHECK(queue.empty());
}

TEST_CASE("a modifier belongs to the keys pressed while it was held") {
    LoneScreen window(400, 300, ThemeKind::dark);
    Listener listener;
    KeyQueue queue;
    queue.key(key::left_control, true);
    tap(queue, 'K');
    queue.key(key::left_control, false);
    tap(queue, 'B');
    queue.key(key::left_shift + key::right_hand, true);
    tap(queue, 'A');
    queue.key(key::left_shift + key::right_hand, false);
    play(window, listener, queue);
    std::string heard = listener.heard;
    std::erase(heard, '|');
    CHECK(heard == "ctrl+KBshift+A");
    CHECK_FALSE(ImGui::GetIO().KeyCtrl);
    CHECK_FALSE(ImGui::GetIO().KeyShift);
}

TEST_CASE("characters keep their place among the keys") {
    LoneScreen window(400, 300, ThemeKind::dark);
    Listener listener;
    KeyQueue queue;
    for (const char letter : {'a', 'b'}) {
        queue.key(letter - 32, true);
        queue.character(static_cast<unsigned char>(letter));
        queue.key(letter - 32, false);
    }
    queue.key('A', true);
    queue.character('a');
    queue.feed(ImGui::GetIO());
    CHECK(ImGui::GetIO().InputQueueCharacters.Size == 1); // the rest comes after A was let go
    window.frame(listener);
    play(window, listener, queue);
    CHECK(listener.typed == "aba");
}

TEST_CASE("keys that no keyboard has are passed over") {
    LoneScreen window(400, 300, ThemeKind::dark);
    KeyQueue queue;
    for (const int number : {-1, 512, 100000}) queue.key(number, true);
    queue.character(0);
    CHECK(queue.empty());
}
