// assent generate: companies made by chance.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "model/company_generator.hpp"
#include "model/words.hpp"
#include "store/atomic_file.hpp"
#include "scenario/reader.hpp"

#include <iostream>
#include <map>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

/// Histories by the short words of this command.
const std::map<std::string, ClientHistory> histories{
    {"new", ClientHistory::new_client}, {"current", ClientHistory::current}, {"past", ClientHistory::past}};

struct GenerateOptions {
    int size = 0;
    std::string purchase; ///< empty: drawn
    std::string history = "new";
    bool tender = false;
    std::uint64_t seed = 1;
    std::string out;

    [[nodiscard]] CompanyWish wish() const {
        return {size, from_word<Purchase>(purchase), histories.at(history), tender, seed};
    }
    [[nodiscard]] std::string command() const {
        std::string text = "assent generate company";
        if (size > 0) text += fmt::format(" --size {}", size);
        if (!purchase.empty()) text += " --class " + purchase;
        return text + fmt::format(" --history {}{} --seed {}", history, tender ? " --tender" : "", seed);
    }
};

void generate(const GenerateOptions& options) {
    const std::string text =
        fmt::format("# Made by chance; version {} makes the same again with\n"
                    "#   {}\n"
                    "# What is drawn from which source: sim/ODD.md, \"The generator of companies\".\n\n{}",
                    ASSENT_VERSION, options.command(), dump_scenario(generate_company(options.wish())));
    if (options.out.empty())
        std::cout << text;
    else
        write_file(options.out, text);
}

} // namespace

void add_generate(CLI::App& app) {
    CLI::App* command = app.add_subcommand("generate", "Make a client company by chance, to practise on");
    command->require_subcommand(1);
    CLI::App* company =
        command->add_subcommand("company", "A scenario of an invented company, its people and their doubts");
    const auto options = std::make_shared<GenerateOptions>();
    company->add_option("--size", options->size, "People who decide; without it 3 to 7, by the company's staff")
        ->check(CLI::Range(1, CompanyWish::greatest_size))
        ->type_name("N");
    company->add_option("--class", options->purchase, "straight_rebuy, modified_rebuy or new_task; without it drawn")
        ->check(CLI::IsMember({"straight_rebuy", "modified_rebuy", "new_task"}))
        ->type_name("CLASS");
    company->add_option("--history", options->history, "What it is to us: new, current or past customer")
        ->check(CLI::IsMember(histories))
        ->type_name("HISTORY")
        ->capture_default_str();
    company->add_flag("--tender", options->tender, "It buys by tender");
    add_seed_option(*company, options->seed, "Another seed, another company");
    company->add_option("--out", options->out, "Write to this file instead of standard output")->type_name("FILE.toml");
    company->footer(
        "The same words make the same company on any machine; another size keeps the people who stay.\n"
        "  assent generate company --size 7 --class new_task --seed 3 > acme.toml\n"
        "  assent run acme.toml\n\n"
        "From published figures: how many people decide by number of staff; departments, levels and roles\n"
        "(Johnston & Bonoma 1981; Webster & Wind 1972); how the group decides by class of purchase\n"
        "(Choffray & Lilien 1980). Traits left out are typical of the role, \"unknown\" draws from its wide\n"
        "prior. Names are invented. All other numbers are assumptions; sim/ODD.md lists them.");
    company->callback([options] { generate(*options); });
}

} // namespace assent::cli
