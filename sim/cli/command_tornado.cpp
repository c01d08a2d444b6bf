// assent tornado: which numbers change who leads, and which only move the level.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "model/user_error.hpp"
#include "store/atomic_file.hpp"
#include "report/tornado_report.hpp"

#include <algorithm>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct TornadoOptions : PlayOptions {
    std::vector<std::string> scenarios;
    RankMeasure measure = RankMeasure::win;
    bool all_sources = false, constants_only = false;
    double reach = TornadoRequest{}.reach;
    int top = 20;
    std::string report;
    TornadoOptions() { replicates = 4096; }
};

TornadoRequest request_of(const TornadoOptions& options, const Model& model, const Interruption& interruption) {
    TornadoRequest request;
    request.run = options.request();
    request.run.cancelled = &interruption.flag();
    request.measure = options.measure;
    if (!options.strategies.empty()) request.watched = find_strategy(model, options.strategies.front());
    request.all_sources = options.all_sources;
    request.drawn = !options.constants_only;
    request.reach = options.reach;
    return request;
}

/// Those that were played to the end; less than asked for when interrupted.
std::vector<TornadoResult> played(const TornadoOptions& options, const Interruption& interruption) {
    std::vector<TornadoResult> results;
    for (const std::string& file : options.scenarios) {
        PlayOptions one = options;
        one.scenario = file;
        Model model = load(one);
        const TornadoRequest request = request_of(options, model, interruption);
        ProgressBar bar;
        Tornado tornado = play_tornado(model, request, bar.observer());
        bar.clear();
        if (tornado.replicates > 0) results.push_back({file, std::move(model), std::move(tornado)});
        if (interruption.happened()) break;
    }
    return results;
}

void print(const TornadoOptions& options, std::span<const TornadoResult> results) {
    if (options.format == "csv")
        std::cout << tornado_csv(results);
    else if (options.format == "json")
        std::cout << tornado_json(results);
    else if (options.format == "markdown")
        std::cout << tornado_markdown(results);
    else
        std::cout << tornado_text(results, options.top, output_style());
}

void tornado(const TornadoOptions& options) {
    for (const std::string& scenario : options.scenarios) require_apart("--report", options.report, scenario);
    if (!options.report.empty()) AtomicFile probe(options.report); // better to hear now that it cannot be written
    const Interruption interruption;
    const std::vector<TornadoResult> results = played(options, interruption);
    if (!results.empty()) {
        print(options, results);
        if (!options.report.empty()) write_file(options.report, tornado_html(results, ASSENT_VERSION));
    }
    if (!interruption.happened()) return;
    std::cout.flush();
    const std::size_t moved = results.empty() ? 0 : results.back().tornado.bars.size();
    note(fmt::format("interrupted: {} of the scenarios begun; in the last {} numbers had been moved", results.size(),
                     moved));
    throw CLI::RuntimeError(exit_interrupted);
}

void add_what_is_moved(CLI::App& command, TornadoOptions& options) {
    command.add_flag("--all-sources", options.all_sources, "Move constants with a published figure too");
    command.add_flag("--constants-only", options.constants_only,
                     "Leave the uncertain numbers of the scenario as drawn");
    add_reach_option(command, options.reach);
}

} // namespace

void add_tornado(CLI::App& app) {
    CLI::App* command = app.add_subcommand("tornado", "Show which assumptions change who leads");
    const auto options = std::make_shared<TornadoOptions>();
    command->add_option("scenarios", options->scenarios, "Scenario files; several are summed up too")
        ->required()
        ->type_name("FILE");
    add_set_option(*command, *options);
    command->add_option("--strategy", options->strategies, "Whose figures are shown; not given: the leader's")
        ->expected(1)
        ->type_name("NAME");
    add_what_is_moved(*command, *options);
    add_replicates_option(*command, *options);
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    add_confidence_option(*command, *options);
    add_measure_option(*command, options->measure);
    add_top_option(*command, options->top, "Largest swings shown");
    command
        ->add_option("--format", options->format,
                     "table (for reading), csv or json (for programs), markdown (constants over all files)")
        ->check(CLI::IsMember({"table", "csv", "json", "markdown"}).description(""))
        ->capture_default_str()
        ->type_name("FORMAT");
    command->add_option("--report", options->report, "Write a page with a picture for each scenario")
        ->type_name("FILE.html");
    command->footer(
        "One number at a time goes to a low and to a high value; all strategies are played there with the same luck.\n"
        "Constants: by default those that no published figure stands behind. The leader changes only where the\n"
        "interval of the lead excludes 0, over all numbers together.\n\n"
        "  assent tornado acme.toml --report acme-tornado.html\n"
        "  assent tornado acme.toml --rank-by lifetime --all-sources");
    command->callback([options] { tornado(*options); });
}

} // namespace assent::cli
