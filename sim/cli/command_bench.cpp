// assent bench: how fast this machine plays, and the signature of the deals it plays.
#include "cli/bench_peak.hpp"
#include "cli/bench_rollouts.hpp"
#include "cli/bench_scenarios.hpp"
#include "cli/command.hpp"
#include "cli/isa_option.hpp"
#include "cli/terminal.hpp"
#include "experiment/parallel.hpp"
#include "experiment/run.hpp"
#include "model/compile.hpp"
#include "model/user_error.hpp"
#include "report/json_bench.hpp"
#include "report/number_words.hpp"
#include "report/table.hpp"
#include "scenario/reader.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

/// Enough to fill one block and begin the next.
constexpr std::int64_t signature_replicates = 300;
constexpr double seconds_per_measurement = 0.1;
/// Centres made for measuring, in people.
constexpr int centre_sizes[] = {5, 20, 100};
constexpr int rounds = 5;

Model read(const std::string& scenario, const std::string& name) {
    Reading reading = read_scenario_text(scenario, name, ".");
    if (reading.ok()) return std::move(reading.model);
    std::string text = fmt::format("the built-in scenario {} is not valid:", name);
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

/// Plays all built-in scenarios under every decision rule, with every instruction set.
std::uint64_t find_signature(int threads) {
    std::uint64_t signature = signature_start;
    for (const BenchScenario& scenario : bench_scenarios) {
        Model model = read(scenario.text, std::string(scenario.name));
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
    return signature;
}

/// Text of the scenario of a measured company. Throws UserError for an unknown one.
std::string scenario_of(const std::string& company) {
    for (const BenchScenario& scenario : bench_scenarios)
        if (company == scenario.name) return scenario.text;
    constexpr std::string_view made = "made-";
    int people = 0;
    const char* end = company.data() + company.size();
    if (company.starts_with(made) && std::from_chars(company.data() + made.size(), end, people).ptr == end &&
        people >= 3 && people <= Limits::stakeholders)
        return bench_centre(people);
    throw UserError(
        fmt::format("--print {}: there is no such company (haulier, bazaar, council, or made-N with 3 to {} "
                    "people, for example made-5)",
                    company, Limits::stakeholders));
}

struct Setting {
    Isa isa;
    int threads;
    std::vector<double> rates{};      ///< deals a second, one for each round
    std::vector<double> wall_rates{}; ///< the same by the clock on the wall
};

/// A round of one setting. On one thread the seconds are those of the processor, so that other work on the machine does
/// not count; several threads are only worth what they reach together.
void measure(const Plan& plan, Setting& setting, std::int64_t replicates) {
    RunRequest request;
    request.replicates = replicates;
    request.isa = setting.isa;
    request.threads = setting.threads;
    const auto wall_start = std::chrono::steady_clock::now();
    const std::clock_t start = std::clock();
    run(plan, request);
    const double used = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - wall_start).count();
    const double deals = static_cast<double>(replicates) * static_cast<double>(plan.strategies.size());
    setting.wall_rates.push_back(deals / wall);
    setting.rates.push_back(deals / (setting.threads == 1 ? used : wall));
}

/// Whatever else the machine does only makes a round slower.
double fastest(const std::vector<double>& rates) { return *std::ranges::max_element(rates); }

/// The settings take turns, so that whatever else the machine does hits all of them alike.
void measure_all(const Plan& plan, std::vector<Setting>& settings) {
    const double deals_a_replicate = static_cast<double>(plan.strategies.size());
    std::vector<std::int64_t> replicates;
    for (const Setting& setting : settings) {
        Setting rough{setting.isa, setting.threads};
        measure(plan, rough, block_size);
        replicates.push_back(std::max<std::int64_t>(
            2 * block_size,
            static_cast<std::int64_t>(rough.rates.front() / deals_a_replicate * seconds_per_measurement)));
    }
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < settings.size(); ++i) measure(plan, settings[i], replicates[i]);
}

/// Weeks that a deal of this plan takes, on average.
double weeks_of(const Plan& plan) {
    RunRequest request;
    request.replicates = 4 * block_size;
    std::int64_t weeks = 0, deals = 0;
    run(plan, request, {}, [&](std::size_t, std::span<const OutcomeRow> rows) {
        for (const OutcomeRow& row : rows) weeks += row.week;
        deals += std::ssize(rows);
    });
    return static_cast<double>(weeks) / static_cast<double>(deals);
}

/// All instruction sets on one thread, the one in use on all threads as well; that one comes last.
struct Measured {
    std::vector<BenchLine> lines;
    double thread_ratio = 0; ///< all threads against one by the clock on the wall; 0: there is but one
};

Measured measure_company(const std::string& company, const std::string& scenario, int threads) {
    const Plan plan = compile(read(scenario, company));
    std::vector<Setting> settings;
    for (const Isa isa : playable_isas()) settings.push_back({isa, 1});
    if (threads > 1) settings.push_back({preferred_isa(), threads});
    measure_all(plan, settings);

    const double stakeholder_weeks = weeks_of(plan) * plan.n_member, one_lane = fastest(settings.front().rates);
    Measured measured;
    for (const Setting& setting : settings) {
        const double rate = fastest(setting.rates);
        measured.lines.push_back({company, plan.n_member, word(setting.isa), setting.threads, rate,
                                  1e9 / rate / stakeholder_weeks, rate / one_lane});
        if (threads > 1 && setting.threads == 1 && setting.isa == preferred_isa())
            measured.thread_ratio = fastest(settings.back().wall_rates) / fastest(setting.wall_rates);
    }
    return measured;
}

/// The haulier, whose three strategies seldom turn to the same person at once, and centres that differ in size alone.
BenchReport measure_machine(int threads) {
    BenchReport report;
    Measured haulier = measure_company("haulier", bench_company, threads);
    report.lines = std::move(haulier.lines);
    report.thread_ratio = haulier.thread_ratio;
    for (const int people : centre_sizes) {
        const Measured made = measure_company("made", bench_centre(people), threads);
        report.lines.insert(report.lines.end(), made.lines.begin(), made.lines.end());
    }
    const std::vector<Isa> isas = playable_isas();
    for (std::size_t i = 0; i < isas.size(); ++i) { // the first lines are the haulier's, one for each set
        const Peak peak = measure_peak(isas[i]);
        report.peaks.push_back(
            {word(isas[i]), peak.multiply_adds, peak.philox_blocks, report.lines[i].ns_per_stakeholder_week});
    }
    report.rollout_threads = std::min(threads, 2);
    report.rollout_seconds = advice_seconds;
    const RolloutSpeed speed = measure_rollouts(compile(read(bench_company, "haulier")), report.rollout_threads);
    report.rollouts = speed.in_time;
    report.rollouts_wanted = advice_rollouts;
    report.rollout_processor_seconds = speed.processor_seconds;
    return report;
}

void print_speeds(const BenchReport& report, const TextStyle& style) {
    std::cout << wrapped(fmt::format("assent {}: deals played on this machine, by size of the buying centre and by the "
                                     "instructions of the processor that are used; several threads use {}. Best of {} "
                                     "rounds in turns. A second is one of the processor's where one thread plays, and "
                                     "one of the clock on the wall where several do.",
                                     ASSENT_VERSION, word(preferred_isa()), rounds),
                         style)
              << '\n';
    Table table({{"Company", "", Table::Align::left},
                 {"People", ""},
                 {"Set", "", Table::Align::left},
                 {"Threads", ""},
                 {"Deals", "a second"},
                 {"Time", "ns a person and week"},
                 {"Ratio", "to one lane"}},
                1);
    for (const BenchLine& line : report.lines)
        table.add({line.company, std::to_string(line.people), line.isa, std::to_string(line.threads),
                   grouped(static_cast<std::int64_t>(line.deals_per_second)), decimal(line.ns_per_stakeholder_week, 1),
                   decimal(line.ratio, 2)});
    std::cout << table.text(style);
}

void print_peaks(const BenchReport& report, const TextStyle& style) {
    std::cout << '\n'
              << wrapped("What one core can do at most, and how much of it would fit into the time that one person of "
                         "the haulier's takes in one week. A multiply-add is rounded twice; a random block is four "
                         "numbers of Philox.",
                         style)
              << '\n';
    Table table({{"Set", "", Table::Align::left},
                 {"Multiply-adds", "10⁹ a second"},
                 {"Random blocks", "10⁶ a second"},
                 {"A person's week", "multiply-adds"},
                 {"or", "random blocks"}},
                1);
    for (const BenchPeak& peak : report.peaks)
        table.add({peak.isa, decimal(peak.multiply_adds_per_second / 1e9, 1),
                   decimal(peak.random_blocks_per_second / 1e6, 0),
                   decimal(peak.multiply_adds_per_stakeholder_week(), 0),
                   decimal(peak.random_blocks_per_stakeholder_week(), 1)});
    std::cout << table.text(style);
}

void print_report(const BenchReport& report) {
    const TextStyle style = output_style();
    print_speeds(report, style);
    print_peaks(report, style);
    std::cout << '\n';
    if (report.thread_ratio > 0)
        std::cout << fmt::format("All threads against one: {}\n", decimal(report.thread_ratio, 2));
    std::cout << fmt::format(
                     "Rollouts of a deal in its week 6 at the rate of the best of some rounds: in {:.0f} ms, on {} {}, "
                     "{}\n",
                     1e3 * report.rollout_seconds, report.rollout_threads,
                     report.rollout_threads == 1 ? "thread" : "threads",
                     grouped(static_cast<std::int64_t>(report.rollouts)))
              << fmt::format("{} of them take {:.0f} ms of the processor, all threads together\n",
                             grouped(report.rollouts_wanted), 1e3 * report.rollout_processor_seconds)
              << fmt::format("signature {:016x}\n", report.signature);
}

} // namespace

void add_bench(CLI::App& app) {
    CLI::App* command =
        app.add_subcommand("bench", "Measure this machine, or print the signature of the deals it plays");
    struct Options {
        bool signature = false, json = false;
        std::optional<std::string> print;
        int threads = 0;
    };
    const auto options = std::make_shared<Options>();
    command->add_flag("--signature", options->signature,
                      "One line that is the same wherever this version of assent plays the same deals");
    command->add_flag("--json", options->json, "The table as JSON, for programs");
    command
        ->add_option(
            "--print", options->print,
            "Print the scenario of a company that is measured: haulier, bazaar, council, or made-N for N people")
        ->type_name("COMPANY");
    command->add_option("--threads", options->threads, "Threads; 0: all the machine has")
        ->check(CLI::Range(0, thread_limit).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
    add_isa_option(*command);
    command->callback([options] {
        if (options->print) {
            std::cout << scenario_of(*options->print);
            return;
        }
        const std::uint64_t signature = find_signature(options->threads);
        if (options->signature) {
            std::cout << fmt::format("signature {:016x}\n", signature);
            return;
        }
        BenchReport report = measure_machine(thread_count(options->threads));
        report.signature = signature;
        if (options->json)
            std::cout << bench_json(report);
        else
            print_report(report);
    });
}

} // namespace assent::cli
