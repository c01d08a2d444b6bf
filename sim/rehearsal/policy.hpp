#pragma once
// The strategy that plays on when the value of a position is asked for.
#include "rehearsal/line.hpp"

namespace assent {

/// What the conduct of a seller permits.
struct Ethics {
    bool kickbacks = false, embellishment = false;
};

/// Which of the first `count` strategies of the line's plan wins most deals from the beginning, with the conduct of the
/// line and the same luck for all; of equals the first. Strategies that do what is not permitted are left out; when that
/// leaves none, the last one.
std::int32_t choose_policy(Line line, std::int32_t count, Ethics ethics);

} // namespace assent
