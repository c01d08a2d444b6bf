// Keeps discs and labels of a drawn centre apart.
#include "report/svg_centre.hpp"

#include <algorithm>
#include <numeric>

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

/// How deep two blocks lie in one another, in both directions; not at all when either is negative.
Point overlap(const Box& a, const Box& b) {
    return {std::min(a.right(), b.right()) - std::max(a.x, b.x), std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y)};
}

/// Pushes two overlapping blocks apart along the axis of the smaller overlap, `firsts` of the way the first one; returns
/// whether they did overlap.
bool push_apart(Point& first, const CentreBlock& first_block, Point& second, const CentreBlock& second_block,
                double firsts) {
    const Box a = block_box(first, first_block), b = block_box(second, second_block);
    const Point depth = overlap(a, b);
    if (std::min(depth.x, depth.y) <= 0.01) return false;
    const bool across = depth.x < depth.y;
    const double push = std::min(depth.x, depth.y);
    // People in exactly the same place part as if the first one stood left and above.
    const bool first_is_later = across ? a.centre().x > b.centre().x : a.centre().y > b.centre().y;
    const double step = first_is_later ? push : -push;
    (across ? first.x : first.y) += step * firsts;
    (across ? second.x : second.y) -= step * (1 - firsts);
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

/// How much of the way the first of two goes when they are parted: who was put gives way to nobody else.
double share_of_first(const CentreBlock& first, const CentreBlock& second, bool held) {
    if (!held || first.put.has_value() == second.put.has_value()) return 0.5;
    return first.put ? 0 : 1;
}

/// Pushes until nothing overlaps or patience ends. `held`: who was put stays there before all others.
void push_all(std::vector<Point>& places, const std::vector<CentreBlock>& blocks, double width, double height,
              bool held) {
    const auto keep_inside = [&] {
        for (std::size_t i = 0; i < places.size(); ++i) places[i] = kept_inside(places[i], blocks[i], width, height);
    };
    bool moved = true;
    for (int round = 0; round < rounds && moved; ++round) {
        keep_inside();
        moved = false;
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = i + 1; j < places.size(); ++j)
                moved |=
                    push_apart(places[i], blocks[i], places[j], blocks[j], share_of_first(blocks[i], blocks[j], held));
    }
    keep_inside();
}

/// Do any two blocks share more than half of the air around them.
bool any_overlap(const std::vector<Point>& places, const std::vector<CentreBlock>& blocks) {
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            const Point depth = overlap(block_box(places[i], blocks[i]), block_box(places[j], blocks[j]));
            if (std::min(depth.x, depth.y) > air / 2) return true;
        }
    return false;
}

/// Rows from top to bottom, each from left to right: what is left when pushing finds no room.
std::vector<Point> in_rows(const std::vector<Point>& places, const std::vector<CentreBlock>& blocks, double width,
                           double height) {
    double widest = 1;
    for (std::size_t i = 0; i < blocks.size(); ++i) widest = std::max(widest, block_box(places[i], blocks[i]).width);
    const std::size_t columns = std::max<std::size_t>(1, static_cast<std::size_t>(width / widest));
    const std::size_t rows = (places.size() + columns - 1) / columns;
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return places[i].y; });
    std::vector<Point> result(places.size());
    for (std::size_t row = 0; row < rows; ++row) {
        const auto first = order.begin() + static_cast<std::ptrdiff_t>(row * columns);
        const auto last = order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), (row + 1) * columns));
        std::ranges::stable_sort(first, last, {}, [&](std::size_t i) { return places[i].x; });
        const double step = width / static_cast<double>(last - first);
        for (auto place = first; place != last; ++place)
            result[*place] = {step * (static_cast<double>(place - first) + 0.5),
                              height / static_cast<double>(rows) * (static_cast<double>(row) + 0.4)};
    }
    return result;
}

} // namespace

std::vector<Point> place_blocks(const std::vector<Point>& places, const std::vector<CentreBlock>& blocks, double width,
                                double height) {
    if (places.empty()) return {};
    std::vector<Point> wished = stretched(places, width, height);
    bool any_put = false;
    for (std::size_t i = 0; i < wished.size(); ++i)
        if (const auto& put = blocks[i].put) {
            wished[i] = {width * put->x, height * put->y};
            any_put = true;
        }
    std::vector<Point> result = wished;
    push_all(result, blocks, width, height, true);
    if (any_put && any_overlap(result, blocks)) push_all(result, blocks, width, height, false);
    // Pushing in vain shuffles them: as they were wished to stand, moving one leaves the others in their order.
    if (any_overlap(result, blocks)) result = in_rows(any_put ? wished : result, blocks, width, height);
    for (std::size_t i = 0; i < result.size(); ++i) result[i] = kept_inside(result[i], blocks[i], width, height);
    return result;
}

} // namespace assent
