#include "report/reaction_words.hpp"

#include "report/narrator_people.hpp"
#include "report/narrator_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace assent {
namespace {

// Severities as last heard at which somebody presses, still asks, or is at ease.
constexpr double pressing = 0.45;
constexpr double settled = 0.15;

/// One built-in topic: what somebody does who brings it up, and what he says with much, with some and with hardly any
/// doubt left.
struct Voice {
    std::string_view topic, raised, pressing, asking, settled;
};

constexpr std::array voices{
    Voice{"price", to_tell("{who} finds the price high and wants to know what is in it."),
          "Others offer this for less.", "The price is still on the high side.", "The price is fair, I see that now."},
    Voice{"budget", to_tell("{who} asks what it does to this year's budget."),
          "What does that do to this year's budget?", "It could fit the budget, if nothing else comes.",
          "The budget bears it."},
    Voice{"roi", to_tell("{who} asks when it will have paid for itself."), "And what do we earn by it?",
          "Your figures look good. Do they hold for us?", "It pays for itself, I have worked it out."},
    Voice{"need", to_tell("{who} does not see what it would be needed for."), "I do not see what we need this for.",
          "It would help. Do we need it, though?", "We need it, no question."},
    Voice{"urgency", to_tell("{who} says that other things come first this year."), "Good, but why now?",
          "It could wait until spring, or could it?", "Let us not put it off again."},
    Voice{"authority", to_tell("{who} says that this is for others to decide."), "That is not for me to decide.",
          "I can say a word for it, not more.", "I will put it before those who sign."},
    Voice{"trust", to_tell("{who} asks for whom else you have done such a thing."),
          "And who answers when something goes wrong?", "I would like to hear it from somebody you work for.",
          "I know whom I am dealing with."},
    Voice{"competitor", to_tell("{who} has seen something that looks better elsewhere."),
          "The others convince me more.", "You are level with the others by now.", "The others had nothing like it."},
    Voice{"status_quo", to_tell("{who} says that what they have works."), "What we have works.",
          "What we have works, more or less.", "We cannot go on as we are."},
    Voice{"change_risk", to_tell("{who} asks what happens when the change goes wrong."),
          "And if it goes wrong while we change over?", "The change worries me less than it did.",
          "We can change over without a standstill."},
    Voice{"fit", to_tell("{who} wonders whether it does their job at all."), "Does it do our job, or somebody else's?",
          "It does most of what we need.", "It does our job."},
    Voice{"integration", to_tell("{who} asks how it gets along with what is there."),
          "How does it go with what we have?", "It goes with most of what we have.", "It goes with what we have."},
    Voice{"security_compliance", to_tell("{who} asks what the auditors will say to it."), "Who signs that it is safe?",
          "One paper is still missing for my file.", "My file is complete."},
    Voice{"terms", to_tell("{who} has read the small print and does not like it."), "These terms I cannot sign.",
          "Two paragraphs of the contract are left.", "The terms are fine."},
    Voice{"support", to_tell("{who} asks who comes when it breaks down."),
          "Who comes when it stands still on a Saturday?", "You say somebody comes. How fast?",
          "I know whom to call when it stands still."},
    Voice{"indecision", to_tell("{who} is afraid of having chosen wrongly in the end."), "What if we choose wrongly?",
          "I would sleep better after a trial.", "I am sure enough."},
};

/// For topics of a scenario's own.
constexpr Voice any_voice{"", to_tell("{who} brings up a doubt: “{topic}”."),
                          "“{topic}”: there you have not convinced me.", "“{topic}”: you have half convinced me.",
                          "“{topic}”: that is settled for me."};

constexpr std::array<std::array<std::string_view, 2>, 5> stances{{
    {"I do not see us working together.", "Save yourself the trouble."},
    {"I am not convinced.", "I have my doubts, and they are not small."},
    {"I have not made up my mind.", "One can see it this way or that."},
    {"I can imagine it.", "It begins to look right."},
    {"As far as I am concerned, we should do it.", "You have my vote."},
}};

const Voice& voice_of(const Model& model, int topic) {
    if (topic < 0 || topic >= static_cast<int>(model.topics.size())) return any_voice;
    const std::string_view id = model.topics[static_cast<std::size_t>(topic)].id;
    const auto found = std::ranges::find(voices, id, &Voice::topic);
    return found == voices.end() ? any_voice : *found;
}

std::size_t stance_of(double support) {
    return static_cast<std::size_t>(std::clamp(static_cast<int>(support * 5), 0, 4));
}

} // namespace

std::string doubt_sentence(const Model& model, int topic, const std::string& who) {
    return filled(voice_of(model, topic).raised, {{"who", who}, {"topic", topic_name(model, topic)}});
}

std::string said_of_doubt(const Model& model, int topic, double severity) {
    const Voice& voice = voice_of(model, topic);
    const std::string_view sentence = severity >= pressing  ? voice.pressing
                                      : severity >= settled ? voice.asking
                                                            : voice.settled;
    return filled(sentence, {{"topic", topic_name(model, topic)}});
}

std::string said_of_support(double support, int turn) {
    return std::string(stances[stance_of(support)][static_cast<std::size_t>(turn & 1)]);
}

std::string stance_name(double support) { return told(words::stance[stance_of(support)]); }

} // namespace assent
