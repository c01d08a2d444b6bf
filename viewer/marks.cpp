#include "viewer/marks.hpp"

namespace assent::viewer {

std::optional<Mark> Marks::find(const std::string& name) const {
    const auto found = places_.find(name);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
}

Marks& marks() {
    static Marks of_window;
    return of_window;
}

void mark(std::string_view name) { marks().set(name, {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()}); }

void mark(std::string_view name, ImVec2 min, ImVec2 max) { marks().set(name, {min, max}); }

} // namespace assent::viewer
