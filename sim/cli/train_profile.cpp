// The trainee's profile: opening it, showing it, handing it on.
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "cli/train.hpp"
#include "model/user_error.hpp"
#include "report/progress_report.hpp"
#include "report/training_report.hpp"
#include "store/atomic_file.hpp"

#include <cstdlib>
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

/// Whether it is there or not; empty: there is no place for one.
std::filesystem::path place_of_profile(const TrainOptions& options) {
    return options.profile.empty() ? usual_profile() : std::filesystem::path(options.profile);
}

/// The same with its folder made.
std::filesystem::path profile_path(const TrainOptions& options) {
    if (!options.profile.empty()) return options.profile;
    const std::filesystem::path usual = usual_profile();
    if (usual.empty())
        throw UserError("there is no home folder for a profile (HOME is not set); name a file with --profile");
    std::error_code failed;
    std::filesystem::create_directories(usual.parent_path(), failed);
    if (failed)
        throw UserError(fmt::format("{}: cannot be made ({}); name a file elsewhere with --profile",
                                    usual.parent_path().string(), failed.message()));
    return usual;
}

std::string trainee_of(const TrainOptions& options) {
    return options.trainee.empty() ? usual_trainee() : options.trainee;
}

/// To look at what was done: nothing, with a note, where there is no profile yet. Throws UserError when it cannot be used.
std::optional<Profile> profile_to_show(const TrainOptions& options) {
    const std::filesystem::path place = place_of_profile(options);
    std::error_code unseen;
    if (place.empty() || std::filesystem::exists(place, unseen) || unseen) return required_profile(options);
    note(fmt::format("{}: there is no such profile yet; it is made with the first exercise", place.string()));
    return std::nullopt;
}

void progress(const TrainOptions& options) {
    require_profile_apart(options, "--xapi", options.xapi);
    std::optional<Profile> profile = profile_to_show(options);
    const auto due = [&](const char* kind) { return profile ? profile->due(kind) : std::vector<std::string>{}; };
    const std::vector<Attempt> attempts = profile ? profile->attempts() : std::vector<Attempt>{};
    const TextStyle style = output_style();
    std::cout << progress_text(trainee_of(options), attempts, due("lesson"), due("puzzle"), due("mistake").size(),
                               style)
              << deals_text(progress_of(profile ? profile->debriefed() : std::vector<DebriefedDeal>{}), style);
    if (!options.xapi.empty()) write_file(options.xapi, xapi_statements(attempts));
}

void leaders(const TrainOptions& options) {
    require_profile_apart(options, "--csv", options.csv);
    std::optional<Profile> profile = profile_to_show(options);
    const std::vector<LeaderRow> rows = profile ? profile->leaders() : std::vector<LeaderRow>{};
    std::cout << leaders_text(rows, output_style());
    if (!options.csv.empty()) write_file(options.csv, leaders_csv(rows));
}

} // namespace

void add_profile_options(CLI::App& command, TrainOptions& options) {
    command.add_option("--profile", options.profile, "Where attempts are kept; without it in your data folder")
        ->type_name("FILE");
    command.add_option("--trainee", options.trainee, "Whose attempts; without it your name as a user")
        ->type_name("NAME");
}

void require_profile_apart(const TrainOptions& options, const std::string& flag, const std::string& file) {
    require_apart(flag, file, place_of_profile(options).string(), "the training profile");
}

Profile required_profile(const TrainOptions& options) { return {profile_path(options), trainee_of(options)}; }

std::optional<Profile> open_profile(const TrainOptions& options) {
    try {
        return required_profile(options);
    } catch (const UserError& error) {
        note(fmt::format("{}\nwhat you do now is not kept", error.what()));
        return std::nullopt;
    }
}

std::optional<Profile> open_profile_if_there(const TrainOptions& options) {
    return std::filesystem::exists(place_of_profile(options)) ? open_profile(options) : std::nullopt;
}

void keep(std::optional<Profile>& profile, Attempt attempt) {
    attempt.at = seconds_now();
    write(profile, [&](Profile& open) { open.add(attempt); });
}

void write(std::optional<Profile>& profile, const std::function<void(Profile&)>& entry) {
    if (!profile) return;
    try {
        entry(*profile);
    } catch (const UserError& error) {
        note(fmt::format("{}\nthis attempt is not kept", error.what()));
        profile.reset();
    }
}

void add_progress(CLI::App& train, const std::shared_ptr<TrainOptions>& options) {
    CLI::App* command = train.add_subcommand("progress", "What you have done, and what comes back");
    add_profile_options(*command, *options);
    command->add_option("--xapi", options->xapi, "Write your attempts as xAPI statements for a learning record store")
        ->type_name("FILE.json");
    command->callback([options] { progress(*options); });
    CLI::App* board = train.add_subcommand("leaders", "A class: everybody in one profile, by expected score");
    add_profile_options(*board, *options);
    board->add_option("--csv", options->csv, "Write it for a spreadsheet too")->type_name("FILE.csv");
    board->callback([options] { leaders(*options); });
}

} // namespace assent::cli
