// assent validate: puts the facts to the test.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "model/user_error.hpp"
#include "store/atomic_file.hpp"
#include "report/band_table.hpp"
#include "report/fact_report.hpp"
#include "report/fact_table.hpp"
#include "report/json.hpp"
#include "scenario/reader.hpp"
#include "validation/random_companies.hpp"
#include "validation/validate.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct ValidateOptions : PlayOptions {
    std::string folder = "scenarios/facts";
    std::vector<std::string> facts;
    int companies = 24;
    std::int64_t limit = ValidationRequest{}.replicates_limit;
    std::string report;
    bool bands = false;
};

std::vector<FactResult> results_of(const ValidateOptions& options, const std::vector<FactFile>& files,
                                   const Interruption& interruption) {
    ValidationRequest request;
    request.seed = options.seed;
    request.threads = options.threads;
    request.replicates_limit = options.limit;
    request.companies = options.companies;
    request.cancelled = &interruption.flag();
    request.company = random_company;
    std::vector<FactResult> results;
    const TextStyle style = output_style();
    for (const FactFile& file : files) {
        results.push_back(validate_fact(file, request));
        if (options.format == "table") { // each as soon as it is known
            std::cout << (results.size() > 1 ? "\n" : "") << facts_text(std::span(&results.back(), 1), style);
            std::cout.flush();
        }
        if (interruption.happened()) break;
    }
    return results;
}

/// A page must not take the place of what is read here: everything in the folder of the facts.
void refuse_to_overwrite(const ValidateOptions& options, const std::vector<FactFile>& files) {
    std::error_code error;
    const auto folder = [&error](const std::filesystem::path& path) {
        return std::filesystem::weakly_canonical(path, error).parent_path();
    };
    const bool scenario = std::filesystem::path(options.report).extension() == ".toml";
    for (const FactFile& file : files)
        if (scenario && folder(options.report) == folder(file.path))
            throw UserError(fmt::format(
                "--report {} (a scenario among the facts, which would be lost); name another file", options.report));
}

void validate(const ValidateOptions& options) {
    const std::vector<FactFile> files = load_facts(options.folder, options.facts);
    refuse_to_overwrite(options, files);
    if (!options.report.empty()) AtomicFile probe(options.report); // better to hear now that it cannot be written
    const Interruption interruption;
    const std::vector<FactResult> results = results_of(options, files, interruption);
    if (options.format == "csv")
        std::cout << facts_csv(results);
    else if (options.format == "json")
        std::cout << facts_json(results, options.seed);
    else
        std::cout << '\n' << wrapped(facts_summary(results), output_style());
    if (!options.report.empty()) write_file(options.report, facts_html(results, options.seed, ASSENT_VERSION));
    std::cout.flush();
    if (interruption.happened()) throw CLI::RuntimeError(exit_interrupted);
    for (const FactResult& result : results)
        if (!result.holds()) throw CLI::RuntimeError(exit_check_failed);
}

/// The shipped companies: the scenarios beside the folder of the facts, by name.
std::vector<Model> shipped_companies(const std::filesystem::path& facts) {
    std::error_code problem;
    std::vector<Model> companies;
    for (const auto& file : toml_files(facts / "..", problem)) companies.push_back(load_scenario(file));
    if (companies.empty()) throw UserError(fmt::format("{}: no companies beside this folder", facts.string()));
    return companies;
}

void show_bands(const ValidateOptions& options) {
    const std::vector<std::string> cold{"B5"};
    const std::vector<FactFile> facts = load_facts(options.folder, cold);
    const std::vector<Model> library = shipped_companies(options.folder);
    const Interruption interruption;
    BandsRequest request;
    request.seed = options.seed;
    request.threads = options.threads;
    request.library = library;
    request.cold_call = &facts.front().model;
    request.cancelled = &interruption.flag();
    const std::vector<BandResult> results = play_bands(request);
    if (interruption.happened()) throw CLI::RuntimeError(exit_interrupted);
    if (options.format == "csv")
        std::cout << bands_csv(results);
    else if (options.format == "json")
        std::cout << bands_json(results, options.seed);
    else
        std::cout << bands_text(results, output_style()) << '\n' << wrapped(bands_summary(results), output_style());
    std::cout.flush();
    if (std::ranges::any_of(results, [](const BandResult& each) { return each.counts() && !each.inside(); }))
        throw CLI::RuntimeError(exit_check_failed);
}

} // namespace

void add_validate(CLI::App& app) {
    CLI::App* command =
        app.add_subcommand("validate", "Show that the simulation shows what is known of buying centres");
    const auto options = std::make_shared<ValidateOptions>();
    command->add_option("folder", options->folder, "Folder of the facts")->capture_default_str()->type_name("FOLDER");
    command
        ->add_option("--fact", options->facts,
                     "Only this one, such as B3, or a letter for all of it; may be given again")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("ID");
    command->add_option("--companies", options->companies, "Random companies in which each fact is tried too; 0: none")
        ->check(CLI::Range(0, 10'000).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
    command->add_option("--replicates-limit", options->limit, "Deals played with each arm at most")
        ->check(CLI::Range(deals_least, std::int64_t{1} << 30).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    add_format_option(*command, *options);
    command->add_flag("--bands", options->bands,
                      "Published figures of how companies buy, beside those of the shipped and of generated companies");
    command->add_option("--report", options->report, "Write a page with a picture for each fact")
        ->type_name("FILE.html");
    command->footer(
        "Each fact is a scenario that you can open, run and explain. Its arms differ in what the fact names and meet\n"
        "the same luck. A fact holds when its 99 % intervals say so, when the effect is gone with the mechanism\n"
        "switched off, and when its direction holds in random companies. Exit code 1: one does not hold.");
    command->callback([options] { options->bands ? show_bands(*options) : validate(*options); });
}

} // namespace assent::cli
