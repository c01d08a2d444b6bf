#pragma once
// Every sentence that a told deal is made of, in one place, for whoever translates it. Names in braces are filled in:
// {who} and {whom} are people, already with their article; {topic} is an objection's; numbers come formatted. All are
// marked for the window's catalogue (report/translation.hpp) and told where they are used.
#include "engine/terms.hpp"
#include "report/translation.hpp"

#include <string_view>

namespace assent::words {

// People. A title of Latin letters takes the article and, once known, stands alone.
inline constexpr const char* titled = to_tell("the {title}");
inline constexpr const char* titled_first_time = to_tell("the {title} ({name})");
inline constexpr const char* named_first_time = to_tell("{name} ({title})");
inline constexpr const char* somebody = to_tell("somebody");
inline constexpr const char* list_last = to_tell("{others} and {last}");
inline constexpr const char* list_rest = to_tell("{some} and {count} others");

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
inline constexpr std::string_view channel[channel_count] = {to_tell("e-mail"),  to_tell("phone"), to_tell("video call"),
                                                            to_tell("meeting"), to_tell("event"), to_tell("web")};
inline constexpr const char* tried = to_tell("{who} ({channels})");
inline constexpr const char* in_vain = to_tell("You did not get through to {whom}.");
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
inline constexpr const char* answering = to_tell("to answer the doubt “{topic}”{evidence}");
inline constexpr std::string_view backed_by[evidence_count] = {"", to_tell(" with data"), to_tell(" with a reference"),
                                                               to_tell(" with a guarantee")};
inline constexpr const char* touched = to_tell("{approach} {purpose}.");

// What came of it.
inline constexpr const char* blunder = to_tell("An unprofessional moment with {whom} cost trust.");
inline constexpr const char* blunder_eliminated =
    to_tell("An unprofessional moment with {whom}: you were struck off the list.");
inline constexpr const char* shortfall = to_tell("{who} knew more of the matter than you did, and noticed.");
inline constexpr const char* caught = to_tell("{who} saw that you had embellished; that cost trust.");
inline constexpr const char* relief = to_tell("It spoke to what troubles {whom}: {topics}.");
inline constexpr const char* quoted = to_tell("“{topic}”");
inline constexpr const char* objection_found =
    to_tell("You learned of a doubt that you did not know: {who}, “{topic}”.");
inline constexpr const char* root_found = to_tell("You found what is really behind it for {whom}: “{topic}”.");
inline constexpr const char* member_found = to_tell("You found out that {who} has a say.");
inline constexpr const char* seen = to_tell("As you saw it: {views}.");
inline constexpr const char* view = to_tell("{who} {stance} ({support})");
inline constexpr std::string_view stance[] = {to_tell("against you"), to_tell("doubtful"), to_tell("undecided"),
                                              to_tell("inclined to you"), to_tell("for you")};
inline constexpr const char* offer = to_tell("Your price now stands at {price}{extras}.");
inline constexpr const char* offer_extras = to_tell(", with {extras}");
inline constexpr const char* referral_confirmed = to_tell("{who} heard from you what had been recommended: “{topic}”.");
inline constexpr const char* referral_contradicted =
    to_tell("{who} had been told of “{topic}” and heard something else; that cost trust.");
inline constexpr const char* pilot_start = to_tell("A trial began; its chance to succeed was {chance}.");
inline constexpr const char* pilot_passed = to_tell("The trial succeeded.");
inline constexpr const char* pilot_failed = to_tell("The trial failed.");
inline constexpr const char* kickback_taken = to_tell("{who} took the kickback.");
inline constexpr const char* kickback_refused = to_tell("{who} refused the kickback; that cost trust.");
inline constexpr const char* points_given = to_tell("{who} took the points.");
inline constexpr const char* problem_solved =
    to_tell("You solved a problem of the company outside the product, for {whom}.");
inline constexpr const char* decision_asked = to_tell("{who} agreed to bring the decision forward.");

// The world around.
inline constexpr const char* need_rose = to_tell("The need grew to {now} (from {before}).");
inline constexpr const char* need_fell = to_tell("The need cooled to {now} (from {before}).");
inline constexpr const char* rival_called = to_tell("{rival} called on {whom}.");
inline constexpr const char* everybody = to_tell("everybody");
inline constexpr const char* rival_cut = to_tell("{rival} cut its price to {price}.");

// Minds.
inline constexpr const char* doubts = to_tell("What {who} doubts: {moves}.");
inline constexpr const char* doubt_fell = to_tell("“{topic}” down to {now} (from {before})");
inline constexpr const char* doubt_rose = to_tell("“{topic}” up to {now} (from {before})");
inline constexpr const char* further_doubts = to_tell("{count} further doubts moved.");
inline constexpr const char* support_rose =
    to_tell("Support for you, weighted by authority, rose to {now} (from {before}).");
inline constexpr const char* support_fell =
    to_tell("Support for you, weighted by authority, fell to {now} (from {before}).");

// The client's process.
inline constexpr std::string_view stage_name[stage_count] = {
    to_tell("before screening"), to_tell("screening"),   to_tell("evaluation"), to_tell("trial"),
    to_tell("decision"),         to_tell("negotiation"), to_tell("closed")};
inline constexpr std::string_view stage_reached[stage_count] = {
    "",
    to_tell("The client has you on its list and screens suppliers."),
    to_tell("You passed the screening; the client evaluates offers."),
    to_tell("The client waits for the trial."),
    to_tell("The client is ready to decide."),
    to_tell("The client wants to negotiate with you."),
    ""};
inline constexpr std::string_view rule[decision_rule_count] = {
    to_tell("weighted by authority"), to_tell("one person decides"),
    to_tell("all voices alike"),      to_tell("most votes win"),
    to_tell("{quota} must agree"),    to_tell("the majority must agree"),
    to_tell("all must agree"),        to_tell("the choice that needs the fewest minds changed")};
inline constexpr const char* vote = to_tell("{who} for {choice}");
inline constexpr const char* vote_count = to_tell("{count} for {choice}");
inline constexpr const char* meeting = to_tell("Decision meeting: {votes}; {rule}: {result}.");
inline constexpr const char* meeting_unseen = to_tell("Decision meeting; {rule}: {result}.");
inline constexpr const char* settled = to_tell("they chose {choice}");
inline constexpr const char* settled_on_nothing = to_tell("they chose to do nothing");
inline constexpr const char* not_settled = to_tell("no agreement yet");
inline constexpr const char* veto = to_tell("{who} vetoed {choice}.");
inline constexpr const char* talks =
    to_tell("Negotiation, {rounds}: you asked for {ours} of what is on the table, they left you {theirs}.");
inline constexpr const char* talks_ours =
    to_tell("Negotiation, {rounds}: you asked for {ours} of what is on the table.");
inline constexpr const char* talks_theirs =
    to_tell("Negotiation, {rounds}: they left you {theirs} of what is on the table.");
inline constexpr const char* one_round = to_tell("round {first}");
inline constexpr const char* several_rounds = to_tell("rounds {first}–{last}");
inline constexpr const char* agreement = to_tell("Agreed at {price} after round {round}.");
inline constexpr const char* agreement_at_once = to_tell("Agreed at {price}.");
inline constexpr const char* walk_away = to_tell("The talks broke off in round {round}.");

// The end.
inline constexpr std::string_view ended[outcome_count] = {
    to_tell("The deal was won."), to_tell("The deal was lost to {choice}."),
    to_tell("The client decided nothing; the deal is not won."),
    to_tell("The deal ended there: you were no longer considered.")};
inline constexpr const char* lost_to_rival = to_tell("a rival");
inline constexpr const char* weighed_most = to_tell("What weighed most: {reason}.");

// After the sale.
inline constexpr const char* after_the_sale = to_tell("After the sale");
inline constexpr const char* one_quarter = to_tell("Quarter {first}");
inline constexpr const char* several_quarters = to_tell("Quarters {first}–{last}");
inline constexpr const char* quarter_heading = to_tell("{quarters}: satisfaction {satisfaction}.");
inline constexpr const char* breakdown = to_tell("A breakdown cost {lost} of it.");
inline constexpr const char* renewed = to_tell("The contract was renewed.");
inline constexpr const char* client_left = to_tell("The client left: {cause}.");
inline constexpr std::string_view churn[churn_count] = {to_tell("no reason"),
                                                        to_tell("it was not what you had promised"),
                                                        to_tell("it broke down and nobody came"),
                                                        to_tell("the quality was not what it had been"),
                                                        to_tell("a kickback was found out"),
                                                        to_tell("a rival had something better")};
inline constexpr const char* won_back = to_tell("The client came back.");
inline constexpr const char* won_back_by_cause =
    to_tell("The client came back: you had learned why it left and mended it.");

// Weeks as a whole.
inline constexpr const char* at_the_start = to_tell("At the start");
inline constexpr const char* heaviest_doubts = to_tell("What weighs most before a word is said: {doubts}.");
inline constexpr const char* doubt_at_the_start = to_tell("“{topic}” with {who}, {now}");
inline constexpr const char* no_doubts = to_tell("Nobody has anything against you before a word is said.");
inline constexpr const char* quiet = to_tell("Nothing happened, but attention faded.");
inline constexpr const char* one_week = to_tell("Week {first}");
inline constexpr const char* several_weeks = to_tell("Weeks {first}–{last}");
inline constexpr const char* heading = to_tell("{weeks} · {stage} · support {support}");

} // namespace assent::words
