// assent run: plays every strategy many times and ranks them.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "experiment/counterfactual.hpp"
#include "experiment/intervals.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "report/csv.hpp"
#include "report/html_report.hpp"
#include "report/json.hpp"
#include "report/number_words.hpp"
#include "report/ranking_table.hpp"
#include "report/replicate_choice.hpp"
#include "experiment/told_replicate.hpp"
#include "scenario/reader.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct RunOptions : PlayOptions {
    double precision = 0;
    RankMeasure measure = RankMeasure::win;
    std::string report, rows;
};

/// Counterfactuals of the report play at most so many deals for each change, and are left out for a centre so large that
/// they would take longer than all the rest; `assent why` has no such limits.
constexpr std::int64_t counterfactual_replicates = 4096;
constexpr int counterfactual_members = 40;

/// "nan" passes every comparison with the ends of a range.
std::string a_number(const std::string& text) {
    return std::isnan(std::strtod(text.c_str(), nullptr)) ? "Value " + text + " is no number; give one, such as 0.01"
                                                          : std::string();
}

/// Nothing given may be lost: no output over the scenario, no two outputs over each other.
void require_files_apart(const RunOptions& options) {
    if (same_file(options.rows, options.report))
        throw UserError(fmt::format("--rows {} (is the file of --report too); name another one", options.rows));
    for (const auto& [flag, file] : {std::pair{"--rows", options.rows}, std::pair{"--report", options.report}}) {
        require_apart(flag, file, options.scenario);
        if (file == "-")
            throw UserError(fmt::format("{} - (takes the name of a file); results on stdout come with --format", flag));
    }
}

RunRequest request_of(const RunOptions& options, const Model& model) {
    RunRequest request = options.request();
    request.strategies = find_strategies(model, options);
    if (options.precision > 0) {
        request.precision = options.precision;
        request.replicates = replicates_for(options.precision, options.confidence);
    }
    return request;
}

/// Everything that watches the rows as they come.
struct Watchers {
    std::optional<RowsCsv> rows;
    std::optional<ReplicateChoice> choice;

    [[nodiscard]] RowSink sink() {
        if (!rows && !choice) return {};
        return [this](std::size_t strategy, std::span<const OutcomeRow> seen) {
            if (rows) rows->see(strategy, seen);
            if (choice) choice->see(strategy, seen);
        };
    }
};

/// A word as a shell reads it back.
std::string shell_quoted(const std::string& word) {
    std::string quoted = "'";
    for (const char letter : word) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return quoted + "'";
}

std::string repeat_command(const RunOptions& options, const RunResult& result) {
    std::string command = fmt::format("assent run {}", shell_quoted(options.scenario));
    for (const std::string& setting : options.settings) command += fmt::format(" --set {}", shell_quoted(setting));
    for (const std::string& strategy : options.strategies)
        command += fmt::format(" --strategy {}", shell_quoted(strategy));
    command += fmt::format(" --replicates {} --seed {}", result.tally.replicates, options.seed);
    if (options.confidence != 0.95) command += fmt::format(" --confidence {}", options.confidence);
    if (options.measure != RankMeasure::win) command += fmt::format(" --rank-by {}", word(options.measure));
    return command + fmt::format(" --report {}", shell_quoted(options.report));
}

std::vector<ToldReplicate> told_replicates(const RunResult& result, const Plan& plan, const ReplicateChoice& choice) {
    std::vector<ToldReplicate> told;
    if (result.ranking.standings.empty()) return told;
    const std::size_t best = result.ranking.standings.front().strategy;
    const ChosenReplicates chosen = choice.choose(best);
    for (const auto& replicate : {chosen.median_win, chosen.typical_loss}) {
        if (!replicate) continue;
        Retold retold = retell(plan, result.strategies[best], result.tally.seed, *replicate);
        told.push_back({best, retold.row, std::move(retold.events)});
    }
    return told;
}

void write_report(const RunOptions& options, const RunResult& result, const Plan& plan, const ReplicateChoice& choice,
                  const Interruption& interruption) {
    ReportInput input{result, plan, {}, {}, {}, {}, {}};
    input.told = told_replicates(result, plan, choice);
    input.scenario_dump = dump_scenario(result.model);
    input.version = ASSENT_VERSION;
    input.command = repeat_command(options, result);
    const bool small = result.model.centre.size() <= counterfactual_members;
    if (!small) note("the report leaves out what would have turned the deal: the centre is large, see assent why");
    if (small && !interruption.happened()) {
        RunRequest request = options.request();
        request.replicates = std::min(counterfactual_replicates, result.tally.replicates);
        request.cancelled = &interruption.flag();
        ProgressBar bar;
        const std::size_t best = result.ranking.standings.front().strategy;
        input.counterfactuals = explain_losses(result.model, result.strategies[best], request, bar.observer());
    }
    write_html_report(input, options.report);
}

void print(const RunOptions& options, const RunResult& result) {
    if (options.format == "csv")
        std::cout << ranking_csv(result);
    else if (options.format == "json")
        std::cout << ranking_json(result);
    else
        std::cout << ranking_text(result, output_style());
}

RunResult play(const Model& model, const Plan& plan, const RunRequest& request, RankMeasure measure, Watchers& watchers,
               const Interruption& interruption) {
    ProgressBar bar;
    const auto start = std::chrono::steady_clock::now();
    RunResult result{model, run(plan, request, bar.observer(), watchers.sink()), {}, request.strategies};
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    result.ranking = rank(result.tally, request.confidence, measure);
    result.interrupted = interruption.happened();
    result.precision = request.precision;
    result.uncertain_numbers = plan.draws.size();
    return result;
}

void perform(const RunOptions& options) {
    require_files_apart(options);
    const Model model = load(options);
    const Plan plan = compile(model);
    const Interruption interruption;
    RunRequest request = request_of(options, model);
    request.cancelled = &interruption.flag();

    // Better to hear now than after the run that a file cannot be written.
    if (!options.report.empty()) AtomicFile probe(options.report);
    Watchers watchers;
    if (!options.rows.empty()) watchers.rows.emplace(options.rows, model, request.strategies);
    if (!options.report.empty()) watchers.choice.emplace();

    const RunResult result = play(model, plan, request, options.measure, watchers, interruption);
    if (result.tally.replicates == 0) {
        note("interrupted before the first deals were done");
        throw CLI::RuntimeError(exit_interrupted);
    }
    if (watchers.rows) watchers.rows->commit();
    if (!options.report.empty()) write_report(options, result, plan, *watchers.choice, interruption);
    print(options, result);
    std::cout.flush();
    const double played = static_cast<double>(result.tally.replicates) * static_cast<double>(request.strategies.size());
    note_on_terminal(fmt::format("{} in {:.2f} s, {} a second", deals(static_cast<std::int64_t>(played)),
                                 result.seconds, grouped(static_cast<std::int64_t>(played / result.seconds))));
    if (interruption.happened()) {
        note(fmt::format("interrupted: what is shown are the first {} of each strategy",
                         deals(result.tally.replicates)));
        throw CLI::RuntimeError(exit_interrupted);
    }
}

} // namespace

void add_run(CLI::App& app) {
    CLI::App* command = app.add_subcommand("run", "Play every strategy many times and rank them");
    const auto options = std::make_shared<RunOptions>();
    add_scenario_option(*command, *options);
    add_set_option(*command, *options);
    command->add_option("--strategy", options->strategies, "Play only this one, by its id or name; may be given again")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("NAME");
    CLI::Option* replicates = add_replicates_option(*command, *options);
    command->add_option("--precision", options->precision, "Play until every win rate is known to plus or minus this")
        ->check(CLI::Range(1e-5, 0.4).description("") & CLI::Validator(a_number, ""))
        ->excludes(replicates)
        ->type_name("SHARE");
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    add_confidence_option(*command, *options);
    add_format_option(*command, *options);
    add_measure_option(*command, options->measure);
    command->add_option("--report", options->report, "Write a report for the browser, all in one file")
        ->type_name("FILE.html");
    command->add_option("--rows", options->rows, "Write every single deal as a line")->type_name("FILE.csv");
    command->footer("Ctrl-C stops early and shows what was played until then.\n\n"
                    "  assent run acme.toml --precision 0.005 --report acme.html");
    command->callback([options] { perform(*options); });
}

} // namespace assent::cli
