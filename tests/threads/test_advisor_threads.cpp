// The advisor in its own threads, for the thread sanitizer.
#include "rehearsal/advisor.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace assent {
namespace {

std::shared_ptr<const Advice> wait_for(const Advisor& advisor) {
    std::shared_ptr<const Advice> advice;
    while (!(advice = advisor.latest())) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return advice;
}

} // namespace

TEST_CASE("an advisor answers, is interrupted, and ends in the middle of a thought") {
    const auto practice = std::make_shared<const Practice>(worlds::small_company(), 1);
    Session session(practice, 1, 0);
    const auto belief = std::make_shared<const Belief>(practice, 1, 256);
    std::atomic<int> news{0};
    Advisor advisor(practice, 3);
    CHECK(advisor.latest() == nullptr);
    advisor.on_news([&news] { ++news; });
    advisor.ask(belief, session.knowledge(), {});
    const auto first = wait_for(advisor);
    CHECK(!first->lines.empty());
    for (int again = 0; again < 5; ++again) advisor.ask(belief, session.knowledge(), {}, Goal::margin);
    const auto second = wait_for(advisor);
    CHECK(second->lines.size() == first->lines.size());
    advisor.cancel();
    CHECK(advisor.latest() != nullptr);
    advisor.ask(belief, session.knowledge(), {});
    wait_for(advisor);
    CHECK(news >= 3);
}

} // namespace assent
