#include "viewer/headless.hpp"

#include "viewer/keys.hpp"
#include "viewer/marks.hpp"

#include "model/user_error.hpp"

#include <chrono>
#include <thread>

#include <fmt/format.h>

namespace assent::viewer {

Headless::Headless(const Options& options) : options_(options) {
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.MousePos = {-1, -1};
    key::map_keys(io);
    application_ = std::make_unique<Application>(options_);
}

void Headless::frame() {
    ImGuiIO& io = ImGui::GetIO();
    if (application_->prepare(float(options_.width), float(options_.height), 1)) io.Fonts->SetTexID(nullptr);
    io.DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
    application_->draw();
    ImGui::Render();
}

void Headless::settle(double seconds) {
    const auto begin = std::chrono::steady_clock::now();
    frame();
    frame();
    while (!application_->settled()) {
        if (std::chrono::steady_clock::now() - begin > std::chrono::duration<double>(seconds))
            throw UserError(
                fmt::format("assent-viewer: the screen still computes after {} s; try again when the machine "
                            "has less to do",
                            seconds));
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        frame();
    }
    frame(); // shows what arrived last
    frame(); // and lays out what depends on its size
}

Mark Headless::place_of(const std::string& name) {
    const auto found = marks().find(name);
    if (!found) throw UserError(fmt::format("assent-viewer: nothing in the window is called {}", name));
    return *found;
}

void Headless::move_to(const std::string& name) {
    ImGui::GetIO().MousePos = place_of(name).centre();
    frame();
}

void Headless::click(const std::string& name) { press_button(name, ImGuiMouseButton_Left); }

void Headless::click_right(const std::string& name) { press_button(name, ImGuiMouseButton_Right); }

void Headless::press_button(const std::string& name, int button) {
    move_to(name);
    frame(); // what opened under the mouse knows that it is there
    ImGui::GetIO().MouseDown[button] = true;
    frame();
    ImGui::GetIO().MouseDown[button] = false;
    frame();
    frame();
}

void Headless::drag(ImVec2 from, ImVec2 to) {
    ImGuiIO& io = ImGui::GetIO();
    constexpr int steps = 4;
    io.MousePos = from;
    frame();
    frame();
    io.MouseDown[0] = true;
    frame();
    for (int step = 1; step <= steps; ++step) {
        const float share = float(step) / steps;
        io.MousePos = {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
        frame();
    }
    io.MouseDown[0] = false;
    frame();
    frame();
}

void Headless::type(const std::string& text) {
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    frame();
    frame();
}

void Headless::press(int key, bool control, bool shift) {
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = control;
    io.KeyShift = shift;
    io.KeyMods = ImGuiKeyModFlags(control ? ImGuiKeyModFlags_Ctrl : 0) | (shift ? ImGuiKeyModFlags_Shift : 0);
    io.KeysDown[key] = true;
    frame();
    io.KeysDown[key] = io.KeyCtrl = io.KeyShift = false;
    io.KeyMods = 0;
    frame();
    frame();
}

} // namespace assent::viewer
