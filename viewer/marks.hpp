#pragma once
// Where the named things of the window are: tests and scripts find what they click by its name.
#include <imgui.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace assent::viewer {

/// A rectangle of the window, pixels from its upper left corner.
struct Mark {
    ImVec2 min, max;
    [[nodiscard]] ImVec2 centre() const { return {(min.x + max.x) / 2, (min.y + max.y) / 2}; }
};

/// The marks set since the last clear, that is, in the frame drawn last.
class Marks {
  public:
    void clear() { places_.clear(); }
    void set(std::string_view name, Mark place) { places_.insert_or_assign(std::string(name), place); }
    [[nodiscard]] std::optional<Mark> find(const std::string& name) const;
    [[nodiscard]] const std::map<std::string, Mark>& all() const { return places_; }

  private:
    std::map<std::string, Mark> places_;
};

/// The marks of the window that is being drawn; like ImGui's context there is one.
Marks& marks();

/// Names the ImGui item that was added last.
void mark(std::string_view name);
/// Names something that was drawn without an item.
void mark(std::string_view name, ImVec2 min, ImVec2 max);

} // namespace assent::viewer
