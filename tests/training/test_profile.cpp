// What a trainee has done is kept, comes back, and is never lost to a strange file.
#include "model/user_error.hpp"
#include "training/profile.hpp"
#include "training/progress.hpp"
#include "training/repetition.hpp"
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>

namespace assent {
namespace {

Attempt attempt(const std::string& item, bool passed, double points) {
    Attempt made;
    made.kind = "lesson";
    made.item = item;
    made.measure = "win";
    made.value = 0.31;
    made.goal = 0.27;
    made.passed = passed;
    made.points = points;
    made.seed = 18446744073709551615u;
    made.at = 1'700'000'000;
    return made;
}

std::string refusal(const std::string& file) {
    try {
        const Profile profile(file, "Ana");
    } catch (const UserError& error) {
        return error.what();
    }
    return {};
}

DebriefedDeal deal(std::uint64_t number, double points) {
    DebriefedDeal made;
    made.key = {"company", 18446744073709551615u, number};
    made.title = "Three heads";
    made.points = points;
    made.skills = {points / 100, 0.1, 0.2, 0.3, 0.4, 1};
    made.at = 1'700'000'000;
    made.forecasts = {{1, 0.5, 0.4}, {2, 1, 0.75}};
    return made;
}

} // namespace

TEST_CASE("attempts are kept as they were made, for each trainee") {
    const worlds::Scratch scratch;
    {
        Profile ana(scratch / "class.db", "Ана");
        ana.add(attempt("digest-then-ask", false, 40));
        ana.add(attempt("digest-then-ask", true, 100));
        Profile bold(scratch / "class.db", "Bold'; DROP TABLE attempt; --");
        bold.add(attempt("in-person", false, 70));
    }
    Profile ana(scratch / "class.db", "Ана");
    const std::vector<Attempt> kept = ana.attempts();
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].trainee == "Ана");
    CHECK(kept[0].item == "digest-then-ask");
    CHECK_FALSE(kept[0].passed);
    CHECK(kept[1].passed);
    CHECK(kept[1].seed == 18446744073709551615u);
    CHECK(kept[1].value == 0.31);
    CHECK(kept[1].at == 1'700'000'000);
    CHECK(ana.attempts(true).size() == 3);
    const std::vector<LeaderRow> leaders = ana.leaders();
    REQUIRE(leaders.size() == 2);
    CHECK(leaders[0].trainee == "Ана");
    CHECK(leaders[0].points == 100); // the best at each item counts
    CHECK(leaders[0].passed == 1);
    CHECK(leaders[1].points == 70);
}

TEST_CASE("what was missed comes back in the next sitting, then later and later; what was passed at once does not") {
    const worlds::Scratch scratch;
    const auto sitting = [&] {
        Profile profile(scratch / "p.db", "Ana");
        profile.begin_sitting();
        return profile;
    };
    {
        Profile first = sitting();
        first.add(attempt("missed", false, 20));
        first.add(attempt("passed", true, 100));
        CHECK(first.due("lesson").empty());
    }
    std::vector<int> came_back;
    for (int number = 2; number < 40; ++number) {
        Profile profile = sitting();
        if (profile.due("lesson") == std::vector<std::string>{"missed"}) {
            came_back.push_back(number);
            profile.add(attempt("missed", true, 100));
        }
        CHECK(profile.due("puzzle").empty());
    }
    CHECK(came_back == std::vector<int>{2, 4, 8, 16, 32});
}

TEST_CASE("missed again it begins anew") {
    const Repetition far{3, 20};
    CHECK(repeated(far, false, 20).box == 0);
    CHECK(repeated(far, false, 20).sitting == 21);
    CHECK(repeated(far, true, 20).sitting == 36);
}

TEST_CASE("a strange, damaged or forbidden file is refused and left as it is") {
    const worlds::Scratch scratch;
    std::ofstream(scratch / "letter.db") << "Dear Ana, this is no database, but I want to keep it.";
    const std::string letter = worlds::content_of(scratch / "letter.db");
    CHECK(refusal(scratch / "letter.db").find("is no database, or a damaged one") != std::string::npos);
    CHECK(worlds::content_of(scratch / "letter.db") == letter);
    {
        Database other(scratch / "other.db", Database::Mode::create);
        other.run("CREATE TABLE mine (x); PRAGMA application_id = 7");
    }
    const std::string before = worlds::content_of(scratch / "other.db");
    CHECK(refusal(scratch / "other.db").find("is a database of another program (not a training profile)") !=
          std::string::npos);
    CHECK(worlds::content_of(scratch / "other.db") == before);
    { const Profile profile(scratch / "newer.db", "Ana"); }
    Database(scratch / "newer.db", Database::Mode::write).run("PRAGMA user_version = 9");
    CHECK(refusal(scratch / "newer.db").find("is a profile of format 9 (this assent knows format 4)") !=
          std::string::npos);
    CHECK(refusal("/absent/profile.db").find("cannot be opened") != std::string::npos);
}

TEST_CASE("a damaged profile is told of in words of its own, and a locked one is waited for only shortly") {
    const worlds::Scratch scratch;
    std::ofstream(scratch / "text.db") << std::string(2000, 'x');
    CHECK(refusal(scratch / "text.db").find("a file that assent train wrote") != std::string::npos);
    CHECK(refusal(scratch / "text.db").find("sweep") == std::string::npos);
    const Profile ana(scratch / "held.db", "Ana");
    Database other(scratch / "held.db", Database::Mode::write);
    other.run("BEGIN EXCLUSIVE");
    CHECK(refusal(scratch / "held.db").find("another program has it locked for more than 2 seconds") !=
          std::string::npos);
}

TEST_CASE("a debriefed deal is kept with its skills, and counts once") {
    const worlds::Scratch scratch;
    {
        Profile ana(scratch / "p.db", "Ana");
        CHECK(ana.add(deal(1, 40)));
        CHECK_FALSE(ana.add(deal(1, 90))); // now one knows what was true
        CHECK(ana.add(deal(2, 60)));
        Profile bold(scratch / "p.db", "Bold");
        CHECK(bold.add(deal(1, 10)));
    }
    const std::vector<DebriefedDeal> kept = Profile(scratch / "p.db", "Ana").debriefed();
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].key == deal(1, 0).key);
    CHECK(kept[0].points == 40);
    CHECK(kept[0].skills == deal(1, 40).skills);
    CHECK(kept[0].title == "Three heads");
    REQUIRE(kept[0].forecasts.size() == 2);
    CHECK(kept[0].forecasts[1].week == 2);
    CHECK(kept[0].forecasts[1].said == 1);
    CHECK(kept[0].forecasts[1].worth == 0.75);
    CHECK(kept[1].at == 1'700'000'000);
}

TEST_CASE("a profile of format 1 is opened, keeps what it has, and takes debriefs from then on") {
    const worlds::Scratch scratch;
    {
        Profile ana(scratch / "old.db", "Ana");
        ana.add(attempt("in-person", true, 100));
    }
    Database(scratch / "old.db", Database::Mode::write)
        .run("DROP TABLE skill; DROP TABLE debrief; DROP TABLE forecast; DROP TABLE position; "
             "ALTER TABLE trainee DROP COLUMN foretells; PRAGMA user_version = 1");
    Profile ana(scratch / "old.db", "Ana");
    CHECK(ana.attempts().size() == 1);
    CHECK(ana.debriefed().empty());
    CHECK(ana.add(deal(1, 40)));
    CHECK(Database(scratch / "old.db", Database::Mode::read).integer("PRAGMA user_version") == Profile::format);
    CHECK(Profile(scratch / "old.db", "Ana").debriefed().size() == 1);
    // Format 2 had debriefs, and neither forecasts nor positions.
    Database(scratch / "old.db", Database::Mode::write)
        .run("DROP TABLE forecast; DROP TABLE position; ALTER TABLE trainee DROP COLUMN foretells; "
             "PRAGMA user_version = 2");
    CHECK(Profile(scratch / "old.db", "Ana").debriefed().size() == 1);
    CHECK(Database(scratch / "old.db", Database::Mode::read).integer("PRAGMA user_version") == Profile::format);
}

TEST_CASE("the position of a mistake is kept as long as the mistake comes back") {
    const worlds::Scratch scratch;
    Attempt mistake = attempt("Three heads/1/7/3/5f2a91cc", false, 0);
    mistake.kind = "mistake";
    Profile ana(scratch / "p.db", "Ana");
    ana.add(mistake, "a session file");
    CHECK(ana.position(mistake.item) == "a session file");
    CHECK(ana.position("another one").empty());
    CHECK(Profile(scratch / "p.db", "Bold").position(mistake.item).empty());
    CHECK(ana.leaders().empty()); // no exercise that others had
    mistake.passed = true;
    for (std::size_t box = 0; box < Repetition::distance.size(); ++box) ana.add(mistake, "a session file");
    ana.begin_sitting();
    CHECK(ana.due("mistake").empty());
    CHECK(ana.position(mistake.item).empty());
}

TEST_CASE("progress compares the second half with the first, with an interval only where there are enough deals") {
    CHECK(progress_of({}).points.difference.estimate == 0);
    std::vector<DebriefedDeal> deals;
    for (int i = 0; i < 7; ++i) deals.push_back(deal(i, 50));
    CHECK_FALSE(progress_of(deals).enough); // 3 and 4
    const double points[] = {40, 44, 38, 42, 70, 66, 72, 68};
    deals.clear();
    for (int i = 0; i < 8; ++i) deals.push_back(deal(i, points[i]));
    const TrainingProgress better = progress_of(deals);
    REQUIRE(better.enough);
    CHECK(better.points.earlier == doctest::Approx(41));
    CHECK(better.points.later == doctest::Approx(69));
    // Welch: both halves have a variance of 20/3, so 6 degrees of freedom; Student's t at 1 - 0.1 / 14 is 3.4119.
    CHECK(better.points.difference.high - 28 == doctest::Approx(3.4119 * std::sqrt(20.0 / 3 / 4 * 2)).epsilon(0.0001));
    CHECK(better.points.difference.low > 0);
    CHECK(better.skills[1].difference.estimate == doctest::Approx(0));
    std::ranges::reverse(deals);
    CHECK(progress_of(deals).points.difference.high < 0);
}

TEST_CASE("whether a trainee foretells is remembered, for each") {
    const worlds::Scratch scratch;
    Profile ana(scratch / "p.db", "Ana"), bold(scratch / "p.db", "Bold");
    CHECK_FALSE(ana.foretells());
    ana.set_foretells(true);
    CHECK(Profile(scratch / "p.db", "Ana").foretells());
    CHECK_FALSE(bold.foretells());
    ana.set_foretells(false);
    CHECK_FALSE(ana.foretells());
}

TEST_CASE("calibration counts deals, for the weeks of one hang together") {
    CHECK(calibration_of({}).deals == 0);
    DebriefedDeal silent = deal(0, 50);
    silent.forecasts.clear();
    std::vector<DebriefedDeal> deals{silent};
    for (int i = 1; i <= 4; ++i) deals.push_back(deal(i, 50));
    CHECK_FALSE(calibration_of(deals).enough);
    for (int i = 5; i <= 6; ++i) {
        deals.push_back(deal(i, 50));
        deals.back().forecasts = {{1, 0.1, 0.2}, {2, 0.15, 0.25}, {3, 0.2, 0.1}, {4, 0.3, 0.2}};
    }
    const ForecastCalibration calibration = calibration_of(deals);
    CHECK(calibration.enough);
    CHECK(calibration.deals == 6);
    CHECK(calibration.forecasts == 16);
    // Four deals 0.175 too hopeful, two of them not at all; off by 0.175 and by 0.1.
    CHECK(calibration.hopeful.estimate == doctest::Approx(4 * 0.175 / 6));
    CHECK(calibration.off.estimate == doctest::Approx((4 * 0.175 + 2 * 0.1) / 6));
    CHECK(calibration.hopeful.low < calibration.hopeful.estimate);
    CHECK(calibration.hopeful.high > calibration.hopeful.estimate);
    REQUIRE(calibration.steps.size() == 4); // up to 0.2, 0.4, 0.6, and 1
    CHECK(calibration.steps[0].count == 4);
    CHECK(calibration.steps[0].said == doctest::Approx(0.125));
    CHECK(calibration.steps[3].worth == doctest::Approx(0.75));
}

} // namespace assent
