// `assent check` and `assent keys` as their users call them.
#include "scenario/reader.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

namespace {

struct Run {
    int exit_code;
    std::string output;
};

/// Runs a shell command in the folder of the invalid files; `assent` in it stands for the program.
Run shell(std::string command) {
    for (std::size_t place = command.find("assent "); place != std::string::npos;
         place = command.find("assent ", place + std::string(ASSENT_BINARY).size())) {
        command.replace(place, 6, ASSENT_BINARY);
    }
    const std::string folder = std::string(ASSENT_SOURCE_DIR) + "/tests/data/invalid";
    std::FILE* pipe = ::popen(("cd '" + folder + "' && { " + command + "; }").c_str(), "r");
    REQUIRE(pipe != nullptr);
    Run run{0, ""};
    std::array<char, 4096> block{};
    for (std::size_t count = 0; (count = std::fread(block.data(), 1, block.size(), pipe)) > 0;) {
        run.output.append(block.data(), count);
    }
    run.exit_code = WEXITSTATUS(::pclose(pipe));
    return run;
}

TEST_CASE("a sound file: one line on standard output, exit 0") {
    const Run run = shell("assent check parts/sound.toml 2>/dev/null");
    CHECK(run.exit_code == 0);
    CHECK(run.output == "parts/sound.toml: ok (2 stakeholders, 1 link, 1 strategy)\n");
}

TEST_CASE("a faulty file: its errors on standard error, nothing on standard output, exit 2") {
    const Run errors = shell("assent check quota.toml 2>&1 >/dev/null");
    CHECK(errors.exit_code == 2);
    CHECK(errors.output == "quota.toml:5:9: process.quota = 3 (the centre has 2 members); give one in [1, 2]\n");
    CHECK(shell("assent check quota.toml 2>/dev/null").output == "");
}

TEST_CASE("of several files each is checked, and one faulty one is enough for exit 2") {
    const Run run = shell("assent check quota.toml parts/sound.toml absent.toml 2>&1");
    CHECK(run.exit_code == 2);
    CHECK(run.output.find("process.quota = 3") != std::string::npos);
    CHECK(run.output.find("parts/sound.toml: ok") != std::string::npos);
    CHECK(run.output.find("absent.toml: no such file; check the path\n") != std::string::npos);
}

TEST_CASE("warnings alone are no failure") {
    const Run run = shell("printf 'format = 1\\n[[stakeholder]]\\nid = \"a\"\\nauthority = 1\\n[[alternative]]\\n"
                          "id = \"us\"\\nkind = \"ours\"\\nprice = 1\\n' | assent check - 2>&1");
    CHECK(run.exit_code == 0);
    CHECK(run.output.find("stdin: warning: no strategy") != std::string::npos);
    CHECK(run.output.find("stdin: ok (1 stakeholder, 0 links, 0 strategies, 1 warning)\n") != std::string::npos);
}

TEST_CASE("--dump prints a scenario that is read back as it was") {
    const Run dump = shell("assent check --dump parts/sound.toml");
    CHECK(dump.exit_code == 0);
    CHECK(assent::read_scenario_text(dump.output, "dump.toml", {}).ok());
    CHECK(shell("assent check --dump parts/sound.toml | assent check --dump -").output == dump.output);
}

TEST_CASE("keys: all, some, none, and the schema") {
    CHECK(shell("assent keys").output == assent::describe_keys(""));
    CHECK(shell("assent keys process.rule").output == assent::describe_keys("process.rule"));
    CHECK(shell("assent keys --schema").output == assent::scenario_json_schema());
    const Run none = shell("assent keys nonsense 2>&1");
    CHECK(none.exit_code == 2);
    CHECK(none.output == "no key contains \"nonsense\"; `assent keys` lists all\n");
}

} // namespace
