#pragma once
// Every sentence that a conversation is made of, for whoever translates it; gaps as in narrator_words.hpp, from which
// approach, purpose and stages are taken.
#include "engine/terms.hpp"

#include <string_view>
#include <utility>

namespace assent::words {

/// A doubt brought up, by the topic's id.
inline constexpr std::pair<std::string_view, std::string_view> doubt_raised[] = {
    {"price", "{who} finds the price high and wants to know what is in it."},
    {"budget", "{who} asks what it does to this year's budget."},
    {"roi", "{who} asks when it will have paid for itself."},
    {"need", "{who} does not see what it would be needed for."},
    {"urgency", "{who} says that other things come first this year."},
    {"authority", "{who} says that this is for others to decide."},
    {"trust", "{who} asks for whom else you have done such a thing."},
    {"competitor", "{who} has seen something that looks better elsewhere."},
    {"status_quo", "{who} says that what they have works."},
    {"change_risk", "{who} asks what happens when the change goes wrong."},
    {"fit", "{who} wonders whether it does their job at all."},
    {"integration", "{who} asks how it gets along with what is there."},
    {"security_compliance", "{who} asks what the auditors will say to it."},
    {"terms", "{who} has read the small print and does not like it."},
    {"support", "{who} asks who comes when it breaks down."},
    {"indecision", "{who} is afraid of having chosen wrongly in the end."},
};
inline constexpr char other_doubt_raised[] = "{who} brings up a doubt: “{topic}”.";
inline constexpr char root_raised[] = "{who} says what is really behind it: “{topic}”.";
inline constexpr std::string_view doubt_weighs[] = {
    "“{topic}” is no longer held against you by {who}.", "“{topic}” weighs a little with {who}.",
    "“{topic}” weighs with {who}.", "“{topic}” weighs heavily with {who}."};
inline constexpr char doubt_weighs_less[] = "{who} seems less troubled by “{topic}” than before.";
inline constexpr char doubt_weighs_more[] = "{who} seems more troubled by “{topic}” than before.";

/// A touch that did not get through, by channel.
inline constexpr std::string_view unanswered[channel_count] = {
    "{who} does not answer the e-mail.", "{who} cannot be got on the phone.", "{who} has no time for a call.",
    "{who} does not give you an hour.",  "{who} does not come to the event.", "{who} does not look at the web site."};
/// One that did, when nothing more came of it.
inline constexpr std::string_view acknowledged[act_count] = {
    "{who} takes note of you.",
    "{who} tells you how things are done there.",
    "{who} hears you out.",
    "{who} goes through the figures with you.",
    "{who} watches it work.",
    "{who} is ready to talk about a trial.",
    "{who} takes down your customer's name.",
    "{who} enjoys the talk.",
    "{who} takes the offer.",
    "{who} takes note of the lower price.",
    "{who} would rather not hurry.",
    "{who} remembers you.",
    "{who} takes the points.",
    "{who} is glad of the help.",
    "{who} says nothing to it.",
};
inline constexpr char put_off[] = "{who} is put off: that was not professional.";
inline constexpr char struck_off[] = "{who} is put off for good: you are struck off the list.";
inline constexpr char outmatched[] = "{who} asks something that you cannot answer.";
inline constexpr char saw_through[] = "{who} sees that you have embellished, and says so.";
inline constexpr char names_colleague[] = "{who} names {colleague}, who has a say too.";
inline constexpr char colleague_named[] = "You hear of {colleague}, who has a say too.";
inline constexpr char impression[] = "{who} seems {stance} ({support}).";
inline constexpr char trial_begins[] = "{who} agrees to a trial; it begins.";
inline constexpr char agrees_to_decide[] = "{who} agrees to bring the decision forward.";
inline constexpr char met[] = "The client met to decide: {result}.";
inline constexpr char asked_for[] = "Round {round}: you ask for {share} of what is on the table.";
inline constexpr char left_you[] = "Round {round}: they would leave you {share} of it.";

} // namespace assent::words
