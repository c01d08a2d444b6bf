// What a trainee has done is kept, comes back, and is never lost to a strange file.
#include "model/user_error.hpp"
#include "training/profile.hpp"
#include "training/repetition.hpp"
#include "worlds/shell.hpp"

#include <doctest/doctest.h>

#include <algorithm>
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
    CHECK(refusal(scratch / "newer.db").find("is a profile of format 9 (this assent knows format 1)") !=
          std::string::npos);
    CHECK(refusal("/absent/profile.db").find("cannot be opened") != std::string::npos);
}

} // namespace assent
