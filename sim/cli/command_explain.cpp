// assent explain: what the kernel is given, in words and tables.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "model/compile.hpp"
#include "report/plan_tables.hpp"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

namespace assent::cli {

void add_explain(CLI::App& app) {
    CLI::App* command = app.add_subcommand("explain", "Show what is made of a scenario: people, weights, rules, sizes");
    const auto options = std::make_shared<PlayOptions>();
    add_scenario_option(*command, *options);
    command->callback([options] {
        const Model model = load(*options);
        std::cout << plan_text(model, compile(model), output_style());
    });
}

} // namespace assent::cli
