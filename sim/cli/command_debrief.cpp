// assent debrief: what a rehearsed deal teaches.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "cli/train.hpp"
#include "model/user_error.hpp"
#include "rehearsal/session_file.hpp"
#include "report/debrief_report.hpp"
#include "store/atomic_file.hpp"

#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct DebriefOptions : PlayOptions {
    std::string session, html;
    std::int64_t rollouts = DebriefRequest{}.rollouts;
    bool keep = false;
    TrainOptions training; ///< whose profile
};

/// The page may replace nothing that was given; that of the session's own scenario is known when it was read.
void require_files_apart(const DebriefOptions& options) {
    if (options.html == "-")
        throw UserError("--html - (takes the name of a file); for programs the debrief on stdout comes with --format");
    require_apart("--html", options.html, options.session, "the session");
    require_profile_apart(options.training, "--html", options.html);
}

/// Counts the deal among those of the trainee. Throws UserError when it cannot be kept.
void keep_deal(const DebriefOptions& options, const SessionFile& file, const Debrief& result) {
    std::optional<DebriefedDeal> deal = debriefed_deal(file.session, file.session.current(), result);
    if (!deal) {
        note("the deal is open, so it does not count in your progress; play it to its end");
        return;
    }
    deal->at = seconds_now();
    try {
        if (!required_profile(options.training).add(*deal))
            note("this deal counts in your progress already, as it was at its first debrief");
    } catch (const UserError& error) {
        throw UserError(fmt::format(
            "{}\n--keep (this deal is not kept, so it does not count); mend that and call again", error.what()));
    }
}

void debrief_session(const DebriefOptions& options) {
    require_files_apart(options);
    const SessionFile file = load_session(options.session);
    require_apart("--html", options.html, file.source.scenario);
    const NodeId leaf = file.session.current();
    if (leaf == 0)
        throw UserError(
            fmt::format("{}: nothing was played yet (the session stands at its beginning); play some weeks first",
                        options.session));
    if (!options.html.empty()) AtomicFile probe(options.html); // better to hear now that it cannot be written
    DebriefRequest request;
    request.seed = options.seed;
    request.rollouts = options.rollouts;
    request.confidence = options.confidence;
    request.threads = options.threads;
    ProgressBar bar;
    const auto draw = bar.observer();
    if (draw) request.progress = [&](int done, int planned) { draw({done, planned, 0, 0}); }; // nobody looks: no bar
    const Debrief result = debrief(file.session, leaf, request);
    bar.clear();
    const DebriefReport report{file.session, result, request, options.session};
    std::cout << (options.format == "json" ? debrief_json(report) : debrief_text(report, output_style()));
    std::cout.flush(); // what was found comes before what went wrong with it
    if (!options.html.empty()) write_file(options.html, debrief_html(report, ASSENT_VERSION));
    if (options.keep) keep_deal(options, file, result);
}

} // namespace

void add_debrief(CLI::App& app) {
    CLI::App* command =
        app.add_subcommand("debrief", "Say what each decision of a rehearsed deal cost, and what was luck");
    const auto options = std::make_shared<DebriefOptions>();
    options->confidence = DebriefRequest{}.confidence;
    command->add_option("session", options->session, "Session file, as assent play keeps it; judged where it stands")
        ->required()
        ->type_name("SESSION.toml");
    command->add_option("--rollouts", options->rollouts, "Deals played on for each decision")
        ->check(CLI::Range(std::int64_t{64}, std::int64_t{1} << 24).description(""))
        ->capture_default_str()
        ->type_name("NUMBER");
    add_seed_option(*command, options->seed, "Which luck the decisions are judged with; not that of the deal");
    add_threads_option(*command, *options);
    add_confidence_option(*command, *options);
    command->add_option("--format", options->format, "table (for reading) or json (for programs)")
        ->check(CLI::IsMember({"table", "json"}).description(""))
        ->capture_default_str()
        ->type_name("FORMAT");
    command->add_option("--html", options->html, "Write it as a page to read and print too")->type_name("FILE.html");
    command->add_flag("--keep", options->keep, "Count the deal in your progress (assent train progress)");
    add_profile_options(*command, options->training);
    command->callback([options] { debrief_session(*options); });
}

} // namespace assent::cli
