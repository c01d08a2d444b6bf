#pragma once
// How long frames took, and what is said of it: assent-viewer --measure.
#include <string>
#include <vector>

namespace assent::viewer {

/// Of one screen of the real window. Seconds of the clock on the wall unless said otherwise.
struct FrameTimes {
    std::string screen;        ///< its name, and how it looked
    double first_frame = 0;    ///< from the start of the process until the first frame was shown
    std::vector<double> build; ///< of each frame: layout and vertices, without the graphics card; at least one
    std::vector<double> whole; ///< of each frame: events, build, drawing, until it was shown
    std::size_t computing = 0; ///< of these frames: while something was computed for the screen
    double idle = 0;           ///< then nobody touched the window for so long
    double idle_processor = 0; ///< seconds of the processor that all threads used in that time
    double idle_frames = 0;    ///< frames built and frames drawn in that time
    double idle_drawn = 0;
    bool settled = true; ///< all had been computed by then
};

/// The share `part`, (0, 1], of the values is this or less; the values' order does not matter.
double reached_by(std::vector<double> values, double part);

/// As a table for people.
std::string report_of(const FrameTimes& times);

/// Since the system started this process; it counts in hundredths.
double seconds_since_start();
/// Seconds of the processor that all threads of this process have used.
double processor_seconds();

} // namespace assent::viewer
