#pragma once
// The real window: GLFW and OpenGL 3, nowhere else.
#include "viewer/options.hpp"

namespace assent::viewer {

/// Opens the window and stays until it is closed. It sleeps while nothing happens. With measured frames it is
/// opened for these alone, and what they took is written to standard output. Throws UserError when there is no
/// display or no OpenGL 3.
void run_window(const Options& options);

} // namespace assent::viewer
