// Arrows between the people of a drawn centre.
#include "report/svg_centre_parts.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace assent {
namespace {

constexpr double number_room = 13, disc_room = 3, label_room = 4; // between an arrow and what it points at
constexpr double bend_share = 0.14; // of the distance: two arrows between the same people part
constexpr int steps = 200;          // along a curve, to find where it comes free

using Curve = std::array<Point, 3>; ///< start, bend, end of a quadratic Bézier curve

Point between(Point from, Point to, double share) {
    return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

Point on(const Curve& curve, double share) {
    return between(between(curve[0], curve[1], share), between(curve[1], curve[2], share), share);
}

/// The part of a curve between two shares of its way (de Casteljau).
Curve part_of(const Curve& curve, double first, double last) {
    const Point bend = between(between(curve[0], curve[1], first), between(curve[1], curve[2], first), last);
    return {on(curve, first), bend, on(curve, last)};
}

/// `distance` ahead of and `aside` to the right of a point, seen along from → to.
Point ahead(Point at, Point from, Point to, double distance, double aside) {
    const double length = std::max(1e-9, std::hypot(to.x - from.x, to.y - from.y));
    const Point step{(to.x - from.x) / length, (to.y - from.y) / length};
    return {at.x + step.x * distance - step.y * aside, at.y + step.y * distance + step.x * aside};
}

/// From where the curve leaves one person to where it reaches the other.
Curve visible_part(const Curve& curve, const DrawnPerson& from, const DrawnPerson& to) {
    int first = 0, last = steps;
    while (first < steps / 2 && !from.clear_of(on(curve, static_cast<double>(first) / steps))) ++first;
    while (last > steps / 2 && !to.clear_of(on(curve, static_cast<double>(last) / steps))) --last;
    return part_of(curve, static_cast<double>(first) / steps, static_cast<double>(last) / steps);
}

const char* kind_name(LinkKind kind) {
    switch (kind) {
    case LinkKind::conflict:
        return "conflict";
    case LinkKind::informal:
        return "informal influence";
    case LinkKind::reports_to:
        return "reporting line";
    case LinkKind::influence:
        break;
    }
    return "influence";
}

} // namespace

bool DrawnPerson::clear_of(Point point) const {
    const double room = edge() + (person->objections.empty() ? disc_room : number_room);
    const Box box = label();
    const bool on_label = point.x > box.x - label_room && point.x < box.right() + label_room &&
                          point.y > box.y - label_room && point.y < box.bottom() + label_room;
    return std::hypot(point.x - at.x, point.y - at.y) > room && !on_label;
}

void draw_link(Svg& svg, const CentreLink& link, const DrawnPerson& from, const DrawnPerson& to) {
    const double distance = std::hypot(to.at.x - from.at.x, to.at.y - from.at.y);
    const Point bend = ahead(from.at, from.at, to.at, distance / 2, -bend_share * distance);
    const Curve seen = visible_part({from.at, bend, to.at}, from, to);
    const double line_width = 1.2 + 3.6 * link.weight;
    const double tip = 6 + 1.3 * line_width;
    const bool conflict = link.kind == LinkKind::conflict, informal = link.kind == LinkKind::informal;
    svg.open_group(fmt::format("{} → {} ({})", from.person->name, to.person->name, kind_name(link.kind)));
    const Point shaft_end = conflict ? seen[2] : ahead(seen[2], seen[1], seen[2], 1 - tip, 0);
    svg.curve(seen[0], seen[1], shaft_end,
              conflict   ? "link conflict"
              : informal ? "link informal"
                         : "link",
              line_width);
    if (conflict) {
        svg.line(ahead(seen[2], seen[1], seen[2], 0, 7), ahead(seen[2], seen[1], seen[2], 0, -7), "stop");
    } else {
        const double half = 2.5 + 0.9 * line_width;
        svg.polygon(
            {seen[2], ahead(seen[2], seen[1], seen[2], -tip, half), ahead(seen[2], seen[1], seen[2], -tip, -half)},
            link.kind == LinkKind::reports_to ? "tip open" : "tip");
    }
    svg.close_group();
}

} // namespace assent
