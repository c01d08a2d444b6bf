#pragma once
// Every sentence that a told deal is made of, in one place, for whoever translates it. Names in braces are filled in:
// {who} and {whom} are people, already with their article; {topic} is an objection's; numbers come formatted. What the window shows too is marked for its
// catalogue (report/translation.hpp).
#include "engine/terms.hpp"
#include "report/translation.hpp"

#include <string_view>

namespace assent::words {

// People. A title of Latin letters takes the article and, once known, stands alone.
inline constexpr const char* titled = to_tell("the {title}");
inline constexpr const char* titled_first_time = to_tell("the {title} ({name})");
inline constexpr const char* named_first_time = to_tell("{name} ({title})");
inline constexpr const char* somebody = to_tell("somebody");
inline constexpr char list_last[] = "{others} and {last}";
inline constexpr char list_rest[] = "{some} and {count} others";

// Alternatives.
inline constexpr const char* us = to_tell("you");
inline constexpr const char* doing_nothing = to_tell("doing nothing");

// One touch: how it came to be and what for. Those that did not get through are told together.
inline constexpr std::string_view approach[channel_count] = {to_tell("You e-mailed {whom}"),
                                                             to_tell("You phoned {whom}"),
                                                             to_tell("You had a video call with {whom}"),
                                                             to_tell("You met {whom}"),
                                                             to_tell("You saw {whom} at an event"),
                                                             to_tell("You reached {whom} through the web site")};
inline constexpr std::string_view channel[channel_count] = {"e-mail", "phone", "video call", "meeting", "event", "web"};
inline constexpr char tried[] = "{who} ({channels})";
inline constexpr char in_vain[] = "You did not get through to {whom}.";
inline constexpr std::string_view purpose[act_count] = {
    to_tell("to introduce yourselves"),
    to_tell("to learn what matters there"),
    to_tell("to answer a doubt"),
    to_tell("with the value case"),
    to_tell("to demonstrate the product"),
    to_tell("to propose a trial"),
    to_tell("with a customer who vouches for you"),
    to_tell("to get to know each other better"),
    to_tell("with an offer"),
    to_tell("to give way on price"),
    to_tell("to ask for the decision"),
    to_tell("as a reminder"),
    to_tell("with loyalty points as a gift"),
    to_tell("to solve a problem of theirs outside the product"),
    to_tell("with a kickback"),
};
inline constexpr const char* on_topic = to_tell("{purpose}: “{topic}”");
inline constexpr char answering[] = "to answer the doubt “{topic}”{evidence}";
inline constexpr std::string_view backed_by[evidence_count] = {"", " with data", " with a reference",
                                                               " with a guarantee"};
inline constexpr const char* touched = to_tell("{approach} {purpose}.");

// What came of it.
inline constexpr char blunder[] = "An unprofessional moment with {whom} cost trust.";
inline constexpr char blunder_eliminated[] = "An unprofessional moment with {whom}: you were struck off the list.";
inline constexpr char shortfall[] = "{who} knew more of the matter than you did, and noticed.";
inline constexpr char caught[] = "{who} saw that you had embellished; that cost trust.";
inline constexpr char relief[] = "It spoke to what troubles {whom}: {topics}.";
inline constexpr char quoted[] = "“{topic}”";
inline constexpr char objection_found[] = "You learned of a doubt that you did not know: {who}, “{topic}”.";
inline constexpr char root_found[] = "You found what is really behind it for {whom}: “{topic}”.";
inline constexpr char member_found[] = "You found out that {who} has a say.";
inline constexpr char seen[] = "As you saw it: {views}.";
inline constexpr char view[] = "{who} {stance} ({support})";
inline constexpr std::string_view stance[] = {to_tell("against you"), to_tell("doubtful"), to_tell("undecided"),
                                              to_tell("inclined to you"), to_tell("for you")};
inline constexpr const char* offer = to_tell("Your price now stands at {price}{extras}.");
inline constexpr char offer_extras[] = ", with {extras}";
inline constexpr const char* referral_confirmed = to_tell("{who} heard from you what had been recommended: “{topic}”.");
inline constexpr const char* referral_contradicted =
    to_tell("{who} had been told of “{topic}” and heard something else; that cost trust.");
inline constexpr char pilot_start[] = "A trial began; its chance to succeed was {chance}.";
inline constexpr const char* pilot_passed = to_tell("The trial succeeded.");
inline constexpr const char* pilot_failed = to_tell("The trial failed.");
inline constexpr const char* kickback_taken = to_tell("{who} took the kickback.");
inline constexpr const char* kickback_refused = to_tell("{who} refused the kickback; that cost trust.");
inline constexpr char points_given[] = "{who} took the points.";
inline constexpr char problem_solved[] = "You solved a problem of the company outside the product, for {whom}.";
inline constexpr char decision_asked[] = "{who} agreed to bring the decision forward.";

// The world around.
inline constexpr char need_rose[] = "The need grew to {now} (from {before}).";
inline constexpr char need_fell[] = "The need cooled to {now} (from {before}).";
inline constexpr char rival_called[] = "{rival} called on {whom}.";
inline constexpr char everybody[] = "everybody";
inline constexpr char rival_cut[] = "{rival} cut its price to {price}.";

// Minds.
inline constexpr char doubts[] = "What {who} doubts: {moves}.";
inline constexpr char doubt_fell[] = "“{topic}” down to {now} (from {before})";
inline constexpr char doubt_rose[] = "“{topic}” up to {now} (from {before})";
inline constexpr char further_doubts[] = "{count} further doubts moved.";
inline constexpr char support_rose[] = "Support for you, weighted by authority, rose to {now} (from {before}).";
inline constexpr char support_fell[] = "Support for you, weighted by authority, fell to {now} (from {before}).";

// The client's process.
inline constexpr std::string_view stage_name[stage_count] = {"before screening", "screening",   "evaluation", "trial",
                                                             "decision",         "negotiation", "closed"};
inline constexpr std::string_view stage_reached[stage_count] = {
    "",
    to_tell("The client has you on its list and screens suppliers."),
    to_tell("You passed the screening; the client evaluates offers."),
    to_tell("The client waits for the trial."),
    to_tell("The client is ready to decide."),
    to_tell("The client wants to negotiate with you."),
    ""};
inline constexpr std::string_view rule[decision_rule_count] = {
    "weighted by authority", "one person decides",
    "all voices alike",      "most votes win",
    "{quota} must agree",    "the majority must agree",
    "all must agree",        "the choice that needs the fewest minds changed"};
inline constexpr char vote[] = "{who} for {choice}";
inline constexpr char vote_count[] = "{count} for {choice}";
inline constexpr char meeting[] = "Decision meeting: {votes}; {rule}: {result}.";
inline constexpr char meeting_unseen[] = "Decision meeting; {rule}: {result}.";
inline constexpr const char* settled = to_tell("they chose {choice}");
inline constexpr const char* settled_on_nothing = to_tell("they chose to do nothing");
inline constexpr const char* not_settled = to_tell("no agreement yet");
inline constexpr char veto[] = "{who} vetoed {choice}.";
inline constexpr char talks[] =
    "Negotiation, {rounds}: you asked for {ours} of what is on the table, they left you {theirs}.";
inline constexpr char talks_ours[] = "Negotiation, {rounds}: you asked for {ours} of what is on the table.";
inline constexpr char talks_theirs[] = "Negotiation, {rounds}: they left you {theirs} of what is on the table.";
inline constexpr char one_round[] = "round {first}";
inline constexpr char several_rounds[] = "rounds {first}–{last}";
inline constexpr char agreement[] = "Agreed at {price} after round {round}.";
inline constexpr const char* agreement_at_once = to_tell("Agreed at {price}.");
inline constexpr const char* walk_away = to_tell("The talks broke off in round {round}.");

// The end.
inline constexpr std::string_view ended[outcome_count] = {
    to_tell("The deal was won."), to_tell("The deal was lost to {choice}."),
    to_tell("The client decided nothing; the deal is not won."),
    to_tell("The deal ended there: you were no longer considered.")};
inline constexpr const char* lost_to_rival = to_tell("a rival");
inline constexpr char weighed_most[] = "What weighed most: {reason}.";

// After the sale.
inline constexpr char after_the_sale[] = "After the sale";
inline constexpr char one_quarter[] = "Quarter {first}";
inline constexpr char several_quarters[] = "Quarters {first}–{last}";
inline constexpr char quarter_heading[] = "{quarters}: satisfaction {satisfaction}.";
inline constexpr char breakdown[] = "A breakdown cost {lost} of it.";
inline constexpr char renewed[] = "The contract was renewed.";
inline constexpr char client_left[] = "The client left: {cause}.";
inline constexpr std::string_view churn[churn_count] = {"no reason",
                                                        "it was not what you had promised",
                                                        "it broke down and nobody came",
                                                        "the quality was not what it had been",
                                                        "a kickback was found out",
                                                        "a rival had something better"};
inline constexpr char won_back[] = "The client came back.";
inline constexpr char won_back_by_cause[] = "The client came back: you had learned why it left and mended it.";

// Weeks as a whole.
inline constexpr char at_the_start[] = "At the start";
inline constexpr char heaviest_doubts[] = "What weighs most before a word is said: {doubts}.";
inline constexpr char doubt_at_the_start[] = "“{topic}” with {who}, {now}";
inline constexpr char no_doubts[] = "Nobody has anything against you before a word is said.";
inline constexpr char quiet[] = "Nothing happened, but attention faded.";
inline constexpr char one_week[] = "Week {first}";
inline constexpr char several_weeks[] = "Weeks {first}–{last}";
inline constexpr char heading[] = "{weeks} · {stage} · support {support}";

} // namespace assent::words
