#include "viewer/sweep_pictures.hpp"

#include "viewer/language.hpp"
#include "viewer/tsv.hpp"

#include "experiment/intervals.hpp"
#include "report/measure_words.hpp"
#include "report/number_words.hpp"
#include "report/sweep_page_parts.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

std::string with_letter(const SweepView& view, std::size_t place) {
    return fmt::format("{}  {}", strategy_letter(place), view.input.summary.strategies[place].name);
}

std::string interval_words(const SweepPageInput& input, const Interval& interval) {
    return fmt::format("{} ({} … {})", shown(input, interval.estimate), shown(input, interval.low),
                       shown(input, interval.high));
}

std::string signed_words(const SweepPageInput& input, double difference) {
    return signed_amount(input.summary.measure, difference, input.manifest.currency);
}

std::string short_interval(const SweepPageInput& input, const Interval& interval) {
    return fmt::format("{} … {}", shown(input, interval.low), shown(input, interval.high));
}

ForestRow forest_row(const SweepView& view, ForestKind kind, std::size_t place) {
    const SweepPageInput& input = view.input;
    const StrategyOverPoints& entry = input.summary.strategies[place];
    const StrategyMean& mean = mean_of(input, entry);
    ForestRow row;
    row.place = std::min(place, drawn_series - 1);
    row.name = entry.name;
    row.open = place > 0 && mean.gap.low <= 0 && mean.gap.high >= 0;
    row.interval = kind == ForestKind::mean ? mean.mean : kind == ForestKind::gap ? mean.gap : mean.regret;
    const auto text = [&](double value) {
        return kind == ForestKind::mean  ? shown(input, value)
               : kind == ForestKind::gap ? (place == 0 ? tr("the first") : signed_words(input, value))
                                         : apart(input, value);
    };
    row.figure = text(row.interval.estimate);
    if (kind == ForestKind::mean) row.beside = short_interval(input, row.interval);
    if (kind != ForestKind::mean && !(kind == ForestKind::gap && place == 0))
        row.beside = fmt::format("{} … {}", text(row.interval.low), text(row.interval.high));
    row.note = {{told(measure_heading(input.summary.measure)), interval_words(input, mean.mean)}};
    if (place > 0)
        row.note.emplace_back(tr("to the first"),
                              fmt::format("{} ({} … {})", signed_words(input, mean.gap.estimate),
                                          signed_words(input, mean.gap.low), signed_words(input, mean.gap.high)));
    row.note.emplace_back(tr("alone best at"),
                          trf("{} of {} points", grouped(entry.clearly_best), grouped(entry.points)));
    row.note.emplace_back(tr("best or level at"),
                          trf("{} of {} points", grouped(entry.among_best), grouped(entry.points)));
    row.note.emplace_back(tr("points reach from"),
                          fmt::format("{} … {}", shown(input, entry.least), shown(input, entry.greatest)));
    row.note.emplace_back(tr("mean regret"), apart(input, entry.mean_regret));
    row.note.emplace_back(tr("greatest regret"),
                          trf("{} at point {}", apart(input, entry.greatest_regret), entry.worst_point + 1));
    return row;
}

/// A plot of lines as the report describes it.
LinePlot plot_of(const LinePicture& picture) {
    LinePlot plot;
    plot.x.name = picture.x_name;
    plot.x.text = picture.x_text;
    plot.x.words = picture.words;
    plot.y.low = picture.low;
    plot.y.high = picture.high;
    plot.y.text = picture.y_text;
    double low = INFINITY, high = -INFINITY;
    for (const PictureLine& line : picture.lines) {
        PlotSeries series{line.place, line.name, {}};
        for (const LinePoint& point : line.points) {
            series.points.push_back({point.x, point.y});
            low = std::min(low, point.x);
            high = std::max(high, point.x);
        }
        plot.series.push_back(std::move(series));
    }
    if (low > high) low = 0, high = 1;
    if (low == high) low -= 0.5, high += 0.5;
    plot.x.low = low;
    plot.x.high = high;
    if (!picture.words.empty()) plot.x.low = -0.5, plot.x.high = static_cast<double>(picture.words.size()) - 0.5;
    return plot;
}

/// Where the middle of all deals lies: the outermost hundredth on either side would squeeze the rest.
std::pair<double, double> drawn_range(const LinePlot& plot) {
    double low = INFINITY, high = -INFINITY;
    for (const PlotSeries& series : plot.series)
        for (const PlotPoint& point : series.points) {
            if (point.y.estimate >= 0.01) low = std::min(low, point.x);
            if (point.y.estimate <= 0.99) high = std::max(high, point.x);
        }
    if (!(low < high)) return {plot.x.low, plot.x.high};
    return {low, high};
}

/// How many of all deals were decided by a week, with bands. All points meet the same luck, so a share is as sure as at one
/// point of middling size, not as over all of them.
SpreadPlot decided_by_week(const SweepView& view) {
    const SweepPageInput& input = view.input;
    SpreadPlot spread{tr("Deals decided by week"), {}};
    LinePlot& plot = spread.plot;
    plot.x.name = tr("weeks");
    plot.x.whole = true;
    plot.x.text = [](double week) { return decimal(week, 0); };
    plot.y.text = [](double share) { return percent(share); };
    plot.value = [](double share) { return percent(share, 1); };
    plot.markers = plot.letters = false;
    std::size_t last = 1;
    for (std::size_t place = 0; place < std::min(drawn_series, input.summary.strategies.size()); ++place) {
        const StrategyOverPoints& entry = input.summary.strategies[place];
        const PooledStrategy& pooled = pooled_of(input, entry.id);
        const std::int64_t points = std::max<std::int64_t>(1, entry.points), deals = pooled.deals / points;
        PlotSeries series{place, entry.name, {}};
        std::int64_t decided = 0;
        for (std::size_t week = 0; week < pooled.decided.size(); ++week) {
            decided += pooled.decided[week];
            if (pooled.decided[week] > 0) last = std::max(last, week);
            Interval share =
                wilson_interval(decided / points, std::max<std::int64_t>(1, deals), input.manifest.confidence);
            share.estimate =
                static_cast<double>(decided) / static_cast<double>(std::max<std::int64_t>(1, pooled.deals));
            series.points.push_back({static_cast<double>(week), share});
        }
        plot.series.push_back(std::move(series));
    }
    plot.x.high = static_cast<double>(last);
    double most = 0.1;
    for (const PlotSeries& series : plot.series)
        for (const PlotPoint& point : series.points) most = std::max(most, 1.1 * point.y.high);
    plot.y.high = std::min(1.0, most);
    for (PlotSeries& series : plot.series)
        if (series.points.size() > last + 1) series.points.resize(last + 1);
    return spread;
}

} // namespace

ForestPlot ranking_plot(const SweepView& view, ForestKind kind, int chosen) {
    const SweepPageInput& input = view.input;
    ForestPlot plot;
    plot.mark = "sweep.strategy";
    plot.chosen = chosen;
    for (std::size_t place = 0; place < input.summary.strategies.size(); ++place)
        plot.rows.push_back(forest_row(view, kind, place));
    if (kind == ForestKind::gap) plot.zero = 0;
    plot.tick = [&input, kind](double value) {
        return kind == ForestKind::mean ? tick_text(input, value) : apart(input, value);
    };
    return plot;
}

LinePlot response_plot(const SweepView& view, std::size_t axis) {
    LinePlot plot = plot_of(response_picture(view.input, view.input.responses[axis]));
    plot.value = [&input = view.input](double value) { return shown(input, value); };
    return plot;
}

CellMap best_plot(const Look& look, const SweepView& view, std::size_t across, std::size_t down) {
    const SweepPageInput& input = view.input;
    const BestMap& map = view.maps.at({across, down});
    CellMap plot{map.across, map.down, {}, {}, {}, "sweep.cell"};
    for (const ValueLevel& level : map.columns) plot.columns.push_back(short_level_text(level));
    for (const ValueLevel& level : map.rows) plot.rows.push_back(short_level_text(level));
    std::ranges::reverse(plot.rows); // numbers grow upwards
    double low = INFINITY, high = -INFINITY;
    for (const BestCell& cell : map.cells)
        if (cell.points > 0) low = std::min(low, cell.mean.estimate), high = std::max(high, cell.mean.estimate);
    for (std::size_t row = map.rows.size(); row-- > 0;)
        for (std::size_t column = 0; column < map.columns.size(); ++column) {
            const BestCell& cell = map.cells[row * map.columns.size() + column];
            PlotCell& drawn = plot.cells.emplace_back();
            if (cell.points == 0) continue;
            const std::size_t place = place_of(input, input.table.strategies[cell.strategy].id);
            const float depth = high > low ? static_cast<float>((cell.mean.estimate - low) / (high - low)) : 0.5F;
            drawn.empty = false;
            drawn.colour = mixed(look.theme.card, series_colour(look.theme, place), 0.32F + 0.63F * depth);
            drawn.text = cell.throughout ? strategy_letter(place) : "(" + strategy_letter(place) + ")";
            drawn.second = shown(input, cell.mean.estimate);
            drawn.note = {
                {tr("best on average"), with_letter(view, place)},
                {told(measure_heading(input.summary.measure)), interval_words(input, cell.mean)},
                {tr("points"), grouped(cell.points)},
                {tr("best at every point"), cell.throughout ? tr("yes, or level") : tr("no: the other axes decide")}};
        }
    return plot;
}

TornadoPlot tornado_plot(const SweepView& view, std::size_t place) {
    const SweepPageInput& input = view.input;
    const StrategyOverPoints& entry = input.summary.strategies[place];
    TornadoPlot plot;
    plot.middle = entry.mean;
    plot.place = place;
    plot.mark = "sweep.swing";
    plot.tick = [&input](double value) { return tick_text(input, value); };
    for (const SwingBar& bar : swing_bars(input, entry.id)) {
        TornadoBar drawn{bar.name, bar.low_value, bar.high_value, bar.at_low, bar.at_high, {}};
        drawn.note = {{trf("at {}", bar.low_value), shown(input, bar.at_low)},
                      {trf("at {}", bar.high_value), shown(input, bar.at_high)},
                      {tr("swing"), apart(input, bar.at_high - bar.at_low)}};
        for (const AxisEffect& effect : input.effects)
            if (effect.axis == bar.name && effect.strategy == entry.id && !std::isnan(effect.first_order.estimate))
                drawn.note.emplace_back(tr("share explained"),
                                        fmt::format("{} ({} … {})", percent(effect.first_order.estimate),
                                                    percent(effect.first_order.low), percent(effect.first_order.high)));
        plot.bars.push_back(std::move(drawn));
    }
    return plot;
}

CellMap reason_plot(const Look& look, const SweepView& view, std::size_t place, std::size_t columns) {
    const PooledStrategy& strategy = pooled_of(view.input, view.input.summary.strategies[place].id);
    const HeatMap map = reason_map(strategy, columns);
    CellMap plot{{}, {}, {}, {}, {}, "sweep.reason"};
    for (const std::string& name : map.columns) plot.columns.push_back(name);
    for (const std::string& name : map.rows) plot.rows.push_back(name);
    const double most = map.shares.empty() ? 0 : *std::ranges::max_element(map.shares);
    for (const double share : map.shares) {
        PlotCell& cell = plot.cells.emplace_back();
        if (share <= 0) continue;
        cell.empty = false;
        cell.colour = mixed(look.theme.inset, look.theme.lost, 0.12F + 0.75F * static_cast<float>(share / most));
        cell.text = share < 0.005 ? "<1" : decimal(100 * share, 0);
        cell.note = {{tr("of the deals not won"), percent(share, 1)}};
    }
    return plot;
}

std::vector<SpreadPlot> spread_plots(const SweepView& view) {
    std::vector<SpreadPlot> plots;
    for (const LinePicture& picture : spread_lines(view.input)) {
        SpreadPlot spread{told(picture.title), plot_of(picture)};
        LinePlot& plot = spread.plot;
        plot.x.name = told(picture.x_name);
        plot.bands = plot.markers = plot.letters = false;
        plot.y.low = 0;
        plot.y.high = 1;
        plot.y.text = [](double share) { return percent(share); };
        plot.value = [](double share) { return percent(share, 1); };
        std::tie(plot.x.low, plot.x.high) = drawn_range(plot);
        for (PlotSeries& series : plot.series)
            std::erase_if(series.points,
                          [&](const PlotPoint& point) { return point.x < plot.x.low || point.x > plot.x.high; });
        plots.push_back(std::move(spread));
        if (plots.size() == 1) plots.push_back(decided_by_week(view));
    }
    return plots;
}

std::string point_words(const SweepView& view, std::size_t row) {
    const PointTable& table = view.input.table;
    std::string words;
    for (std::size_t axis = 0; axis < table.axes.size(); ++axis)
        words += fmt::format("{}{} = {}", axis == 0 ? "" : ", ", table.axes[axis], value_text(table.values[axis][row]));
    return words;
}

std::vector<std::pair<std::string, std::string>> point_note(const SweepView& view, std::size_t row) {
    std::vector<std::pair<double, std::pair<std::string, std::string>>> lines;
    const PointTable& table = view.input.table;
    for (const StrategyColumn& strategy : table.strategies) {
        const auto at = std::ranges::lower_bound(strategy.point, row);
        if (at == strategy.point.end() || *at != row) continue;
        const auto i = static_cast<std::size_t>(at - strategy.point.begin());
        const double value = strategy.measured[i], luck = strategy.luck[i];
        lines.push_back({value,
                         {with_letter(view, place_of(view.input, strategy.id)),
                          interval_words(view.input, {value, value - luck, value + luck})}});
    }
    std::ranges::stable_sort(lines, std::ranges::greater{}, [](const auto& line) { return line.first; });
    std::vector<std::pair<std::string, std::string>> note;
    for (auto& line : lines)
        if (note.size() < drawn_series) note.push_back(std::move(line.second));
    return note;
}

std::string ranking_tsv(const SweepView& view) {
    const SweepPageInput& input = view.input;
    Tsv table;
    for (const char* heading :
         {"strategy", "name", "measure", "points", "mean", "mean_low", "mean_high", "gap", "gap_low", "gap_high",
          "clearly_best", "among_best", "mean_regret", "greatest_regret", "worst_point"})
        table.text(heading);
    table.end_line();
    for (const StrategyOverPoints& entry : input.summary.strategies) {
        const StrategyMean& mean = mean_of(input, entry);
        table.text(entry.id)
            .text(entry.name)
            .text(word(input.summary.measure))
            .number(static_cast<double>(entry.points));
        for (const Interval& interval : {mean.mean, mean.gap})
            table.number(interval.estimate).number(interval.low).number(interval.high);
        table.number(static_cast<double>(entry.clearly_best)).number(static_cast<double>(entry.among_best));
        table.number(entry.mean_regret)
            .number(entry.greatest_regret)
            .number(static_cast<double>(entry.worst_point + 1))
            .end_line();
    }
    return std::move(table).finish();
}

std::string points_tsv(const SweepView& view) {
    const PointTable& points = view.input.table;
    Tsv table;
    table.text("point");
    for (const std::string& axis : points.axes) table.text(axis);
    for (const StrategyColumn& strategy : points.strategies) table.text(strategy.id);
    table.end_line();
    std::vector<std::size_t> next(points.strategies.size(), 0);
    for (std::size_t row = 0; row < points.numbers.size(); ++row) {
        table.number(static_cast<double>(points.numbers[row] + 1));
        for (const auto& values : points.values) table.text(values[row]);
        for (std::size_t s = 0; s < points.strategies.size(); ++s) {
            const StrategyColumn& strategy = points.strategies[s];
            const bool here = next[s] < strategy.point.size() && strategy.point[next[s]] == row;
            if (here)
                table.number(strategy.measured[next[s]++]);
            else
                table.text("");
        }
        table.end_line();
    }
    return std::move(table).finish();
}

} // namespace assent::viewer
