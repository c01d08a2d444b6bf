#pragma once
// Every sentence that a conversation is made of, for whoever translates it; gaps as in narrator_words.hpp, from which
// approach, purpose and stages are taken. What is said of a doubt is in reaction_words.cpp.
#include "engine/terms.hpp"
#include "report/translation.hpp"

#include <string_view>

namespace assent::words {

inline constexpr const char* root_raised = to_tell("{who} says what is really behind it: “{topic}”.");
inline constexpr std::string_view doubt_weighs[] = {
    to_tell("“{topic}” is no longer held against you by {who}."), to_tell("“{topic}” weighs a little with {who}."),
    to_tell("“{topic}” weighs with {who}."), to_tell("“{topic}” weighs heavily with {who}.")};
inline constexpr const char* doubt_weighs_less = to_tell("{who} seems less troubled by “{topic}” than before.");
inline constexpr const char* doubt_weighs_more = to_tell("{who} seems more troubled by “{topic}” than before.");

/// A touch that did not get through, by channel.
inline constexpr std::string_view unanswered[channel_count] = {
    to_tell("{who} does not answer the e-mail."), to_tell("{who} cannot be got on the phone."),
    to_tell("{who} has no time for a call."),     to_tell("{who} does not give you an hour."),
    to_tell("{who} does not come to the event."), to_tell("{who} does not look at the web site.")};
/// One that did, when nothing more came of it.
inline constexpr std::string_view acknowledged[act_count] = {
    to_tell("{who} takes note of you."),
    to_tell("{who} tells you how things are done there."),
    to_tell("{who} hears you out."),
    to_tell("{who} goes through the figures with you."),
    to_tell("{who} watches it work."),
    to_tell("{who} is ready to talk about a trial."),
    to_tell("{who} takes down your customer's name."),
    to_tell("{who} enjoys the talk."),
    to_tell("{who} takes the offer."),
    to_tell("{who} takes note of the lower price."),
    to_tell("{who} would rather not hurry."),
    to_tell("{who} remembers you."),
    to_tell("{who} takes the points."),
    to_tell("{who} is glad of the help."),
    to_tell("{who} says nothing to it."),
};
inline constexpr const char* put_off = to_tell("{who} is put off: that was not professional.");
inline constexpr const char* struck_off = to_tell("{who} is put off for good: you are struck off the list.");
inline constexpr const char* outmatched = to_tell("{who} asks something that you cannot answer.");
inline constexpr const char* saw_through = to_tell("{who} sees that you have embellished, and says so.");
inline constexpr const char* names_colleague = to_tell("{who} names {colleague}, who has a say too.");
inline constexpr const char* colleague_named = to_tell("You hear of {colleague}, who has a say too.");
inline constexpr const char* impression = to_tell("{who} seems {stance} ({support}).");
inline constexpr const char* trial_begins = to_tell("{who} agrees to a trial; it begins.");
inline constexpr const char* agrees_to_decide = to_tell("{who} agrees to bring the decision forward.");
inline constexpr const char* met = to_tell("The client met to decide: {result}.");
inline constexpr const char* asked_for = to_tell("Round {round}: you ask for {share} of what is on the table.");
inline constexpr const char* left_you = to_tell("Round {round}: they would leave you {share} of it.");

} // namespace assent::words
