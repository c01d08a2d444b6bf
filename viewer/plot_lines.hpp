#pragma once
// Lines with bands over an axis of numbers, intervals over an axis of words, distributions that rise from 0 to 1.
#include "viewer/plot.hpp"

namespace assent::viewer {

struct PlotPoint {
    double x = 0;
    Interval y;
};

struct PlotSeries {
    std::size_t place = 0; ///< colour, letter, shape, dash
    std::string name;
    std::vector<PlotPoint> points; ///< x rising
};

struct LinePlot {
    PlotAxis x, y;
    std::vector<PlotSeries> series;
    TickLabel value; ///< a value exactly, with its unit
    bool bands = true, markers = true, letters = true;
};

/// Which point of which series.
struct PlotHit {
    std::size_t series = 0, point = 0;
};

/// Draws the plot and, of the point nearest to the mouse, its exact values and intervals. Gives that point.
std::optional<PlotHit> draw_lines(const Look& look, const Area& area, const LinePlot& plot);

} // namespace assent::viewer
