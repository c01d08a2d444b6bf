#include "report/narrator_week.hpp"

#include "report/narrator_words.hpp"
#include "report/number_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>

namespace assent {
namespace {

constexpr std::size_t doubts_at_the_start = 3; // the heaviest

} // namespace

WeekTeller::WeekTeller(const Model& model, const Plan& plan, std::int32_t strategy)
    : model_(model), plan_(plan), strategy_(strategy), people_(model),
      severity_told_(static_cast<std::size_t>(plan.n_objection), -1.0) {}

NarratedWeek WeekTeller::tell(std::span<const TraceEvent> events) {
    events_ = events;
    lines_.clear();
    if (events.front().week == 0) return tell_start();
    NarratedWeek week;
    week.week = week.last_week = events.front().week;
    week.stage = told(words::stage_name[stage_]);
    tell_need();
    tell_rivals();
    tell_touches();
    tell_in_vain();
    tell_reactions();
    tell_relief();
    tell_discoveries();
    tell_views();
    tell_offer();
    tell_gifts();
    tell_trial();
    tell_doubts();
    tell_support();
    tell_stages(Stage::screening, Stage::decision);
    tell_meeting();
    tell_stages(Stage::negotiation, Stage::closed);
    tell_talks();
    tell_end();
    week.lines = lines_;
    week.support = support_;
    return week;
}

NarratedWeek WeekTeller::tell_start() {
    tell_need();
    tell_doubts();
    tell_support();
    lines_.clear();
    std::vector<TraceEvent> doubts;
    for (const TraceEvent& event : events_)
        if (event.kind == Kind::severity && event.other >= 0 && event.other < plan_.n_objection)
            doubts.push_back(event);
    std::ranges::stable_sort(doubts, std::ranges::greater{}, &TraceEvent::value);
    doubts.resize(std::min(doubts.size(), doubts_at_the_start));
    std::vector<std::string> parts;
    for (const TraceEvent& doubt : doubts) {
        const std::string topic = topic_name(model_, plan_.root_topic[static_cast<std::size_t>(doubt.other)]);
        parts.push_back(filled(words::doubt_at_the_start,
                               {{"topic", topic}, {"who", people_.who(doubt.member)}, {"now", percent(doubt.value)}}));
    }
    say(parts.empty() ? told(words::no_doubts)
                      : filled(words::heaviest_doubts, {{"doubts", comma_separated(parts, "; ")}}));
    return {0, 0, told(words::stage_name[stage_]), lines_, support_};
}

void WeekTeller::say(std::string sentence) { lines_.push_back(capitalised(std::move(sentence))); }

std::vector<int> WeekTeller::members_of(Kind kind, bool flag) const {
    std::vector<int> members;
    for (const TraceEvent& event : events_)
        if (event.kind == kind && event.flag == flag && std::ranges::find(members, event.member) == members.end())
            members.push_back(event.member);
    return members;
}

const TraceEvent* WeekTeller::last_of(Kind kind) const {
    const TraceEvent* last = nullptr;
    for (const TraceEvent& event : events_)
        if (event.kind == kind) last = &event;
    return last;
}

} // namespace assent
