// assent import crm: from the tables that a CRM system exports to scenarios.
#include "cli/import_crm.hpp"

#include "experiment/in_parallel.hpp"
#include "model/user_error.hpp"
#include "store/atomic_file.hpp"
#include "scenario/import_crm.hpp"
#include "scenario/import_parts.hpp"

#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <set>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace assent::cli {
namespace {

constexpr int writers = 8; // files under way at the same time: each waits for the disk longer than it takes to make

const std::map<std::string, DateOrder> date_orders{
    {"auto", DateOrder::automatic}, {"ymd", DateOrder::ymd}, {"dmy", DateOrder::dmy}, {"mdy", DateOrder::mdy}};

struct CrmOptions {
    std::string contacts, deals;
    std::string company; ///< empty: all
    std::string output;  ///< folder; empty: standard output
    std::string dates = "auto";
    std::string today; ///< empty: the clock's
    bool overwrite = false;

    [[nodiscard]] std::string source() const { return contacts == "-" ? "standard input" : contacts; }
};

Date today(const CrmOptions& options) {
    if (options.today.empty()) return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const auto told = written_date(options.today).in(DateOrder::ymd);
    if (!told)
        throw UserError(fmt::format("assent import crm: --today {} is no date; write it as 2026-05-01", options.today));
    return *told;
}

CrmCompanies read_tables(const CrmOptions& options) {
    if (options.contacts == "-" && options.deals == "-")
        throw UserError("assent import crm: both tables are standard input; name a file for one of them");
    CrmTable<CrmContact> contacts = read_crm_contacts(options.contacts);
    if (options.deals.empty()) return gather_companies(std::move(contacts), nullptr);
    CrmTable<CrmDeal> deals = read_crm_deals(options.deals, date_orders.at(options.dates));
    return gather_companies(std::move(contacts), &deals);
}

void tell(const std::string& file, const std::string& note) { std::cerr << file << ": note: " << note << '\n'; }

/// Names under which Windows keeps its devices.
bool is_device(const std::string& name) {
    static const std::set<std::string> devices{"con", "prn", "aux", "nul"};
    const bool port = name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt"));
    return devices.contains(name) || port;
}

/// A file for each company, of names that any system takes. Throws when one is there already and may not be replaced.
std::vector<std::filesystem::path> files_for(const std::vector<const CrmCompany*>& companies,
                                             const CrmOptions& options) {
    std::vector<std::filesystem::path> files;
    std::vector<std::string> present;
    FreeIds names;
    for (const CrmCompany* each : companies) {
        const std::string safe = slug(each->name);
        files.push_back(std::filesystem::path(options.output) /
                        (names.take(safe.empty() || is_device(safe) ? "company_" + safe : safe) + ".toml"));
        std::error_code ignored;
        if (std::filesystem::exists(files.back(), ignored)) present.push_back(files.back().string());
    }
    if (!present.empty() && !options.overwrite)
        throw UserError(fmt::format("{}: is there already{}, so nothing was written; name another folder or say "
                                    "--overwrite",
                                    present.front(),
                                    present.size() > 1 ? fmt::format(" (with {} more)", present.size() - 1) : ""));
    return files;
}

void make_folder(const std::string& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || !std::filesystem::is_directory(folder))
        throw UserError(fmt::format("cannot write to {} ({}); name a folder that can be written", folder,
                                    error ? error.message() : "it is no folder"));
}

void write_all(const CrmCompanies& all, const std::vector<const CrmCompany*>& companies, const CrmOptions& options) {
    const std::vector<std::filesystem::path> files = files_for(companies, options);
    const Date now = today(options);
    make_folder(options.output);
    for (const auto& [file, note] : all.notes) tell(file, note);
    in_parallel(companies.size(), {writers}, [&](std::size_t i) {
        write_file(files[i], scenario_with_notes(import_crm(*companies[i], now, options.source())));
    });
    for (const std::filesystem::path& file : files) std::cout << file.string() << '\n';
    std::cerr << fmt::format("{}: {} in {}; each says on top what was guessed\n", options.source(),
                             companies.size() == 1 ? "1 scenario" : fmt::format("{} scenarios", companies.size()),
                             options.output);
}

void print_one(const CrmCompanies& all, const CrmCompany& company, const CrmOptions& options) {
    GraphImport imported = import_crm(company, today(options), options.source());
    for (const auto& [file, note] : all.notes) tell(file, note);
    for (const std::string& note : imported.notes) tell(options.source(), note);
    std::vector<std::string> notes;
    for (const auto& [file, note] : all.notes) notes.push_back(file + ": " + note);
    imported.notes.insert(imported.notes.begin(), notes.begin(), notes.end());
    std::cout << scenario_with_notes(imported);
}

[[noreturn]] void refuse_many(const CrmCompanies& all, const CrmOptions& options) {
    constexpr std::size_t shown = 5;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(shown, all.companies.size()); ++i)
        names.push_back(fmt::format("\"{}\"", all.companies[i].name));
    throw UserError(fmt::format("{}: {} companies ({}{}), and a scenario is one company; pick one with --company NAME, "
                                "or write all of them with --output DIR",
                                options.source(), all.companies.size(), fmt::join(names, ", "),
                                all.companies.size() > shown ? ", …" : ""));
}

void import_tables(const CrmOptions& options) {
    const CrmCompanies all = read_tables(options);
    std::vector<const CrmCompany*> companies;
    if (!options.company.empty())
        companies = {&company_named(all, options.company, options.source())};
    else
        for (const CrmCompany& each : all.companies) companies.push_back(&each);
    if (!options.output.empty())
        write_all(all, companies, options);
    else if (companies.size() == 1)
        print_one(all, *companies.front(), options);
    else
        refuse_many(all, options);
}

} // namespace

void add_import_crm(CLI::App& import) {
    CLI::App* command = import.add_subcommand(
        "crm", "Contacts, and opportunities, as Salesforce, HubSpot, Pipedrive, Dynamics and SuiteCRM export them");
    const auto options = std::make_shared<CrmOptions>();
    command->add_option("contacts", options->contacts, "Table of contacts (CSV); - is standard input")
        ->required()
        ->type_name("CONTACTS.csv");
    command->add_option("opportunities", options->deals, "Table of opportunities or deals (CSV)")
        ->type_name("OPPORTUNITIES.csv");
    command->add_option("--company", options->company, "This company alone")->type_name("NAME");
    command->add_option("--output", options->output, "Write a scenario for each company to this folder")
        ->type_name("DIR");
    command->add_flag("--overwrite", options->overwrite, "Replace scenarios that are there already");
    command->add_option("--dates", options->dates, "Order in dates such as 3/4/2026: ymd, dmy, mdy, or auto")
        ->check(CLI::IsMember(date_orders))
        ->type_name("ORDER")
        ->capture_default_str();
    command->add_option("--today", options->today, "Week 1 of the scenario; without it today")->type_name("YYYY-MM-DD");
    command->footer(
        "Lines are grouped by company, people and deals that stand there twice are merged, managers become\n"
        "links, and roles that are blank are guessed from titles. E-mail addresses, telephone numbers and all\n"
        "else that is personal stay behind. What nobody knows is \"unknown\"; notes say what was guessed and why.\n"
        "At most 200000 lines and 256 MB a table, 20000 people a company.\n"
        "  assent import crm contacts.csv opportunities.csv --output clients\n"
        "  assent import crm contacts.csv opportunities.csv --company Acme > acme.toml");
    command->callback([options] { import_tables(*options); });
}

} // namespace assent::cli
