#include "report/narrator.hpp"

#include "report/narrator_week.hpp"
#include "report/narrator_words.hpp"
#include "report/number_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>

namespace assent {
namespace {

/// Joins weeks in a row in which the same happened, most often nothing, into one entry.
std::vector<NarratedWeek> without_repetition(std::vector<NarratedWeek> weeks) {
    std::vector<NarratedWeek> entries;
    for (NarratedWeek& week : weeks) {
        const bool goes_on =
            !entries.empty() && entries.back().lines == week.lines && entries.back().stage == week.stage;
        if (goes_on) {
            entries.back().last_week = week.last_week;
            entries.back().support = week.support;
        } else {
            entries.push_back(std::move(week));
        }
    }
    for (NarratedWeek& week : entries)
        if (week.lines.empty()) week.lines.push_back(told(words::quiet));
    return entries;
}

} // namespace

std::vector<NarratedWeek> narrate(const Model& model, const Plan& plan, std::int32_t strategy,
                                  std::span<const TraceEvent> events) {
    WeekTeller teller(model, plan, strategy);
    std::vector<NarratedWeek> weeks;
    const auto sold = std::ranges::find_if(events, is_after_sale, &TraceEvent::kind);
    events = events.first(static_cast<std::size_t>(sold - events.begin()));
    while (!events.empty()) {
        const int week = events.front().week;
        const auto end = std::ranges::find_if(events, [week](const TraceEvent& event) { return event.week != week; });
        const auto count = static_cast<std::size_t>(end - events.begin());
        weeks.push_back(teller.tell(events.first(count)));
        events = events.subspan(count);
    }
    return without_repetition(std::move(weeks));
}

std::string weeks_name(const NarratedWeek& week) {
    if (week.last_week == 0) return told(words::at_the_start);
    if (week.week == week.last_week) return filled(words::one_week, {{"first", std::to_string(week.week)}});
    return filled(words::several_weeks,
                  {{"first", std::to_string(week.week)}, {"last", std::to_string(week.last_week)}});
}

std::string narrate_text(const Model& model, const Plan& plan, std::int32_t strategy,
                         std::span<const TraceEvent> events, const TextStyle& style) {
    std::string text;
    for (const NarratedWeek& week : narrate(model, plan, strategy, events)) {
        const std::string heading = filled(
            words::heading, {{"weeks", weeks_name(week)}, {"stage", week.stage}, {"support", percent(week.support)}});
        text += emphasised(heading, Emphasis::strong, style) + "\n";
        for (const std::string& line : week.lines) text += wrapped(printable(line), style, 2);
    }
    return text + client_text(events, style);
}

} // namespace assent
