#include "viewer/headless.hpp"
#include "viewer/keys.hpp"
#include "viewer/png_file.hpp"
#include "viewer/script.hpp"
#include "viewer/sweep_pictures.hpp"
#include "viewer/sweep_screen.hpp"
#include "viewer/tsv.hpp"

#include "engine/kernel.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "viewer/sweep_store.hpp"
#include "viewer/window_options.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>

using namespace assent;
using namespace assent::viewer;
using assent::worlds::play_part;
using assent::worlds::TestFolder;

namespace {

Options sweep_options(const std::filesystem::path& file, const TestFolder& folder) {
    return assent::worlds::options_for(file, folder, "sweep");
}

/// Frames until something is so, ten seconds at most.
bool comes(Headless& window, const std::function<bool()>& so) {
    for (int i = 0; i < 1000; ++i) {
        if (so()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        window.frame();
    }
    return false;
}

bool shown(const std::string& mark) { return marks().find(mark).has_value(); }

} // namespace

TEST_CASE("a finished store: ranking, lines, map, strip; a point opens for rehearsal") {
    const TestFolder folder;
    const std::filesystem::path store = folder.path() / "need.db";
    play_part(store, 1, 1);
    Headless window(sweep_options(store, folder));
    window.settle();
    CHECK(window.application().problem().empty());
    CHECK(shown("sweep.progress"));
    CHECK(shown("sweep.strategy.3"));
    CHECK(shown("sweep.point.17"));
    CHECK_FALSE(shown("sweep.point.18"));
    CHECK_FALSE(shown("sweep.cell.0.0"));
    window.click("sweep.down"); // the second axis
    window.click("sweep.down.1");
    CHECK(shown("sweep.cell.0.0"));
    for (const char* mark : {"sweep.strategy.2", "sweep.ranked_by.1", "sweep.ranked_by.2", "sweep.swing.0"})
        window.click(mark);
    window.click("sweep.spread");
    window.click("sweep.spread.3");
    for (const char* mark :
         {"sweep.cell.0.0", "sweep.point.4", "sweep.reason.0.0", "sweep.strategy.1", "sweep.swing.0"})
        window.move_to(mark);
    CHECK(window.application().desk().client == nullptr);
    window.click("sweep.point.4");
    REQUIRE(window.application().desk().client != nullptr);
    CHECK(window.application().screen().name() == "rehearse");
    // Point 5 of a grid whose last axis runs fastest: the second need, the second rule.
    const Model& model = window.application().desk().client->model;
    CHECK(model.company.need.a == doctest::Approx(0.5));
    CHECK(model.process.rule == DecisionRule::majority);
}

TEST_CASE("the measure is changed without the picture going away") {
    const TestFolder folder;
    play_part(folder.path() / "need.db", 1, 1);
    Headless window(sweep_options(folder.path() / "need.db", folder));
    window.settle();
    window.click("sweep.measure");
    window.click("sweep.measure.1");
    CHECK(shown("sweep.strategy.0"));
    window.settle();
    CHECK(shown("sweep.strategy.0"));
}

TEST_CASE("a growing store is followed; when it is deleted the window says so and keeps what it had") {
    const TestFolder folder;
    const std::filesystem::path store = folder.path() / "need.db";
    play_part(store, 1, 6);
    Headless window(sweep_options(store, folder));
    window.settle();
    const auto stored = [&] {
        const SweepView now = read_sweep({store, RankMeasure::win, {}, false});
        return now.input.summary.points;
    };
    CHECK(stored() == 3);
    play_part(store, 2, 6);
    // The strip shows what has come: pressing the sixth point opens it.
    CHECK(comes(window, [&] {
        window.click("sweep.point.1");
        return window.application().desk().client != nullptr;
    }));
    window.application().show("sweep");
    window.frame();
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(store.string() + ending);
    CHECK(comes(window, [] { return shown("sweep.problem"); }));
    CHECK(shown("sweep.strategy.0"));
    play_part(store, 1, 1); // it comes back
    CHECK(comes(window, [] { return !shown("sweep.problem"); }));
}

TEST_CASE("what is no store gets the message of the command line") {
    const TestFolder folder;
    const std::filesystem::path good = folder.path() / "good.db";
    play_part(good, 1, 1);
    const auto written = [&](const char* name, const std::string& text) {
        std::ofstream(folder.path() / name, std::ios::binary) << text;
        return folder.path() / name;
    };
    std::string text = (std::ostringstream() << std::ifstream(good, std::ios::binary).rdbuf()).str();
    std::string torn = text;
    for (std::size_t i = 3000; i < torn.size(); i += 7) torn[i] = 'x';
    std::string foreign = text;
    foreign[68] = 'Q'; // its application id
    for (const auto& file : {written("hello.db", "hello"), written("empty.db", ""), written("torn.db", torn),
                             written("foreign.db", foreign), folder.path() / "gone.db", folder.path()}) {
        CAPTURE(file.string());
        std::string expected;
        try {
            SweepStore store(file);
            store.each([](const PointRecord&) {});
        } catch (const UserError& error) {
            expected = error.what();
        }
        REQUIRE_FALSE(expected.empty());
        CHECK(read_sweep({file, RankMeasure::win, {}, false}).problem == expected);
        if (file.extension() != ".db") continue;
        Headless window(sweep_options(file, folder));
        window.settle();
        CHECK(shown("sweep.problem"));
        window.click("sweep.close");
        CHECK(shown("sweep.path"));
    }
}

TEST_CASE("a store that is typed is opened, and followed work ends when the window closes") {
    const TestFolder folder;
    play_part(folder.path() / "need.db", 1, 6);
    const auto begin = std::chrono::steady_clock::now();
    {
        Headless window(sweep_options({}, folder));
        window.settle();
        window.click("sweep.path");
        window.type((folder.path() / "need.db").string());
        window.click("sweep.open");
        window.settle();
        CHECK(shown("sweep.strategy.0"));
    }
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60)); // it would never end by itself
}

TEST_CASE("tables are copied as tab-separated text") {
    const TestFolder folder;
    play_part(folder.path() / "need.db", 1, 1);
    Headless window(sweep_options(folder.path() / "need.db", folder));
    window.settle();
    window.press('C', true);
    const std::string ranking = ImGui::GetClipboardText();
    CHECK(std::ranges::count(ranking, '\n') == 5);
    CHECK(ranking.starts_with("strategy\tname\tmeasure\tpoints\tmean\t"));
    const SweepView view = read_sweep({folder.path() / "need.db", RankMeasure::win, {}, false});
    CHECK(ranking == ranking_tsv(view));
    const std::string points = points_tsv(view);
    CHECK(std::ranges::count(points, '\n') == 19);
    CHECK(points.starts_with("point\tcompany.need\tprocess.rule\t"));
    CHECK(std::move(Tsv().text("a\tb\n").text("=1+1").text("").number(0.5)).finish() == "a b \t'=1+1\t\t0.5");
}

TEST_CASE("pictures are saved: each as SVG beside the store, the window as PNG") {
    const TestFolder folder;
    play_part(folder.path() / "need.db", 1, 1);
    Headless window(sweep_options(folder.path() / "need.db", folder));
    window.settle();
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    run_script(window, "key ctrl+k\ntype as SVG\nkey enter\nkey ctrl+p\nwait\nkey ctrl+p\nwait\n", "steps",
               folder.path());
    std::filesystem::current_path(before);
    CHECK(std::filesystem::exists(folder.path() / "need-pictures/response-company-need.svg"));
    for (const char* name : {"assent-sweep.png", "assent-sweep-2.png"}) {
        const std::string file =
            (std::ostringstream() << std::ifstream(folder.path() / name, std::ios::binary).rdbuf()).str();
        CHECK(read_png(file, name).width == 1280);
    }
}

TEST_CASE("points a second are those of the last ten seconds") {
    ArrivalRate rate;
    const auto start = std::chrono::steady_clock::now();
    const auto after = [&](int seconds) { return start + std::chrono::seconds(seconds); };
    rate.see(100, after(0));
    CHECK(rate.per_second() == 0);
    rate.see(140, after(4));
    CHECK(rate.per_second() == doctest::Approx(10));
    for (int second = 5; second <= 20; ++second) rate.see(140, after(second));
    CHECK(rate.per_second() == 0);
}

TEST_CASE("many points share cells of the strip") {
    const TestFolder folder;
    play_part(folder.path() / "need.db", 1, 2);
    const SweepView view = read_sweep({folder.path() / "need.db", RankMeasure::win, {}, false});
    REQUIRE(view.strip.size() == 18);
    for (std::size_t i = 0; i < view.strip.size(); ++i) CHECK(view.strip[i].stored == (i % 2 == 0 ? 1 : 0));
    CHECK_FALSE(view.finished());
}

TEST_CASE("a script drives the window; what is wrong with it is told with its line") {
    const TestFolder folder;
    play_part(folder.path() / "need.db", 1, 1);
    Headless window(sweep_options({}, folder));
    window.settle();
    run_script(window, "# a store\nopen need.db\nwait\nclick sweep.strategy.1\nhover sweep.point.3\nshot picture.png\n",
               "steps.txt", folder.path());
    CHECK(shown("sweep.strategy.1"));
    CHECK(std::filesystem::file_size(folder.path() / "picture.png") > 10'000);
    const auto refused = [&](const char* text, const char* message) {
        CHECK_THROWS_WITH_AS(run_script(window, text, "steps.txt", folder.path()), doctest::Contains(message),
                             UserError);
    };
    refused("wait\nclick nowhere\n", "steps.txt:2: click nowhere (");
    refused("dance\n", "there is no step dance");
    refused("key ctrl+&\n", "there is no key &");
    refused("screen moon\n", "there is no such screen");
}

TEST_CASE("the deals of a point are those that the sweep played, and each is told week by week") {
    const TestFolder folder;
    worlds::play_part(folder.path() / "need.db", 1, 1);
    Headless window(sweep_options(folder.path() / "need.db", folder));
    window.settle();
    const auto& screen = dynamic_cast<SweepScreen&>(window.application().screen());
    window.move_to("sweep.point.7");
    window.press('D');
    window.settle();
    REQUIRE(screen.replay().is_open());
    REQUIRE(screen.replay().replay() != nullptr);
    const DealList& deals = *screen.replay().replay()->deals;
    CHECK(deals.question.point == 7);
    CHECK(deals.played == 300);
    REQUIRE(deals.rows.size() == 240);

    // The rows of the point's scenario, asked for on another way.
    const SweepPlan plan = worlds::small_sweep();
    const Plan compiled = compile(deals.client->model);
    std::vector<float> workspace(workspace_size(compiled));
    TraceBuffer nothing;
    for (const std::size_t replicate : {0, 17, 239}) {
        const OutcomeRow row =
            trace_replicate(compiled, deals.strategy, plan.seed(), replicate, workspace.data(), nothing);
        CHECK(mix_signature(signature_start, row) == mix_signature(signature_start, deals.rows[replicate]));
    }

    window.click("replay.deal.17");
    window.settle();
    const Replay& replay = *screen.replay().replay();
    CHECK(replay.row.replicate == 17);
    CHECK(replay.weeks() == deals.rows[17].week);
    CHECK(screen.replay().week() == 0);
    window.press(key::right);
    window.press(key::right);
    CHECK(screen.replay().week() == 2);
    window.press(key::end);
    CHECK(screen.replay().week() == replay.weeks());
    CHECK(shown("replay.week.1"));
    for (const KnownMember& member : replay.at(replay.weeks()).members) {
        CHECK(member.seen >= 0);
        CHECK(member.seen <= 1);
        for (const KnownObjection& doubt : member.objections) CHECK(doubt.heard > 0);
    }
    window.press(key::space); // from the beginning
    CHECK(screen.moving());
    CHECK(screen.replay().week() == 0);
    for (int frames = 0; frames < 60; ++frames) window.frame();
    CHECK(screen.replay().week() == 1);
    window.press(key::down);
    window.settle();
    CHECK(screen.replay().replay()->row.replicate == 18);
    window.press(key::escape);
    CHECK_FALSE(screen.replay().is_open());
    CHECK(shown("sweep.strategy.0"));
}

TEST_CASE("another strategy's deals, and a store that goes away meanwhile") {
    const TestFolder folder;
    worlds::play_part(folder.path() / "need.db", 1, 1);
    Headless window(sweep_options(folder.path() / "need.db", folder));
    window.settle();
    const auto& screen = dynamic_cast<SweepScreen&>(window.application().screen());
    window.click("sweep.deals");
    window.settle();
    const std::string first = screen.replay().replay()->deals->question.strategy;
    window.click("replay.strategy");
    window.click("replay.strategy.2");
    window.settle();
    REQUIRE(screen.replay().replay() != nullptr);
    CHECK(screen.replay().replay()->deals->question.strategy != first);
    window.click("replay.back");
    for (const char* name : {"need.db", "need.db-wal", "need.db-shm"}) std::filesystem::remove(folder.path() / name);
    window.click("sweep.deals");
    window.settle();
    CHECK(screen.replay().is_open());
    CHECK(screen.replay().replay() == nullptr); // the card says why
    window.press(key::escape);
    CHECK_FALSE(screen.replay().is_open());
}
