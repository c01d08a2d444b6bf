// Input that is meant to break a reader, made on the spot.
#include "scenario/reader.hpp"
#include "scenario/reading.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace assent;
namespace fs = std::filesystem;

struct Folder {
    fs::path path = fs::temp_directory_path() / ("assent-hostile-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
};

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The only problem of a text that cannot be read at all.
Problem only_problem(const std::string& text) {
    const Reading reading = read_scenario_text(text, "x.toml", {});
    REQUIRE(reading.problems.size() == 1);
    CHECK_FALSE(reading.ok());
    return reading.problems.front();
}

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

TEST_CASE("a hundred thousand levels of nesting are an error, not a crash") {
    const int levels = 100'000;
    for (const auto& [open, close] : {std::pair("[", "]"), std::pair("{ a = ", "}"), std::pair("[{ a = ", "}]")}) {
        const Problem problem = only_problem("a = " + repeated(open, levels) + "1" + repeated(close, levels) + "\n");
        CHECK(problem.why.find("levels deep") != std::string::npos);
        CHECK(problem.line == 1);
    }
    CHECK(only_problem("[" + repeated("a.", levels) + "a]\n").why.find("levels deep") != std::string::npos);
    CHECK(only_problem(repeated("a.", levels) + "a = 1\n").why.find("levels deep") != std::string::npos);
    CHECK(only_problem("x = { " + repeated("a . ", levels) + "a = 1 }\n").why.find("levels deep") != std::string::npos);
    // Levels that come a few at a time: keys within keys, each below the limit.
    CHECK_FALSE(
        read_scenario_text("[" + repeated("a.", 30) + "a]\n" + repeated("a.", 30) + "a = 1\n", "x.toml", {}).ok());
}

TEST_CASE("brackets and dots in strings and comments do not nest") {
    const std::string noise = repeated("[{.", 100);
    const Reading reading =
        read_scenario_text("format = 1 # " + noise + "\ntitle = \"" + noise + "\"\n[company]\nname = '''" + noise +
                               "\n" + noise + "'''\nabout = \"\"\"\\\"" + noise + "\"\"\"\n",
                           "x.toml", {});
    for (const Problem& problem : reading.problems) {
        CHECK_MESSAGE(problem.line == 0, problem.text()); // only what is missing in the whole file
    }
}

TEST_CASE("a file of 100 MB is refused at once, by its size") {
    const Folder folder;
    const fs::path file = folder.path / "huge.toml";
    std::ofstream(file) << "format = 1\n";
    fs::resize_file(file, 100u << 20);
    const auto start = std::chrono::steady_clock::now();
    const Reading reading = read_scenario(file);
    CHECK(seconds_since(start) < 1.0);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].why.find("100 MB") != std::string::npos);
}

TEST_CASE("folders, devices and pipes as include are errors and are never read") {
    const Folder folder;
    REQUIRE(::mkfifo((folder.path / "pipe.toml").c_str(), 0600) == 0);
    for (const char* include : {"pipe.toml", "/dev/zero", "/dev/null", "."}) {
        const Reading reading =
            read_scenario_text(fmt::format("format = 1\ninclude = \"{}\"\n", include), "x.toml", folder.path);
        REQUIRE(reading.problems.size() == 1);
        CHECK(reading.problems[0].key == "include");
        CHECK(reading.problems[0].why.find("is ") == 0);
    }
    CHECK_FALSE(read_scenario("/dev/zero").ok());
    CHECK_FALSE(read_scenario(folder.path).ok());
    CHECK_FALSE(read_scenario(folder.path / "absent.toml").ok());
}

TEST_CASE("a fence keeps includes inside the folder") {
    const Folder folder;
    fs::create_directories(folder.path / "inside");
    std::ofstream(folder.path / "secret.toml") << "title = 'secret'\n";
    const Reading reading =
        read_scenario_fenced("format = 1\ninclude = '../secret.toml'\n", "x.toml", folder.path / "inside");
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].why.find("outside") != std::string::npos);
}

TEST_CASE("includes deeper than the limit are refused") {
    const Folder folder;
    for (int i = 0; i < 30; ++i) {
        std::ofstream(folder.path / fmt::format("{}.toml", i)) << fmt::format("include = '{}.toml'\n", i + 1);
    }
    const Reading reading = read_scenario(folder.path / "0.toml");
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].why.find("files deep") != std::string::npos);
}

std::string crowd(int members) {
    std::string text = "format = 1\n[[alternative]]\nid = 'us'\nkind = 'ours'\nprice = 1\n[[strategy]]\nid = 's'\n"
                       "[[strategy.rule]]\ndo = 'address'\n";
    for (int i = 0; i < members; ++i) {
        text += fmt::format("[[stakeholder]]\nid = 'm{}'\nauthority = 0.5\ncriteria = {{ quality = 2, price = 1 }}\n"
                            "[[stakeholder.objection]]\ntopic = 'price'\n",
                            i);
        text += fmt::format("[[link]]\nfrom = 'm{}'\nto = 'm{}'\n", i, (i + 1) % members);
    }
    return text;
}

TEST_CASE("ten thousand stakeholders are read and dumped in reasonable time") {
    const std::string text = crowd(10'000);
    const auto start = std::chrono::steady_clock::now();
    const Reading reading = read_scenario_text(text, "x.toml", {});
    REQUIRE(reading.ok());
    CHECK(reading.model.centre.size() == 10'000);
    CHECK(dump_scenario(reading.model).size() > text.size() / 2);
    CHECK(seconds_since(start) < 20.0); // under sanitizers; 0.3 s in release
}

TEST_CASE("more than the limit is refused with the count") {
    const Reading reading = read_scenario_text(crowd(Limits::stakeholders + 1), "x.toml", {});
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].why == "20001 of them");
}

TEST_CASE("of many errors the first fifty are told and the rest is counted") {
    std::string text = "format = 1\n[company]\n";
    for (int i = 0; i < 70; ++i) {
        text += fmt::format("nonsense_{} = 1\n", i);
    }
    const Reading reading = read_scenario_text(text, "x.toml", {});
    int errors = 0;
    for (const Problem& problem : reading.problems) {
        errors += problem.severity == Problem::Severity::error ? 1 : 0;
    }
    CHECK(errors == 51);
    CHECK_FALSE(reading.ok());
    CHECK(std::any_of(reading.problems.begin(), reading.problems.end(),
                      [](const Problem& problem) { return problem.why == "(and 22 more)"; }));
}

TEST_CASE("a large file full of errors is told in reasonable time") {
    std::string text = "format = 1\n[seller.competences]\n";
    for (int i = 0; i < 100'000; ++i) {
        text += fmt::format("nonsense_{} = 2\n", i);
        text += fmt::format("dangling_{} = 1\n", i);
    }
    const auto start = std::chrono::steady_clock::now();
    const Reading reading = read_scenario_text(text, "x.toml", {});
    CHECK_FALSE(reading.ok());
    CHECK(reading.problems.size() <= 102);
    CHECK(seconds_since(start) < 20.0); // under sanitizers; 0.3 s in release
}

} // namespace
