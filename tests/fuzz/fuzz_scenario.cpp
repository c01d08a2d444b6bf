// Any text through the reader; what it accepts must survive being dumped and read back.
#include "scenario/dump.hpp"
#include "scenario/reader.hpp"
#include "scenario/reading.hpp"

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace {

/// An empty folder, so that no include leads anywhere.
const std::filesystem::path& empty_folder() {
    static const std::filesystem::path folder = [] {
        const auto path = std::filesystem::temp_directory_path() / ("assent-fuzz-" + std::to_string(::getpid()));
        std::filesystem::create_directories(path);
        std::atexit([] { std::filesystem::remove(empty_folder()); });
        return path;
    }();
    return folder;
}

[[noreturn]] void fail(const char* what, const std::string& text) {
    std::fprintf(stderr, "%s\n%s\n", what, text.c_str());
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const assent::Reading reading = assent::read_scenario_fenced(text, "fuzz.toml", empty_folder());
    for (const assent::Problem& problem : reading.problems) {
        if (problem.text().empty()) {
            fail("a problem without words", text);
        }
    }
    if (!reading.ok()) {
        return 0;
    }
    const std::string dump = assent::dump_scenario(reading.model);
    const assent::Reading again = assent::read_scenario_fenced(dump, "dump.toml", empty_folder());
    if (!again.ok()) {
        fail(again.problems.front().text().c_str(), dump);
    }
    if (assent::dump_everything(again.model) != assent::dump_everything(reading.model)) {
        fail("reading the dump back gives another model", dump);
    }
    return 0;
}
