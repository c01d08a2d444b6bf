// assent search: builds a better strategy than those given.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "model/user_error.hpp"
#include "store/atomic_file.hpp"
#include "report/search_report.hpp"

#include <filesystem>
#include <iostream>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct SearchOptions : PlayOptions {
    SearchRequest wanted;
    std::string output;
};

SearchRequest request_of(const SearchOptions& options, const Interruption& interruption) {
    SearchRequest request = options.wanted;
    request.run = options.request();
    request.run.cancelled = &interruption.flag();
    return request;
}

/// How the new file names the searched one; empty where it must hold the whole scenario itself.
std::string include_of(const SearchOptions& options) {
    if (options.scenario == "-" || !options.settings.empty()) return {};
    namespace fs = std::filesystem;
    const fs::path folder = fs::weakly_canonical(fs::absolute(options.output)).parent_path();
    return fs::weakly_canonical(fs::absolute(options.scenario)).lexically_relative(folder).generic_string();
}

void search(const SearchOptions& options) {
    require_apart("--output", options.output, options.scenario);
    if (!options.output.empty()) AtomicFile probe(options.output); // better to hear now that it cannot be written
    const Model model = load(options);
    const Interruption interruption;
    ProgressBar bar;
    const SearchRequest request = request_of(options, interruption);
    SearchReport report{options.scenario, model, request, assent::search(model, request, bar.observer())};
    bar.clear();
    if (!report.result.found.rules.empty()) {
        std::cout << (options.format == "json" ? search_json(report) : search_text(report, output_style()));
        if (!options.output.empty())
            write_file(options.output, search_toml(report, include_of(options), ASSENT_VERSION));
    }
    if (!report.result.interrupted) return;
    std::cout.flush();
    note(report.result.found.rules.empty() ? "interrupted before any strategy was found"
                                           : "interrupted: this is the best so far, not pruned and briefly tested");
    throw CLI::RuntimeError(exit_interrupted);
}

void add_limits(CLI::App& command, SearchOptions& options) {
    SearchLimits& limits = options.wanted.limits;
    const auto number = [&](const char* name, std::optional<double>& limit, const char* meaning, double least,
                            double greatest, const char* unit) {
        command.add_option(name, limit, meaning)->check(CLI::Range(least, greatest).description(""))->type_name(unit);
    };
    number("--hours", limits.hours_per_deal, "At most so many hours a deal, on average", 0.01, 1e6, "HOURS");
    number("--hours-per-week", limits.hours_per_week, "At most so many hours a week for this client", 0.01, 168,
           "HOURS");
    number("--cost", limits.cost, "At most so much money a deal for acts, channels and gifts", 0, 1e12, "AMOUNT");
    number("--discount", limits.discount, "No greater discount than this share of the list price", 0, 0.9, "SHARE");
    command.add_flag("--honest", limits.honest, "No inflated claims (kickbacks are never used)");
    command.add_option("--size", limits.rules, "Rules at most")
        ->check(CLI::Range(1, Limits::rules_per_strategy).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
}

} // namespace

void add_search(CLI::App& app) {
    CLI::App* command = app.add_subcommand("search", "Build a better strategy than those of the scenario");
    const auto options = std::make_shared<SearchOptions>();
    add_scenario_option(*command, *options);
    add_set_option(*command, *options);
    add_measure_option(*command, options->wanted.measure);
    add_limits(*command, *options);
    const std::map<std::string, std::int64_t> units{{"k", 1000}, {"m", 1'000'000}, {"g", 1'000'000'000}};
    command
        ->add_option("--budget", options->wanted.budget,
                     "Deals to play in all, about; 2M is two million; not given: half a minute's worth on two cores")
        ->transform(CLI::AsNumberWithUnit(units, CLI::AsNumberWithUnit::CASE_INSENSITIVE).description(""))
        ->check(CLI::Range(std::int64_t{20'000}, std::int64_t{1} << 40).description(""))
        ->type_name("NUMBER");
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    add_confidence_option(*command, *options);
    command->add_option("--output", options->output, "Write the strategy as a scenario that plays it beside the others")
        ->type_name("FILE.toml");
    command->add_option("--format", options->format, "table (for reading) or json (for programs)")
        ->check(CLI::IsMember({"table", "json"}).description(""))
        ->capture_default_str()
        ->type_name("FORMAT");
    command->footer(
        "Generations of strategies descend from the hand-written ones; what is reported is played anew under luck\n"
        "that the search has not seen. Each rule is left out in turn to see what it is worth.\n\n"
        "  assent search acme.toml --output acme-better.toml\n"
        "  assent run acme-better.toml\n"
        "  assent search acme.toml --honest --hours 40 --discount 0.05 --rank-by margin");
    command->callback([options] { search(*options); });
}

} // namespace assent::cli
