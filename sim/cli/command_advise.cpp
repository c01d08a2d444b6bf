// assent advise: the best next moves of a deal, by rollouts from what the account manager knows.
#include "cli/command.hpp"
#include "cli/play_options.hpp"
#include "model/user_error.hpp"
#include "rehearsal/advice.hpp"
#include "rehearsal/belief_calibration.hpp"
#include "rehearsal/session_file.hpp"
#include "report/move_words.hpp"
#include "report/table.hpp"

#include <iostream>
#include <map>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace assent::cli {
namespace {

struct AdviseOptions : PlayOptions {
    std::string session;
    Goal goal = Goal::win;
    std::int64_t rollouts = 65'536;
    int top = 10;
    bool calibration = false;
    std::int64_t deals = 1000;
};

/// Words of --goal.
const std::map<std::string, Goal>& goals() {
    static const std::map<std::string, Goal> by_word{
        {"win", Goal::win}, {"margin", Goal::margin}, {"lifetime", Goal::lifetime}};
    return by_word;
}

std::string signed_value(double value, Goal goal) {
    return goal == Goal::win ? fmt::format("{:+6.1f}", 100 * value) : fmt::format("{:+12.0f}", value);
}

std::string plain_value(double value, Goal goal) {
    return goal == Goal::win ? fmt::format("{:.1f} %", 100 * value) : fmt::format("{:.0f}", value);
}

void print(const Model& model, const Advice& advice, const AdviseOptions& options) {
    std::cout << fmt::format("As it goes on: {} ({} to {}); won {:.1f} %, lost {:.1f} %, no decision {:.1f} %\n\n",
                             plain_value(advice.value, options.goal), plain_value(advice.low, options.goal),
                             plain_value(advice.high, options.goal), 100 * advice.won, 100 * advice.lost,
                             100 * advice.none);
    std::cout << (options.goal == Goal::win ? "gain in points (90 % interval)   next move\n"
                                            : "gain in currency (90 % interval)   next move\n");
    for (std::size_t k = 0; k < advice.lines.size() && k < static_cast<std::size_t>(options.top); ++k) {
        const Advice::Line& line = advice.lines[k];
        const std::string what = line.wait ? "Nothing more this week." : printable(move_sentence(model, line.move));
        std::cout << fmt::format("{} ({} to{}){}  {}\n", signed_value(line.gain, options.goal),
                                 signed_value(line.gain_low, options.goal), signed_value(line.gain_high, options.goal),
                                 line.alive ? "  " : " -", what);
    }
    std::cout << "\nGains are over the policy going on at once; - marks moves that fell behind early. Best of the "
                 "moves listed, "
                 "in this model.\n";
    std::cerr << fmt::format("{} rollouts, {:.0f} a second\n", advice.rollouts, advice.rollouts_per_second);
}

void print(const std::vector<BeliefCalibration>& tables) {
    for (const BeliefCalibration& table : tables) {
        std::cout << fmt::format(
            "After week {}: {} forecasts, mean {:.3f}, won {:.3f}; Brier {:.4f} (base rate {:.4f}), "
            "z = {:+.2f}\n  forecast    deals  mean   won\n",
            table.week, table.forecasts, table.forecast, table.won, table.brier, table.base_brier, table.z);
        for (std::size_t b = 0; b < table.bins.size(); ++b)
            if (table.bins[b].forecasts > 0)
                std::cout << fmt::format("  {:.1f} to {:.1f}  {:6}  {:.3f}  {:.3f}\n", 0.1 * static_cast<double>(b),
                                         0.1 * static_cast<double>(b + 1), table.bins[b].forecasts,
                                         table.bins[b].forecast, table.bins[b].won);
    }
}

AdviceRequest request_of(const AdviseOptions& options) {
    AdviceRequest request;
    request.goal = options.goal;
    request.rollouts = options.rollouts;
    request.seed = options.seed;
    request.threads = options.threads > 0 ? options.threads : 1;
    return request;
}

void advise_session(const Session& session, const AdviseOptions& options) {
    if (session.decided(session.current()))
        throw UserError("the deal of this session is decided; go back in it and ask again");
    const Belief belief = belief_at(session, session.current());
    print(session.practice().model(),
          advise(session.practice(), belief, session.knowledge(), session.planned(session.current()),
                 request_of(options)),
          options);
}

void advise_command(const AdviseOptions& options) {
    if (!options.session.empty()) return advise_session(load_session(options.session).session, options);
    if (options.scenario.empty()) throw UserError("nothing to advise on; name a scenario, or a session with --session");
    const Model model = load(options);
    const std::int32_t manner = options.strategies.empty() ? -1 : find_strategy(model, options.strategies.front());
    if (!options.calibration)
        return advise_session(Session(std::make_shared<const Practice>(model, manner), options.seed, 0), options);
    BeliefCalibrationRequest request;
    request.deals = options.deals;
    request.seed = options.seed;
    request.threads = options.threads;
    print(calibrate_belief(practice_of_belief(model, manner), request));
}

} // namespace

void add_advise(CLI::App& app) {
    CLI::App* command =
        app.add_subcommand("advise", "Name the best next moves from what the account manager knows, with intervals");
    const auto options = std::make_shared<AdviseOptions>();
    add_scenario_option(*command, *options);
    command->get_option("scenario")->required(false);
    command->add_option("--session", options->session, "Go on from where this session of a rehearsal stands")
        ->type_name("FILE");
    command
        ->add_option("--manner", options->strategies,
                     "Strategy whose hours, budget, letters and terms you have (preset: the one that wins most)")
        ->expected(1)
        ->type_name("NAME");
    command
        ->add_option_function<std::string>(
            "--goal", [options](const std::string& word) { options->goal = goals().at(word); },
            "What is worth something")
        ->check(CLI::IsMember(goals()))
        ->default_str("win")
        ->type_name("GOAL");
    add_deals_option(*command, "--rollouts", options->rollouts, "Futures played over all moves");
    add_top_option(*command, options->top, "Moves shown");
    command->add_flag(
        "--calibration", options->calibration,
        "Instead: forecast deals drawn from what is believed, and show how often each forecast came true");
    add_deals_option(*command, "--deals", options->deals, "Deals that --calibration forecasts");
    add_seed_option(*command, *options);
    add_threads_option(*command, *options);
    command->callback([options] { advise_command(*options); });
}

} // namespace assent::cli
