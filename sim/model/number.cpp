#include "model/number.hpp"

#include <cmath>

namespace assent {

double Number::mean() const {
    switch (kind) {
    case Kind::constant:
    case Kind::normal:
        return a;
    case Kind::uniform:
        return (a + b) / 2;
    case Kind::triangular:
        return (a + b + c) / 3;
    case Kind::lognormal:
        return a * std::exp(b * b / 2);
    case Kind::beta:
        return a / (a + b);
    case Kind::discrete: {
        double sum = 0;
        for (const auto& [value, probability] : outcomes) sum += value * probability;
        return sum;
    }
    case Kind::unset:
    case Kind::unknown:
        return 0;
    }
    return 0;
}

} // namespace assent
