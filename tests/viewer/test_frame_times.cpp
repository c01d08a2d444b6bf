#include "viewer/drawn_frame.hpp"
#include "viewer/frame_times.hpp"
#include "viewer/headless.hpp"

#include "viewer/test_folder.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace assent::viewer;

TEST_CASE("quantiles of frame times are times that were measured") {
    CHECK(reached_by({3, 1, 2}, 0.5) == 2);
    CHECK(reached_by({4, 3, 1, 2}, 0.5) == 2);
    CHECK(reached_by({5}, 0.95) == 5);
    std::vector<double> hundred;
    for (int i = 100; i > 0; --i) hundred.push_back(i);
    CHECK(reached_by(hundred, 0.95) == 95);
    CHECK(reached_by(hundred, 1) == 100);
}

TEST_CASE("the report tells all that was measured, in milliseconds") {
    FrameTimes times;
    times.screen = "start at 1280 x 800";
    times.first_frame = 0.27;
    times.build = {0.0004, 0.0002, 0.0003};
    times.whole = {0.03, 0.02, 0.025};
    times.computing = 2;
    times.idle = 10;
    times.idle_processor = 0.0123;
    times.idle_frames = 21;
    CHECK(report_of(times) == "start at 1280 x 800: 3 frames, 2 of them while something was computed\n"
                              "start to first frame  0.27 s\n"
                              "build of a frame      median 0.30 ms, 95 % within 0.40 ms, longest 0.40 ms\n"
                              "whole frame           median 25.00 ms, 95 % within 30.00 ms, longest 30.00 ms\n"
                              "nobody touches it     0.012 s of the processor in 10.0 s, 21 frames built, 0 drawn\n");
    times.settled = false;
    CHECK(report_of(times).ends_with("; something was still computed\n"));
}

TEST_CASE("the clocks of the process run") {
    const double start = seconds_since_start(), processor = processor_seconds();
    CHECK(start >= 0);
    CHECK(start < 86400);
    CHECK(processor > 0);
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    CHECK(seconds_since_start() >= start + 0.029);
    CHECK(processor_seconds() >= processor);
}

TEST_CASE("a frame that shows the same is known, and one that does not is not") {
    const assent::worlds::TestFolder folder;
    Options options;
    options.screen = "start";
    options.profile = folder.path();
    options.language = Language::english;
    Headless window(options);
    window.settle();
    DrawnFrame drawn;
    CHECK_FALSE(drawn.repeats(*ImGui::GetDrawData()));
    for (int i = 0; i < 5; ++i) {
        window.frame();
        CHECK(drawn.repeats(*ImGui::GetDrawData()));
    }
    window.move_to("start.demo"); // the button under the mouse lights up
    window.frame();
    CHECK_FALSE(drawn.repeats(*ImGui::GetDrawData()));
    window.frame();
    CHECK(drawn.repeats(*ImGui::GetDrawData()));
    drawn.forget();
    CHECK_FALSE(drawn.repeats(*ImGui::GetDrawData()));
}
