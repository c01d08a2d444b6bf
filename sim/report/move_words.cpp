#include "report/move_words.hpp"

#include "report/narrator_people.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/rule_words.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

using Kind = MoveProblem::Kind;

struct Reason {
    std::string why, remedy;
};

/// What helps, in the order of MoveProblem::Kind.
constexpr std::string_view remedies[] = {
    "go back to an earlier week to try another way",
    "inflate goes from 0 to 1, discount from 0 to 0.9; topics, extras and safeguards are those of the scenario",
    "ask those you know in a discovery talk: names come up",
    "discount and extras belong to an offer, safeguards to a trial; a tailored offer chooses its extras itself",
    "solve a problem of the company instead: that is honest and lasts",
    "leave inflate at 0",
    "play the week first, or choose a shorter channel",
    "choose an act or a channel that costs less",
    "turn to somebody else, or play the week first",
    "name the topic you want to speak to, or find out first what matters there",
    "go on with what it showed",
    "become known first, or talk to those who decide",
    "wait for their meeting, and answer what is open until then",
    "wait, and answer what is open",
};

std::string reason(const Model& model, const Move& move, const MoveProblem& problem) {
    switch (problem.kind) {
    case Kind::hours:
        return fmt::format("it takes {} hours, {} are left this week", decimal(problem.needed, 1),
                           decimal(problem.there, 1));
    case Kind::money:
        return fmt::format("it costs {}, {} are left", money(problem.needed, model.company.currency),
                           money(problem.there, model.company.currency));
    case Kind::touches:
        return fmt::format("{} is the most for one person in a week", decimal(problem.there, 0));
    case Kind::nothing_known:
        return fmt::format("you know of no open doubt of {}", short_holder_name(model, move.member));
    default:
        return std::string(short_reason(problem.kind));
    }
}

bool has_places(Kind kind) { return kind != Kind::nonsense && kind != Kind::nobody; }

} // namespace

std::string move_sentence(const Model& model, const Move& move) {
    return capitalised(deed(model, rule_of(model, move, 1))) + ".";
}

std::string move_problem_sentence(const Model& model, const Move& move, const MoveProblem& problem) {
    const std::string what =
        has_places(problem.kind) ? capitalised(deed(model, rule_of(model, move, 1))) : "This cannot be done";
    return fmt::format("{} ({}); {}", what, reason(model, move, problem),
                       remedies[static_cast<std::size_t>(problem.kind)]);
}

} // namespace assent
