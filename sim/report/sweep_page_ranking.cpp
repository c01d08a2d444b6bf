// The strategies over all points: means, places, regret.
#include "report/html_parts.hpp"
#include "report/html_text.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/svg_charts.hpp"
#include "report/sweep_page_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

std::string with_range(const std::string& estimate, const std::string& low, const std::string& high) {
    return fmt::format("<strong>{}</strong> <span class=\"sub\">{} to {}</span>", escaped(estimate), escaped(low),
                       escaped(high));
}

std::string share_of_points(std::int64_t count, const StrategyOverPoints& entry) {
    return fmt::format("{} <span class=\"sub\">{}</span>", grouped(count),
                       percent(static_cast<double>(count) / static_cast<double>(entry.points)));
}

std::string lettered(const SweepPageInput& input, const StrategyOverPoints& entry) {
    const std::size_t place = place_of(input, entry.id);
    return fmt::format("{} <span class=\"badge{}\">{}</span>", isolated(entry.name), place == 0 ? " first" : "",
                       strategy_letter(place));
}

std::string gap_text(const SweepPageInput& input, const StrategyOverPoints& entry) {
    if (&entry == &input.summary.strategies.front()) return "–";
    const Interval& gap = mean_of(input, entry).gap;
    const auto words = [&](double value) {
        return signed_amount(input.summary.measure, value, input.manifest.currency);
    };
    return with_range(words(gap.estimate), words(gap.low), words(gap.high));
}

std::string apart_with_range(const SweepPageInput& input, const Interval& interval) {
    if (interval.high == 0) return escaped(apart(input, 0)); // never seen behind
    return with_range(apart(input, interval.estimate), apart(input, interval.low), apart(input, interval.high));
}

std::string mean_regret_text(const SweepPageInput& input, const StrategyOverPoints& entry) {
    return apart_with_range(input, mean_of(input, entry).regret);
}

/// With the interval of that one point.
std::string greatest_regret_text(const SweepPageInput& input, const StrategyOverPoints& entry) {
    const StrategyColumn& column = *std::ranges::find(input.table.strategies, entry.id, &StrategyColumn::id);
    const auto worst =
        std::ranges::find(column.point, entry.worst_point, [&](std::size_t row) { return input.table.numbers[row]; });
    const double luck = column.regret_luck[static_cast<std::size_t>(worst - column.point.begin())];
    const double regret = entry.greatest_regret;
    const double most = input.summary.measure == RankMeasure::win ? 1 : INFINITY;
    return apart_with_range(input, {regret, std::max(0.0, regret - luck), std::min(most, regret + luck)});
}

double regret_quantile(std::vector<double> regrets, double probability) {
    std::ranges::sort(regrets);
    const auto place = static_cast<std::size_t>(probability * static_cast<double>(regrets.size() - 1) + 0.5);
    return regrets[place];
}

std::string point_text(const SweepPageInput& input, std::int64_t number) {
    const auto row =
        static_cast<std::size_t>(std::ranges::lower_bound(input.table.numbers, number) - input.table.numbers.begin());
    constexpr std::size_t most = 4;
    std::string text = fmt::format("point {}", grouped(number + 1));
    std::string values;
    for (std::size_t i = 0; i < std::min(most, input.axes.size()); ++i) {
        const std::size_t axis = input.axes[i];
        values += fmt::format("{}{} = {}", i == 0 ? "" : ", ", input.table.axes[axis],
                              value_text(input.table.values[axis][row]));
    }
    if (input.axes.size() > most) values += ", …";
    return escaped(text) + (values.empty() ? "" : "<span class=\"sub\">" + escaped(values) + "</span>");
}

} // namespace

std::string sweep_ranking_section(const SweepPageInput& input) {
    std::vector<std::vector<std::string>> rows;
    for (const StrategyOverPoints& entry : input.summary.strategies) {
        const Interval& mean = mean_of(input, entry).mean;
        rows.push_back({lettered(input, entry),
                        with_range(shown(input, mean.estimate), shown(input, mean.low), shown(input, mean.high)),
                        gap_text(input, entry), share_of_points(entry.clearly_best, entry),
                        share_of_points(entry.among_best, entry),
                        fmt::format("{} <span class=\"sub\">to {}</span>", escaped(shown(input, entry.least)),
                                    escaped(shown(input, entry.greatest))),
                        mean_regret_text(input, entry), greatest_regret_text(input, entry)});
    }
    const bool win = input.summary.measure == RankMeasure::win;
    const std::string table =
        data_table(fmt::format("Means over the points, with {} intervals", confidence_text(input)),
                   {"Strategy", measure_heading(input.summary.measure), win ? "To the first, points" : "To the first",
                    "Alone best at", "Best or level at", "Over the points, from", apart_heading(input, "Mean regret"),
                    apart_heading(input, "Greatest regret")},
                   rows, 1);
    return long_section("ranking", "Strategies over all points",
                        "Ranked by the mean over the points. The letter after a name stands for it in every picture.",
                        table + note("Regret: how far the best strategy of a point is ahead of this one there. "
                                     "Differences to the first are taken point by point, deal by deal on the same "
                                     "luck; their intervals hold together for all comparisons."));
}

std::string sweep_regret_section(const SweepPageInput& input) {
    if (input.summary.strategies.size() < 2) return {};
    std::vector<const StrategyOverPoints*> order;
    for (const StrategyOverPoints& entry : input.summary.strategies) order.push_back(&entry);
    std::ranges::stable_sort(order, {}, [&](const StrategyOverPoints* entry) {
        return std::pair(entry->points < input.summary.points, entry->greatest_regret);
    });
    std::vector<std::vector<std::string>> rows;
    for (const StrategyOverPoints* entry : order)
        rows.push_back({lettered(input, *entry),
                        entry->greatest_regret > 0 ? point_text(input, entry->worst_point) : "nowhere behind",
                        mean_regret_text(input, *entry), escaped(apart(input, regret_quantile(entry->regrets, 0.9))),
                        greatest_regret_text(input, *entry)});
    return long_section(
        "regret", "Which strategy you will regret least",
        fmt::format(
            "<strong>{}</strong> is good enough whatever turns out to be true: nowhere is it further behind "
            "the best than {}. Least greatest regret first.",
            isolated(order.front()->name),
            escaped(amount_words(input.summary.measure, order.front()->greatest_regret, input.manifest.currency))),
        data_table("How far behind the best strategy of each point",
                   {"Strategy", "Worst at", apart_heading(input, "Mean"),
                    apart_heading(input, "9 of 10 points at most"), apart_heading(input, "Greatest")},
                   rows, 2) +
            note("The interval of a greatest value is that of its point alone. A greatest value is picked from many: "
                 "part of it is luck, the more points and the fewer deals "
                 "a point the more. Play the worst point again with more deals before you build on it."));
}

} // namespace assent
