// assent trace: one deal told week by week.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "report/narrator.hpp"
#include "report/number_words.hpp"
#include "report/replicate_choice.hpp"
#include "report/run_result.hpp"
#include "experiment/told_replicate.hpp"

#include <charconv>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct TraceOptions : PlayOptions {
    std::string replicate = "win";
};

/// "win", "loss" or "none" picked from the deals that `assent run` plays.
std::optional<std::uint64_t> pick(const Plan& plan, std::int32_t strategy, const TraceOptions& options) {
    ReplicateChoice choice;
    std::vector<OutcomeRow> undecided;
    RunRequest request = options.request();
    request.strategies = {strategy};
    ProgressBar bar;
    run(plan, request, bar.observer(), [&](std::size_t place, std::span<const OutcomeRow> rows) {
        if (options.replicate != "none") {
            choice.see(place, rows);
            return;
        }
        undecided.clear();
        for (const OutcomeRow& row : rows)
            if (row.outcome == Outcome::no_decision) undecided.push_back(row);
        choice.see(place, undecided);
    });
    const ChosenReplicates chosen = choice.choose(0);
    return options.replicate == "win" ? chosen.median_win : chosen.typical_loss;
}

std::uint64_t replicate_of(const Plan& plan, std::int32_t strategy, const TraceOptions& options) {
    const std::string& text = options.replicate;
    if (text == "win" || text == "loss" || text == "none") {
        if (const auto found = pick(plan, strategy, options)) return *found;
        throw UserError(fmt::format("--replicate {} (no such deal among {}); play more with --replicates, or ask for "
                                    "another of win, loss, none",
                                    text, grouped(options.replicates)));
    }
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number >= std::uint64_t{1} << 40)
        throw UserError(
            fmt::format("--replicate {} (not a deal); give a number from 0 to 2^40 - 1, or win, loss, none", text));
    return number;
}

void trace(const TraceOptions& options) {
    const Model model = load(options);
    const Plan plan = compile(model);
    const std::int32_t strategy = one_strategy(model, options);
    const std::uint64_t replicate = replicate_of(plan, strategy, options);
    const Retold retold = retell(plan, strategy, options.seed, replicate);
    const TextStyle style = output_style();
    std::cout << emphasised(fmt::format("{}: deal {} of seed {}",
                                        printable(name_of(model.strategies[std::size_t(strategy)])), replicate,
                                        options.seed),
                            Emphasis::strong, style)
              << "\n\n"
              << narrate_text(model, plan, strategy, retold.events, style);
}

} // namespace

void add_trace(CLI::App& app) {
    CLI::App* command = app.add_subcommand("trace", "Tell one deal week by week");
    const auto options = std::make_shared<TraceOptions>();
    add_scenario_option(*command, *options);
    add_one_strategy_option(*command, *options);
    command
        ->add_option("--replicate", options->replicate,
                     "Which deal: its number from 0 on, or win (the median win), loss (the most typical failure), none "
                     "(a typical deal without a decision)")
        ->capture_default_str()
        ->type_name("NUMBER|win|loss|none");
    add_replicates_option(*command, *options)->description("Deals among which win, loss and none are looked for");
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    command->callback([options] { trace(*options); });
}

} // namespace assent::cli
