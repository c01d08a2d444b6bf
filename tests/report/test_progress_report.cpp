// Progress in words: nothing is called a change that is shown as none.
#include "report/progress_report.hpp"

#include <doctest/doctest.h>

namespace assent {
namespace {

/// Eight deals of which the points changed so.
TrainingProgress changed(double estimate, double low, double high) {
    TrainingProgress progress = progress_of(std::vector<DebriefedDeal>(8));
    progress.points = {50, 50 + estimate, {estimate, low, high}};
    return progress;
}

bool says(const TrainingProgress& progress, const std::string& words) {
    return progress_sentence(progress).find(words) != std::string::npos;
}

} // namespace

TEST_CASE("a change is clear where the whole of its interval is more than what is shown as 0") {
    CHECK(says(changed(6, 0.1, 12), "better by 0.1 to 12.0"));
    CHECK(says(changed(-6, -12, -0.1), "worse by 0.1 to 12.0"));
    CHECK(says(changed(5, 0.04, 10), "There is no clear change."));
    CHECK(says(changed(-5, -10.3, -0.04), "There is no clear change."));
    CHECK(clear_direction({0, 0, {0.05, 0.0004, 0.1}}, 100, true) == 0);
    CHECK(clear_direction({0, 0, {0.05, 0.0006, 0.1}}, 100, true) == 1);
    CHECK(clear_direction({0, 0, {0.05, 0.0006, 0.1}}, 100, false) == 0);
}

TEST_CASE("an interval without width is none") {
    std::vector<DebriefedDeal> deals(10);
    for (DebriefedDeal& deal : deals) deal.points = 76.9;
    const TrainingProgress same = progress_of(deals);
    CHECK(says(same, "There is no change."));
    CHECK(change_words(same.points, 1, true) == "no change");
    CHECK(deals_text(same, {100, false}).find("0.0 to 0.0") == std::string::npos);
    CHECK(says(changed(20, 20, 20), "That is +20.0, in every deal."));
    CHECK(change_words({0, 20, {20, 20, 20}}, 1, true) == "+20.0");
}

} // namespace assent
