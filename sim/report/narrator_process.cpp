// The client's process: trial, stages, meetings, negotiation, the end.
#include "report/narrator_week.hpp"
#include "report/narrator_words.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>
#include <map>

namespace assent {
namespace {

constexpr std::size_t votes_by_name = 8; // members; of a larger centre the votes are counted

/// Rounds of one kind of offer in the week, and what the last one was worth to us.
struct Offers {
    int first = 0, last = 0;
    double worth = 0;
    void add(const TraceEvent& event) {
        first = first == 0 ? event.other : first;
        last = event.other;
        worth = event.value;
    }
};

} // namespace

void WeekTeller::tell_trial() {
    if (const TraceEvent* start = last_of(Kind::pilot_start))
        say(filled(words::pilot_start, {{"chance", percent(start->value)}}));
    if (const TraceEvent* end = last_of(Kind::pilot_end))
        say(told(end->flag ? words::pilot_passed : words::pilot_failed));
}

/// Stages entered this week, from first to last.
void WeekTeller::tell_stages(Stage first, Stage last) {
    for (const TraceEvent& event : events_) {
        if (event.kind != Kind::stage || event.other < static_cast<int>(first) || event.other > static_cast<int>(last))
            continue;
        stage_ = event.other;
        if (!words::stage_reached[stage_].empty()) say(told(words::stage_reached[stage_]));
    }
}

std::string WeekTeller::votes() const {
    std::map<int, std::vector<int>> choosers; // by alternative
    std::size_t voters = 0;
    for (const TraceEvent& event : events_) {
        if (event.kind != Kind::vote) continue;
        choosers[event.other].push_back(event.member);
        ++voters;
    }
    PeopleNames short_names = people_;
    std::vector<std::string> parts;
    for (const auto& [alternative, members] : choosers) {
        const Filling choice{"choice", alternative_name(model_, alternative)};
        parts.push_back(voters > votes_by_name
                            ? filled(words::vote_count, {{"count", std::to_string(members.size())}, choice})
                            : filled(words::vote, {{"who", short_names.all_of(members)}, choice}));
    }
    return comma_separated(parts);
}

std::string WeekTeller::rule_in_words() const {
    return filled(words::rule[static_cast<std::size_t>(plan_.rule)], {{"quota", std::to_string(plan_.quota)}});
}

std::string WeekTeller::result_in_words() const {
    if (settled_on_ < 0) return told(words::not_settled);
    const auto last = static_cast<int>(model_.alternatives.size()) - 1;
    if (settled_on_ == last) return told(words::settled_on_nothing);
    return filled(words::settled, {{"choice", alternative_name(model_, settled_on_)}});
}

void WeekTeller::tell_meeting() {
    for (const TraceEvent& event : events_) {
        if (event.kind != Kind::veto) continue;
        say(filled(words::veto,
                   {{"who", people_.who(event.member)}, {"choice", alternative_name(model_, event.other)}}));
    }
    const TraceEvent* meeting = last_of(Kind::meeting);
    if (meeting == nullptr) return;
    settled_on_ = meeting->other;
    const std::string result = result_in_words();
    const std::string cast = votes(); // none where only what the seller witnesses is told
    say(filled(cast.empty() ? words::meeting_unseen : words::meeting,
               {{"votes", cast}, {"rule", rule_in_words()}, {"result", result}}));
}

void WeekTeller::tell_talks() {
    Offers ours, theirs;
    for (const TraceEvent& event : events_) {
        if (event.kind == Kind::our_offer) ours.add(event);
        if (event.kind == Kind::their_offer) theirs.add(event);
    }
    if (ours.last == 0 && theirs.last == 0) return;
    round_ = std::max(ours.last, theirs.last);
    const int first = ours.first == 0     ? theirs.first
                      : theirs.first == 0 ? ours.first
                                          : std::min(ours.first, theirs.first);
    const Filling rounds{"rounds", first == round_ ? filled(words::one_round, {{"first", std::to_string(first)}})
                                                   : filled(words::several_rounds, {{"first", std::to_string(first)},
                                                                                    {"last", std::to_string(round_)}})};
    const Filling asked{"ours", percent(ours.worth)};
    const Filling left{"theirs", percent(theirs.worth)};
    if (theirs.last == 0)
        say(filled(words::talks_ours, {rounds, asked}));
    else if (ours.last == 0)
        say(filled(words::talks_theirs, {rounds, left}));
    else
        say(filled(words::talks, {rounds, asked, left}));
}

void WeekTeller::tell_end() {
    if (const TraceEvent* agreed = last_of(Kind::agreement)) {
        const Filling price{"price", money(agreed->value, model_.company.currency)};
        say(round_ > 0 ? filled(words::agreement, {price, {"round", std::to_string(round_)}})
                       : filled(words::agreement_at_once, {price}));
    }
    if (const TraceEvent* left = last_of(Kind::walk_away))
        say(filled(words::walk_away, {{"round", std::to_string(left->other)}}));
    const TraceEvent* closed = last_of(Kind::closed);
    if (closed == nullptr || closed->other < 0 || closed->other >= outcome_count) return;
    const int rival = settled_on_ > 0 ? settled_on_ : model_.alternatives.size() == 3 ? 1 : -1; // the only one there is
    const std::string choice = alternative_name(model_, rival);
    say(filled(words::ended[closed->other], {{"choice", choice}}));
    if (static_cast<Outcome>(closed->other) == Outcome::won || closed->topic < 0) return;
    std::string reason = reason_name(model_, closed->topic);
    if (closed->member >= 0) reason += ", " + people_.who(closed->member);
    say(filled(words::weighed_most, {{"reason", reason}}));
}

} // namespace assent
