#include "viewer/plot_tables.hpp"

#include "viewer/language.hpp"
#include "viewer/tsv.hpp"

#include <cmath>

namespace assent::viewer {

std::string table_of(const LinePlot& plot) {
    Tsv table;
    for (const std::string& heading : {std::string(tr("Line")), plot.x.name.empty() ? std::string("x") : plot.x.name,
                                       plot.y.name.empty() ? std::string(tr("value")) : plot.y.name,
                                       std::string(tr("low")), std::string(tr("high"))})
        table.text(heading);
    table.end_line();
    for (const PlotSeries& series : plot.series)
        for (const PlotPoint& point : series.points) {
            const auto word = static_cast<std::size_t>(std::max(0L, std::lround(point.x)));
            table.text(series.name);
            if (word < plot.x.words.size())
                table.text(plot.x.words[word]);
            else
                table.number(point.x);
            table.number(point.y.estimate).number(point.y.low).number(point.y.high).end_line();
        }
    return std::move(table).finish();
}

std::string table_of(const TornadoPlot& plot) {
    Tsv table;
    table.text(tr("Axis")).text(tr("low")).text(tr("value")).text(tr("high")).text(tr("value")).end_line();
    for (const TornadoBar& bar : plot.bars)
        table.text(bar.name).text(bar.low_value).number(bar.at_low).text(bar.high_value).number(bar.at_high).end_line();
    return std::move(table).finish();
}

std::string table_of(const CellMap& map) {
    Tsv table;
    table.text(map.down.empty() && map.across.empty() ? "" : map.down + " / " + map.across);
    for (const std::string& column : map.columns) table.text(column);
    table.end_line();
    for (std::size_t row = 0; row < map.rows.size(); ++row) {
        table.text(map.rows[row]);
        for (std::size_t column = 0; column < map.columns.size(); ++column) {
            const PlotCell& cell = map.cells[row * map.columns.size() + column];
            table.text(cell.empty ? "" : cell.second.empty() ? cell.text : cell.text + " " + cell.second);
        }
        table.end_line();
    }
    return std::move(table).finish();
}

} // namespace assent::viewer
