#pragma once
// ImGui's context with the settings that window and tests share.
#include <imgui.h>

#include <memory>

namespace assent::viewer {

class Context {
  public:
    Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context();

  private:
    ImGuiContext* context_;
};

} // namespace assent::viewer
