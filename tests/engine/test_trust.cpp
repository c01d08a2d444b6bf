// Trust as Beta reputation (sim/ODD.md, section 9) and how it moves in a week of the kernel.
#include "engine/seated.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace assent {
namespace {

float trust(float good, float bad, float base_rate, float evidence) {
    return Deal<1>::trust_value(Floats<1>(good), Floats<1>(bad), Floats<1>(base_rate), Floats<1>(evidence))[0];
}

float assumed(Assumption assumption) {
    return static_cast<float>(Model::defaults().assumptions[static_cast<std::size_t>(assumption)].a);
}

} // namespace

TEST_CASE("trust of eight good events and one bad") {
    CHECK(trust(8, 1, 0.5f, 2) == doctest::Approx(.818182).epsilon(1e-6)); // (r + 1) / (r + s + 2)
    CHECK(trust(0, 0, 0.3f, 2) == doctest::Approx(.3));                    // nothing lived through: the first trust
    CHECK(trust(0, 1e6f, 0.9f, 2) < 1e-5);
    CHECK(trust(1e6f, 0, 0.1f, 2) > 1 - 1e-5);
}

TEST_CASE("old experience fades, what was said sinks in") {
    Model model = worlds::bare_centre(1, 1);
    Seated<1> seated(model);
    Deal<1>& deal = seated.deal;
    deal.at.good[0] = 8;
    deal.at.bad[0] = 1;
    deal.at.good[1] = 4; // with the rival
    deal.at.queued_trust[0] = 2;
    digest(deal, 0);
    const float kept = assumed(Assumption::trust_forgetting), share = assumed(Assumption::digestion);
    CHECK(deal.at.good[0] == doctest::Approx(8 * kept + 2 * share));
    CHECK(deal.at.bad[0] == doctest::Approx(kept));
    CHECK(deal.at.good[1] == doctest::Approx(4 * kept));
    CHECK(deal.at.queued_trust[0] == doctest::Approx(2 * (1 - share)));
}

TEST_CASE("all that is queued arrives in the end: a geometric series") {
    Seated<1> seated(worlds::bare_centre(1, 0));
    Deal<1>& deal = seated.deal;
    deal.at.queued_value[0] = 0.4f;
    // 1 - understanding shrinks by 1 - (share moved) each week.
    double left = 1, queued = 0.4;
    for (int week = 0; week < 100; ++week) {
        digest(deal, 0);
        const double moved = queued * double(assumed(Assumption::digestion));
        left *= 1 - moved;
        queued -= moved;
    }
    CHECK(deal.at.value_seen[0] == doctest::Approx(1 - left).epsilon(1e-5));
    CHECK(deal.at.queued_value[0] < 1e-6);
}

TEST_CASE("a bad event outweighs a good one") {
    Seated<1> seated(worlds::bare_centre(1, 0));
    Deal<1>& deal = seated.deal;
    add_distrust(deal, Groups<1>(0, Mask<1>::all(true)), Mask<1>::all(true), Floats<1>(1));
    CHECK(deal.at.bad[0] == doctest::Approx(2.25)); // loss aversion (Tversky & Kahneman 1992)
    deal.at.good[0] = 2.25f;
    CHECK(deal.trust(0, 0)[0] == doctest::Approx(.5));
}

TEST_CASE("pestering above patience costs trust, below it nothing") {
    Model model = worlds::bare_centre(1, 0);
    model.centre.stakeholder(0).patience = 2.0;
    Seated<1> seated(model);
    Deal<1>& deal = seated.deal;
    deal.at.intrusion[0] = 1.9f;
    digest(deal, 0);
    CHECK(deal.at.bad[0] == 0);
    deal.at.intrusion[0] = 3;
    digest(deal, 0);
    CHECK(deal.at.bad[0] == doctest::Approx(assumed(Assumption::intrusion_distrust) * 2.25f));
}

} // namespace assent
