// Everything that a mouse can do, without one: the arrow keys walk from thing to thing.
#include "viewer/headless.hpp"
#include "viewer/keys.hpp"
#include "viewer/marks.hpp"
#include "viewer/rehearse_screen.hpp"
#include "viewer/train_screen.hpp"
#include "viewer/window_options.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

using namespace assent;
using namespace assent::viewer;
using assent::worlds::blue_sky;
using assent::worlds::options_for;
using assent::worlds::TestFolder;

namespace {

/// Walks to a mark by the arrow that leads nearer; where that leads nowhere new, by another one.
bool walk_to(Headless& window, const std::string& name) {
    std::set<std::pair<int, int>> been;
    for (int step = 0; step < 80; ++step) {
        const auto ring = marks().find("walk"), target = marks().find(name);
        REQUIRE(target);
        if (ring && std::abs(ring->centre().x - target->centre().x) < 4 &&
            std::abs(ring->centre().y - target->centre().y) < 4)
            return true;
        const ImVec2 from = ring ? ring->centre() : ImVec2(0, 0), to = target->centre();
        const bool across = std::abs(to.x - from.x) > std::abs(to.y - from.y);
        const int sideways = to.x > from.x ? key::right : key::left, along = to.y > from.y ? key::down : key::up;
        const bool again = !been.insert({int(from.x), int(from.y)}).second;
        window.press(across != again ? sideways : along);
    }
    return false;
}

} // namespace

TEST_CASE("the arrow keys walk to a button and Space presses it; plain keys are the screen's again afterwards") {
    const TestFolder folder;
    Headless window(options_for(blue_sky, folder));
    window.settle();
    Room& room = *dynamic_cast<RehearseScreen&>(window.application().screen()).room();
    CHECK_FALSE(marks().find("walk"));
    window.press(key::f6);
    REQUIRE(walk_to(window, "rehearse.play"));
    CHECK(room.knowledge().week == 0); // the arrows stepped no weeks
    window.press(key::space);
    window.settle();
    CHECK(room.knowledge().week == 1);
    REQUIRE(walk_to(window, "move.1"));
    window.press(key::space);
    REQUIRE(walk_to(window, "rehearse.plan"));
    window.press(key::space);
    CHECK(room.session().planned(room.session().current()).size() == 1);
    window.press(key::f6);
    CHECK_FALSE(marks().find("walk"));
    window.press(key::left); // stands on the move, one step back is the week before it
    CHECK(room.session().planned(room.session().current()).empty());
}

TEST_CASE("a week of a lesson is planned and played by keys alone") {
    const TestFolder folder;
    Headless window(options_for(blue_sky, folder, "train"));
    window.settle();
    window.press(key::enter); // begins the lesson
    window.settle();
    auto& screen = dynamic_cast<TrainScreen&>(window.application().screen());
    window.press(key::f6);
    REQUIRE(walk_to(window, "plan.act"));
    window.press(key::space); // opens the list
    window.press(key::down);
    window.press(key::space); // takes the second
    CHECK(screen.shown().draft.act != Act::introduce);
    REQUIRE(walk_to(window, "plan.add"));
    window.press(key::space);
    CHECK(screen.shown().session().tree().size() == 2);
    window.press(key::escape);
    CHECK_FALSE(marks().find("walk"));
}
