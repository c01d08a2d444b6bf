// assent sensitivity: which uncertain numbers explain the spread of a strategy's result.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "experiment/in_parallel.hpp"
#include "model/user_error.hpp"
#include "store/atomic_file.hpp"
#include "report/sensitivity_report.hpp"
#include "report/tornado_report.hpp"

#include <algorithm>
#include <bit>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct SensitivityOptions : PlayOptions {
    std::string method = "sobol";
    RankMeasure measure = RankMeasure::win;
    bool constants = false, all_sources = false;
    double reach = ConstantChoice{}.reach;
    std::uint32_t samples = 512;
    int trajectories = SensitivityRequest{}.trajectories;
    int top = 20;
    std::string report;
    SensitivityOptions() { replicates = 128; }
};

SensitivityRequest request_of(const SensitivityOptions& options, const Model& model, const Interruption& interruption) {
    if (!std::has_single_bit(options.samples))
        throw UserError(fmt::format("--samples {} (must be a power of two, for the points to be even); try {} or {}",
                                    options.samples, std::bit_floor(options.samples), std::bit_ceil(options.samples)));
    SensitivityRequest request;
    request.run = options.request();
    request.run.cancelled = &interruption.flag();
    request.measure = options.measure;
    if (!options.strategies.empty()) request.watched = find_strategy(model, options.strategies.front());
    request.method = options.method == "morris" ? SensitivityMethod::morris : SensitivityMethod::sobol;
    request.constants = options.constants;
    request.choice = {options.all_sources, options.reach};
    request.doublings = static_cast<unsigned>(std::countr_zero(options.samples));
    request.trajectories = options.trajectories;
    return request;
}

/// Text in the wanted format.
template <class Table, class Csv, class Json>
void print(const SensitivityOptions& options, const Table& table, const Csv& csv, const Json& json) {
    std::cout << (options.format == "csv" ? csv() : options.format == "json" ? json() : table());
}

void explain(const SensitivityOptions& options, Model model, const Interruption& interruption) {
    const SensitivityRequest request = request_of(options, model, interruption);
    ProgressBar bar;
    Sensitivity found = explain_spread(model, request, bar.observer());
    bar.clear();
    const SensitivityResult result{options.scenario, std::move(model), std::move(found)};
    print(
        options, [&] { return sensitivity_text(result, options.top, output_style()); },
        [&] { return sensitivity_csv(result); }, [&] { return sensitivity_json(result); });
    if (!options.report.empty()) write_file(options.report, sensitivity_html(result, ASSENT_VERSION));
}

/// As `assent tornado` does for one scenario.
void turn(const SensitivityOptions& options, Model model, const Interruption& interruption) {
    TornadoRequest request;
    request.run = options.request();
    request.run.cancelled = &interruption.flag();
    request.measure = options.measure;
    if (!options.strategies.empty()) request.watched = find_strategy(model, options.strategies.front());
    request.all_sources = options.all_sources;
    request.reach = options.reach;
    ProgressBar bar;
    Tornado tornado = play_tornado(model, request, bar.observer());
    bar.clear();
    if (interruption.happened()) throw Cancelled();
    const std::vector<TornadoResult> results{{options.scenario, std::move(model), std::move(tornado)}};
    print(
        options, [&] { return tornado_text(results, options.top, output_style()); },
        [&] { return tornado_csv(results); }, [&] { return tornado_json(results); });
    if (!options.report.empty()) write_file(options.report, tornado_html(results, ASSENT_VERSION));
}

void sensitivity(const SensitivityOptions& options) {
    require_apart("--report", options.report, options.scenario);
    if (!options.report.empty()) AtomicFile probe(options.report); // better to hear now that it cannot be written
    Model model = load(options);
    const Interruption interruption;
    try {
        if (options.method == "tornado")
            turn(options, std::move(model), interruption);
        else
            explain(options, std::move(model), interruption);
    } catch (const Cancelled&) {
        note("interrupted: nothing was finished that could be shown");
        throw CLI::RuntimeError(exit_interrupted);
    }
}

void add_what_is_moved(CLI::App& command, SensitivityOptions& options) {
    command.add_flag("--constants", options.constants, "Move constants of the model too, not only your own numbers");
    command.add_flag("--all-sources", options.all_sources, "Of the constants also those with a published figure");
    add_reach_option(command, options.reach);
}

void add_sizes(CLI::App& command, SensitivityOptions& options) {
    command
        .add_option("--samples", options.samples,
                    "sobol: points for each number and twice more, a power of two from 16 on")
        ->check(CLI::Range(16u, 1u << 20).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
    command.add_option("--trajectories", options.trajectories, "morris: how often each number is moved")
        ->check(CLI::Range(2, 100'000).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
    add_replicates_option(command, options)->description("Deals played at each point; at least 2");
}

} // namespace

void add_sensitivity(CLI::App& app) {
    CLI::App* command = app.add_subcommand("sensitivity", "Show which uncertain numbers explain a strategy's result");
    const auto options = std::make_shared<SensitivityOptions>();
    add_scenario_option(*command, *options);
    add_set_option(*command, *options);
    command
        ->add_option("--method", options->method,
                     "sobol (shares of the spread, alone and together), morris (a coarse look at many numbers), "
                     "tornado (one at a time, constants too)")
        ->check(CLI::IsMember({"sobol", "morris", "tornado"}).description(""))
        ->capture_default_str()
        ->type_name("METHOD");
    command->add_option("--strategy", options->strategies, "Whose result is explained; not given: the leader's")
        ->expected(1)
        ->type_name("NAME");
    add_measure_option(*command, options->measure);
    add_what_is_moved(*command, *options);
    add_sizes(*command, *options);
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    add_confidence_option(*command, *options);
    add_top_option(*command, options->top, "Largest bars shown");
    add_format_option(*command, *options);
    command->add_option("--report", options->report, "Write a page with a picture")->type_name("FILE.html");
    command->footer(
        "All uncertain numbers vary at once; every point meets the same luck. With d numbers sobol plays the samples\n"
        "d + 6 times, morris the trajectories d + 1 times. Luck of few deals blurs both; the text says how much.\n\n"
        "  assent sensitivity acme.toml --strategy challenger --report acme-spread.html\n"
        "  assent sensitivity acme.toml --method morris --constants --rank-by lifetime");
    command->callback([options] { sensitivity(*options); });
}

} // namespace assent::cli
