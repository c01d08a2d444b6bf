#include "cli/command.hpp"

#include "scenario/reader.hpp"

#include <CLI/Error.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace assent::cli {
namespace {

struct CheckOptions {
    std::vector<std::string> files;
    bool dump = false;
};

/// "1 link", "12 links".
std::string counted(std::size_t count, const std::string& singular, const std::string& plural) {
    return fmt::format("{} {}", count, count == 1 ? singular : plural);
}

std::string summary(const std::string& file, const Reading& reading) {
    const Model& model = reading.model;
    std::string text =
        fmt::format("{}: ok ({}, {}, {}", file == "-" ? "stdin" : file,
                    counted(static_cast<std::size_t>(model.centre.size()), "stakeholder", "stakeholders"),
                    counted(static_cast<std::size_t>(model.centre.link_count()), "link", "links"),
                    counted(model.strategies.size(), "strategy", "strategies"));
    if (!reading.problems.empty()) {
        text += ", " + counted(reading.problems.size(), "warning", "warnings");
    }
    return text + ")\n";
}

void check(const CheckOptions& options) {
    bool all_ok = true;
    for (const std::string& file : options.files) {
        const Reading reading = read_scenario(file);
        for (const Problem& problem : reading.problems) {
            std::fputs((problem.text() + "\n").c_str(), stderr);
        }
        all_ok = all_ok && reading.ok();
        if (reading.ok()) {
            std::fputs((options.dump ? dump_scenario(reading.model) : summary(file, reading)).c_str(), stdout);
        }
    }
    if (!all_ok) {
        throw CLI::RuntimeError(exit_usage);
    }
}

} // namespace

void add_check(CLI::App& app) {
    CLI::App* command = app.add_subcommand("check", "Find all problems of scenario files without running them");
    auto options = std::make_shared<CheckOptions>();
    command->add_option("file", options->files, "Scenario files; - is standard input")->required();
    command->add_flag("--dump", options->dump, "Print each scenario resolved: includes merged, as one valid file");
    command->callback([options] { check(*options); });
}

} // namespace assent::cli
