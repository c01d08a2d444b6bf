// assent play: the game in a terminal, or from a file of lines.
#include "cli/command.hpp"
#include "cli/play_loop.hpp"
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "model/user_error.hpp"
#include "rehearsal/session_file.hpp"
#include "scenario/reader.hpp"
#include "store/file_lock.hpp"
#include "training/level.hpp"

#include <filesystem>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct GameOptions : PlayOptions {
    std::uint64_t deal = 0;
    std::string moves, session, level, levels = "scenarios/levels";
};

SessionFile new_session(const GameOptions& options) {
    if (options.scenario.empty())
        throw UserError(
            "assent play: a scenario is missing (there is no session to go on with); write assent play SCENARIO");
    PlayOptions levelled = options;
    if (!options.level.empty()) {
        if (options.scenario == "-")
            throw UserError("--level (a scenario from standard input is read once); write it to a file first");
        PlayOptions plain = options;
        plain.settings.clear();
        levelled.settings = settings_for(load_level(options.levels, options.level), load(plain));
        levelled.settings.insert(levelled.settings.end(), options.settings.begin(), options.settings.end());
    }
    Model model = load(levelled);
    const std::int32_t manner = options.strategies.empty() ? -1 : find_strategy(model, options.strategies.front());
    SessionSource source{options.scenario, {}, levelled.settings, model.title};
    if (options.scenario == "-") { // gone once read: the session keeps the text
        source.scenario.clear();
        source.scenario_text = dump_scenario(model);
        source.settings.clear();
    }
    return {std::move(source),
            Session(std::make_shared<const Practice>(std::move(model), manner), options.seed, options.deal)};
}

/// What --session holds, or a new one that will be kept there.
SessionFile session_of(const GameOptions& options) {
    if (options.session.empty() || !std::filesystem::exists(options.session)) return new_session(options);
    if (!options.scenario.empty() && options.scenario != "-") {
        SessionFile kept = load_session(options.session);
        if (!same_file(kept.source.scenario, options.scenario))
            throw UserError(
                fmt::format("--session {} (is a session of {}, not of {}); leave out the scenario, or name a new file",
                            options.session, kept.source.scenario, options.scenario));
        return kept;
    }
    return load_session(options.session);
}

void play(const GameOptions& options) {
    if (options.scenario == "-" && (options.moves.empty() || options.moves == "-"))
        throw UserError(
            "assent play - (standard input cannot be scenario and moves at once); name a file with --moves");
    std::optional<FileLock> lock;
    if (!options.session.empty() && !(lock = FileLock::take(options.session)))
        throw UserError(
            fmt::format("--session {} (is being played in a window or another terminal); end it there, or name "
                        "another file",
                        options.session));
    SessionFile kept = session_of(options);
    PlayGame game(std::move(kept.session), std::move(kept.source), options.session, output_style());
    play_through(game, options.moves);
    game.end();
}

} // namespace

void add_play(CLI::App& app) {
    CLI::App* command =
        app.add_subcommand("play", "Play the account manager, week by week, against a hidden buying centre");
    const auto options = std::make_shared<GameOptions>();
    command->add_option("scenario", options->scenario, "Scenario file; not needed to go on with a session")
        ->type_name("FILE");
    add_set_option(*command, *options);
    command
        ->add_option("--strategy", options->strategies,
                     "Whose hours, letter, tactic, limits and service you have; without it the best")
        ->expected(1)
        ->type_name("NAME");
    add_seed_option(*command, *options);
    command->add_option("--deal", options->deal, "Another company and another luck of the same seed")
        ->check(CLI::Range(std::uint64_t{0}, (std::uint64_t{1} << 40) - 1))
        ->type_name("NUMBER")
        ->capture_default_str();
    command->add_option("--level", options->level, "How hard it is: apprentice, seller or master")->type_name("NAME");
    command->add_option("--levels", options->levels, "Folder of levels")->type_name("FOLDER")->capture_default_str();
    command
        ->add_option("--session", options->session,
                     "Keep the session in this file after every line; go on with it when it is there")
        ->type_name("FILE");
    command->add_option("--moves", options->moves, "Lines to play instead of typed ones; -: standard input")
        ->type_name("FILE");
    command->footer("A week is a turn. Say what you do in everyday words, then play the week:\n"
                    "  meet cfo about budget with data\n"
                    "  call ceo to discover\n"
                    "  offer ceo discount 5% extras storage\n"
                    "  week\n"
                    "You see what an account manager sees; the same lines on the same seed meet the same luck.");
    command->callback([options] { play(*options); });
}

} // namespace assent::cli
