#pragma once
// Bars: a tornado, a histogram with its band, shares that sum to one.
#include "viewer/plot.hpp"

namespace assent::viewer {

/// A number that is varied, and the measure at its two ends.
struct TornadoBar {
    std::string name;
    std::string low_value, high_value; ///< the ends as text
    double at_low = 0, at_high = 0;    ///< the measure there
    std::vector<std::pair<std::string, std::string>> note;
};

struct TornadoPlot {
    std::vector<TornadoBar> bars; ///< the longest on top
    double middle = 0;            ///< the measure as it is
    std::size_t place = 0;        ///< colour
    TickLabel tick;
    std::string mark; ///< bars are marked "<mark>.0", …
};
/// The end at the low measure is plain, the other hatched. Gives the bar that was pressed.
std::optional<int> draw_tornado(const Look& look, const Area& area, const TornadoPlot& plot);

/// Shares of one bin after another.
struct HistogramPlot {
    PlotAxis x;
    std::vector<Interval> shares; ///< of bin i, which reaches from x.low + i · width on
    double width = 1;             ///< of a bin
    std::optional<double> median;
    std::string median_text;
    ImU32 colour = 0, band = 0;
    TickLabel share; ///< a share exactly
};
void draw_histogram(const Look& look, const Area& area, const HistogramPlot& plot);

/// Part of a bar; colour and pattern say which, the text says how much where it fits.
struct SharePart {
    std::string name, text;
    double share = 0; ///< of the bar
    ImU32 colour = 0;
    bool hatched = false;
};
struct ShareRow {
    std::string name;
    std::vector<SharePart> parts; ///< shares sum to at most 1
};
/// Draws a row of parts each, names at the left.
void draw_share_rows(const Look& look, const Area& area, const std::vector<ShareRow>& rows);

} // namespace assent::viewer
