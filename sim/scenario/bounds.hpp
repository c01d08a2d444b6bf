#pragma once
// How small and how great a number of the scenario can come out.
#include "model/number.hpp"

#include <algorithm>
#include <limits>

namespace assent {

/// Least value that can be drawn; minus infinity for what has no bound of its own.
inline double least_of(const Number& number) {
    switch (number.kind) {
    case Number::Kind::constant:
    case Number::Kind::uniform:
    case Number::Kind::triangular:
        return number.a;
    case Number::Kind::lognormal:
    case Number::Kind::beta:
        return 0;
    case Number::Kind::discrete: {
        double least = std::numeric_limits<double>::infinity();
        for (const auto& [value, probability] : number.outcomes) {
            least = probability > 0 ? std::min(least, value) : least;
        }
        return least;
    }
    default:
        return -std::numeric_limits<double>::infinity();
    }
}

/// Greatest value that can be drawn; infinity for what has no bound of its own.
inline double greatest_of(const Number& number) {
    switch (number.kind) {
    case Number::Kind::constant:
        return number.a;
    case Number::Kind::uniform:
        return number.b;
    case Number::Kind::triangular:
        return number.c;
    case Number::Kind::beta:
        return 1;
    case Number::Kind::discrete: {
        double greatest = -std::numeric_limits<double>::infinity();
        for (const auto& [value, probability] : number.outcomes) {
            greatest = probability > 0 ? std::max(greatest, value) : greatest;
        }
        return greatest;
    }
    default:
        return std::numeric_limits<double>::infinity();
    }
}

} // namespace assent
