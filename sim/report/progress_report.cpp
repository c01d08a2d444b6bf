#include "report/progress_report.hpp"

#include "report/debrief_report.hpp"
#include "report/forecast_words.hpp"
#include "report/number_words.hpp"
#include "report/translation.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

using Align = Table::Align;

constexpr double shown_as_zero = 0.05; // points: a figure has one decimal

/// Deals that do not differ within their halves have a difference, and nothing to measure its chance by.
bool has_width(const Change& change, double scale) {
    return scale * (change.difference.high - change.difference.low) >= shown_as_zero;
}

std::string halves(const TrainingProgress& progress) {
    return told_with("Points of 100: {} in the first {}, {} in the last {}.", decimal(progress.points.earlier, 0),
                     progress.earlier(), decimal(progress.points.later, 0), progress.deals.size() - progress.earlier());
}

std::string verdict(const TrainingProgress& progress) {
    const Interval& difference = progress.points.difference;
    const std::string confidence = percent(progress_confidence);
    const int direction = clear_direction(progress.points, 1, progress.enough);
    if (!has_width(progress.points, 1))
        return direction == 0 ? told("There is no change.")
                              : told_with("That is {}, in every deal.", points(difference.estimate / 100));
    if (direction == 0) return told("There is no clear change.");
    if (direction > 0)
        return told_with("That is better by {} to {}, at {} confidence.", decimal(difference.low, 1),
                         decimal(difference.high, 1), confidence);
    return told_with("That is worse by {} to {}, at {} confidence.", decimal(-difference.high, 1),
                     decimal(-difference.low, 1), confidence);
}

} // namespace

int clear_direction(const Change& change, double scale, bool enough) {
    if (!enough) return 0;
    return scale * change.difference.low >= shown_as_zero     ? 1
           : scale * change.difference.high <= -shown_as_zero ? -1
                                                              : 0;
}

std::string change_words(const Change& change, double scale, bool enough) {
    if (!enough) return told("too few deals to say");
    const auto number = [&](double value) { return points(value * scale / 100); };
    if (!has_width(change, scale))
        return clear_direction(change, scale, enough) == 0 ? told("no change") : number(change.difference.estimate);
    return told_with("{} ({} to {})", number(change.difference.estimate), number(change.difference.low),
                     number(change.difference.high));
}

std::string progress_sentence(const TrainingProgress& progress) {
    const std::size_t count = progress.deals.size();
    if (count == 0) return told("No deal was played to its end and debriefed yet.");
    if (count == 1)
        return told_with("One deal debriefed, with {} points of 100.", decimal(progress.deals.front().points, 0));
    const std::string debriefed = told_with("{} deals debriefed.", count);
    if (progress.enough) return fmt::format("{} {} {}", debriefed, halves(progress), verdict(progress));
    return fmt::format("{} {} {}", debriefed, halves(progress),
                       told_with("Too few to say whether that is more than chance: {} are needed.", 2 * deals_in_half));
}

std::string deals_text(const TrainingProgress& progress, const TextStyle& style) {
    std::string text = wrapped(progress_sentence(progress), style, 2);
    if (const std::string foretold = calibration_sentence(progress.calibration); !foretold.empty())
        text += wrapped(foretold, style, 2);
    for (const std::string& step : calibration_steps(progress.calibration)) text += wrapped(step, style, 4);
    if (progress.deals.size() < 2) return text;
    Table table({{"Skill", "", Align::left},
                 {"First half", "of 100", Align::right},
                 {"Second half", "of 100", Align::right},
                 {"Change", "points", Align::left}},
                2);
    const auto add = [&](std::string_view name, const Change& change, double scale) {
        const int direction = clear_direction(change, scale, progress.enough);
        table.add({std::string(name),
                   decimal(scale * change.earlier, 0),
                   decimal(scale * change.later, 0),
                   {change_words(change, scale, progress.enough), direction > 0   ? Emphasis::good
                                                                  : direction < 0 ? Emphasis::bad
                                                                                  : Emphasis::none}});
    };
    for (std::size_t skill = 0; skill < progress.skills.size(); ++skill)
        add(word(static_cast<Skill>(skill)), progress.skills[skill], 100);
    add("Together", progress.points, 1);
    text += "\n" + table.text(style);
    if (progress.enough)
        text += wrapped(fmt::format("Intervals hold for all {} lines together at {} confidence; deals differ, and that "
                                    "counts as chance.",
                                    progress.skills.size() + 1, percent(progress_confidence)),
                        style, 2);
    return text;
}

} // namespace assent
