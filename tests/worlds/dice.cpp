#include "worlds/dice.hpp"

#include <cmath>

namespace assent::worlds {

Number Dice::number(double low, double high) { return chance(0.7) ? Number(real(low, high)) : spread(low, high); }

Number Dice::trait(double low, double high) {
    if (chance(0.3)) return Number::unset();
    if (!chance(0.03)) return number(low, high);
    Number unknown;
    unknown.kind = Number::Kind::unknown;
    return unknown;
}

Number Dice::spread(double low, double high) {
    const double middle = real(low, high), width = high - low;
    Number made;
    const auto set = [&made](Number::Kind kind, double a, double b, double c = 0) {
        made.kind = kind;
        made.a = a;
        made.b = b;
        made.c = c;
    };
    switch (whole(0, 5)) {
    case 0:
        set(Number::Kind::triangular, low, middle, high);
        break;
    case 1:
        set(Number::Kind::normal, middle, width / 3);
        break;
    case 2: // a median of zero or less is none of a lognormal
        if (low <= 0) return set(Number::Kind::uniform, low, middle), made;
        set(Number::Kind::lognormal, middle, 0.3);
        break;
    case 3: // tables of beta quantiles are dear to make: only where they are meant, and not always
        if (low < 0 || high > 1 || chance(0.85)) return set(Number::Kind::uniform, middle, high), made;
        made.b = real(0.5, 6); // one after the other: compilers differ in the order of arguments
        set(Number::Kind::beta, real(0.5, 6), made.b);
        break;
    case 4:
        made.kind = Number::Kind::discrete;
        made.outcomes = {{low, 0.25}, {middle, 0.5}, {high, 0.25}};
        break;
    default:
        set(Number::Kind::uniform, low, high);
    }
    return made;
}

} // namespace assent::worlds
