// The documents tell the truth: every command line in them runs, every verb of the program is named.
#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ifstream in(path);
    REQUIRE_MESSAGE(in.good(), path.string());
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// Lines that call the program, from the shell blocks of a Markdown text, without their comments.
std::vector<std::string> command_lines(const std::string& markdown) {
    std::vector<std::string> lines;
    std::istringstream in(markdown);
    bool shell = false;
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("```", 0) == 0)
            shell = line == "```sh";
        else if (shell && (line.rfind("assent ", 0) == 0 || line.rfind("parallel assent ", 0) == 0))
            lines.push_back(line.substr(0, line.find("  #")));
    }
    return lines;
}

struct Ran {
    int status;
    std::string output;
};

Ran run_in(const fs::path& folder, const std::string& line) {
    const std::string call = "cd '" + folder.string() + "' && export PATH='" +
                             fs::path(ASSENT_BINARY).parent_path().string() + "':\"$PATH\" && { " + line + "; } 2>&1";
    FILE* pipe = popen(call.c_str(), "r");
    REQUIRE(pipe != nullptr);
    Ran ran{0, {}};
    char buffer[4096];
    for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) ran.output.append(buffer, got);
    const int status = pclose(pipe);
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
}

/// A folder in which the paths of the documents exist and files may be left behind.
fs::path playground(const std::string& name) {
    const fs::path folder = fs::temp_directory_path() / ("assent-" + name + "-" + std::to_string(getpid()));
    fs::remove_all(folder);
    fs::create_directories(folder);
    fs::create_directory_symlink(fs::path(ASSENT_SOURCE_DIR) / "scenarios", folder / "scenarios");
    fs::create_directory_symlink(fs::path(ASSENT_SOURCE_DIR) / "tests", folder / "tests");
    return folder;
}

void check_examples(const fs::path& document) {
    const fs::path folder = playground(document.parent_path().filename().string());
    const std::vector<std::string> lines = command_lines(text_of(document));
    CHECK(lines.size() >= 3);
    for (const std::string& line : lines) {
        const Ran ran = run_in(folder, line);
        CHECK_MESSAGE(ran.status == 0, line, "\n", ran.output);
    }
    fs::remove_all(folder);
}

} // namespace

TEST_CASE("every command line of the README runs as written") {
    check_examples(fs::path(ASSENT_SOURCE_DIR) / "README.md");
}

TEST_CASE("every command line of the scenario guide runs as written") {
    check_examples(fs::path(ASSENT_SOURCE_DIR) / "scenarios" / "README.md");
}

TEST_CASE("every command line of the page on scale runs as written") {
    check_examples(fs::path(ASSENT_SOURCE_DIR) / "sim" / "SCALE.md");
}

TEST_CASE("the README names every command of the program, and no other") {
    const std::string readme = text_of(fs::path(ASSENT_SOURCE_DIR) / "README.md");
    const std::string table = readme.substr(readme.find("## Commands"));
    const Ran help = run_in(fs::temp_directory_path(), "assent help");
    REQUIRE(help.status == 0);
    const std::string listed = help.output.substr(help.output.find("ommands:"));
    const std::regex verb(R"(\n  ([a-z]+)  )");
    std::size_t verbs = 0;
    for (std::sregex_iterator it(listed.begin(), listed.end(), verb), end; it != end; ++it) {
        const std::string name = (*it)[1];
        if (name == "help") continue;
        ++verbs;
        CHECK_MESSAGE(table.find("| `assent " + name) != std::string::npos, name);
    }
    const std::regex row(R"(\n\| `assent ([a-z]+))");
    CHECK(verbs == static_cast<std::size_t>(
                       std::distance(std::sregex_iterator(table.begin(), table.end(), row), std::sregex_iterator())));
    CHECK(verbs >= 8);
}
