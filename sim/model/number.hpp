#pragma once
// A number of the scenario: known, uncertain, or left to the priors.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace assent {

/// A constant or a distribution; a distribution is drawn once per replicate, truncated to the range of its key.
struct Number {
    enum class Kind : std::uint8_t {
        constant,   ///< a
        uniform,    ///< a = least, b = greatest
        triangular, ///< a = least, b = most likely, c = greatest
        normal,     ///< a = mean, b = standard deviation
        lognormal,  ///< a = median, b = standard deviation of the logarithm
        beta,       ///< a, b = the two shapes; on [0, 1]
        discrete,   ///< outcomes = (value, probability), probabilities sum to 1
        unset,      ///< not in the file: the typical value of the member's role (the mean of its prior)
        unknown,    ///< written `"unknown"`: the wide prior of the member's role
    };
    Kind kind = Kind::constant;
    double a = 0, b = 0, c = 0;
    std::vector<std::pair<double, double>> outcomes;
    double factor = 1; ///< of what is drawn, after truncation; no file sets it: derived numbers and counterfactuals do

    Number() = default;
    Number(double value) : a(value) {} // NOLINT(google-explicit-constructor): a constant is a number
    static Number unset() {
        Number number;
        number.kind = Kind::unset;
        return number;
    }

    static Number unknown() { return shaped(Kind::unknown, 0, 0, 0); }
    static Number uniform(double least, double greatest) { return shaped(Kind::uniform, least, greatest, 0); }
    static Number triangular(double least, double likely, double greatest) {
        return shaped(Kind::triangular, least, likely, greatest);
    }

    [[nodiscard]] bool is_constant() const { return kind == Kind::constant; }
    /// Expected value, before truncation to a key's range, times the factor; 0 for `unset` and `unknown`, which have none of their own.
    [[nodiscard]] double mean() const;
    friend bool operator==(const Number&, const Number&) = default;

  private:
    static Number shaped(Kind kind, double a, double b, double c) {
        Number number(a);
        number.kind = kind;
        number.b = b;
        number.c = c;
        return number;
    }
};

/// Numbers by name, in the order of the file.
using NamedNumbers = std::vector<std::pair<std::string, Number>>;

} // namespace assent
