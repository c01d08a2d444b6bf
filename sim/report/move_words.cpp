#include "report/move_words.hpp"

#include "report/narrator_people.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/rule_words.hpp"
#include "report/translation.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

using Kind = MoveProblem::Kind;

struct Reason {
    std::string why, remedy;
};

/// What helps, in the order of MoveProblem::Kind.
constexpr std::string_view remedies[] = {
    to_tell("go back to an earlier week to try another way"),
    to_tell(
        "inflate goes from 0 to 1, discount from 0 to 0.9; topics, extras and safeguards are those of the scenario"),
    to_tell("ask those you know in a discovery talk: names come up"),
    to_tell(
        "discount and extras belong to an offer, safeguards to a trial; a tailored offer chooses its extras itself"),
    to_tell("solve a problem of the company instead: that is honest and lasts"),
    to_tell("leave inflate at 0"),
    to_tell("play the week first, or choose a shorter channel"),
    to_tell("choose an act or a channel that costs less"),
    to_tell("turn to somebody else, or play the week first"),
    to_tell("name the topic you want to speak to, or find out first what matters there"),
    to_tell("go on with what it showed"),
    to_tell("become known first, or talk to those who decide"),
    to_tell("wait for their meeting, and answer what is open until then"),
    to_tell("wait, and answer what is open"),
};

std::string reason(const Model& model, const Move& move, const MoveProblem& problem) {
    switch (problem.kind) {
    case Kind::hours:
        return told_with("it takes {} hours, {} are left this week", decimal(problem.needed, 1),
                         decimal(problem.there, 1));
    case Kind::money:
        return told_with("it costs {}, {} are left", money(problem.needed, model.company.currency),
                         money(problem.there, model.company.currency));
    case Kind::touches:
        return told_with("{} is the most for one person in a week", decimal(problem.there, 0));
    case Kind::nothing_known:
        return told_with("you know of no open doubt of {}", short_holder_name(model, move.member));
    default:
        return told(short_reason(problem.kind));
    }
}

bool has_places(Kind kind) { return kind != Kind::nonsense && kind != Kind::nobody; }

} // namespace

std::string move_sentence(const Model& model, const Move& move) {
    return capitalised(deed(model, rule_of(model, move, 1))) + ".";
}

std::string move_problem_sentence(const Model& model, const Move& move, const MoveProblem& problem) {
    const std::string what =
        has_places(problem.kind) ? capitalised(deed(model, rule_of(model, move, 1))) : told("This cannot be done");
    return fmt::format("{} ({}); {}", what, reason(model, move, problem),
                       told(remedies[static_cast<std::size_t>(problem.kind)]));
}

} // namespace assent
