// What the account manager did in a week and what came of it.
#include "report/narrator_week.hpp"
#include "report/narrator_words.hpp"
#include "report/number_words.hpp"
#include "report/reaction_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace assent {
namespace {

constexpr float notable_relief = 0.03f;    // share of the severity; less is not felt
constexpr std::size_t told_one_by_one = 3; // members; the rest would only repeat
constexpr std::size_t most_named = 6;      // people that were tried in vain

/// Touches of one rule in one week are one sentence.
bool alike(const TraceEvent& a, const TraceEvent& b) {
    return std::tie(a.other, a.channel, a.act, a.topic) == std::tie(b.other, b.channel, b.act, b.topic);
}

std::string quoted(const std::string& topic) { return filled(words::quoted, {{"topic", topic}}); }

} // namespace

void WeekTeller::tell_touches() {
    std::vector<std::pair<TraceEvent, std::vector<int>>> groups;
    for (const TraceEvent& event : events_) {
        if (event.kind != Kind::touch || !event.flag) continue;
        const auto same = std::ranges::find_if(groups, [&](const auto& group) { return alike(group.first, event); });
        auto& members = same == groups.end() ? groups.emplace_back(event, std::vector<int>{}).second : same->second;
        members.push_back(event.member);
    }
    for (const auto& [touch, members] : groups)
        say(filled(words::touched, {{"approach", filled(words::approach[static_cast<std::size_t>(touch.channel)],
                                                        {{"whom", people_.all_of(members)}})},
                                    {"purpose", purpose(touch)}}));
}

std::string WeekTeller::purpose(const TraceEvent& touch) const {
    const std::string plain = told(words::purpose[static_cast<std::size_t>(touch.act)]);
    if (touch.topic < 0) return plain;
    const Filling topic{"topic", topic_name(model_, touch.topic)};
    if (touch.act != Act::address) return filled(words::on_topic, {{"purpose", plain}, topic});
    std::string evidence;
    if (strategy_ >= 0 && static_cast<std::size_t>(strategy_) < plan_.strategies.size() && touch.other >= 0) {
        const auto first = plan_.strategies[static_cast<std::size_t>(strategy_)].first_rule;
        const auto rule = static_cast<std::size_t>(first + touch.other);
        if (rule < plan_.rules.size())
            evidence = told(words::backed_by[static_cast<std::size_t>(plan_.rules[rule].evidence)]);
    }
    return filled(words::answering, {topic, {"evidence", evidence}});
}

void WeekTeller::tell_in_vain() {
    std::map<int, std::vector<std::string>> channels; // by member, those tried
    for (const TraceEvent& event : events_) {
        if (event.kind != Kind::touch || event.flag) continue;
        std::vector<std::string>& tried = channels[event.member];
        const std::string channel = told(words::channel[static_cast<std::size_t>(event.channel)]);
        if (std::ranges::find(tried, channel) == tried.end()) tried.push_back(channel);
    }
    if (channels.empty()) return;
    std::vector<std::string> people;
    for (const auto& [member, tried] : channels)
        if (people.size() < most_named || channels.size() == most_named + 1)
            people.push_back(
                filled(words::tried, {{"who", people_.who(member)}, {"channels", comma_separated(tried)}}));
    const std::string whom =
        people.size() == channels.size()
            ? enumerated(people)
            : filled(words::list_rest,
                     {{"some", comma_separated(people)}, {"count", std::to_string(channels.size() - people.size())}});
    say(filled(words::in_vain, {{"whom", whom}}));
}

void WeekTeller::tell_reactions() {
    const auto tell = [this](const std::vector<int>& members, auto sentence) {
        if (!members.empty()) say(sentence(people_.all_of(members)));
    };
    tell(members_of(Kind::blunder, false), [](const std::string& whom) {
        return filled(words::blunder, {{"whom", whom}});
    });
    tell(members_of(Kind::blunder, true), [](const std::string& whom) {
        return filled(words::blunder_eliminated, {{"whom", whom}});
    });
    tell(members_of(Kind::shortfall, false), [](const std::string& who) {
        return filled(words::shortfall, {{"who", who}});
    });
    for (const TraceEvent& event : events_)
        if (event.kind == Kind::referral)
            say(filled(event.flag ? words::referral_confirmed : words::referral_contradicted,
                       {{"who", people_.who(event.member)}, {"topic", topic_name(model_, event.topic)}}));
    tell(members_of(Kind::caught, false), [](const std::string& who) { return filled(words::caught, {{"who", who}}); });
}

bool WeekTeller::spoken_to(const TraceEvent& relief) const {
    return std::ranges::any_of(events_, [&relief](const TraceEvent& event) {
        return event.kind == Kind::touch && event.flag && event.member == relief.member && event.topic == relief.topic;
    });
}

void WeekTeller::tell_relief() {
    std::vector<std::pair<int, std::vector<std::string>>> helped;
    for (const TraceEvent& event : events_) {
        if (event.kind != Kind::relief || event.value < notable_relief || spoken_to(event)) continue;
        auto member = std::ranges::find_if(helped, [&](const auto& entry) { return entry.first == event.member; });
        if (member == helped.end()) member = helped.insert(helped.end(), {event.member, {}});
        const std::string topic = quoted(topic_name(model_, event.topic));
        if (std::ranges::find(member->second, topic) == member->second.end()) member->second.push_back(topic);
    }
    helped.resize(std::min(helped.size(), told_one_by_one));
    for (const auto& [member, topics] : helped)
        say(filled(words::relief, {{"whom", people_.who(member)}, {"topics", enumerated(topics)}}));
}

void WeekTeller::tell_discoveries() {
    for (const TraceEvent& event : events_) {
        const std::string topic = topic_name(model_, event.topic);
        if (event.kind == Kind::objection_found)
            say(filled(words::objection_found, {{"who", people_.who(event.member)}, {"topic", topic}}));
        if (event.kind == Kind::root_found)
            say(filled(words::root_found, {{"whom", people_.who(event.member)}, {"topic", topic}}));
    }
    if (const auto found = members_of(Kind::member_found, false); !found.empty())
        say(filled(words::member_found, {{"who", people_.all_of(found)}}));
}

void WeekTeller::tell_views() {
    std::map<int, float> last_view; // several talks in a week: the last one counts
    for (const TraceEvent& event : events_)
        if (event.kind == Kind::support_seen) last_view[event.member] = event.value;
    if (last_view.empty() || last_view.size() > 2 * told_one_by_one) return;
    std::vector<std::string> views;
    for (const auto& [member, support] : last_view)
        views.push_back(
            filled(words::view,
                   {{"who", people_.who(member)}, {"stance", stance_name(support)}, {"support", percent(support)}}));
    say(filled(words::seen, {{"views", enumerated(views)}}));
}

void WeekTeller::tell_offer() {
    const TraceEvent* offer = last_of(Kind::offer);
    if (offer == nullptr) return;
    std::vector<std::string> names;
    for (std::size_t extra = 0; extra < model_.extras.size(); ++extra)
        if (offer->other > 0 && (offer->other >> extra & 1) != 0)
            names.push_back(model_.extras[extra].name.empty() ? model_.extras[extra].id : model_.extras[extra].name);
    const std::string extras = names.empty() ? "" : filled(words::offer_extras, {{"extras", enumerated(names)}});
    say(filled(words::offer, {{"price", money(offer->value, model_.company.currency)}, {"extras", extras}}));
}

void WeekTeller::tell_gifts() {
    for (const TraceEvent& event : events_) {
        if (event.kind == Kind::kickback && event.flag)
            say(filled(words::kickback_taken, {{"who", people_.who(event.member)}}));
        if (event.kind == Kind::kickback && !event.flag)
            say(filled(words::kickback_refused, {{"who", people_.who(event.member)}}));
        if (event.kind == Kind::gift && event.act == Act::points)
            say(filled(words::points_given, {{"who", people_.who(event.member)}}));
        if (event.kind == Kind::gift && event.act == Act::problem_solving)
            say(filled(words::problem_solved, {{"whom", people_.who(event.member)}}));
        if (event.kind == Kind::decision_asked)
            say(filled(words::decision_asked, {{"who", people_.who(event.member)}}));
    }
}

} // namespace assent
