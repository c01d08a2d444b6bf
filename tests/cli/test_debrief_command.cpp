// assent debrief, as its users call it.
#include "rehearsal/session_file.hpp"
#include "worlds/rehearsing.hpp"
#include "worlds/shell.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace assent {
namespace {

using namespace worlds;

void save(const std::string& path, int weeks) {
    const SessionSource source{ASSENT_SOURCE_DIR "/scenarios/three-heads.toml", "", {}, ""};
    Session session(std::make_shared<const Practice>(rehearsed_model(source), 0), 1, 3);
    Dice dice(4);
    for (int week = 0; week < weeks && !session.decided(session.current()); ++week) play_any_week(session, dice);
    save_session(path, session, source);
}

} // namespace

TEST_CASE("a session is judged on the command line") {
    const Scratch scratch;
    const std::string file = scratch / "session.toml";
    save(file, 2);
    const Ran text = shell("$assent debrief --rollouts 128 '" + file + "'");
    CHECK(text.code == 0);
    CHECK(text.out.find("Coverage of the centre") != std::string::npos);
    CHECK(text.out.find("What was true") != std::string::npos);
    const Ran json = shell("$assent debrief --rollouts 128 --format json '" + file + "'");
    CHECK(json.code == 0);
    CHECK(nlohmann::json::parse(json.out)["skills"].size() == 6);
    const std::string page = scratch / "page.html";
    CHECK(shell("$assent debrief --rollouts 64 '" + file + "' --html '" + page + "'").code == 0);
    CHECK(content_of(page).find("<h1>Debrief: ") != std::string::npos);
    const Ran over = shell("$assent debrief '" + file + "' --html '" + file + "'");
    CHECK(over.code == 2);
    CHECK(over.err.find("is the session, which would be lost") != std::string::npos);
}

TEST_CASE("the page of a debrief replaces neither the scenario nor the profile, and is no file named -") {
    const Scratch scratch;
    save(scratch / "session.toml", 1);
    shell("cp three-heads.toml '" + (scratch / "own.toml") + "' && printf 'week\\n' | $assent play '" +
          (scratch / "own.toml") + "' --session '" + (scratch / "own-session.toml") + "'");
    std::ofstream(scratch / "p.db") << "a profile";
    const auto refused = [&](const std::string& session, const std::string& page, const std::string& reason) {
        const Ran ran = shell("cd '" + scratch.path().string() + "' && $assent debrief " + session +
                              " --profile p.db --html " + page);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK_MESSAGE(ran.err.find(reason) != std::string::npos, ran.err);
    };
    const std::string scenario = content_of(scratch / "own.toml");
    refused("own-session.toml", "./own.toml", "(is the scenario, which would be lost)");
    refused("session.toml", "./p.db", "(is the training profile, which would be lost)");
    refused("session.toml", "-", "takes the name of a file");
    CHECK(content_of(scratch / "own.toml") == scenario);
    CHECK(content_of(scratch / "p.db") == "a profile");
    CHECK_FALSE(std::filesystem::exists(scratch.path() / "-"));
}

TEST_CASE("a deal that cannot be kept is told, and then it is an error") {
    const Scratch scratch;
    save(scratch / "session.toml", 200);
    std::ofstream(scratch / "p.db") << "a letter";
    const Ran ran = shell("$assent debrief --rollouts 64 --keep '" + (scratch / "session.toml") + "' --profile '" +
                          (scratch / "p.db") + "'");
    CHECK(ran.code == 2);
    CHECK(ran.out.find("What was true") != std::string::npos);
    CHECK(ran.err.find("is no database, or a damaged one") != std::string::npos);
    CHECK(ran.err.find("this deal is not kept") != std::string::npos);
    CHECK(content_of(scratch / "p.db") == "a letter");
}

TEST_CASE("a deal that came to its end counts in the progress on request, and once") {
    const Scratch scratch;
    save(scratch / "open.toml", 1);
    save(scratch / "session.toml", 200);
    const std::string profile = " --trainee Ana --profile '" + (scratch / "p.db") + "'";
    const auto debrief = [&](const std::string& file) {
        return shell("$assent debrief --rollouts 64 --keep '" + (scratch / file) + "'" + profile);
    };
    const auto progress = [&] { return shell("$assent train progress" + profile).out; };
    const Ran open = debrief("open.toml");
    CHECK(open.code == 0);
    CHECK(open.err.find("the deal is open, so it does not count") != std::string::npos);
    CHECK(progress().find("No deal was played to its end and debriefed yet.") != std::string::npos);
    CHECK(debrief("session.toml").code == 0);
    CHECK(progress().find("One deal debriefed, with ") != std::string::npos);
    CHECK(debrief("session.toml").err.find("counts in your progress already") != std::string::npos);
    CHECK(progress().find("One deal debriefed, with ") != std::string::npos);
}

TEST_CASE("forecasts said in the game are judged by the debrief") {
    const Scratch scratch;
    const std::string file = scratch / "session.toml";
    const Ran played = shell("printf 'forecast 95\\nmeet ceo to introduce\\nweek\\nforecast 5%%\\nweek\\nweek\\n' | "
                             "$assent play three-heads.toml --session '" +
                             file + "'");
    CHECK(played.code == 0);
    CHECK(played.out.find("You say 95 %.") != std::string::npos);
    CHECK(content_of(file).find("forecast = 95\n") != std::string::npos);
    CHECK(content_of(file).find("forecast = 5\n") != std::string::npos);
    CHECK(shell("$assent debrief --rollouts 64 '" + file + "'").out.find("Forecasts: 2, on average ") !=
          std::string::npos);
    const auto judged = nlohmann::json::parse(shell("$assent debrief --rollouts 64 --format json '" + file + "'").out);
    REQUIRE(judged["forecasts"].size() == 2);
    CHECK(judged["forecasts"][0]["week"] == 1);
    CHECK(judged["forecasts"][0]["said"] == 0.95);
    CHECK(judged["forecasts"][1]["said"] == 0.05);
    const Ran late = shell("printf 'back\\nforecast 50\\n' | $assent play --session '" + file + "'");
    CHECK(late.code == 2);
    CHECK(late.err.find("a forecast comes before its week") != std::string::npos);
}

TEST_CASE("mistakes of a session are tried again, and those missed come back") {
    const Scratch scratch;
    const std::string file = scratch / "session.toml"; // two offers out of the blue, then nothing
    shell("{ printf 'offer ceo discount 30%% by phone\\nweek\\n%.0s' 1 2; printf 'week\\n%.0s' {3..14}; } | "
          "$assent play three-heads.toml --session '" +
          file + "'");
    const std::string profile = " --trainee Ana --profile '" + (scratch / "p.db") + "'";
    const auto mistakes = [&](const std::string& arguments, const std::string& answers) {
        return shell("printf '" + answers + "' | $assent train mistakes " + arguments + " --answers -" + profile);
    };
    const Ran nothing = mistakes("", "");
    CHECK(nothing.code == 0);
    CHECK(nothing.out == "No mistake comes back in this sitting.\n");
    const Ran asked = mistakes("'" + file + "'", "hint\\nskip\\nquit\\n");
    CHECK(asked.code == 0);
    REQUIRE(asked.out.find("Mistake 1 of ") != std::string::npos);
    CHECK(asked.out.find("Skipped. 0 points.") != std::string::npos);
    CHECK(shell("$assent train progress" + profile).out.find("1 mistakes tried, 0 passed") != std::string::npos);
    const Ran again = mistakes("", "skip\\n"); // its scenario and session need not be there any more
    CHECK(again.out.find("Mistake 1 of 1") != std::string::npos);
    CHECK(shell("$assent train mistakes nowhere.toml" + profile).code == 2);
}

TEST_CASE("what cannot be judged is told") {
    const Scratch scratch;
    save(scratch / "begun.toml", 0);
    const Ran begun = shell("$assent debrief '" + (scratch / "begun.toml") + "'");
    CHECK(begun.code == 2);
    CHECK(begun.out.empty());
    CHECK(begun.err.find("nothing was played yet") != std::string::npos);
    const Ran nowhere = shell("$assent debrief nowhere.toml");
    CHECK(nowhere.code == 2);
    CHECK(nowhere.err.find("no such file") != std::string::npos);
    CHECK(shell("$assent debrief").code == 2);
}

} // namespace assent
