#pragma once
// Maps of cells: who is best where, and shares by row and column.
#include "viewer/plot.hpp"

namespace assent::viewer {

struct PlotCell {
    bool empty = true;
    ImU32 colour = 0;   ///< opaque
    std::string text;   ///< a letter or a number
    std::string second; ///< smaller, below, where there is room
    std::vector<std::pair<std::string, std::string>> note;
};

struct CellMap {
    std::string across, down;               ///< what columns and rows are; empty: their names say it
    std::vector<std::string> columns, rows; ///< the first row stands on top
    std::vector<PlotCell> cells;            ///< (row × column)
    std::string mark;                       ///< cells are marked "<mark>.<row>.<column>"
};

/// Draws the map; gives the cell (row · columns + column) that was pressed.
std::optional<std::size_t> draw_cells(const Look& look, const Area& area, const CellMap& map);

/// Black or white, whichever is read better on a colour.
ImU32 ink_on(ImU32 colour);

} // namespace assent::viewer
