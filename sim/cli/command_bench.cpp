// assent bench: how fast this machine plays, and the signature of the deals it plays.
#include "cli/bench_scenarios.hpp"
#include "cli/command.hpp"
#include "cli/isa_option.hpp"
#include "cli/terminal.hpp"
#include "experiment/parallel.hpp"
#include "experiment/run.hpp"
#include "model/compile.hpp"
#include "report/number_words.hpp"
#include "report/plan_tables.hpp"
#include "scenario/reader.hpp"

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

/// Enough to fill one block and begin the next.
constexpr std::int64_t signature_replicates = 300;
constexpr double seconds_per_measurement = 0.25;
constexpr int rounds = 5;

Model read(const BenchScenario& scenario) {
    Reading reading = read_scenario_text(scenario.text, std::string(scenario.name), ".");
    if (reading.ok()) return std::move(reading.model);
    std::string text = fmt::format("the built-in scenario {} is not valid:", scenario.name);
    for (const Problem& problem : reading.problems) text += "\n" + problem.text();
    throw std::logic_error(text);
}

std::uint64_t signature_of(const Plan& plan, Isa isa, int threads) {
    RunRequest request;
    request.replicates = signature_replicates;
    request.isa = isa;
    request.threads = threads;
    return run(plan, request).signature;
}

/// Plays all built-in scenarios under every decision rule, at both lane widths.
void print_signature(int threads) {
    std::uint64_t signature = signature_start;
    for (const BenchScenario& scenario : bench_scenarios) {
        Model model = read(scenario);
        for (int rule = 0; rule < decision_rule_count; ++rule) {
            model.process.rule = static_cast<DecisionRule>(rule);
            const Plan plan = compile(model);
            const std::uint64_t one = signature_of(plan, Isa::one, threads);
            for (const Isa isa : playable_isas()) {
                const std::uint64_t several = signature_of(plan, isa, threads);
                if (one == several) continue;
                note(fmt::format("assent bench: scenario {}, decision rule {}: one lane plays other deals ({:016x}) "
                                 "than {} does ({:016x}); this is a bug, please report it",
                                 scenario.name, rule, one, word(isa), several));
                throw CLI::RuntimeError(exit_check_failed);
            }
            signature = (signature ^ one) * 1099511628211ull;
        }
    }
    std::cout << fmt::format("signature {:016x}\n", signature);
}

struct Setting {
    std::string name;
    Isa isa;
    int threads;
    std::vector<double> rates; ///< deals a second, one for each round
};

double measure(const Plan& plan, const Setting& setting, std::int64_t replicates) {
    RunRequest request;
    request.replicates = replicates;
    request.isa = setting.isa;
    request.threads = setting.threads;
    const auto start = std::chrono::steady_clock::now();
    run(plan, request);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return static_cast<double>(replicates) * static_cast<double>(plan.strategies.size()) / seconds;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// The settings take turns, so that whatever else the machine does hits all of them alike.
void measure_all(const Plan& plan, std::vector<Setting>& settings) {
    const double deals_a_replicate = static_cast<double>(plan.strategies.size());
    std::vector<std::int64_t> replicates;
    for (const Setting& setting : settings) {
        const double rough = measure(plan, setting, 2048);
        replicates.push_back(std::max<std::int64_t>(
            2048, static_cast<std::int64_t>(rough / deals_a_replicate * seconds_per_measurement)));
    }
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < settings.size(); ++i)
            settings[i].rates.push_back(measure(plan, settings[i], replicates[i]));
}

void print_speed(int threads) {
    const Plan plan = compile(read(bench_scenarios[0]));
    const int all = thread_count(threads);
    std::vector<Setting> settings;
    for (const Isa isa : playable_isas()) settings.push_back({word(isa) + ", 1 thread", isa, 1, {}});
    const Isa best = preferred_isa();
    if (all > 1) settings.push_back({fmt::format("{}, {} threads", word(best), all), best, all, {}});
    measure_all(plan, settings);

    const TextStyle style = output_style();
    std::cout << wrapped(fmt::format(
                             "assent {}: {} members, {} strategies, up to {} weeks, {:.1f} KiB of plan. Median of {} "
                             "rounds.",
                             ASSENT_VERSION, plan.n_member, plan.strategies.size(), plan.horizon,
                             static_cast<double>(plan_bytes(plan)) / 1024, rounds),
                         style)
              << '\n';
    Table table({{"Setting", "", Table::Align::left},
                 {"Deals", "a second"},
                 {"Time", "ns a deal"},
                 {"Ratio", "to the line above"}},
                1);
    for (std::size_t i = 0; i < settings.size(); ++i) {
        const double rate = median(settings[i].rates);
        table.add({settings[i].name, grouped(static_cast<std::int64_t>(rate)), decimal(1e9 / rate, 0),
                   i == 0 ? "" : decimal(rate / median(settings[i - 1].rates), 2)});
    }
    std::cout << table.text(style);
}

} // namespace

void add_bench(CLI::App& app) {
    CLI::App* command =
        app.add_subcommand("bench", "Measure this machine, or print the signature of the deals it plays");
    struct Options {
        bool signature = false;
        int threads = 0;
    };
    const auto options = std::make_shared<Options>();
    command->add_flag("--signature", options->signature,
                      "One line that is the same wherever this version of assent plays the same deals");
    command->add_option("--threads", options->threads, "Threads; 0: all the machine has")
        ->check(CLI::Range(0, thread_limit).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
    command->callback([options] {
        if (options->signature)
            print_signature(options->threads);
        else
            print_speed(options->threads);
    });
}

} // namespace assent::cli
