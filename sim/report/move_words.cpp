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

Reason reason(const Model& model, const Move& move, const MoveProblem& problem) {
    switch (problem.kind) {
    case Kind::decided:
        return {"the deal is over", "go back to an earlier week to try another way"};
    case Kind::nonsense:
        return {"a number or a name in it is outside its range",
                "inflate goes from 0 to 1, discount from 0 to 0.9, topics, extras and safeguards are those of the "
                "scenario"};
    case Kind::nobody:
        return {"you know of nobody of that name there", "ask those you know in a discovery talk; names come up"};
    case Kind::needless:
        return {"it carries terms that it has no use for",
                "discount and extras belong to an offer, safeguards to a trial; a tailored offer chooses its extras "
                "itself, within its budget"};
    case Kind::kickback:
        return {"kickbacks are not allowed here", "solve a problem of the company instead: that is honest and lasts"};
    case Kind::embellishment:
        return {"claims may not be inflated here", "leave inflate at 0"};
    case Kind::hours:
        return {fmt::format("it takes {} hours, {} are left this week", decimal(problem.needed, 1),
                            decimal(problem.there, 1)),
                "play the week first, or choose a shorter channel"};
    case Kind::money:
        return {fmt::format("it costs {}, {} are left", money(problem.needed, model.company.currency),
                            money(problem.there, model.company.currency)),
                "choose an act or a channel that costs less"};
    case Kind::touches:
        return {fmt::format("{} is the most for one person in a week", decimal(problem.there, 0)),
                "turn to somebody else, or play the week first"};
    case Kind::nothing_known:
        return {fmt::format("you know of no open doubt of {}", short_holder_name(model, move.member)),
                "name the topic you want to speak to, or find out first what matters there"};
    case Kind::trial_over:
        return {"there has been a trial already", "go on with what it showed"};
    case Kind::trial_stage:
        return {"the client tries things while it screens and evaluates, not before or after",
                "become known first, or talk to those who decide"};
    case Kind::asked:
        return {"they have agreed to decide", "wait for their meeting, and answer what is open until then"};
    case Kind::deciding:
        break;
    }
    return {"the client is deciding already, or waits for the end of the trial", "wait, and answer what is open"};
}

bool has_places(Kind kind) { return kind != Kind::nonsense && kind != Kind::nobody; }

} // namespace

std::string move_sentence(const Model& model, const Move& move) {
    return capitalised(deed(model, rule_of(model, move, 1))) + ".";
}

std::string move_problem_sentence(const Model& model, const Move& move, const MoveProblem& problem) {
    const auto [why, remedy] = reason(model, move, problem);
    const std::string what =
        has_places(problem.kind) ? capitalised(deed(model, rule_of(model, move, 1))) : "This cannot be done";
    return fmt::format("{} ({}); {}", what, why, remedy);
}

} // namespace assent
