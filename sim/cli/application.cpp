#include "cli/application.hpp"

#include "cli/command.hpp"
#include "cli/isa_option.hpp"
#include "model/user_error.hpp"
#include "scenario/findings.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/poll.h>
#include <unistd.h>

namespace assent::cli {
namespace {

constexpr int exit_internal = 70; ///< EX_SOFTWARE of sysexits.h: a bug of ours

#ifdef __clang__
constexpr const char* compiler = "clang " __clang_version__;
#else
constexpr const char* compiler = "g++ " __VERSION__;
#endif

constexpr const char* contract =
    "Repeatability: the same scenario text, seed, number of replicates and version of assent give the same deals,\n"
    "bit for bit, for any number of threads, any vector width, g++ or clang, optimised or not. The first n replicates\n"
    "do not depend on how many follow.\n\n"
    "Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 a check failed,\n"
    "2 wrong usage or scenario, 130 interrupted. A scenario file named - is standard input.";

std::string version_text() {
    std::string sets;
    for (const Isa isa : playable_isas()) sets += " " + word(isa);
    return fmt::format("assent {}\ncompiled by {}\ninstruction sets this machine can play with:{}; in use: {}",
                       ASSENT_VERSION, compiler, sets, word(preferred_isa()));
}

std::vector<std::string> verbs_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(verb->get_name());
    return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

/// " (did you mean run?)" or nothing.
std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates) {
    const std::vector<std::string_view> views(candidates.begin(), candidates.end());
    const std::string_view found = nearest(word, views);
    return found.empty() ? std::string() : fmt::format(" (did you mean {}?)", found);
}

void add_help(CLI::App& app) {
    CLI::App* command = app.add_subcommand("help", "Show what a verb does and takes");
    const auto verb = std::make_shared<std::string>();
    command->add_option("verb", *verb, "One of the verbs; none: all of them in short");
    command->callback([&app, verb] {
        if (verb->empty()) {
            // app.help() would show the verb in use, which is this one.
            std::cout << app.get_formatter()->make_help(&app, "assent", CLI::AppFormatMode::Normal);
            return;
        }
        const std::vector<CLI::App*> verbs =
            app.get_subcommands([&](const CLI::App* any) { return any->get_name() == *verb; });
        if (verbs.empty())
            throw UserError(
                fmt::format("assent help: there is no verb {}{}", *verb, did_you_mean(*verb, verbs_of(app))));
        std::cout << verbs.front()->help("assent");
    });
}

void add_verbs(CLI::App& app, Crew* crew) {
    add_run(app);
    add_why(app);
    add_tornado(app);
    add_sweep(app, crew);
    add_export(app);
    add_merge(app);
    add_select(app);
    add_search(app);
    add_sensitivity(app);
    add_report(app);
    add_debrief(app);
    add_trace(app);
    add_play(app);
    add_train(app);
    add_explain(app);
    add_check(app);
    add_validate(app);
    add_keys(app);
    add_import(app);
    add_generate(app);
    add_calibrate(app);
    add_view(app);
    add_advise(app);
    add_bench(app);
    add_help(app);
}

/// The verb in use, or the application itself when no verb was understood.
const CLI::App& verb_in_use(const CLI::App& app) {
    const std::vector<CLI::App*> used = app.get_subcommands();
    return used.empty() ? app : *used.front();
}

/// What an error in the arguments looks like: problem, reason, remedy.
std::string usage_text(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& words) {
    const CLI::App& verb = verb_in_use(app);
    const bool no_verb = &verb == &app;
    if (no_verb && words.empty())
        return fmt::format("assent: a verb is missing; write one of {}, or see: assent help",
                           fmt::join(verbs_of(app), ", "));
    if (no_verb && !words.front().starts_with('-'))
        return fmt::format("assent: there is no verb {}{}; see: assent help", words.front(),
                           did_you_mean(words.front(), verbs_of(app)));
    std::string problem = error.what();
    const std::vector<std::string> options = options_of(verb);
    for (const std::string& word : words) // CLI11 lists what it could not use in no order that helps
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError) && word.starts_with("--") &&
            std::ranges::find(options, word.substr(0, word.find('='))) == options.end())
            problem =
                fmt::format("there is no option {}{}", word, did_you_mean(word.substr(0, word.find('=')), options));
    return no_verb ? fmt::format("assent: {}; see: assent help", problem)
                   : fmt::format("assent {0}: {1}; see: assent help {0}", verb.get_name(), problem);
}

int perform(CLI::App& app, int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    try {
        app.parse(argc, argv);
        return exit_ok;
    } catch (const CLI::RuntimeError& chosen) { // a command has said all there is to say
        return chosen.get_exit_code();
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error); // help and version
        std::cerr << usage_text(app, error, words) << '\n';
    } catch (const UserError& error) {
        std::cerr << error.what() << '\n';
    } catch (const std::bad_alloc&) {
        std::cerr << "assent: not enough memory; try fewer strategies or threads\n";
    } catch (const std::exception& error) {
        std::cerr << "assent: internal error: " << error.what() << "; please report it with the command and the file\n";
        return exit_internal;
    }
    return exit_usage;
}

/// Has the reader of our output gone away? That is how `assent keys | head` ends, and nothing to complain about.
bool output_is_closed() {
    pollfd output{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

int finish_output(int code) {
    std::cout.flush();
    errno = 0;
    const bool complete = std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::cout.good();
    if (complete || output_is_closed()) return code;
    if (errno == 0 && ::write(STDOUT_FILENO, "\n", 1) == 1) errno = EIO; // the reason was lost on the way: ask again
    std::cerr << "assent: cannot write standard output (" << std::strerror(errno)
              << "); free some space or send it elsewhere\n";
    return exit_usage;
}

} // namespace

int run_application(int argc, char** argv, Crew* crew) {
    std::signal(SIGPIPE, SIG_IGN); // writing says EPIPE instead, see finish_output
    CLI::App app(
        "Rehearse how a buying centre says yes: play a deal thousands of times against a company of people, and "
        "see\nwhich strategy wins, how sure that is, and why deals are lost.",
        "assent");
    app.set_version_flag("--version", version_text());
    app.require_subcommand(1);
    app.footer(contract);
    app.get_formatter()->column_width(36);
    add_verbs(app, crew);
    return finish_output(perform(app, argc, argv));
}

} // namespace assent::cli
