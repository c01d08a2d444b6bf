// The report of the real program in a real browser (headless Chromium): no word on the console, everything in its
// place, nothing cut off or on top of something else from a phone to a wide screen.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace files = std::filesystem;

std::string content_of(const files::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A folder of its own with a report in it, gone at the end.
class Desk {
  public:
    Desk() {
        std::string name = (files::temp_directory_path() / "assent-browser-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder_ = name;
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;
    ~Desk() {
        std::error_code ignored;
        files::remove_all(folder_, ignored);
    }

    /// Exit code of a shell command; $out and $err stand for files that can be read back.
    int shell(const std::string& command) {
        const std::string whole = "cd '" + folder_.string() + "' && { " + command + "; } >out 2>err </dev/null";
        return WEXITSTATUS(std::system(whole.c_str()));
    }
    [[nodiscard]] std::string read(const std::string& name) const { return content_of(folder_ / name); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    [[nodiscard]] std::uintmax_t size(const std::string& name) const {
        std::error_code missing;
        const std::uintmax_t bytes = files::file_size(folder_ / name, missing);
        return missing ? 0 : bytes;
    }

    /// Opens a page of the folder at a width of the window; `what` is --dump-dom or --screenshot=FILE.
    void browse(const std::string& page, int width, const std::string& what) {
        const int code =
            shell("timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
                  "--disable-background-networking --disable-component-update --disable-sync --hide-scrollbars "
                  "--user-data-dir=\"$PWD/profile\" --enable-logging=stderr --v=0 --window-size=" +
                  std::to_string(width) + ",1000 " + what + " \"file://$PWD/" + page + "\"");
        INFO(read("err"));
        REQUIRE(code == 0);
    }

    void make_report() {
        const int code = shell("'" ASSENT_BINARY "' run '" ASSENT_SOURCE_DIR
                               "/scenarios/blue-sky.toml' --replicates 2000 --report report.html");
        INFO(read("err"));
        REQUIRE(code == 0);
    }

  private:
    files::path folder_;
};

/// The report with the probe in it. Its policy lets no other script run, as it should; so the policy goes first.
std::string with_probe(std::string page) {
    const std::size_t policy = page.find("<meta http-equiv=\"Content-Security-Policy\"");
    REQUIRE(policy != std::string::npos);
    page.erase(policy, page.find("/>", policy) + 2 - policy);
    const std::string probe = "<script>" + content_of(ASSENT_SOURCE_DIR "/tests/browser/probe.js") + "</script>";
    return page.insert(page.rfind("</body>"), probe);
}

std::string between(const std::string& text, const std::string& before, const std::string& after) {
    const std::size_t first = text.find(before);
    if (first == std::string::npos) return {};
    const std::size_t start = first + before.size();
    return text.substr(start, text.find(after, start) - start);
}

} // namespace

TEST_CASE("a report opens without a word on the console, whole and not blank") {
    Desk desk;
    desk.make_report();
    desk.browse("report.html", 1300, "--dump-dom");
    CHECK_MESSAGE(!contains(desk.read("err"), "CONSOLE"), desk.read("err"));
    const std::string page = desk.read("out");
    for (const char* section : {"answer", "centre", "ranking", "outcomes", "timing", "reasons", "turning", "deals",
                                "strategies", "limits", "reproduce"}) {
        CAPTURE(section);
        CHECK(contains(page, "id=\"" + std::string(section) + "\""));
    }
    // The script took the attribute away: it ran, so its hash in the policy is right.
    CHECK(!contains(between(page, "id=\"theme\"", ">"), "hidden"));

    desk.write("blank.html", "<!DOCTYPE html><title>blank</title><body style=\"background:#f3f5f8\"></body>");
    desk.browse("report.html", 1300, "--screenshot=report.png");
    desk.browse("blank.html", 1300, "--screenshot=blank.png");
    CHECK(desk.size("blank.png") > 0);
    CHECK(desk.size("report.png") > 10 * desk.size("blank.png"));
}

namespace {

/// What the probe finds in a page shown in frames of these widths. Frames are as narrow as one likes; a window is not.
std::string probed(Desk& desk, const std::string& report, const std::vector<std::string>& widths) {
    desk.write("probed.html", with_probe(report));
    std::string page = "<!DOCTYPE html><pre id=\"probes\"></pre><script>addEventListener('message',"
                       "told=>document.getElementById('probes').append(told.data+'\\n'))</script>";
    for (const std::string& width : widths)
        page += "<iframe src=\"probed.html\" style=\"border:0;height:900px;width:" + width + "px\"></iframe>";
    desk.write("frames.html", page);
    desk.browse("frames.html", 1700, "--virtual-time-budget=10000 --dump-dom");
    return between(desk.read("out"), "<pre id=\"probes\">", "</pre>");
}

} // namespace

TEST_CASE("from a phone to a wide screen nothing is cut off and no label lies on another") {
    Desk desk;
    desk.make_report();
    const std::vector<std::string> widths{"360", "500", "640", "800", "1024", "1300", "1600"};
    const std::string told = probed(desk, desk.read("report.html"), widths);
    for (const std::string& width : widths) CHECK_MESSAGE(contains(told, width + " wide, 0 findings"), told);
}

TEST_CASE("the page over a sweep opens without a word on the console, with nothing cut off or on top of another") {
    Desk desk;
    const int code =
        desk.shell("'" ASSENT_BINARY "' sweep '" ASSENT_SOURCE_DIR
                   "/scenarios/sweeps/three-heads.toml' --replicates 256 --store store.db && '" ASSENT_BINARY
                   "' report store.db --html report.html");
    INFO(desk.read("err"));
    REQUIRE(code == 0);
    desk.browse("report.html", 1300, "--dump-dom");
    CHECK_MESSAGE(!contains(desk.read("err"), "CONSOLE"), desk.read("err"));
    CHECK(!contains(between(desk.read("out"), "id=\"theme\"", ">"), "hidden"));
    const std::vector<std::string> widths{"360", "640", "800", "1300"};
    const std::string told = probed(desk, desk.read("report.html"), widths);
    for (const std::string& width : widths) CHECK_MESSAGE(contains(told, width + " wide, 0 findings"), told);
}

TEST_CASE("the probe sees what is wrong") {
    Desk desk;
    desk.make_report();
    std::string page = desk.read("report.html");
    page.insert(page.find("<footer>"),
                "<div style=\"width:2000px\">wide</div><svg role=\"img\" width=\"100\" height=\"40\">"
                "<title>broken</title><text x=\"5\" y=\"20\">one label</text>"
                "<text x=\"8\" y=\"21\">another</text><text x=\"90\" y=\"38\">cut off</text></svg>");
    const std::string told = probed(desk, page, {"1300"});
    CHECK(contains(told, "page wider than screen"));
    CHECK(contains(told, "beyond the right edge: DIV"));
    CHECK(contains(told, "cut off in “broken”: cut off"));
    CHECK(contains(told, "one on another in “broken”: one label / another"));
}
