// What was rehearsed comes back from its file, whatever happens to program and file.
#include "rehearsal/session_file.hpp"

#include "model/user_error.hpp"
#include "scenario/dump.hpp"
#include "scenario/reader.hpp"
#include "store/atomic_file.hpp"
#include "store/strong_id.hpp"
#include "worlds/play.hpp"
#include "worlds/rehearsing.hpp"
#include "worlds/shell.hpp"
#include "worlds/small_company.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace assent {
namespace {

using namespace worlds;

const std::string three_heads = ASSENT_SOURCE_DIR "/scenarios/three-heads.toml";

SessionSource as_text() { return {"", dump_scenario(small_company()), {}, "A “title” \\ with\nlines"}; }

Session begun(const SessionSource& source, std::int32_t manner, std::uint64_t replicate) {
    return {std::make_shared<const Practice>(rehearsed_model(source), manner), 7, replicate};
}

/// Branches here and there, notes, bookmarks, forecasts, something removed.
void wander(Session& session, Dice& dice) {
    for (int turn = 0; turn < 30; ++turn) {
        if (!session.decided(session.current())) play_any_week(session, dice);
        const auto node = static_cast<NodeId>(dice.whole(0, static_cast<int>(session.tree().size()) - 1));
        if (session.tree()[static_cast<std::size_t>(node)].removed) continue;
        if (dice.chance(0.2)) session.annotate(node, "Ө ₮ \"quoted\" \\ 'single'\n\ttab # [[move]]");
        if (dice.chance(0.2)) session.bookmark(node, true);
        if (dice.chance(0.3)) session.foretell(node, dice.whole(0, 100));
        if (dice.chance(0.4)) session.go_to(node);
        if (node > 0 && dice.chance(0.1)) session.remove(node);
    }
}

std::string error_of(const std::string& text, const std::string& folder = "") {
    try {
        read_session_text(text, "mine.toml", folder);
    } catch (const UserError& error) {
        return error.what();
    }
    return "";
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const std::size_t place = text.find(what);
    REQUIRE(place != std::string::npos);
    return text.replace(place, what.size(), with);
}

/// A session of one week in which the chief is e-mailed.
std::string short_session() {
    Session session = begun(as_text(), 0, 3);
    Move move;
    move.channel = Channel::email;
    session.apply(move);
    session.play_week();
    return session_text(session, as_text(), {});
}

} // namespace

TEST_CASE("a session that was saved is the same session") {
    const Scratch scratch;
    for (const bool with_file : {false, true}) {
        const SessionSource source = with_file ? SessionSource{three_heads, "", {"company.need=0.7"}, ""} : as_text();
        for (std::uint64_t world = 0; world < 6; ++world) {
            Session session = begun(source, static_cast<std::int32_t>(world % 2), world);
            Dice dice(world);
            wander(session, dice);
            save_session(scratch / "session.toml", session, source);
            const SessionFile file = load_session(scratch / "session.toml");
            CHECK(file.source.title == source.title);
            CHECK(file.source.settings == source.settings);
            CHECK(file.session.seed() == session.seed());
            CHECK(file.session.practice().manner() == session.practice().manner());
            const NodeId at = file.session.current();
            CHECK(difference(file.session.row(at), session.row(session.current())) == "");
            CHECK(file.session.weeks(at) == session.weeks(session.current()));
            CHECK(file.session.planned(at) == session.planned(session.current()));
            // Saved again it is the same text, so tree, notes, bookmarks and forecasts are the same too.
            CHECK(session_text(file.session, file.source, scratch.path()) == content_of(scratch / "session.toml"));
            CHECK(content_of(scratch / "session.toml") == session_text(session, source, scratch.path()));
        }
    }
}

TEST_CASE("scenario and session can be moved together") {
    const Scratch scratch;
    write_file(scratch / "company.toml", as_text().scenario_text);
    const SessionSource source{scratch / "company.toml", "", {}, ""};
    save_session(scratch / "session.toml", begun(source, 0, 1), source);
    const std::string text = content_of(scratch / "session.toml");
    CHECK(text.find("scenario = \"company.toml\"") != std::string::npos);
    std::filesystem::create_directory(scratch.path() / "elsewhere");
    for (const char* name : {"company.toml", "session.toml"})
        std::filesystem::rename(scratch / name, scratch.path() / "elsewhere" / name);
    CHECK(load_session(scratch / "elsewhere/session.toml").session.replicate() == 1);
}

TEST_CASE("a scenario that is gone or has changed is told") {
    const Scratch scratch;
    write_file(scratch / "company.toml", as_text().scenario_text);
    const SessionSource source{scratch / "company.toml", "", {}, ""};
    const std::string text = session_text(begun(source, 0, 1), source, scratch.path());
    CHECK(error_of(text, scratch.path()) == "");
    write_file(scratch / "company.toml", replaced(as_text().scenario_text, "120000", "120001"));
    const std::string changed = error_of(text, scratch.path());
    CHECK(changed.find("has changed since") != std::string::npos);
    CHECK(changed.find("company.toml") != std::string::npos);
    std::filesystem::remove(scratch / "company.toml");
    const std::string gone = error_of(text, scratch.path());
    CHECK(gone.find("no such file") != std::string::npos);
    CHECK(gone.find("mine.toml") == 0);
}

TEST_CASE("what is wrong in a session file is told with place, reason and remedy") {
    const std::string text = short_session();
    REQUIRE(error_of(text) == "");
    const struct {
        const char *what, *with, *told;
    } cases[] = {
        {"format = 1", "format = 2", "format = 2 (is out of range); write a whole number from 1 to 1"},
        {"format = 1", "", "a session begins with format = 1"},
        {"seed = 7", "seed = -1", "seed = -1 (is out of range)"},
        {"seed = 7", "seed = \"18446744073709551616\"", "is no number below 2^64"},
        {"deal = 3", "deal = 1099511627776", "deal = 1099511627776 (is out of range)"},
        {"deal = 3", "deal = \"three\"", "is a text"},
        {"manner = \"script\"", "manner = \"scrip\"", "write \"script\""},
        {"at = 2", "at = 3", "at = 3 (is out of range)"},
        {"at = 2", "at = 2\ncolour = 1", "colour (is no key of a session)"},
        {"week = 1\nact", "week = 2\nact", "move[1].week = 2 (is out of range); write a whole number from 1 to 1"},
        {"play_week = 1", "play_week = 9", "move[2].play_week = 9"},
        {"play_week = 1", "after = 7\nplay_week = 1", "move[2].after = 7 (is out of range)"},
        {"act = \"introduce\"", "act = \"introduc\"", "did you mean \"introduce\"?"},
        {"act = \"introduce\"", "act = \"kickback\"", "move[1] (cannot be made there: kickbacks are not allowed"},
        {"act = \"introduce\"\n", "", "move[1].act (is missing)"},
        {"channel = \"email\"", "channel = 5", "move[1].channel = 5 (is a whole number)"},
        {"member = \"chief\"", "member = \"marketing\"", "the seller knows of nobody of that name"},
        {"member = \"chief\"", "member = \"nobody\"", "the seller knows of nobody of that name"},
        {"member = \"chief\"", "member = \"chief\"\ntopic = \"x\"", "is no topic of the scenario"},
        {"member = \"chief\"", "member = \"chief\"\ninflate = nan", "is no finite number"},
        {"member = \"chief\"", "member = \"chief\"\ninflate = 7.5", "outside its range"},
        {"member = \"chief\"", "member = \"chief\"\nsafeguards = [\"luck\"]", "is no safeguard"},
        {"scenario_text = \"", "scenario_text = \"x", "the scenario of this session cannot be played"},
        {"[[move]] # 1", "[[move]", "mine.toml:"},
    };
    for (const auto& [what, with, told] : cases) {
        const std::string error = error_of(replaced(text, what, with));
        INFO(with, " gave: ", error);
        CHECK(error.find(told) != std::string::npos);
        CHECK(error.find("mine.toml") == 0);
    }
    const std::string twice = text + "\n[[move]]\nafter = 1\nplay_week = 1\n";
    CHECK(error_of(twice).find("move[3] (is the same as move[2] at the same place)") != std::string::npos);
    CHECK(error_of(text.substr(0, text.find("[[move]]")) + "move = 5").find("move = 5 (is a whole number)") !=
          std::string::npos);
    CHECK(error_of("").find("format = 1") != std::string::npos);
    CHECK(error_of(std::string(session_bytes_limit + 1, '#')).find("16 MB") != std::string::npos);
    CHECK_THROWS_AS(load_session("/nowhere/session.toml"), UserError);
    CHECK_THROWS_AS(load_session("/dev/zero"), UserError);
    CHECK_THROWS_AS(save_session("/nowhere/session.toml", begun(as_text(), 0, 1), as_text()), UserError);
}

TEST_CASE("a file that chance has changed is read or refused, and nothing else") {
    Session session = begun(as_text(), 1, 4);
    Dice dice(99);
    wander(session, dice);
    const std::string text = session_text(session, as_text(), {});
    // Not in the scenario, whose reader has a test of its own: changed there, the rest would not be looked at.
    const std::size_t first = text.find("seed = ");
    int read = 0, refused = 0;
    for (int round = 0; round < 600; ++round) {
        std::string broken = text;
        for (int change = dice.whole(1, 3); change > 0; --change) {
            const auto at =
                first + static_cast<std::size_t>(dice.whole(0, static_cast<int>(broken.size() - first) - 1));
            const auto length = static_cast<std::size_t>(dice.whole(0, 12));
            const std::string piece = broken.substr(at, length);
            switch (dice.whole(0, 3)) {
            case 0:
                broken.erase(at, length);
                break;
            case 1:
                broken.insert(at, piece + piece);
                break;
            case 2:
                broken[at] = static_cast<char>(dice.whole(0, 255));
                break;
            default:
                broken.insert(at, std::to_string(dice.whole(-1, 99)));
            }
        }
        const std::string error = error_of(broken);
        ++(error.empty() ? read : refused);
    }
    CHECK(read > 10);
    CHECK(refused > 100);
}

TEST_CASE("a session saved after each move survives being killed") {
    const Scratch scratch;
    for (int kill_after = 1; kill_after <= 4; ++kill_after) {
        const std::string path = scratch / ("session" + std::to_string(kill_after) + ".toml");
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            for (std::uint64_t deal = 0;; ++deal) { // until it is killed
                Session session = begun(as_text(), 0, deal);
                Dice dice(deal);
                while (!session.decided(session.current())) {
                    play_any_week(session, dice);
                    save_session(path, session, as_text());
                }
            }
        }
        std::string last;
        for (int seen = 0; seen < kill_after;) {
            const std::string now = content_of(path);
            seen += now != last ? 1 : 0;
            last = now;
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const SessionFile file = load_session(path);
        CHECK(file.session.tree().size() > 1);
        CHECK(file.session.week(file.session.current()) >= 1);
    }
}

TEST_CASE("a session goes on when names and titles were corrected, and so does one of an earlier version") {
    const Scratch scratch;
    Model model = rehearsed_model(as_text());
    const std::string played = scenario_identity(model);
    const std::string text = session_text(begun(as_text(), 0, 1), as_text(), {});
    const std::string earlier = strong_id(dump_everything(model, KeysTold::played));
    CHECK(earlier != played);
    CHECK(error_of(replaced(text, played, earlier)) == "");
    model.title = model.company.name = model.seller.name = model.strategies[0].name = model.topics[0].name =
        model.alternatives[0].name = model.criteria[0].name = "Corrected";
    model.centre.stakeholder(0).name = model.centre.stakeholder(0).title = "Corrected";
    CHECK(scenario_identity(model) == played);
    CHECK_FALSE(has_identity(model, earlier)); // which cannot tell what was corrected
    model.centre.stakeholder(0).id += "_two";
    CHECK(scenario_identity(model) != played);
}

TEST_CASE("a session goes on when people were moved in pictures, and not when they became others") {
    const Scratch scratch;
    const std::string text = worlds::content_of(three_heads);
    write_file(scratch / "client.toml", text);
    SessionSource source;
    source.scenario = scratch / "client.toml";
    save_session(scratch / "mine.session.toml", begun(source, -1, 0), source);
    const std::string person = "[[stakeholder]]\nid = \"ceo\"\n";
    write_file(scratch / "client.toml", replaced(text, person, person + "place = [0.1, 0.9]\n"));
    const SessionFile file = load_session(scratch / "mine.session.toml");
    CHECK(file.session.practice().model().centre.stakeholder(0).place == DrawnPlace{0.1, 0.9});
    write_file(scratch / "client.toml", replaced(text, person, person + "patience = 7.25\n"));
    CHECK_THROWS_WITH_AS(load_session(scratch / "mine.session.toml"), doctest::Contains("has changed since"),
                         UserError);
}

} // namespace assent
