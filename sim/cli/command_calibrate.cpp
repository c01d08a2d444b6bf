// assent calibrate: fits the simulator to a table of won and lost deals.
#include "calibration/calibrate.hpp"
#include "calibration/in_parallel.hpp"
#include "calibration/typical_deal.hpp"
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"

#include <chrono>
#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct CalibrateOptions : PlayOptions {
    std::string table, map, report, out;
    int folds = 10, repeats = 5;
};

void perform(const CalibrateOptions& options) {
    const DealTable table = read_deal_table(options.table);
    const DealMap map = read_deal_map(options.map);
    const Model base = options.scenario.empty() ? typical_deal() : load(options);
    const DealPlayer player(base, one_strategy(base, options));
    CalibrationRequest request;
    request.seed = options.seed;
    request.folds = options.folds;
    request.repeats = options.repeats;
    request.replicates = options.replicates;
    request.stage = note;
    const Calibration c = calibrate(table, map, player, request);
    for (const auto& w : c.weights)
        fmt::print("{:32} {:11} {:4} {:6.2f} [{:.2f} {:.2f}] {:.2f} or {:.2f} [{:.2f} {:.2f}] r {:.3f}\n", w.name,
                   w.mechanism, w.deals, w.weight.estimate, w.weight.low, w.weight.high, w.sign_probability,
                   w.odds_ratio.estimate, w.odds_ratio.low, w.odds_ratio.high, w.scale_reduction);
    fmt::print("scale {} accepted {:.2f} gap {:.4f} surface {:.4f} luck {:.4f}\n", c.shrinkage, c.accepted,
               c.played_gap, c.surface.error, c.surface.luck);
    for (const auto& v : c.validations) {
        fmt::print("by {} gap {:.4f}\n", v.column, v.surface_gap);
        for (const auto* f : {&v.simulator, &v.regression, &v.constant})
            fmt::print(" brier {:.4f} [{:.4f} {:.4f}] ll {:.4f} auc {:.4f} [{:.3f} {:.3f}] rel {:.4f} res {:.4f}\n",
                       f->scores.brier.estimate, f->scores.brier.low, f->scores.brier.high, f->scores.log_loss.estimate,
                       f->scores.area.estimate, f->scores.area.low, f->scores.area.high, f->murphy.reliability,
                       f->murphy.resolution);
        fmt::print(" diff {:.4f} [{:.4f} {:.4f}]\n", v.to_regression.brier.estimate, v.to_regression.brier.low,
                   v.to_regression.brier.high);
    }
    for (const auto& n : c.notes) note(n);
}

} // namespace

void add_calibrate(CLI::App& app) {
    CLI::App* command = app.add_subcommand("calibrate", "Fit the simulator to a table of won and lost deals");
    const auto options = std::make_shared<CalibrateOptions>();
    options->replicates = 2048;
    command->add_option("table", options->table, "Deals as CSV; - is standard input")->required()->type_name("FILE");
    command->add_option("--map", options->map, "What the columns mean")->type_name("FILE");
    command->add_option("--scenario", options->scenario, "Client company to fit")->type_name("FILE");
    add_replicates_option(*command, *options);
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    command->callback([options] { perform(*options); });
}

} // namespace assent::cli
