#include "model/number.hpp"

#include <cmath>

namespace assent {

namespace {

double mean_of_shape(const Number& number) {
    using Kind = Number::Kind;
    const double a = number.a, b = number.b;
    switch (number.kind) {
    case Kind::constant:
    case Kind::normal:
        return a;
    case Kind::uniform:
        return (a + b) / 2;
    case Kind::triangular:
        return (a + b + number.c) / 3;
    case Kind::lognormal:
        return a * std::exp(b * b / 2);
    case Kind::beta:
        return a / (a + b);
    case Kind::discrete: {
        double sum = 0;
        for (const auto& [value, probability] : number.outcomes) sum += value * probability;
        return sum;
    }
    case Kind::unset:
    case Kind::unknown:
        return 0;
    }
    return 0;
}

} // namespace

double Number::mean() const { return mean_of_shape(*this) * factor; }

} // namespace assent
