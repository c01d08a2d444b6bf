#include "viewer/context.hpp"

namespace assent::viewer {

Context::Context() : context_((IMGUI_CHECKVERSION(), ImGui::CreateContext())) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = io.LogFilename = nullptr; // windows are laid out, not remembered
    io.ConfigWindowsMoveFromTitleBarOnly = true;
}

Context::~Context() { ImGui::DestroyContext(context_); }

} // namespace assent::viewer
