// assent why: who blocked it, and what would have turned them.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "experiment/counterfactual.hpp"
#include "report/counterfactual_table.hpp"
#include "report/csv.hpp"
#include "report/json.hpp"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct WhyOptions : PlayOptions {
    int top = 12;
};

void why(const WhyOptions& options) {
    const Model model = load(options);
    const Interruption interruption;
    RunRequest request = options.request();
    request.cancelled = &interruption.flag();
    ProgressBar bar;
    const CounterfactualReport report = explain_losses(model, one_strategy(model, options), request, bar.observer());
    bar.clear();
    if (options.format == "csv")
        std::cout << counterfactual_csv(model, report);
    else if (options.format == "json")
        std::cout << counterfactual_json(model, request, report);
    else
        std::cout << counterfactual_text(model, request, report, options.top, output_style());
    if (!interruption.happened()) return;
    std::cout.flush();
    note(fmt::format("interrupted: {} changes had been played", report.changes.size()));
    throw CLI::RuntimeError(exit_interrupted);
}

} // namespace

void add_why(CLI::App& app) {
    CLI::App* command = app.add_subcommand("why", "Show who blocked the deal, and what would have turned them");
    const auto options = std::make_shared<WhyOptions>();
    add_scenario_option(*command, *options);
    add_one_strategy_option(*command, *options);
    add_replicates_option(*command, *options);
    add_top_option(*command, options->top, "Changes shown on either side of the table");
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    add_confidence_option(*command, *options);
    add_format_option(*command, *options);
    command->footer(
        "Every objection, link, mind and rule is changed alone, and the same deals are played again with the\n"
        "same luck. Differences are in points of 100 deals; their intervals hold together.");
    command->callback([options] { why(*options); });
}

} // namespace assent::cli
