#include "report/number_words.hpp"

#include "report/translation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

constexpr const char* narrow_space = "\u202f"; // does not break a line
constexpr const char* minus = "\u2212";

std::string group_digits(const std::string& digits) {
    std::string grouped;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) grouped += narrow_space;
        grouped += digits[i];
    }
    return grouped;
}

} // namespace

std::string decimal(double number, int decimals) {
    if (!std::isfinite(number)) return "–";
    const std::string digits = fmt::format("{:.{}f}", std::fabs(number), decimals);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const bool zero = digits.find_first_not_of("0.") == std::string::npos; // "-0.0" is no number for people
    const std::string whole = group_digits(digits.substr(0, point));
    return (number < 0 && !zero ? minus : "") + whole + digits.substr(point);
}

std::string percent(double share, int decimals) { return decimal(100 * share, decimals) + narrow_space + "%"; }

std::string points(double difference, int decimals) {
    const std::string text = decimal(100 * difference, decimals);
    const bool zero = text.find_first_not_of("0.") == std::string::npos;
    return difference > 0 && !zero ? "+" + text : text;
}

std::string grouped(std::int64_t number) { return decimal(static_cast<double>(number), 0); }

std::string currency_sign(const std::string& code) {
    if (code == "MNT") return "₮";
    return code == "EUR" ? "€" : code;
}

std::string money(double amount, const std::string& currency) {
    const double size = std::fabs(amount);
    const std::string unit = narrow_space + currency_sign(currency);
    if (size < 1e7) return decimal(amount, 0) + unit;
    const bool billions = size >= 1e10;
    const double shown = amount / (billions ? 1e9 : 1e6);
    const double shown_size = std::fabs(shown);
    return decimal(shown, shown_size < 100    ? 2
                          : shown_size < 1000 ? 1
                                              : 0) +
           narrow_space + (billions ? told("bn") : told("M")) + unit;
}

} // namespace assent
