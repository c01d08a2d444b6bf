#include "report/narrator_week.hpp"

#include "report/narrator_words.hpp"

#include <algorithm>

namespace assent {

WeekTeller::WeekTeller(const Model& model, const Plan& plan, std::int32_t strategy)
    : model_(model), plan_(plan), strategy_(strategy), people_(model),
      severity_told_(static_cast<std::size_t>(plan.n_objection), -1.0) {}

NarratedWeek WeekTeller::tell(std::span<const TraceEvent> events) {
    events_ = events;
    lines_.clear();
    NarratedWeek week;
    week.week = week.last_week = events.front().week;
    week.stage = words::stage_name[stage_];
    tell_need();
    tell_rivals();
    tell_touches();
    tell_reactions();
    tell_relief();
    tell_discoveries();
    tell_views();
    tell_offer();
    tell_gifts();
    tell_trial();
    tell_doubts();
    tell_support();
    tell_stages();
    tell_meeting();
    tell_talks();
    tell_end();
    week.lines = lines_;
    week.support = support_;
    return week;
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
