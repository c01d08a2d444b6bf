#pragma once
// One screen by itself in a window of ImGui without a window.
#include "viewer/card.hpp"
#include "viewer/context.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"
#include "viewer/raster.hpp"
#include "viewer/screen.hpp"

#include <array>
#include <stdexcept>
#include <string>

namespace assent::worlds {

class LoneScreen {
    viewer::Context context_; ///< first: all the rest needs it
    viewer::Look look_{};

  public:
    LoneScreen(int width, int height, viewer::ThemeKind theme, float scale = 1) {
        ImGuiIO& io = ImGui::GetIO();
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        io.MousePos = {-1, -1};
        io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
        viewer::key::map_keys(io);
        look_.theme = viewer::make_theme(theme);
        look_.scale = scale;
        look_.fonts = viewer::build_fonts(*io.Fonts, scale);
        io.FontDefault = look_.fonts.text;
        viewer::apply_style(look_.theme, scale);
        unsigned char* pixels = nullptr;
        io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    }
    void frame(viewer::Screen& screen) {
        ImGuiIO& io = ImGui::GetIO();
        io.DeltaTime = 1.0F / 60;
        ImGui::NewFrame();
        viewer::marks().clear();
        viewer::forget_cards();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(io.DisplaySize);
        ImGui::Begin("##stage", nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                         ImGuiWindowFlags_NoBackground);
        wishes = {};
        viewer::Frame frame{look_, desk, wishes,
                            viewer::Area{0, 0, io.DisplaySize.x, io.DisplaySize.y}.inner(look_.px(14))};
        screen.draw(frame);
        ImGui::End();
        ImGui::Render();
    }
    void click(viewer::Screen& screen, const std::string& name) {
        const auto place = viewer::marks().find(name);
        if (!place) throw std::runtime_error("nothing is called " + name);
        ImGuiIO& io = ImGui::GetIO();
        io.MousePos = place->centre();
        frame(screen);
        frame(screen);
        for (const bool down : {true, false}) {
            io.MouseDown[0] = down;
            frame(screen);
        }
        frame(screen);
    }
    void press(viewer::Screen& screen, int key, bool control = false) {
        ImGuiIO& io = ImGui::GetIO();
        io.KeyCtrl = control;
        io.KeyMods = control ? ImGuiKeyModFlags_Ctrl : 0;
        io.KeysDown[key] = true;
        frame(screen);
        io.KeysDown[key] = io.KeyCtrl = false;
        io.KeyMods = 0;
        frame(screen);
    }
    [[nodiscard]] viewer::Image picture() const {
        const std::array textures{viewer::font_texture()};
        return viewer::rasterise(*ImGui::GetDrawData(), textures, look_.theme.page);
    }

    viewer::Desk desk;
    viewer::Wishes wishes; ///< of the frame drawn last
};

} // namespace assent::worlds
