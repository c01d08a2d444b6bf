// assent explain: what the kernel is given, in words and tables.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "model/compile.hpp"
#include "report/json_plan.hpp"
#include "report/plan_tables.hpp"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

namespace assent::cli {

void add_explain(CLI::App& app) {
    CLI::App* command = app.add_subcommand("explain", "Show what is made of a scenario: people, weights, rules, sizes");
    const auto options = std::make_shared<PlayOptions>();
    const auto json = std::make_shared<bool>(false);
    add_scenario_option(*command, *options);
    command->add_flag("--json", *json, "The whole plan, number by number as the kernel is given it, for programs");
    command->callback([options, json] {
        const Model model = load(*options);
        const Plan plan = compile(model);
        std::cout << (*json ? plan_json(model, plan) : plan_text(model, plan, output_style()));
    });
}

} // namespace assent::cli
