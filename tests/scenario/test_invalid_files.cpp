// tests/data/invalid/*.toml, each against the exact messages in the .txt beside it.
#include "scenario/reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace assent;
namespace fs = std::filesystem;

const fs::path folder = fs::path(ASSENT_SOURCE_DIR) / "tests/data/invalid";

std::string content(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// All messages, a line each, as if the folder were the working folder.
std::string messages(const Reading& reading) {
    std::string text;
    for (const Problem& problem : reading.problems) {
        text += problem.text() + "\n";
    }
    const std::string prefix = folder.string() + "/";
    for (std::size_t place = text.find(prefix); place != std::string::npos; place = text.find(prefix, place)) {
        text.erase(place, prefix.size());
    }
    return text;
}

std::vector<fs::path> invalid_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".toml") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

TEST_CASE("every invalid file is refused with exactly the messages beside it") {
    const std::vector<fs::path> files = invalid_files();
    CHECK(files.size() >= 60);
    for (const fs::path& file : files) {
        CAPTURE(file.filename().string());
        const Reading reading = read_scenario(file);
        CHECK_FALSE(reading.ok());
        CHECK(messages(reading) == content(fs::path(file).replace_extension(".txt")));
    }
}

TEST_CASE("the sound part that the invalid files include is sound") {
    const Reading reading = read_scenario(folder / "parts/sound.toml");
    CHECK(reading.ok());
    CHECK(messages(reading) == "");
}

TEST_CASE("every message about a key names its place, and a file without one has none") {
    for (const fs::path& file : invalid_files()) {
        for (const Problem& problem : read_scenario(file).problems) {
            CAPTURE(problem.text());
            CHECK(problem.file.size() > 0);
            CHECK((problem.line > 0) == (problem.column > 0));
            CHECK((problem.key.empty() || problem.line > 0));
            CHECK(problem.why.size() > 0);
        }
    }
}

} // namespace
