// assent sweep: many scenarios and strategies into one store; assent export and assent merge, which work on stores.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "experiment/parallel.hpp"
#include "model/user_error.hpp"
#include "model/words.hpp"
#include "report/number_words.hpp"
#include "report/sweep_export.hpp"
#include "report/sweep_table.hpp"
#include "scenario/settings.hpp"
#include "sweep/crew.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <iostream>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <unistd.h>

namespace assent::cli {
namespace {

struct SweepOptions : PlayOptions {
    std::vector<std::string> axes; ///< PATH=VALUES
    std::string store, shard, design;
    std::optional<int> points;
    std::optional<double> precision;
    bool replicates_given = false, dry_run = false, rows = false;
    RankMeasure measure = RankMeasure::win;
};

/// "2/8"
Shard shard_of(const std::string& text) {
    Shard shard;
    if (text.empty()) return shard;
    char slash = 0, more = 0;
    if (std::sscanf(text.c_str(), "%ld%c%ld%c", &shard.part, &slash, &shard.parts, &more) != 3 || slash != '/' ||
        shard.part < 1 || shard.part > shard.parts || shard.parts > SweepPlan::points_limit)
        throw UserError(fmt::format("--shard {} (is no part of a whole); write 1/8 to 8/8", text));
    return shard;
}

std::string host_name() {
    char name[256] = {};
    return ::gethostname(name, sizeof name - 1) == 0 ? name : "unknown";
}

SweepPlan plan_of(const SweepOptions& options) {
    PlayOptions file;
    file.scenario = options.scenario;
    Model model = load(file);
    Sweep& sweep = model.sweep;
    SweepWish wish;
    wish.file = options.scenario;
    wish.seed = options.seed;
    wish.confidence = options.confidence;
    for (const std::string& text : options.axes) wish.axes.push_back(setting_of(text));
    for (const std::string& text : options.settings) {
        const Setting setting = setting_of(text);
        (looks_like_axis(setting.value) ? wish.axes : wish.settings).push_back(setting);
    }
    std::vector<std::string> paths;
    for (const std::vector<Setting>& settings : {wish.axes, wish.settings})
        for (const Setting& setting : settings) paths.push_back(setting.path);
    std::ranges::sort(paths);
    if (const auto twice = std::ranges::adjacent_find(paths); twice != paths.end())
        throw UserError(fmt::format("--set {} (is given twice); give it once, with all of its values", *twice));
    if (!options.strategies.empty()) {
        sweep.strategies.clear();
        for (const std::string& name : options.strategies)
            sweep.strategies.push_back(model.strategies[static_cast<std::size_t>(find_strategy(model, name))].id);
    }
    if (!options.design.empty()) sweep.design = *from_word<Design>(options.design);
    if (options.points) sweep.points = *options.points;
    if (options.precision) sweep.precision = *options.precision;
    if (options.replicates_given) sweep.replicates = static_cast<int>(options.replicates);
    return SweepPlan(std::move(model), wish);
}

/// "2.1 MB"
std::string size_text(double bytes) {
    if (bytes >= 1e9) return fmt::format("{:.1f} GB", bytes / 1e9);
    return bytes >= 1e6 ? fmt::format("{:.1f} MB", bytes / 1e6) : fmt::format("{:.0f} kB", bytes / 1e3);
}

/// "0.85", "104", "3 800"
std::string rate_text(double rate) {
    return rate < 10 ? fmt::format("{:.2g}", rate) : grouped(static_cast<std::int64_t>(std::llround(rate)));
}

void print_plan(const SweepPlan& plan, const SweepRequest& request) {
    std::cout << fmt::format("{} {}: {} {} × {} of the design {}\n", grouped(plan.count()),
                             plan.count() == 1 ? "point" : "points", plan.companies(),
                             plan.companies() == 1 ? "company" : "companies", grouped(plan.per_company()),
                             word(plan.asked().design));
    for (const SweepAxis& axis : plan.axes()) std::cout << fmt::format("  {} = {}\n", axis.path, axis.written);
    const std::vector<std::string> first = plan.values(0), last = plan.values(plan.count() - 1);
    for (const auto& [name, values] : {std::pair{"first", first}, std::pair{"last", last}}) {
        std::cout << "  " << name << ":";
        for (std::size_t i = 0; i < values.size(); ++i)
            std::cout << fmt::format("{} {} = {}", i == 0 ? "" : ",", plan.paths()[i], values[i]);
        std::cout << '\n';
    }
    const SweepEstimate rough = estimate(plan, request);
    std::cout << fmt::format("about {} deals, {} on {} threads, {} of store{}\n", grouped(rough.deals),
                             duration(rough.seconds), thread_count(request.threads), size_text(rough.bytes),
                             request.keep == Keep::deals
                                 ? fmt::format(", {} of it for every single deal", size_text(rough.deal_bytes))
                                 : std::string());
}

void print_summary(SweepStore& store, const SweepOptions& options) {
    const SweepSummary summary = summarise(store, options.measure);
    if (summary.points == 0) return;
    std::cout << (options.format == "csv" ? sweep_csv(summary) : sweep_text(summary, store.manifest(), output_style()));
}

void sweep(const SweepOptions& options, Crew* crew) {
    const SweepPlan plan = plan_of(options);
    const Interruption interruption;
    const SweepRequest request{options.threads, shard_of(options.shard), &interruption.flag(),
                               options.rows ? Keep::deals : Keep::tallies};
    if (options.dry_run) return crew == nullptr || crew->leads() ? print_plan(plan, request) : void();
    if (options.store.empty())
        throw UserError("--store is missing (results are kept in a file); write --store results.db, or --dry-run to "
                        "see the plan");
    require_apart("--store", options.store, options.scenario);
    Manifest manifest = manifest_of(plan, ASSENT_VERSION, request.keep);
    if (crew != nullptr && !crew->leads()) return crew->follow(plan, manifest.sweep_id, request.keep);
    manifest.host = host_name();
    manifest.started = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
    SweepStore store(options.store, manifest);
    SweepDone done;
    {
        ProgressBar bar;
        const auto observer = bar.sweep_observer();
        done =
            crew == nullptr ? play_sweep(plan, store, request, observer) : crew->lead(plan, store, request, observer);
    }
    note(fmt::format(
        "{} points played and stored in {}{}: {} points/s, {} deals/s", grouped(done.played),
        done.seconds < 10 ? fmt::format("{:.2g} s", done.seconds) : duration(done.seconds),
        done.found > 0 ? fmt::format(" ({} were there already)", grouped(done.found)) : std::string(),
        rate_text(static_cast<double>(done.played) / std::max(1e-9, done.seconds)),
        grouped(static_cast<std::int64_t>(static_cast<double>(done.deals) / std::max(1e-9, done.seconds)))));
    print_summary(store, options);
    if (!done.interrupted) return;
    note(fmt::format("interrupted: {} of {} points are stored; the same command goes on", grouped(store.count()),
                     grouped(plan.count())));
    throw CLI::RuntimeError(exit_interrupted);
}

} // namespace

void add_sweep(CLI::App& app, Crew* crew) {
    CLI::App* command =
        app.add_subcommand("sweep", "Play many variants of a scenario into a store, and go on where it was left");
    const auto options = std::make_shared<SweepOptions>();
    options->replicates = 4096;
    add_scenario_option(*command, *options);
    command->add_option("--store", options->store, "File that keeps the results (SQLite); the same command goes on")
        ->type_name("FILE.db");
    command
        ->add_option("--set", options->settings,
                     "Set a key, such as company.need=0.3; or sweep over it: company.need=0.4:0.9:6, or =[0.4,0.6]")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("PATH=VALUE");
    command->add_option("--axis", options->axes, "Sweep over a key: a list, a:b:n, or a distribution")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("PATH=VALUES");
    command->add_option("--design", options->design, "grid, list, zip, latin_hypercube or sobol; wins over the file")
        ->check(
            CLI::IsMember(std::vector<std::string>{"grid", "list", "zip", "latin_hypercube", "sobol"}).description(""))
        ->type_name("DESIGN");
    command->add_option("--points", options->points, "Points of a Latin hypercube or of Sobol's sequence")
        ->check(CLI::Range(1, static_cast<int>(SweepPlan::points_limit)).description(""))
        ->type_name("NUMBER");
    CLI::Option* replicates = add_replicates_option(*command, *options);
    command->add_option("--precision", options->precision, "A point is done when every win rate is known to ± this")
        ->check(CLI::Range(0.0005, 0.49).description(""))
        ->type_name("SHARE");
    command->add_option("--strategy", options->strategies, "Play only these, by id or name; may be given again")
        ->type_name("NAME");
    command->add_option("--shard", options->shard, "Play only part i of n, for many machines; see assent merge")
        ->type_name("i/n");
    command->add_flag("--rows", options->rows,
                      "Keep every single deal in the store too; assent export writes them to rows.csv");
    command->add_flag("--dry-run", options->dry_run, "Print the plan, its time and size, and play nothing");
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    add_confidence_option(*command, *options);
    command->add_option("--format", options->format, "table (for reading) or csv")
        ->check(CLI::IsMember({"table", "csv"}).description(""))
        ->capture_default_str()
        ->type_name("FORMAT");
    add_measure_option(*command, options->measure);
    command->footer("Whatever happens, the points that were stored are kept; the same command plays the rest.\n\n"
                    "  assent sweep scenarios/three-heads.toml --set company.need=0.4:0.9:6 --store need.db");
    command->callback([options, replicates, crew] {
        options->replicates_given = replicates->count() > 0;
        sweep(*options, crew);
    });
}

void add_export(CLI::App& app) {
    CLI::App* command = app.add_subcommand("export", "Write a sweep's store as CSV files for a spreadsheet");
    const auto store = std::make_shared<std::string>();
    const auto wish = std::make_shared<ExportWish>();
    command->add_option("store", *store, "Store of a sweep")->required()->type_name("FILE.db");
    command->add_option("--csv", wish->folder, "Folder for the files; made when it does not exist")
        ->required()
        ->type_name("DIR");
    command->add_option("--base", wish->base, "Strategy that differences are taken to; the first one if not given")
        ->type_name("NAME");
    command->add_flag("!--no-rows", wish->deals, "Leave rows.csv out, of a store that keeps every deal");
    add_measure_option(*command, wish->measure);
    command->footer("runs.csv: counts of every point and strategy; summary.csv: rates, means and percentiles with "
                    "intervals;\npercentiles.csv; tornado.csv and sensitivity.csv: what each axis does; regret.csv; "
                    "manifest.json; rows.csv: every deal, of a sweep played with --rows.");
    command->callback([store, wish] {
        SweepStore opened(*store);
        export_sweep(opened, *wish);
        note(fmt::format("{} points written to {}", grouped(opened.count()), wish->folder.string()));
    });
}

void add_merge(CLI::App& app) {
    CLI::App* command = app.add_subcommand("merge", "Put the stores of several machines together");
    const auto target = std::make_shared<std::string>();
    const auto parts = std::make_shared<std::vector<std::string>>();
    command->add_option("store", *target, "Store to make, or to add to")->required()->type_name("FILE.db");
    command->add_option("parts", *parts, "Stores of the same sweep, which stay as they are")
        ->required()
        ->type_name("PART.db…");
    command->callback([target, parts] {
        for (const std::string& part : *parts)
            if (same_file(part, *target))
                throw UserError(fmt::format("{} (is the store to make too); name another file first", part));
        const Manifest manifest = SweepStore(parts->front()).manifest();
        for (const std::string& part : *parts) SweepStore(part).require(manifest, parts->front());
        SweepStore store(*target, manifest);
        for (const std::string& part : *parts) {
            const std::int64_t fresh = store.merge(part);
            note(fmt::format("{}: {} new points", part, grouped(fresh)));
        }
        note(fmt::format("{}: {} of {} points", *target, grouped(store.count()), grouped(manifest.points)));
    });
}

} // namespace assent::cli
