// Which screens the window has.
#include "viewer/debrief_screen.hpp"
#include "viewer/edit_screen.hpp"
#include "viewer/rehearse_screen.hpp"
#include "viewer/screen.hpp"
#include "viewer/start_screen.hpp"
#include "viewer/sweep_screen.hpp"
#include "viewer/train_screen.hpp"

namespace assent::viewer {

bool same_file(const std::filesystem::path& one, const std::filesystem::path& other) {
    std::error_code none;
    return one == other || std::filesystem::equivalent(one, other, none);
}

std::vector<std::unique_ptr<Screen>> all_screens() {
    std::vector<std::unique_ptr<Screen>> screens;
    screens.push_back(std::make_unique<StartScreen>());
    auto train = std::make_unique<TrainScreen>();
    auto rehearse = std::make_unique<RehearseScreen>();
    const std::vector<DebriefScreen::Source> deals{
        {[&table = train->deal()]() -> const Session* { return table.open() ? &table.session() : nullptr; }, true},
        {[&screen = *rehearse]() -> const Session* {
            return screen.room() != nullptr ? &screen.room()->session() : nullptr;
        }}};
    const DealJudge advisor = [](const Session& session, NodeId leaf, const DebriefRequest& request) {
        return debrief(session, leaf, request);
    };
    Course& course = train->course();
    const auto retry = [&screen = *train](std::vector<Mistake> mistakes) { screen.try_again(std::move(mistakes)); };
    screens.push_back(std::move(train));
    screens.push_back(std::move(rehearse));
    screens.push_back(std::make_unique<SweepScreen>());
    screens.push_back(std::make_unique<DebriefScreen>(deals, advisor, course, retry));
    screens.push_back(std::make_unique<EditScreen>());
    return screens;
}

} // namespace assent::viewer
