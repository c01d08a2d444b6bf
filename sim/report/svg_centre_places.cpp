// Keeps discs and labels of a drawn centre apart.
#include "report/svg_centre.hpp"

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

constexpr int rounds = 400;
constexpr double air = 24; // between blocks: room for the numbers around the rings

Box block_box(Point place, const CentreBlock& block) {
    const double width = std::max(2 * block.radius, block.label_width) + air;
    return {place.x - width / 2, place.y - block.radius - air / 2, width, 2 * block.radius + block.label_height + air};
}

/// Into the picture; a block that is too large stays at the left and at the top.
Point kept_inside(Point place, const CentreBlock& block, double width, double height) {
    const Box box = block_box(place, block);
    place.x += std::max(0.0, -box.x) - std::max(0.0, std::min(box.right() - width, box.x));
    place.y += std::max(0.0, -box.y) - std::max(0.0, std::min(box.bottom() - height, box.y));
    return place;
}

/// Pushes two overlapping blocks apart along the axis of the smaller overlap; returns whether they did overlap.
bool push_apart(Point& first, const CentreBlock& first_block, Point& second, const CentreBlock& second_block) {
    const Box a = block_box(first, first_block), b = block_box(second, second_block);
    const double overlap_x = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double overlap_y = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    if (overlap_x <= 0.01 || overlap_y <= 0.01) return false;
    // People in exactly the same place part as if the first one stood left and above.
    const double push = std::min(overlap_x, overlap_y) / 2;
    Point step;
    (overlap_x < overlap_y ? step.x : step.y) = push;
    const bool first_is_lower = overlap_x < overlap_y ? a.centre().x > b.centre().x : a.centre().y > b.centre().y;
    const double sign = first_is_lower ? 1 : -1;
    first = {first.x + sign * step.x, first.y + sign * step.y};
    second = {second.x - sign * step.x, second.y - sign * step.y};
    return true;
}

/// Stretches the drawing to the picture, so that no side is left empty.
std::vector<Point> stretched(const std::vector<Point>& places, double width, double height) {
    const auto [left, right] = std::ranges::minmax(places, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(places, {}, &Point::y);
    std::vector<Point> result;
    for (const Point& place : places) {
        const double x = right.x - left.x > 1e-9 ? (place.x - left.x) / (right.x - left.x) : 0.5;
        const double y = bottom.y - top.y > 1e-9 ? (place.y - top.y) / (bottom.y - top.y) : 0.5;
        result.push_back({width * x, height * y});
    }
    return result;
}

} // namespace

std::vector<Point> place_blocks(const std::vector<Point>& places, const std::vector<CentreBlock>& blocks, double width,
                                double height) {
    if (places.empty()) return {};
    std::vector<Point> result = stretched(places, width, height);
    bool moved = true;
    for (int round = 0; round < rounds && moved; ++round) {
        for (std::size_t i = 0; i < result.size(); ++i) result[i] = kept_inside(result[i], blocks[i], width, height);
        moved = false;
        for (std::size_t i = 0; i < result.size(); ++i)
            for (std::size_t j = i + 1; j < result.size(); ++j)
                moved |= push_apart(result[i], blocks[i], result[j], blocks[j]);
    }
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = kept_inside(result[i], blocks[i], width, height);
    return result;
}

} // namespace assent
