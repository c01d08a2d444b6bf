#pragma once
// The first screen: what was open before, shipped companies, how to begin.
#include "viewer/screen.hpp"

#include <string>
#include <vector>

namespace assent::viewer {

class StartScreen : public Screen {
  public:
    StartScreen();
    [[nodiscard]] std::string_view name() const override { return "start"; }
    [[nodiscard]] std::string title() const override { return tr("Start"); }
    void draw(Frame& frame) override;

  private:
    void draw_hero(Frame& frame, const Area& area) const;
    void draw_templates(Frame& frame) const;
    void draw_files(Frame& frame, const char* id, const Area& area, const char* title,
                    const std::vector<std::filesystem::path>& files);

    std::vector<std::filesystem::path> shipped_;
    std::string path_; ///< being typed
};

/// Folder of the shipped scenarios: beside the sources this program was built from, or beside the program. Empty: none.
std::filesystem::path shipped_folder();

} // namespace assent::viewer
