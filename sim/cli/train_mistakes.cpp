// One's own mistakes: those of a session, or those that come back.
#include "cli/play_options.hpp"
#include "cli/terminal.hpp"
#include "cli/train.hpp"
#include "model/user_error.hpp"
#include "rehearsal/session_file.hpp"
#include "report/table.hpp"
#include "training/mistake.hpp"

#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

std::vector<Mistake> mistakes_to_ask(const TrainOptions& options, std::optional<Profile>& profile) {
    if (!options.session.empty()) {
        const SessionFile file = load_session(options.session);
        DebriefRequest request;
        request.threads = options.threads;
        return mistakes_of(file.session, debrief(file.session, file.session.current(), request));
    }
    if (!profile) return {};
    DueMistakes due = due_mistakes(*profile);
    for (const std::string& item : due.let_go)
        note(fmt::format("{}: cannot be asked any more, because the model has changed since; it is let go",
                         printable(item)));
    return std::move(due.mistakes);
}

void mistakes(const TrainOptions& options) {
    Answers answers(options.moves);
    std::optional<Profile> profile = open_profile(options);
    if (profile) profile->begin_sitting();
    const std::vector<Mistake> asked = mistakes_to_ask(options, profile);
    if (asked.empty())
        std::cout << (options.session.empty() ? "No mistake comes back in this sitting.\n"
                                              : "No decision of this deal was an inaccuracy or worse.\n");
    PuzzleRequest request;
    request.threads = options.threads;
    for (std::size_t place = 0; place < asked.size(); ++place) {
        const std::optional<Puzzle> puzzle = retry_of(asked[place], request);
        if (!puzzle) continue;
        const auto answer =
            answers.ask(*puzzle, fmt::format("Mistake {} of {}: what would you do now?", place + 1, asked.size()));
        if (!answer) break;
        Attempt attempt = attempt_of(asked[place], *puzzle, *answer);
        attempt.at = seconds_now();
        write(profile, [&](Profile& open) { open.add(attempt, position_text(asked[place])); });
    }
}

} // namespace

void add_mistakes(CLI::App& train, const std::shared_ptr<TrainOptions>& options) {
    CLI::App* command = train.add_subcommand("mistakes", "Decisions that cost too much, to be tried again");
    command
        ->add_option("session", options->session,
                     "Session file, as assent play keeps it; without one those mistakes that come back")
        ->type_name("SESSION.toml");
    add_answers_option(*command, *options);
    command->add_option("--threads", options->threads, "Threads that judge; they never change a figure")
        ->check(CLI::Range(1, 64))
        ->type_name("NUMBER");
    add_profile_options(*command, *options);
    command->footer(fmt::format(
        "Inaccuracies, mistakes and blunders of the debrief are asked in their order, each with moves to choose from.\n"
        "Any move within {:.1f} points of win probability of the best passes; what does not comes back in later "
        "sittings.",
        100 * retry_tolerance));
    command->callback([options] { mistakes(*options); });
}

} // namespace assent::cli
