#pragma once
// A ranking as a forest plot: names, estimates with intervals on one scale, and figures beside them.
#include "viewer/plot.hpp"

namespace assent::viewer {

struct ForestRow {
    std::size_t place = 0; ///< letter and colour
    std::string name;
    Interval interval;
    bool open = false;                                     ///< not told apart from the first
    std::string figure;                                    ///< at the right, as text
    std::string beside;                                    ///< small, below the figure
    std::vector<std::pair<std::string, std::string>> note; ///< said when pointed at
};

struct ForestPlot {
    std::vector<ForestRow> rows;
    TickLabel tick;
    std::optional<double> zero; ///< a line of no difference
    std::string mark;           ///< rows are marked "<mark>.0", "<mark>.1", …
    int chosen = -1;            ///< row drawn as chosen
};

/// Draws the rows where the cursor is and moves it below them. Gives the row that was pressed.
std::optional<int> draw_forest(const Look& look, const ForestPlot& plot);

} // namespace assent::viewer
