#pragma once
// One subcommand a file: command_<verb>.cpp holds the command and its help.
#include <CLI/App.hpp>

namespace assent {
class Crew;
}

namespace assent::cli {

enum ExitCode : int { exit_ok = 0, exit_check_failed = 1, exit_usage = 2 };

/// Each adds its subcommand to the application. Its callback does the work, writes results to stdout and the rest to
/// stderr, throws UserError for what the user can mend, and `throw CLI::RuntimeError(exit_check_failed)` when a check failed.
void add_run(CLI::App& app);
void add_trace(CLI::App& app);
void add_play(CLI::App& app);
void add_train(CLI::App& app);
void add_explain(CLI::App& app);
void add_why(CLI::App& app);
void add_check(CLI::App& app);
void add_validate(CLI::App& app);
void add_keys(CLI::App& app);
void add_import(CLI::App& app);
void add_generate(CLI::App& app);
void add_tornado(CLI::App& app);
/// With a crew, the points are played by all its processes; null: by this one.
void add_sweep(CLI::App& app, Crew* crew);
void add_export(CLI::App& app);
void add_merge(CLI::App& app);
void add_select(CLI::App& app);
void add_search(CLI::App& app);
void add_sensitivity(CLI::App& app);
void add_report(CLI::App& app);
void add_debrief(CLI::App& app);
void add_bench(CLI::App& app);
void add_calibrate(CLI::App& app);
void add_view(CLI::App& app);
void add_advise(CLI::App& app);

} // namespace assent::cli
