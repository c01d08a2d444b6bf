#include "report/reaction_words.hpp"

#include "report/narrator_people.hpp"
#include "report/narrator_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace assent {
namespace {

// Severities as last heard at which somebody presses, still asks, or is at ease.
constexpr double pressing = 0.45;
constexpr double settled = 0.15;

/// One built-in topic: said with much, with some and with hardly any doubt left.
struct Voice {
    std::string_view topic, pressing, asking, settled;
};

constexpr std::array voices{
    Voice{"price", "Others offer this for less.", "The price is still on the high side.",
          "The price is fair, I see that now."},
    Voice{"budget", "What does that do to this year's budget?", "It could fit the budget, if nothing else comes.",
          "The budget bears it."},
    Voice{"roi", "And what do we earn by it?", "Your figures look good. Do they hold for us?",
          "It pays for itself, I have worked it out."},
    Voice{"need", "I do not see what we need this for.", "It would help. Do we need it, though?",
          "We need it, no question."},
    Voice{"urgency", "Good, but why now?", "It could wait until spring, or could it?", "Let us not put it off again."},
    Voice{"authority", "That is not for me to decide.", "I can say a word for it, not more.",
          "I will put it before those who sign."},
    Voice{"trust", "And who answers when something goes wrong?", "I would like to hear it from somebody you work for.",
          "I know whom I am dealing with."},
    Voice{"competitor", "The others convince me more.", "You are level with the others by now.",
          "The others had nothing like it."},
    Voice{"status_quo", "What we have works.", "What we have works, more or less.", "We cannot go on as we are."},
    Voice{"change_risk", "And if it goes wrong while we change over?", "The change worries me less than it did.",
          "We can change over without a standstill."},
    Voice{"fit", "Does it do our job, or somebody else's?", "It does most of what we need.", "It does our job."},
    Voice{"integration", "How does it go with what we have?", "It goes with most of what we have.",
          "It goes with what we have."},
    Voice{"security_compliance", "Who signs that it is safe?", "One paper is still missing for my file.",
          "My file is complete."},
    Voice{"terms", "These terms I cannot sign.", "Two paragraphs of the contract are left.", "The terms are fine."},
    Voice{"support", "Who comes when it stands still on a Saturday?", "You say somebody comes. How fast?",
          "I know whom to call when it stands still."},
    Voice{"indecision", "What if we choose wrongly?", "I would sleep better after a trial.", "I am sure enough."},
};

/// For topics of a scenario's own.
constexpr Voice any_voice{"", "“{topic}”: there you have not convinced me.", "“{topic}”: you have half convinced me.",
                          "“{topic}”: that is settled for me."};

constexpr std::array<std::array<std::string_view, 2>, 5> stances{{
    {"I do not see us working together.", "Save yourself the trouble."},
    {"I am not convinced.", "I have my doubts, and they are not small."},
    {"I have not made up my mind.", "One can see it this way or that."},
    {"I can imagine it.", "It begins to look right."},
    {"As far as I am concerned, we should do it.", "You have my vote."},
}};

std::size_t stance_of(double support) {
    return static_cast<std::size_t>(std::clamp(static_cast<int>(support * 5), 0, 4));
}

} // namespace

std::string said_of_doubt(const Model& model, int topic, double severity) {
    const bool known = topic >= 0 && topic < static_cast<int>(model.topics.size());
    const std::string id = known ? model.topics[static_cast<std::size_t>(topic)].id : std::string();
    const auto found = std::ranges::find(voices, std::string_view(id), &Voice::topic);
    const Voice& voice = found == voices.end() ? any_voice : *found;
    const std::string_view sentence = severity >= pressing  ? voice.pressing
                                      : severity >= settled ? voice.asking
                                                            : voice.settled;
    return filled(sentence, {{"topic", topic_name(model, topic)}});
}

std::string said_of_support(double support, int turn) {
    return std::string(stances[stance_of(support)][static_cast<std::size_t>(turn & 1)]);
}

std::string stance_name(double support) { return std::string(words::stance[stance_of(support)]); }

} // namespace assent
