#include "model/company_dice.hpp"

#include "engine/philox.hpp"
#include "model/compile.hpp"

#include <algorithm>
#include <cmath>

namespace assent {

double CompanyDice::share(std::string_view what) const {
    constexpr double two_to_32 = 4294967296.0;
    const auto block = philox<std::uint32_t>({{identity(what), 0, 0, 0}}, static_cast<std::uint32_t>(seed_),
                                             static_cast<std::uint32_t>(seed_ >> 32));
    return block.word[0] / two_to_32;
}

int CompanyDice::whole(std::string_view what, int least, int greatest) const {
    return least + static_cast<int>(share(what) * (greatest - least + 1));
}

double CompanyDice::number(std::string_view what, double least, double greatest) const {
    return to_hundredths(least + share(what) * (greatest - least));
}

double to_hundredths(double number) { return std::round(number * 100) / 100; }

double to_three_digits(double number) {
    double unit = 1;
    while (std::abs(number) / unit >= 1000) unit *= 10;
    return std::round(number / unit) * unit;
}

} // namespace assent
