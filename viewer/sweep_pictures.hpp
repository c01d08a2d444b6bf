#pragma once
// From what a store says to the plots of the sweep screen.
#include "viewer/plot_bars.hpp"
#include "viewer/plot_forest.hpp"
#include "viewer/plot_lines.hpp"
#include "viewer/plot_map.hpp"
#include "viewer/sweep_watch.hpp"

#include <string>
#include <vector>

namespace assent::viewer {

/// What strategies are ranked by in the forest plot.
enum class ForestKind : std::uint8_t { mean, gap, regret };

ForestPlot ranking_plot(const SweepView& view, ForestKind kind, int chosen);
/// The measure along an axis of the table.
LinePlot response_plot(const SweepView& view, std::size_t axis);
/// Who is best over two axes. Precondition: the view has that map.
CellMap best_plot(const Look& look, const SweepView& view, std::size_t across, std::size_t down);
/// What each axis does to the strategy at this place of the ranking.
TornadoPlot tornado_plot(const SweepView& view, std::size_t place);
/// Why its deals are not won, holder by reason, with as many columns as there is room for.
CellMap reason_plot(const Look& look, const SweepView& view, std::size_t place, std::size_t columns);
/// Distributions over all deals, one plot a quantity, with their titles.
struct SpreadPlot {
    std::string title;
    LinePlot plot;
};
std::vector<SpreadPlot> spread_plots(const SweepView& view);

/// The values of a point: "company.need = 0.4, process.rule = weighted".
std::string point_words(const SweepView& view, std::size_t row);
/// What came out at a point, best first: letter with name, and the measure.
std::vector<std::pair<std::string, std::string>> point_note(const SweepView& view, std::size_t row);

/// The ranking as tab-separated text with headings, one line a strategy.
std::string ranking_tsv(const SweepView& view);
/// The same of every point: values of the axes, then the measure of each strategy.
std::string points_tsv(const SweepView& view);

} // namespace assent::viewer
