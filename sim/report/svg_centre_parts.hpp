#pragma once
// What drawing people and drawing links of a centre have in common.
#include "report/svg_centre.hpp"

#include <string>

namespace assent {

inline constexpr double ring_width = 6.5;

/// A person with place and size in the picture.
struct DrawnPerson {
    const CentrePerson* person = nullptr;
    double core = 0; ///< radius of the inner disc
    CentreBlock block;
    std::string name, title; ///< as they fit
    Point at;

    [[nodiscard]] double ring() const { return core + 3 + ring_width / 2; }
    [[nodiscard]] double edge() const { return ring() + ring_width / 2 + 1; }
    [[nodiscard]] Box label() const {
        return {at.x - block.label_width / 2, at.y + block.radius, block.label_width, block.label_height};
    }
    /// Is a point so far from disc, numbers and label that an arrow may end there.
    [[nodiscard]] bool clear_of(Point point) const;
};

void draw_link(Svg& svg, const CentreLink& link, const DrawnPerson& from, const DrawnPerson& to);

} // namespace assent
