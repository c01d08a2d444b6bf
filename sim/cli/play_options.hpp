#pragma once
// What `run`, `trace`, `why` and `explain` ask for alike.
#include "experiment/run.hpp"
#include "model/model.hpp"

#include <CLI/App.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace assent::cli {

struct PlayOptions {
    std::string scenario;
    std::vector<std::string> settings;   ///< PATH=VALUE
    std::vector<std::string> strategies; ///< ids or names; empty: all
    std::int64_t replicates = 20'000;
    std::uint64_t seed = 1;
    int threads = 0;
    double confidence = 0.95;
    std::string format = "table";

    [[nodiscard]] RunRequest request() const;
};

void add_scenario_option(CLI::App& command, PlayOptions& options);
/// --set PATH=VALUE, any number of times.
void add_set_option(CLI::App& command, PlayOptions& options);
void add_seed_option(CLI::App& command, PlayOptions& options);
void add_seed_option(CLI::App& command, std::uint64_t& seed, const std::string& meaning);
CLI::Option* add_replicates_option(CLI::App& command, PlayOptions& options);
/// The same under another name; its value may be written with k, M or G.
CLI::Option* add_deals_option(CLI::App& command, const std::string& name, std::int64_t& deals,
                              const std::string& meaning);
/// --threads, and --isa beside it: how it is played, never what comes out.
void add_threads_option(CLI::App& command, PlayOptions& options);
void add_confidence_option(CLI::App& command, PlayOptions& options);
void add_format_option(CLI::App& command, PlayOptions& options);
/// --top NUMBER: rows shown; --reach SHARE: how far constants are moved. Both variables must live as long as the command.
void add_top_option(CLI::App& command, int& top, const std::string& meaning);
void add_reach_option(CLI::App& command, double& reach);
/// --rank-by MEASURE; `measure` must live as long as the command.
void add_measure_option(CLI::App& command, RankMeasure& measure);
/// --strategy NAME for exactly one strategy; a scenario that has only one needs no name.
void add_one_strategy_option(CLI::App& command, PlayOptions& options);

/// Do both names stand for one file; an empty name stands for none.
bool same_file(const std::string& one, const std::string& other);
/// Throws UserError when what the flag names to write to is the scenario, or what else is named in its place.
void require_apart(const std::string& flag, const std::string& file, const std::string& scenario,
                   const std::string& what = "the scenario");

/// The scenario, checked; its warnings go to standard error.
Model load(const PlayOptions& options);
/// Place of the strategy with this id or name. Throws UserError with the nearest names when there is none.
std::int32_t find_strategy(const Model& model, const std::string& name);
/// Places of all that are named, each once; of all there are when none is.
std::vector<std::int32_t> find_strategies(const Model& model, const PlayOptions& options);
/// The one strategy that is meant.
std::int32_t one_strategy(const Model& model, const PlayOptions& options);

} // namespace assent::cli
