#pragma once
// What a plot shows, as a table for a spreadsheet.
#include "viewer/plot_bars.hpp"
#include "viewer/plot_lines.hpp"
#include "viewer/plot_map.hpp"

#include <string>

namespace assent::viewer {

/// One line a point: series, x, estimate, low, high. Words of an axis stand for their numbers.
std::string table_of(const LinePlot& plot);
/// One line a bar: name, low end and the measure there, high end and the measure there.
std::string table_of(const TornadoPlot& plot);
/// The map as it is drawn, the names of columns and rows at its sides; empty cells stay empty.
std::string table_of(const CellMap& map);

} // namespace assent::viewer
