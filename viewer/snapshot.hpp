#pragma once
// Pictures of the window without a window.
#include "viewer/options.hpp"

namespace assent::viewer {

/// Draws the screen asked for, waits until all that it computes has arrived, and writes it as PNG, whole or not at all.
/// Throws UserError.
void write_snapshot(const Options& options);

} // namespace assent::viewer
