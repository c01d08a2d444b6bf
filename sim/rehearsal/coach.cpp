#include "rehearsal/believed_model.hpp"

#include <algorithm>

namespace assent {
namespace {

Rule rule(Act act, Channel channel, Selector selector) {
    Rule made;
    made.act = act;
    made.channel = channel;
    made.selector = selector;
    return made;
}

Rule to_role(Act act, Channel channel, Role role) {
    Rule made = rule(act, channel, Selector::role);
    made.role = role;
    made.limit = 2;
    made.cooldown = 4;
    made.when.contacted = true;
    return made;
}

/// Topics that somebody is known from the start to doubt, each once, in the order of the scenario.
std::vector<const Topic*> known_topics(const Model& model) {
    constexpr std::size_t most = 6;
    std::vector<const Topic*> topics;
    for (const Topic& topic : model.topics)
        for (int d = 0; d < model.centre.size() && topics.size() < most; ++d) {
            const Stakeholder& person = model.centre.stakeholder(d);
            const auto said = [&](const Objection& objection) {
                return objection.known && objection.topic == topic.id;
            };
            if (!person.known || !std::ranges::any_of(person.objections, said)) continue;
            topics.push_back(&topic);
            break;
        }
    return topics;
}

void add_approach(Strategy& coach, int pause) {
    Rule call = rule(Act::introduce, Channel::phone, Selector::uncontacted);
    call.cooldown = 1;
    Rule write = rule(Act::introduce, Channel::email, Selector::uncontacted);
    write.when.silent_for = 2;
    Rule ask = rule(Act::discover, Channel::meeting, Selector::weakest_link);
    ask.when.contacted = true;
    ask.when.silent_for = pause;
    ask.when.week_to = 8;
    coach.rules.insert(coach.rules.end(), {call, write, ask});
}

void add_answers(Strategy& coach, const Model& model, int pause) {
    for (const Topic* topic : known_topics(model)) {
        Rule answer = rule(Act::address, Channel::meeting, Selector::weakest_link);
        answer.topic_choice = TopicChoice::fixed;
        answer.topic = topic->id;
        answer.when.objection_known = topic->id;
        answer.when.contacted = true;
        answer.when.silent_for = pause;
        if (!topic->evidence.empty()) answer.evidence = topic->evidence.front();
        coach.rules.push_back(answer);
    }
    Rule other = rule(Act::address, Channel::meeting, Selector::weakest_link);
    other.evidence = Evidence::data;
    other.when.contacted = true;
    other.when.silent_for = pause;
    coach.rules.push_back(other);
}

void add_closing(Strategy& coach, const Model& model, double support, int pause) {
    coach.rules.push_back(to_role(Act::value_case, Channel::meeting, Role::economic_buyer));
    coach.rules.push_back(to_role(Act::value_case, Channel::meeting, Role::decision_maker));
    Rule offer = rule(Act::offer, Channel::meeting, Selector::most_influential);
    offer.limit = 1;
    offer.when.offer_made = false;
    offer.when.coverage_above = 0.4;
    offer.tailored = !model.extras.empty();
    if (offer.tailored) offer.extras_budget = 0.03 * model.alternatives.front().price.mean();
    Rule story = rule(Act::reference, Channel::phone, Selector::weakest_link);
    story.when.contacted = true;
    story.when.silent_for = pause + 1;
    story.evidence = Evidence::reference;
    Rule decide = rule(Act::ask_decision, Channel::phone, Selector::most_influential);
    decide.limit = 1;
    decide.when.offer_made = true;
    decide.when.support_above = support;
    decide.when.coverage_above = 0.6;
    Rule remind = rule(Act::remind, Channel::email, Selector::weakest_link);
    remind.when.contacted = true;
    remind.when.silent_for = 3;
    coach.rules.insert(coach.rules.end(), {offer, story, decide, remind});
}

Strategy coach(const Model& model, const std::string& id, double support, int pause) {
    Strategy made;
    made.id = id;
    add_approach(made, pause);
    add_answers(made, model, pause);
    add_closing(made, model, support, pause);
    return made;
}

} // namespace

std::vector<Strategy> coach_strategies(const Model& model) {
    return {coach(model, "coach quick", 0.5, 1), coach(model, "coach patient", 0.65, 2)};
}

} // namespace assent
