#include "model/drawing.hpp"

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

void centre(Drawing& points) {
    double x = 0, y = 0;
    for (const DrawnPoint& point : points) {
        x += point.x / static_cast<double>(points.size());
        y += point.y / static_cast<double>(points.size());
    }
    for (DrawnPoint& point : points) point = {point.x - x, point.y - y};
}

/// Of the longest extent, against the horizontal: that of the first principal axis.
double tilt(const Drawing& points) {
    double xx = 0, xy = 0, yy = 0;
    for (const DrawnPoint& point : points) {
        xx += point.x * point.x;
        xy += point.x * point.y;
        yy += point.y * point.y;
    }
    return 0.5 * std::atan2(2 * xy, xx - yy);
}

/// Where a value lies in a range, stretched to [0, 1] around its middle.
double place(double value, double low, double high, double extent) {
    return extent > 0 ? std::clamp(0.5 + (value - (low + high) / 2) / extent, 0.0, 1.0) : 0.5;
}

} // namespace

void turn_wide(Drawing& points, std::size_t top) {
    centre(points);
    const double angle = tilt(points);
    for (DrawnPoint& point : points)
        point = {std::cos(angle) * point.x + std::sin(angle) * point.y,
                 std::cos(angle) * point.y - std::sin(angle) * point.x};
    if (points[top].y <= 0) return;
    for (DrawnPoint& point : points) point.y = -point.y;
}

std::vector<std::pair<double, double>> fill_square(const Drawing& points) {
    constexpr double stretch_limit = 2;
    if (points.empty()) return {};
    const auto by_x = [](const DrawnPoint& one, const DrawnPoint& other) { return one.x < other.x; };
    const auto by_y = [](const DrawnPoint& one, const DrawnPoint& other) { return one.y < other.y; };
    const auto [left, right] = std::minmax_element(points.begin(), points.end(), by_x);
    const auto [upper, lower] = std::minmax_element(points.begin(), points.end(), by_y);
    const double least = std::max(right->x - left->x, lower->y - upper->y) / stretch_limit;
    const double width = std::max(right->x - left->x, least), height = std::max(lower->y - upper->y, least);
    std::vector<std::pair<double, double>> placed;
    placed.reserve(points.size());
    for (const DrawnPoint& point : points)
        placed.emplace_back(place(point.x, left->x, right->x, width), place(point.y, upper->y, lower->y, height));
    return placed;
}

void spread_out(std::vector<std::pair<double, double>>& places) {
    constexpr int rounds = 60;
    constexpr double share_of_room = 0.8; // of the side of an equal share of the square
    const double wanted = share_of_room / std::sqrt(static_cast<double>(std::max<std::size_t>(places.size(), 1)));
    for (int round = 0; round < rounds; ++round)
        for (std::size_t one = 0; one < places.size(); ++one)
            for (std::size_t other = 0; other < one; ++other) {
                auto& [x, y] = places[one];
                auto& [other_x, other_y] = places[other];
                const double along = x - other_x, down = y - other_y, apart = std::hypot(along, down);
                if (apart >= wanted) continue;
                // Two in one place part sideways.
                const double push = (wanted - apart) / 4;
                const double right = apart > 0 ? along / apart * push : push;
                const double low = apart > 0 ? down / apart * push : 0;
                x = std::clamp(x + right, 0.0, 1.0);
                y = std::clamp(y + low, 0.0, 1.0);
                other_x = std::clamp(other_x - right, 0.0, 1.0);
                other_y = std::clamp(other_y - low, 0.0, 1.0);
            }
}

} // namespace assent
