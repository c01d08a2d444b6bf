// assent select: the best strategy with stated confidence, played no longer than that takes.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "report/number_words.hpp"
#include "report/ranking_table.hpp"
#include "report/selection_report.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

/// Batches are kept until the figures are made of them; this many take a quarter of a gigabyte for each strategy.
constexpr std::int64_t most_deals = std::int64_t{1} << 30;

struct SelectOptions : PlayOptions {
    RankMeasure measure = RankMeasure::win;
    double indifference = 0;
    std::int64_t budget = 0;
    SelectOptions() { replicates = 1'000'000; }
};

StrategySelectionRequest request_of(const SelectOptions& options, const Model& model,
                                    const Interruption& interruption) {
    StrategySelectionRequest request;
    request.run = options.request();
    request.run.cancelled = &interruption.flag();
    request.run.strategies = find_strategies(model, options);
    request.measure = options.measure;
    request.indifference = options.indifference;
    request.budget = options.budget;
    if (options.measure == RankMeasure::win && options.indifference >= 1)
        throw UserError(
            fmt::format("--indifference {:g} (is a share of the deals when ranked by win); give one below 1, "
                        "0.01 is one point of 100",
                        options.indifference));
    return request;
}

std::string above_zero(const std::string& text) {
    return std::strtod(text.c_str(), nullptr) > 0 ? std::string()
                                                  : "Value " + text + " is no number above 0; give one, such as 0.01";
}

void print(const SelectOptions& options, const SelectionResult& result) {
    if (options.format == "csv")
        std::cout << selection_csv(result);
    else if (options.format == "json")
        std::cout << selection_json(result);
    else
        std::cout << selection_text(result, output_style());
    std::cout.flush();
}

void perform(const SelectOptions& options) {
    const Model model = load(options);
    const Plan plan = compile(model);
    const Interruption interruption;
    const StrategySelectionRequest request = request_of(options, model, interruption);
    ProgressBar bar;
    const auto start = std::chrono::steady_clock::now();
    const SelectionResult result{model, select_strategy(plan, request, bar.observer())};
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    bar.clear();
    const std::int64_t all = result.played.deals() + result.played.fresh_deals();
    if (all > 0) {
        print(options, result);
        note_on_terminal(fmt::format("{} in {:.2f} s, {} a second", deals(all), seconds,
                                     grouped(static_cast<std::int64_t>(static_cast<double>(all) / seconds))));
    }
    if (!interruption.happened()) return;
    note(all > 0 ? "interrupted" : "interrupted before the first deals were done");
    throw CLI::RuntimeError(exit_interrupted);
}

void add_procedure_options(CLI::App& command, SelectOptions& options) {
    command
        .add_option(
            "--indifference", options.indifference,
            "Difference that no longer matters: a share of the deals when ranked by win (preset 0.01, one of 100 "
            "deals), else money (preset 1 % of what the leader earns in the first deals)")
        ->check(CLI::Validator(above_zero, ""))
        ->type_name("DIFFERENCE");
    CLI::Option* replicates = add_deals_option(command, "--replicates", options.replicates,
                                               "Deals of each strategy at most; then it stays undecided")
                                  ->check(CLI::Range(std::int64_t{1}, most_deals).description(""))
                                  ->capture_default_str();
    add_deals_option(command, "--budget", options.budget,
                     "Deals of all strategies together: spends these where they tell most")
        ->check(CLI::Range(std::int64_t{1}, most_deals).description(""))
        ->excludes(replicates);
}

} // namespace

void add_select(CLI::App& app) {
    CLI::App* command = app.add_subcommand("select", "Find the best strategy with stated confidence, in few deals");
    const auto options = std::make_shared<SelectOptions>();
    add_scenario_option(*command, *options);
    add_set_option(*command, *options);
    command
        ->add_option("--strategy", options->strategies, "Choose among these alone, by id or name; may be given again")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("NAME");
    add_measure_option(*command, options->measure);
    add_procedure_options(*command, *options);
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    add_confidence_option(*command, *options);
    add_format_option(*command, *options);
    command->footer(
        "Strategies that fall behind are dropped early (Kim & Nelson 2001); deals played afterwards, which the\n"
        "choice has not seen, say by how much the chosen one is better. With --budget there is no guarantee but\n"
        "the best use of a fixed number of deals (OCBA, Chen et al. 2000).\n\n"
        "  assent select acme.toml --indifference 0.02\n"
        "  assent select acme.toml --rank-by lifetime --indifference 500\n"
        "  assent select acme.toml --budget 50k");
    command->callback([options] { perform(*options); });
}

} // namespace assent::cli
