// The quarters after a sale, from the events of the relationship.
#include "report/narrator.hpp"
#include "report/narrator_words.hpp"
#include "report/number_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>

namespace assent {
namespace {

using Kind = TraceEvent::Kind;

std::string sentence(const TraceEvent& event) {
    switch (event.kind) {
    case Kind::breakdown:
        return filled(words::breakdown, {{"lost", percent(event.value)}});
    case Kind::renewed:
        return told(words::renewed);
    case Kind::client_left:
        return filled(words::client_left, {{"cause", told(words::churn[static_cast<std::size_t>(event.other)])}});
    case Kind::won_back:
        return told(event.value > 0 ? words::won_back_by_cause : words::won_back);
    default:
        return {};
    }
}

} // namespace

std::vector<NarratedQuarters> narrate_client(std::span<const TraceEvent> events) {
    std::vector<NarratedQuarters> told;
    for (const TraceEvent& event : events) {
        if (!is_after_sale(event.kind)) continue;
        const bool goes_on = !told.empty() && told.back().lines.empty() && event.kind == Kind::quarter &&
                             told.back().last + 1 == event.week;
        if (goes_on) {
            told.back().last = event.week;
        } else if (told.empty() || told.back().last != event.week) {
            told.push_back({event.week, event.week, told.empty() ? 0 : told.back().satisfaction, {}});
        }
        if (event.kind == Kind::quarter)
            told.back().satisfaction = event.value;
        else
            told.back().lines.push_back(sentence(event));
    }
    return told;
}

std::string quarters_name(const NarratedQuarters& quarters) {
    if (quarters.first == quarters.last) return filled(words::one_quarter, {{"first", std::to_string(quarters.first)}});
    return filled(words::several_quarters,
                  {{"first", std::to_string(quarters.first)}, {"last", std::to_string(quarters.last)}});
}

std::string client_text(std::span<const TraceEvent> events, const TextStyle& style) {
    const std::vector<NarratedQuarters> all = narrate_client(events);
    if (all.empty()) return {};
    std::string text = "\n" + emphasised(told(words::after_the_sale), Emphasis::strong, style) + "\n";
    for (const NarratedQuarters& quarters : all) {
        std::string line = filled(words::quarter_heading, {{"quarters", quarters_name(quarters)},
                                                           {"satisfaction", percent(quarters.satisfaction)}});
        for (const std::string& each : quarters.lines) line += " " + each;
        text += wrapped(line, style, 2);
    }
    return text;
}

} // namespace assent
