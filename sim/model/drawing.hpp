#pragma once
// From where an algorithm left the points to a drawing that fills its square.
#include <utility>
#include <vector>

namespace assent {

struct DrawnPoint {
    double x, y;
};
using Drawing = std::vector<DrawnPoint>;

/// Moves the centre of gravity to (0, 0) and turns the longest extent to the horizontal, because windows and pages of
/// a report are wide; then mirrors so that the point number `top` is not in the lower half (y runs downwards).
void turn_wide(Drawing& points, std::size_t top);

/// Places the points in [0, 1]^2. Each axis is stretched to fill the square, save in a flat drawing, which that would
/// tear apart: it is stretched to a limit and centred.
std::vector<std::pair<double, double>> fill_square(const Drawing& points);

/// Pushes points of the square apart that are closer than about the room each of them has, so that no two people cover
/// each other; they stay in the square.
void spread_out(std::vector<std::pair<double, double>>& places);

} // namespace assent
