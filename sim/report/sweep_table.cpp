#include "report/sweep_table.hpp"

#include "report/csv_line.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"

#include <fmt/format.h>

namespace assent {
namespace {

std::string of_points(std::int64_t count, const StrategyOverPoints& entry) {
    return entry.points == 0 ? "" : percent(static_cast<double>(count) / static_cast<double>(entry.points));
}

/// "10 % off at once (discount)" as text for a sentence.
std::string quoted(const StrategyOverPoints& entry) { return fmt::format("“{}”", entry.name); }

/// Cells of one strategy.
void add_strategy_over_points(CsvLine& line, const SweepSummary& summary, const StrategyOverPoints& entry) {
    line.text("strategy", entry.id);
    line.text("name", entry.name);
    line.count("points", entry.points);
    line.count("clearly_best", entry.clearly_best);
    line.count("among_best", entry.among_best);
    line.number("mean", entry.mean);
    line.number("least", entry.least);
    line.number("greatest", entry.greatest);
    line.number("mean_regret", entry.mean_regret);
    line.number("greatest_regret", entry.greatest_regret);
    line.count("worst_point", entry.worst_point + 1);
    line.text("measure", word(summary.measure));
}

} // namespace

std::string sweep_answer(const SweepSummary& summary, const std::string& currency) {
    const StrategyOverPoints& best = summary.strategies.front();
    const StrategyOverPoints& safe = summary.least_regret();
    std::string text =
        fmt::format("{} does best on average: {}, best or level with the best at {} of {} points.", quoted(best),
                    amount_words(summary.measure, best.mean, currency), grouped(best.among_best), grouped(best.points));
    if (summary.strategies.size() < 2) return text;
    if (best.greatest_regret == 0) return text + " Nothing does better at any point.";
    const std::string worst = amount_words(summary.measure, safe.greatest_regret, currency);
    if (&safe == &best)
        return text + fmt::format(" It is also the one to regret least: where it is furthest behind (point {}), the "
                                  "best there is ahead by {}.",
                                  safe.worst_point + 1, worst);
    return text + fmt::format(" The one to regret least is {}: where it is furthest behind (point {}), the best there "
                              "is ahead by {}; {} can be behind by {}.",
                              quoted(safe), safe.worst_point + 1, worst, quoted(best),
                              amount_words(summary.measure, best.greatest_regret, currency));
}

std::string sweep_text(const SweepSummary& summary, const Manifest& manifest, const TextStyle& style) {
    const auto show = [&](double value) { return measured_text(summary.measure, value, manifest.currency); };
    std::string text = emphasised(fmt::format("{} of {} points, {} deals\n\n", grouped(summary.points),
                                              grouped(manifest.points), grouped(summary.deals)),
                                  Emphasis::faint, style);
    text += wrapped(printable(sweep_answer(summary, manifest.currency)), style) + "\n";
    Table table({{"Strategy", "", Table::Align::left},
                 {measure_heading(summary.measure), "mean"},
                 {"least", "to", Table::Align::right, 1},
                 {"greatest", "", Table::Align::right, 1},
                 {"Best at", "clearly", Table::Align::right, 2},
                 {"", "or tied", Table::Align::right, 2},
                 {"Regret", "mean", Table::Align::right, 3},
                 {"", "greatest", Table::Align::right, 3}},
                1);
    for (const StrategyOverPoints& entry : summary.strategies)
        table.add({printable(entry.name), Cell(show(entry.mean), Emphasis::strong), show(entry.least),
                   show(entry.greatest), of_points(entry.clearly_best, entry), of_points(entry.among_best, entry),
                   show(entry.mean_regret), show(entry.greatest_regret)});
    text += table.text(style) + "\n";
    return text + emphasised(wrapped("Regret: how much the best strategy at a point is ahead of this one, on the same "
                                     "luck. All points count alike; the mean over them is no forecast, unless you "
                                     "think them equally likely.",
                                     style),
                             Emphasis::faint, style);
}

std::string sweep_csv(const SweepSummary& summary) {
    std::string out;
    for (const StrategyOverPoints& entry : summary.strategies) {
        CsvLine line;
        add_strategy_over_points(line, summary, entry);
        line.end(out);
    }
    return out;
}

} // namespace assent
