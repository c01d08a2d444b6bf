#include "viewer/frame_times.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

namespace assent::viewer {
namespace {

constexpr double ticks_per_second = 100; // what Linux counts in for programs (USER_HZ), whatever its own clock

double seconds_of(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

std::string line_of(const char* what, const std::vector<double>& seconds) {
    return fmt::format("{:<22}median {:.2f} ms, 95 % within {:.2f} ms, longest {:.2f} ms\n", what,
                       1000 * reached_by(seconds, 0.5), 1000 * reached_by(seconds, 0.95),
                       1000 * reached_by(seconds, 1));
}

} // namespace

double reached_by(std::vector<double> values, double part) {
    std::ranges::sort(values);
    const auto place = static_cast<std::size_t>(std::ceil(part * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(place, 1, values.size()) - 1];
}

std::string report_of(const FrameTimes& times) {
    std::string text = fmt::format("{}: {} frames, {} of them while something was computed\n", times.screen,
                                   times.build.size(), times.computing);
    text += fmt::format("{:<22}{:.2f} s\n", "start to first frame", times.first_frame);
    text += line_of("build of a frame", times.build);
    text += line_of("whole frame", times.whole);
    text += fmt::format("{:<22}{:.3f} s of the processor in {:.1f} s, {:.0f} frames built, {:.0f} drawn{}\n",
                        "nobody touches it", times.idle_processor, times.idle, times.idle_frames, times.idle_drawn,
                        times.settled ? "" : "; something was still computed");
    return text;
}

double seconds_since_start() {
    std::ifstream file("/proc/self/stat");
    std::string text;
    std::getline(file, text);
    std::istringstream fields(text.substr(text.rfind(')') + 1)); // the name before it may hold blanks
    std::string skipped;
    for (int field = 3; field < 22; ++field) fields >> skipped; // proc(5): the 22nd is the start, in ticks since boot
    double start = 0;
    fields >> start;
    return seconds_of(CLOCK_BOOTTIME) - start / ticks_per_second;
}

double processor_seconds() { return seconds_of(CLOCK_PROCESS_CPUTIME_ID); }

} // namespace assent::viewer
