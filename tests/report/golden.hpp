#pragma once
// Comparison with files that were looked at once and found right.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace assent::golden {

inline std::string content_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

/// Line of the first difference, from 1.
inline std::ptrdiff_t first_difference(const std::string& one, const std::string& other) {
    const auto place = std::ranges::mismatch(one, other).in1;
    return 1 + std::count(one.begin(), place, '\n');
}

/// Compares with tests/golden/report/NAME. Where they differ, what came out is written to the build folder as
/// golden/NAME with `.new` before its extension, to be looked at and, when it is right, to be moved into the place of the old one.
inline void check(const std::string& name, const std::string& text) {
    const auto expected = std::filesystem::path(ASSENT_SOURCE_DIR) / "tests/golden/report" / name;
    const std::string known = content_of(expected);
    if (known == text) return;
    auto written = std::filesystem::path(ASSENT_BINARY).parent_path() / "golden" / name;
    written.replace_extension(".new" + written.extension().string());
    std::filesystem::create_directories(written.parent_path());
    std::ofstream(written, std::ios::binary) << text;
    FAIL_CHECK("differs from ", expected.string(), " in line ", first_difference(text, known), "; see ",
               written.string());
}

} // namespace assent::golden
