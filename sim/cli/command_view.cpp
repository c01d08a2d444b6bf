// assent view: opens the window, which is a program of its own.
#include "cli/command.hpp"
#include "model/user_error.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

namespace assent::cli {
namespace {

constexpr char viewer[] = "assent-viewer";

bool can_run(const std::filesystem::path& path) { return ::access(path.c_str(), X_OK) == 0; }

/// Beside this program, or else on the path; empty: nowhere.
std::filesystem::path find_viewer() {
    std::error_code none;
    const auto beside = std::filesystem::read_symlink("/proc/self/exe", none).parent_path() / viewer;
    if (can_run(beside)) return beside;
    const char* path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');)
        if (!folder.empty() && can_run(std::filesystem::path(folder) / viewer))
            return std::filesystem::path(folder) / viewer;
    return {};
}

[[noreturn]] void view(const std::vector<std::string>& arguments) {
    const std::filesystem::path program = find_viewer();
    if (program.empty())
        throw UserError(fmt::format("assent view: {0} (neither beside assent nor on the path); install libimgui-dev, "
                                    "libglfw3-dev, libpng-dev and gettext and build it with "
                                    "`cmake --preset release && cmake --build --preset release --target {0}`",
                                    viewer));
    std::vector<char*> words{const_cast<char*>(viewer)}; // execv takes char* and changes none of them
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);
    ::execv(program.c_str(), words.data());
    throw UserError(
        fmt::format("assent view: {} (cannot be started: {}); build it again", program.string(), std::strerror(errno)));
}

} // namespace

void add_view(CLI::App& app) {
    CLI::App* command = app.add_subcommand("view", "Open a scenario, session or store in a window");
    const auto arguments = std::make_shared<std::vector<std::string>>();
    command->add_option("file", *arguments, "Scenario, saved session or store; further options go to assent-viewer")
        ->type_name("FILE");
    command->prefix_command();
    command->callback([command, arguments] {
        std::vector<std::string> all = *arguments;
        for (const std::string& rest : command->remaining()) all.push_back(rest);
        view(all);
    });
}

} // namespace assent::cli
