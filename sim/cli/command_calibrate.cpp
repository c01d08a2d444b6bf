// assent calibrate: fits the simulator to a table of won and lost deals.
#include "calibration/calibrate.hpp"
#include "calibration/typical_deal.hpp"
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "experiment/in_parallel.hpp"
#include "model/user_error.hpp"
#include "store/atomic_file.hpp"
#include "report/calibration_report.hpp"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct CalibrateOptions : PlayOptions {
    std::string table, map, report, out;
    std::vector<std::string> deal;
    int folds = 10, repeats = 5;
};

/// Nothing given may be lost: no output over an input or over the other output.
void require_apart(const CalibrateOptions& options) {
    if (same_file(options.report, options.out))
        throw UserError(fmt::format("--out {} (is the file of --report too); name another one", options.out));
    for (const auto& [flag, file] : {std::pair{"--out", options.out}, std::pair{"--report", options.report}})
        for (const std::string& input : {options.table, options.map, options.scenario})
            if (same_file(file, input))
                throw UserError(fmt::format("{} {} (is read here, and would be lost); name another file", flag, file));
}

/// "Client=New" as column and word.
std::vector<CellWord> cells_of(const std::vector<std::string>& words) {
    std::vector<CellWord> cells;
    for (const std::string& word : words) {
        const std::size_t sign = word.find('=');
        if (sign == std::string::npos)
            throw UserError(fmt::format("--deal {} (is no column with a word); write it like Client=New", word));
        cells.emplace_back(word.substr(0, sign), word.substr(sign + 1));
    }
    return cells;
}

DealMap map_of(const CalibrateOptions& options, const CsvTable& table) {
    if (!options.map.empty()) return read_deal_map(options.map);
    DealMap map = guess_deal_map(table);
    note("no --map was given; this one was guessed from the names of the columns. Keep it, mend it, and give it:\n");
    note(deal_map_text(map));
    return map;
}

void print(const CalibrateOptions& options, const Calibration& calibration) {
    if (options.format == "csv")
        std::cout << calibration_csv(calibration);
    else if (options.format == "json")
        std::cout << calibration_json(calibration);
    else
        std::cout << calibration_text(calibration, output_style());
}

void perform(const CalibrateOptions& options) {
    require_apart(options);
    const CsvTable table = read_csv_table(options.table);
    const DealMap map = map_of(options, table);
    const Model base = options.scenario.empty() ? typical_deal() : load(options);
    const DealPlayer player(base, one_strategy(base, options));
    const Interruption interruption;
    CalibrationRequest request;
    request.seed = options.seed;
    request.folds = options.folds;
    request.repeats = options.repeats;
    request.replicates = options.replicates;
    request.confidence = options.confidence;
    request.threads = options.threads;
    request.deal = cells_of(options.deal);
    request.cancelled = &interruption.flag();
    request.stage = note_on_terminal;
    try {
        const Calibration calibration = calibrate(table, map, player, request);
        for (const std::string& sentence : calibration.notes) note(sentence);
        if (!options.out.empty())
            write_file(options.out, options.scenario.empty() ? calibrated_scenario(calibration, player.base())
                                                             : calibration_part(calibration, base));
        if (!options.report.empty()) write_file(options.report, calibration_html(calibration, ASSENT_VERSION));
        print(options, calibration);
    } catch (const Cancelled&) {
        note("interrupted: nothing was finished that could be shown");
        throw CLI::RuntimeError(exit_interrupted);
    }
}

void add_files(CLI::App& command, CalibrateOptions& options) {
    command.add_option("table", options.table, "Won and lost deals as CSV; - is standard input")
        ->required()
        ->type_name("FILE");
    command.add_option("--map", options.map, "What the columns mean (TOML); without one it is guessed and shown")
        ->type_name("FILE");
    command
        .add_option("--scenario", options.scenario, "The company that is moved and played; without one a typical one")
        ->type_name("FILE");
    command
        .add_option("--out", options.out,
                    "Write what was learnt: a part to include after the scenario, without one a whole scenario")
        ->type_name("FILE");
    command.add_option("--report", options.report, "Write a page to read and print (HTML)")->type_name("FILE");
    command
        .add_option("--deal", options.deal,
                    "COLUMN=WORD; the deal that --out is about; may be given several times, the rest is at its base")
        ->type_name("CELL");
}

} // namespace

void add_calibrate(CLI::App& app) {
    CLI::App* command = app.add_subcommand("calibrate", "Fit the simulator to a table of your won and lost deals");
    const auto options = std::make_shared<CalibrateOptions>();
    options->replicates = 2048;
    add_files(*command, *options);
    add_one_strategy_option(*command, *options);
    add_replicates_option(*command, *options)->check(CLI::Range(64, 1'000'000).description(""));
    command->add_option("--folds", options->folds, "Parts of the deals; each is forecast by a fit to the others")
        ->check(CLI::Range(2, 100).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
    command->add_option("--repeats", options->repeats, "How often the deals are parted anew")
        ->check(CLI::Range(1, 100).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    add_confidence_option(*command, *options);
    add_format_option(*command, *options);
    command->footer(
        "What stands in the columns moves quantities of a simulated company; how far is learnt from the deals.\n"
        "Scores are of deals that the fit has not seen. scenarios/README.md explains the map.");
    command->callback([options] { perform(*options); });
}

} // namespace assent::cli
