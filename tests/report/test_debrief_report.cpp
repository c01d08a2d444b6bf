// A debrief in words and as JSON.
#include "report/debrief_report.hpp"

#include "report/markup.hpp"
#include "worlds/rehearsing.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace assent {
namespace {

using namespace worlds;

/// The chief is met, a week is played: the first cost much, the second nothing, and finance would have been better.
struct Case {
    Session session = session_of(small_company(), 0, 1, 2);
    DebriefRequest request;
    Debrief result;

    explicit Case(double loss, double reach) {
        session.apply(Move{});
        session.play_week();
        request.other_luck = 100;
        const auto judge = [&](NodeId node, NodeId) {
            Judgement judgement;
            judgement.value = node == 0 ? 0.5 : 0.5 - loss;
            judgement.chosen = 0.5 - loss;
            judgement.is_best = node != 0;
            judgement.loss = loss;
            judgement.loss_low = loss - reach;
            judgement.loss_high = loss + reach;
            judgement.better.act = Act::discover;
            judgement.better.member = 1;
            return judgement;
        };
        result = debrief(session, session.current(), request, judge, [](NodeId) { return 0.6; });
    }
    [[nodiscard]] DebriefReport report() const { return {session, result, request, "mine.toml"}; }
    [[nodiscard]] std::string text() const { return debrief_text(report(), {300, false}); }
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a debrief tells what a decision cost, what would have been better, and what was luck") {
    const Case blunder(0.2, 0.02);
    const std::string text = blunder.text();
    CHECK(holds(text, "?? blunder"));
    CHECK(holds(text, "20.0 (18.0 to 22.0)"));
    CHECK(holds(text, "★ best"));
    CHECK(holds(text, "+30.0 points by luck, −20.0 points by your decisions"));
    CHECK(holds(text, "Find out what matters to finance, in a meeting."));
    CHECK(holds(text, "best of the listed moves under this model"));
    CHECK(holds(text, "The deal is open after week 1; your chance stands at 60"));
    CHECK(holds(text, "finance"));
    CHECK(holds(text, "you never learned that he or she has a say"));
    CHECK(holds(text, "Coverage of the centre"));
    CHECK(!holds(text, "{"));
}

TEST_CASE("a decided deal is no open one, and its other luck plays on without a further move") {
    Case decided(0.2, 0.02);
    decided.result.row.outcome = Outcome::lost;
    decided.result.row.week = 1;
    const auto json = nlohmann::json::parse(debrief_json(decided.report()));
    CHECK(json["open"] == false);
    CHECK(json["outcome"] == "lost");
    CHECK(json["week"] == 1);
    CHECK(holds(decided.text(), "The same moves with this company, nothing after them, other luck: "));
}

TEST_CASE("why costs do not add up to the points by decisions is said where they stand, and each line says something") {
    const Case blunder(0.2, 0.02);
    CHECK(holds(blunder.text(), "costs do not add up to them"));
    CHECK(holds(debrief_html(blunder.report(), "1.2"), "costs do not add up to them"));
    const std::string narrow = debrief_text(blunder.report(), {100, false}); // "It asks to" is a table of its own
    REQUIRE(holds(narrow, "Skill                   It asks to\n"));
    CHECK_FALSE(holds(narrow, "\nTogether\n"));
}

TEST_CASE("no class is given that the rollouts do not bear") {
    const Case unsure(0.11, 0.02);
    CHECK(class_in_words(unsure.result.moves[0]) == "?! inaccuracy ~");
    const Case wide(0.11, 0.06);
    CHECK(class_in_words(wide.result.moves[0]) == "not enough rollouts");
    CHECK(better_sentence(wide.session.practice().model(), wide.result.moves[0]) == "");
}

TEST_CASE("a debrief as JSON") {
    const Case blunder(0.2, 0.02);
    const auto json = nlohmann::json::parse(debrief_json(blunder.report()));
    CHECK(json["moves"].size() == 2);
    CHECK(json["moves"][0]["class"] == "blunder");
    CHECK(json["moves"][0]["better"]["member"] == "finance");
    CHECK(json["moves"][1]["move"] == "play the week");
    CHECK(json["moves"][1]["better"].is_null());
    CHECK(json["open"] == true);
    CHECK(json["outcome"].is_null());
    CHECK(json["week"] == 1);
    CHECK(json["skills"].size() == 6);
    CHECK(json["members"][2]["known"] == false);
    CHECK(json["end_value"].get<double>() - json["start_value"].get<double>() ==
          doctest::Approx(json["sum_luck"].get<double>() - json["sum_behind"].get<double>()));
}

TEST_CASE("a debrief is a sound page, with all of its parts, and nothing of a scenario becomes markup") {
    Case mistake(0.12, 0.01);
    mistake.result.forecasts = {{1, 0.9, 0.5}};
    mistake.result.turning_points = {0};
    const std::string html = debrief_html(mistake.report(), "1.2");
    const markup::Page page = markup::Reader(html).read();
    CHECK(page.fault == "");
    for (const char* part : {"answer", "course", "decisions", "skills", "forecasts", "truth"}) CHECK(page.has_id(part));
    CHECK(page.count("svg") >= 2 + skill_count);
    for (const char* part : {"? mistake", "12.0", "11.0 to 13.0", "better: ", "Coverage of the centre", "×",
                             "40 points too hopeful", "Turning points", "In truth"})
        CHECK_MESSAGE(holds(html, part), part);
    mistake.result.forecasts.clear();
    CHECK_FALSE(markup::Reader(debrief_html(mistake.report(), "1.2")).read().has_id("forecasts"));

    Model hostile = small_company();
    hostile.title = "</title><script>alert(1)</script>";
    const Session session = session_of(std::move(hostile), 0, 1, 2);
    const std::string unharmed = debrief_html({session, mistake.result, mistake.request, "x"}, "1.2");
    CHECK(markup::Reader(unharmed).read().fault == "");
    CHECK_FALSE(holds(unharmed, "<script>alert"));
}

} // namespace assent
