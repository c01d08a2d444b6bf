#include "cli/play_options.hpp"

#include "cli/isa_option.hpp"
#include "cli/terminal.hpp"
#include "experiment/parallel.hpp"
#include "model/user_error.hpp"
#include "report/run_result.hpp"
#include "scenario/findings.hpp"
#include "scenario/reader.hpp"
#include "scenario/settings.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <map>
#include <numeric>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

/// CLI11 reads -1 as the largest number there is, and so what is too large for 64 bits.
std::string whole_number(const std::string& text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size()) return {};
    return "Value " + text + " is not a whole number from 0 to 18446744073709551615; give one, such as 1";
}

std::vector<std::string> names_of(const Model& model) {
    std::vector<std::string> names;
    for (const Strategy& strategy : model.strategies) names.push_back(strategy.id);
    return names;
}

/// Words of --rank-by.
const std::map<std::string, RankMeasure>& measures() {
    static const std::map<std::string, RankMeasure> by_word = [] {
        std::map<std::string, RankMeasure> words;
        for (std::size_t m = 0; m < rank_measure_count; ++m)
            words.emplace(word(static_cast<RankMeasure>(m)), static_cast<RankMeasure>(m));
        return words;
    }();
    return by_word;
}

} // namespace

RunRequest PlayOptions::request() const {
    RunRequest request;
    request.seed = seed;
    request.replicates = replicates;
    request.confidence = confidence;
    request.threads = threads;
    return request;
}

void add_scenario_option(CLI::App& command, PlayOptions& options) {
    command.add_option("scenario", options.scenario, "Scenario file; - is standard input")
        ->required()
        ->type_name("FILE");
}

void add_set_option(CLI::App& command, PlayOptions& options) {
    command
        .add_option("--set", options.settings,
                    "Set a key of the scenario to another value, such as company.need=0.3; may be given again")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("PATH=VALUE");
}

void add_seed_option(CLI::App& command, PlayOptions& options) {
    add_seed_option(command, options.seed, "Which luck is played; the same seed gives the same deals");
}

void add_seed_option(CLI::App& command, std::uint64_t& seed, const std::string& meaning) {
    command.add_option("--seed", seed, meaning)
        ->check(CLI::Validator(whole_number, ""))
        ->capture_default_str()
        ->type_name("NUMBER");
}

CLI::Option* add_replicates_option(CLI::App& command, PlayOptions& options) {
    return add_deals_option(command, "--replicates", options.replicates, "Deals played with each strategy")
        ->capture_default_str();
}

CLI::Option* add_deals_option(CLI::App& command, const std::string& name, std::int64_t& deals,
                              const std::string& meaning) {
    const std::map<std::string, std::int64_t> units{{"k", 1000}, {"m", 1'000'000}, {"g", 1'000'000'000}};
    return command.add_option(name, deals, meaning + "; 1M is a million")
        ->transform(CLI::AsNumberWithUnit(units, CLI::AsNumberWithUnit::CASE_INSENSITIVE).description(""))
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{1} << 40).description(""))
        ->type_name("NUMBER");
}

void add_threads_option(CLI::App& command, PlayOptions& options) {
    command
        .add_option("--threads", options.threads,
                    "Threads that play; 0: all the machine has. They never change a result")
        ->check(CLI::Range(0, thread_limit).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
    add_isa_option(command);
}

void add_confidence_option(CLI::App& command, PlayOptions& options) {
    command.add_option("--confidence", options.confidence, "Confidence of every interval, from 0.5 on")
        ->check(CLI::Range(0.5, 0.999999).description(""))
        ->capture_default_str()
        ->type_name("SHARE");
}

void add_format_option(CLI::App& command, PlayOptions& options) {
    command.add_option("--format", options.format, "table (for reading), csv or json (for programs)")
        ->check(CLI::IsMember({"table", "csv", "json"}).description(""))
        ->capture_default_str()
        ->type_name("FORMAT");
}

void add_top_option(CLI::App& command, int& top, const std::string& meaning) {
    command.add_option("--top", top, meaning)
        ->check(CLI::Range(1, 100'000).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
}

void add_reach_option(CLI::App& command, double& reach) {
    command
        .add_option("--reach", reach, "How far a constant is moved, as a share of the way to either end of its range")
        ->check(CLI::Range(0.001, 1.0).description(""))
        ->capture_default_str()
        ->type_name("SHARE");
}

void add_measure_option(CLI::App& command, RankMeasure& measure) {
    command
        .add_option_function<std::string>(
            "--rank-by", [&measure](const std::string& word) { measure = measures().at(word); },
            "What is best: win rate; margin or lifetime value per deal, lost ones too; value per hour of selling")
        ->check(CLI::IsMember(measures()))
        ->default_str("win")
        ->type_name("MEASURE");
}

void add_one_strategy_option(CLI::App& command, PlayOptions& options) {
    command.add_option("--strategy", options.strategies, "The strategy, by its id or name")
        ->expected(1)
        ->type_name("NAME");
}

bool same_file(const std::string& one, const std::string& other) {
    std::error_code none;
    return !one.empty() && !other.empty() && (one == other || std::filesystem::equivalent(one, other, none));
}

void require_apart(const std::string& flag, const std::string& file, const std::string& scenario,
                   const std::string& what) {
    if (same_file(file, scenario))
        throw UserError(fmt::format("{} {} (is {}, which would be lost); name another file", flag, file, what));
}

Model load(const PlayOptions& options) {
    std::vector<Problem> warnings;
    Model model = load_scenario(options.scenario, &warnings);
    for (const Problem& warning : warnings) note(warning.text());
    if (options.settings.empty()) return model;
    ScenarioChanges changes;
    for (const std::string& assignment : options.settings) changes.set.push_back(setting_of(assignment));
    return changed_scenario(model, std::span(&changes, 1), "--set");
}

std::int32_t find_strategy(const Model& model, const std::string& name) {
    for (std::size_t i = 0; i < model.strategies.size(); ++i)
        if (model.strategies[i].id == name || model.strategies[i].name == name) return static_cast<std::int32_t>(i);
    const std::vector<std::string> names = names_of(model);
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string_view meant = nearest(name, views);
    throw UserError(fmt::format("--strategy {} (the scenario has no such strategy); {}it has: {}", name,
                                meant.empty() ? std::string() : fmt::format("did you mean {}? ", meant),
                                fmt::join(names, ", ")));
}

std::vector<std::int32_t> find_strategies(const Model& model, const PlayOptions& options) {
    std::vector<std::int32_t> strategies;
    for (const std::string& name : options.strategies) {
        const std::int32_t strategy = find_strategy(model, name);
        if (std::ranges::find(strategies, strategy) == strategies.end()) strategies.push_back(strategy);
    }
    if (!strategies.empty()) return strategies;
    strategies.resize(model.strategies.size());
    std::iota(strategies.begin(), strategies.end(), 0);
    return strategies;
}

std::int32_t one_strategy(const Model& model, const PlayOptions& options) {
    if (!options.strategies.empty()) return find_strategy(model, options.strategies.front());
    if (model.strategies.size() == 1) return 0;
    if (model.strategies.empty())
        throw UserError("the scenario has no strategy to play; write at least one [[strategy]]");
    throw UserError(fmt::format("--strategy is missing (the scenario has {} of them); name one of: {}",
                                model.strategies.size(), fmt::join(names_of(model), ", ")));
}

} // namespace assent::cli
