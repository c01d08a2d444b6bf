#include "report/narrator.hpp"

#include "report/html_text.hpp"
#include "report/narrator_week.hpp"
#include "report/narrator_words.hpp"
#include "report/number_words.hpp"
#include "report/sentence.hpp"

#include <algorithm>

namespace assent {
namespace {

constexpr std::size_t terminal_width = 100;

bool quiet(const NarratedWeek& week) { return week.lines.empty(); }

/// Joins quiet weeks in a row into one entry.
std::vector<NarratedWeek> without_quiet_rows(std::vector<NarratedWeek> weeks) {
    std::vector<NarratedWeek> told;
    for (NarratedWeek& week : weeks) {
        const bool goes_on = !told.empty() && quiet(told.back()) && quiet(week) && told.back().stage == week.stage;
        if (goes_on) {
            told.back().last_week = week.last_week;
            told.back().support = week.support;
        } else {
            told.push_back(std::move(week));
        }
    }
    for (NarratedWeek& week : told)
        if (quiet(week)) week.lines.emplace_back(words::quiet);
    return told;
}

std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) next_character(text);
    return count;
}

/// The sentence broken at spaces, every line indented.
std::string broken(std::string_view sentence) {
    std::string result, line;
    const auto flush = [&] {
        result += "  " + line + "\n";
        line.clear();
    };
    while (!sentence.empty()) {
        const std::size_t end = std::min(sentence.find(' '), sentence.size());
        const std::string word(sentence.substr(0, end));
        if (!line.empty() && characters(line) + characters(word) + 3 > terminal_width) flush();
        line += (line.empty() ? "" : " ") + word;
        sentence.remove_prefix(std::min(end + 1, sentence.size()));
    }
    flush();
    return result;
}

/// Names of a scenario may hold anything; a terminal obeys control characters.
std::string printable(std::string_view text) {
    std::string safe;
    while (!text.empty()) {
        const char32_t character = next_character(text);
        const bool control = character < 0x20 || (character >= 0x7f && character < 0xa0);
        append_character(safe, control ? U'\ufffd' : character);
    }
    return safe;
}

} // namespace

std::vector<NarratedWeek> narrate(const Model& model, const Plan& plan, std::int32_t strategy,
                                  std::span<const TraceEvent> events) {
    WeekTeller teller(model, plan, strategy);
    std::vector<NarratedWeek> weeks;
    while (!events.empty()) {
        const int week = events.front().week;
        const auto end = std::ranges::find_if(events, [week](const TraceEvent& event) { return event.week != week; });
        const auto count = static_cast<std::size_t>(end - events.begin());
        weeks.push_back(teller.tell(events.first(count)));
        events = events.subspan(count);
    }
    return without_quiet_rows(std::move(weeks));
}

std::string weeks_name(const NarratedWeek& week) {
    if (week.week == week.last_week) return filled(words::one_week, {{"first", std::to_string(week.week)}});
    return filled(words::several_weeks,
                  {{"first", std::to_string(week.week)}, {"last", std::to_string(week.last_week)}});
}

std::string narrate_text(const Model& model, const Plan& plan, std::int32_t strategy,
                         std::span<const TraceEvent> events) {
    std::string text;
    for (const NarratedWeek& week : narrate(model, plan, strategy, events)) {
        text += filled(words::heading,
                       {{"weeks", weeks_name(week)}, {"stage", week.stage}, {"support", percent(week.support)}}) +
                "\n";
        for (const std::string& line : week.lines) text += broken(printable(line));
    }
    return text;
}

} // namespace assent
