// What the sweep asked, and its answer in plain words.
#include "report/html_parts.hpp"
#include "report/html_text.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/sweep_page_parts.hpp"
#include "report/sweep_table.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

constexpr std::size_t named_axes = 6;

std::string entry(std::string_view term, const std::string& words) {
    return words.empty() ? "" : fmt::format("<dt>{}</dt><dd>{}</dd>\n", term, words);
}

std::string asked(const SweepPageInput& input) {
    const Manifest& manifest = input.manifest;
    std::string axes;
    for (std::size_t i = 0; i < std::min(named_axes, manifest.axes.size()); ++i)
        axes += fmt::format("{}<code>{}</code>", i == 0 ? "" : ", ", escaped(manifest.axes[i].path));
    if (manifest.axes.size() > named_axes) axes += fmt::format(" and {} more", manifest.axes.size() - named_axes);
    std::string text = manifest.axes.empty() ? "Which strategy does best" : "What changes when we vary " + axes;
    if (manifest.companies.size() > 1)
        text += fmt::format(", in {} companies", grouped(std::ssize(manifest.companies)));
    return text + ".";
}

std::string played(const SweepPageInput& input) {
    const Manifest& manifest = input.manifest;
    std::string text = fmt::format("{} of {} points, {} deals in all, seed {}.", grouped(input.summary.points),
                                   grouped(manifest.points), grouped(input.summary.deals), manifest.seed);
    if (input.summary.points < manifest.points)
        text += " <strong>The sweep is not finished:</strong> points are played in order, so what is missing is not "
                "like what is there. The same command goes on where it stopped.";
    return text;
}

std::string how_sure(const SweepPageInput& input) {
    const StrategyOverPoints& best = input.summary.strategies.front();
    std::string text = fmt::format("{} over all points: {}, {} interval.", measure_heading(input.summary.measure),
                                   escaped(shown(input, mean_of(input, best).mean)), confidence_text(input));
    if (input.summary.strategies.size() < 2) return text;
    const StrategyOverPoints& next = input.summary.strategies[1];
    const Interval& gap = mean_of(input, next).gap;
    if (next.points < input.summary.points || best.points < input.summary.points)
        text += " Not every strategy was played at every point.";
    if (gap.low == 0 && gap.high == 0) return text;
    text += fmt::format(" The next, “{}”, has {}, deal for deal on the same luck", isolated(next.name),
                        escaped(lead_words(input.summary.measure, gap, true, input.manifest.currency)));
    return text + (gap.high < 0 ? "." : "; as the interval includes zero, the two cannot be told apart on average.");
}

std::string matters(const SweepPageInput& input) {
    if (input.axes.empty()) return {};
    const std::string& axis = input.table.axes[input.axes.front()];
    const std::string& leader = input.summary.strategies.front().id;
    for (const AxisEffect& effect : input.effects)
        if (effect.axis == axis && effect.strategy == leader && effect.levels.size() > 1)
            return fmt::format(
                "<code>{}</code> matters most: it moves the mean of “{}” by {} from its worst to its best "
                "value. <a href=\"#tornado\">All axes</a>",
                escaped(axis), isolated(input.summary.strategies.front().name),
                escaped(input.summary.measure == RankMeasure::win ? decimal(100 * effect.swing(), 1) + " points"
                                                                  : shown(input, effect.swing())));
    return {};
}

} // namespace

std::string sweep_answer_section(const SweepPageInput& input) {
    const bool empty = input.summary.points == 0;
    const std::string verdict =
        empty ? "No point has been played yet."
              : fmt::format("<em>{}</em> {}: {}.", isolated(input.summary.strategies.front().name),
                            input.summary.strategies.size() == 1 ? "was played" : "does best on average",
                            escaped(amount_words(input.summary.measure, input.summary.strategies.front().mean,
                                                 input.manifest.currency)));
    std::string facts = entry("Asked", asked(input)) + entry("Played", played(input));
    if (!empty)
        facts += entry("Answer", escaped(sweep_answer(input.summary, input.manifest.currency))) +
                 entry("How sure", how_sure(input)) + entry("What matters", matters(input)) +
                 entry("What it cannot know",
                       "Which of the points is the truth. All count alike here; the mean over them is no forecast "
                       "unless you think them equally likely. <a href=\"#method\">More on limits</a>");
    return "<section class=\"card answer one\" id=\"answer\" aria-labelledby=\"answer-title\">\n<div><h2 "
           "class=\"verdict\" id=\"answer-title\">" +
           verdict + "</h2>\n<dl>\n" + facts + "</dl></div>\n</section>\n";
}

} // namespace assent
