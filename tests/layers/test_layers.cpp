// Every #include of sim/, viewer/ and tests/ obeys the table in layer_table.hpp.
#include "layers/layer_table.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fnmatch.h>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>

namespace assent::layers {
namespace {

constexpr std::string_view table_path = "tests/layers/layer_table.hpp";

struct Include {
    int line;
    std::string path;
    std::string written; ///< with its quotes or brackets
};

bool matches(std::string_view pattern, const std::string& path) {
    return fnmatch(std::string(pattern).c_str(), path.c_str(), 0) == 0;
}

bool matches_any(const std::vector<std::string_view>& patterns, const std::string& path) {
    return std::ranges::any_of(patterns, [&](std::string_view pattern) { return matches(pattern, path); });
}

std::vector<Include> includes_of(const std::string& text) {
    std::vector<Include> includes;
    std::istringstream lines(text);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        std::istringstream words(line);
        char hash = 0;
        std::string directive, written;
        if (!(words >> hash) || hash != '#' || !(words >> directive) || !directive.starts_with("include")) continue;
        written = line.substr(std::min(line.size(), line.find_first_of("<\"")));
        const std::size_t end = written.find_first_of(">\"", 1);
        if (end == std::string::npos) continue; // a macro stands for the name; the compiler sees the file it names
        includes.push_back({number, written.substr(1, end - 1), written.substr(0, end + 1)});
    }
    return includes;
}

/// What is wrong with an include of ours; empty: nothing.
std::string broken_folder_rule(const std::string& file, const std::string& include) {
    const auto row = std::ranges::find_if(folder_rows, [&](const FolderRow& r) { return matches(r.who, file); });
    if (row == folder_rows.end()) return fmt::format("no row speaks of this folder; add one to {}", table_path);
    if (matches_any(row->may_include, include)) return {};
    return fmt::format("{} may include only {}, because {}. Write the path from sim/, or move the code to a layer that "
                       "may know this, or hand the data over in a type of a layer below",
                       row->who, fmt::join(row->may_include, " "), row->because);
}

/// The same for an include that is not ours.
std::string broken_library_rule(const std::string& file, const std::string& include) {
    const auto row =
        std::ranges::find_if(library_rows, [&](const LibraryRow& r) { return matches_any(r.headers, include); });
    if (row != library_rows.end()) {
        if (matches_any(row->only_in, file)) return {};
        return fmt::format("{} may be included only in {}. Call what is there, or put a function there that does this",
                           row->library, fmt::join(row->only_in, " "));
    }
    if (include.find_first_of("/.") == std::string::npos) return {}; // only the standard library has such names
    return fmt::format("the table knows no such library; if it is a Debian package worth having, give it a row in {} "
                       "with the one file that includes it",
                       table_path);
}

std::string broken_ban(const std::string& file, const std::string& include) {
    for (const BanRow& row : ban_rows)
        if (matches(row.who, file) && matches_any(row.headers, include))
            return fmt::format("{} must do without it, because {}", row.who, row.because);
    return {};
}

/// One line a broken rule: `file:line: #include …: what is wrong and what mends it`.
std::vector<std::string> check_file(const std::string& file, const std::string& text) {
    std::vector<std::string> findings;
    for (const Include& include : includes_of(text)) {
        std::string problem = broken_ban(file, include.path);
        if (problem.empty())
            problem = include.written.starts_with('"') ? broken_folder_rule(file, include.path)
                                                       : broken_library_rule(file, include.path);
        if (!problem.empty())
            findings.push_back(fmt::format("{}:{}: #include {}: {}", file, include.line, include.written, problem));
    }
    return findings;
}

bool is_source(const std::filesystem::path& path) {
    return path.extension() == ".hpp" || path.extension() == ".cpp" || path.extension() == ".inc";
}

std::string content_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

void expect_finding(const std::string& file, const std::string& text, const std::string& beginning,
                    const std::string& rule) {
    const std::vector<std::string> findings = check_file(file, text);
    REQUIRE(findings.size() == 1);
    INFO(findings[0]);
    CHECK(findings[0].starts_with(beginning));
    CHECK(findings[0].find(rule) != std::string::npos);
}

} // namespace

TEST_CASE("every include of the tree obeys the layer table") {
    const std::filesystem::path root = ASSENT_SOURCE_DIR;
    int files = 0;
    for (const char* top : {"sim", "viewer", "tests"}) {
        if (!std::filesystem::exists(root / top)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
            if (!is_source(entry.path())) continue;
            ++files;
            const std::string file = entry.path().lexically_relative(root).generic_string();
            for (const std::string& finding : check_file(file, content_of(entry.path()))) FAIL_CHECK(finding);
        }
    }
    CHECK(files > 50); // else the test looked in the wrong place
}

TEST_CASE("a forbidden include of ours is found with file, line and rule") {
    expect_finding("sim/engine/kernel.cpp", "#include \"engine/plan.hpp\"\n\n#include \"model/model.hpp\"\n",
                   "sim/engine/kernel.cpp:3: #include \"model/model.hpp\": ", "sim/engine/* may include only engine/*");
    expect_finding("sim/model/model.hpp", "#include \"engine/plan.hpp\"\n",
                   "sim/model/model.hpp:1: #include \"engine/plan.hpp\": ", "sim/model/* may include only model/*");
    expect_finding("sim/experiment/sweep.cpp", "  #  include \"report/table.hpp\" // no\n",
                   "sim/experiment/sweep.cpp:1: #include \"report/table.hpp\": ", "sim/experiment/* may include only");
    expect_finding("viewer/window.cpp", "#include \"cli/command.hpp\"\n",
                   "viewer/window.cpp:1: #include \"cli/command.hpp\": ", "viewer/* may include only");
    expect_finding("sim/model/model.hpp", "#include \"number.hpp\"\n",
                   "sim/model/model.hpp:1: #include \"number.hpp\": ", "Write the path from sim/");
    expect_finding("sim/utils/strings.hpp", "#include \"model/model.hpp\"\n",
                   "sim/utils/strings.hpp:1: #include \"model/model.hpp\": ", "no row speaks of this folder");
}

TEST_CASE("a library out of its place is found") {
    expect_finding("sim/report/html.cpp", "#include <toml++/toml.h>\n",
                   "sim/report/html.cpp:1: #include <toml++/toml.h>: ", "only in sim/scenario/toml_document.cpp");
    expect_finding("sim/experiment/run.cpp", "#include <tbb/parallel_for.h>\n",
                   "sim/experiment/run.cpp:1: #include <tbb/parallel_for.h>: ", "only in sim/experiment/parallel.cpp");
    expect_finding("sim/engine/kernel.cpp", "#include <fmt/format.h>\n",
                   "sim/engine/kernel.cpp:1: #include <fmt/format.h>: ", "fmt may be included only in");
    expect_finding("sim/model/graph.cpp", "#include <Eigen/Dense>\n",
                   "sim/model/graph.cpp:1: #include <Eigen/Dense>: ", "Eigen may be included only in tests/*");
    expect_finding("sim/report/html.cpp", "#include <cairo/cairo.h>\n",
                   "sim/report/html.cpp:1: #include <cairo/cairo.h>: ", "the table knows no such library");
}

TEST_CASE("the kernel does without libm, names and exceptions") {
    for (const std::string header : {"cmath", "string", "map", "unordered_map", "iostream", "filesystem", "stdexcept"})
        expect_finding("sim/engine/kernel.cpp", "#include <cstdint>\n#include <" + header + ">\n",
                       "sim/engine/kernel.cpp:2: #include <" + header + ">: ", "sim/engine/* must do without it");
}

TEST_CASE("what the table allows is not found") {
    CHECK(check_file("sim/model/compile_plan.cpp", "#include \"engine/plan.hpp\"\n#include <cmath>\n").empty());
    CHECK(check_file("sim/scenario/toml_document.cpp", "#include <toml++/toml.h>\n").empty());
    CHECK(check_file("sim/cli/command_run.cpp", "// #include \"viewer/window.hpp\"\n#include <CLI/App.hpp>\n").empty());
}


TEST_CASE("no two headers of ours give two types one name: the linker would take one for the other") {
    const std::filesystem::path root = ASSENT_SOURCE_DIR;
    const std::regex definition("^(?:struct|class|enum class|enum) ([A-Z]\\w*)(?: final)?(?: ?:.*)? ?\\{.*$");
    for (const char* top : {"sim", "viewer"}) { // namespaces assent and assent::viewer
        std::map<std::string, std::string> where;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
            if (entry.path().extension() != ".hpp") continue;
            std::istringstream lines(content_of(entry.path()));
            for (std::string line; std::getline(lines, line);) {
                std::smatch found;
                if (!std::regex_match(line, found, definition)) continue;
                const auto [first, fresh] = where.emplace(found[1].str(), entry.path().string());
                if (!fresh)
                    FAIL_CHECK(found[1].str()
                               << " is defined in " << first->second << " and in " << entry.path().string());
            }
        }
        CHECK(where.size() > 20); // else the test looked in the wrong place
    }
}

} // namespace assent::layers
