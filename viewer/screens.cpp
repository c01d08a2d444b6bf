// Which screens the window has.
#include "viewer/absent_screen.hpp"
#include "viewer/edit_screen.hpp"
#include "viewer/rehearse_screen.hpp"
#include "viewer/screen.hpp"
#include "viewer/start_screen.hpp"
#include "viewer/sweep_screen.hpp"
#include "viewer/train_screen.hpp"

namespace assent::viewer {

std::vector<std::unique_ptr<Screen>> all_screens() {
    std::vector<std::unique_ptr<Screen>> screens;
    screens.push_back(std::make_unique<StartScreen>());
    const auto absent = [&](const char* name, const char* title) {
        screens.push_back(std::make_unique<AbsentScreen>(name, title, tr_later("Open a client company first.")));
    };
    screens.push_back(std::make_unique<TrainScreen>());
    screens.push_back(std::make_unique<RehearseScreen>());
    screens.push_back(std::make_unique<SweepScreen>());
    absent("debrief", tr_later("Debrief"));
    screens.push_back(std::make_unique<EditScreen>());
    return screens;
}

} // namespace assent::viewer
