#include "model/distribution_table.hpp"

#include "model/compile.hpp"
#include "model/user_error.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <map>

namespace assent {
namespace {

/// Cells of the quantile table of a beta distribution: linear within 1/256 of probability.
constexpr int beta_cells = 256;
/// Less probability than this inside the bounds counts as none.
constexpr double least_mass = 1e-6;

[[noreturn]] void refuse(const std::string& path, Bounds bounds) {
    throw UserError(path + ": the distribution has no mass in [" + std::to_string(bounds.low) + ", " +
                    std::to_string(bounds.high) + "], the range of this key; move it there");
}

float narrowed(double value) { return static_cast<float>(value); }

void set_probabilities(DrawSpec& spec, double low, double high, const std::string& path, Bounds bounds) {
    if (!(high - low > least_mass)) refuse(path, bounds);
    spec.p_low = narrowed(low);
    spec.p_high = narrowed(high);
}

double triangular_probability(const Number& number, double x) {
    if (x <= number.a) return 0;
    if (x >= number.c) return 1;
    const double span = number.c - number.a;
    if (x < number.b) return (x - number.a) * (x - number.a) / (span * (number.b - number.a));
    return 1 - (number.c - x) * (number.c - x) / (span * (number.c - number.b));
}

/// Quantiles of a beta distribution at equal steps of probability from `low` to `high`. They take a millisecond, and a
/// sweep compiles the same priors for point after point: each thread keeps the last ones it has worked out.
const std::vector<float>& beta_quantiles(double a, double b, double low, double high) {
    constexpr std::size_t kept_at_most = 256; // more than there are priors of roles
    thread_local std::map<std::array<double, 4>, std::vector<float>> kept;
    const std::array<double, 4> key{a, b, low, high};
    if (const auto known = kept.find(key); known != kept.end()) return known->second;
    if (kept.size() >= kept_at_most) kept.clear();
    const boost::math::beta_distribution<> beta(a, b);
    std::vector<float> found;
    for (int cell = 0; cell <= beta_cells; ++cell)
        found.push_back(narrowed(quantile(beta, low + (high - low) * cell / beta_cells)));
    return kept[key] = std::move(found);
}

void fill_beta(DrawSpec& spec, const Number& number, Bounds bounds, const std::string& path,
               std::vector<float>& tables) {
    const boost::math::beta_distribution<> beta(number.a, number.b);
    const double low = cdf(beta, std::clamp(bounds.low, 0.0, 1.0)), high = cdf(beta, std::clamp(bounds.high, 0.0, 1.0));
    if (!(high - low > least_mass)) refuse(path, bounds);
    spec.kind = DrawSpec::Kind::table;
    spec.table = static_cast<std::int32_t>(tables.size());
    spec.cells = beta_cells;
    const std::vector<float>& quantiles = beta_quantiles(number.a, number.b, low, high);
    tables.insert(tables.end(), quantiles.begin(), quantiles.end());
}

void fill_discrete(DrawSpec& spec, const Number& number, Bounds bounds, const std::string& path,
                   std::vector<float>& tables) {
    std::vector<std::pair<double, double>> inside;
    double mass = 0;
    for (const auto& [value, probability] : number.outcomes)
        if (value >= bounds.low && value <= bounds.high && probability > 0) {
            inside.emplace_back(value, probability);
            mass += probability;
        }
    if (!(mass > least_mass)) refuse(path, bounds);
    spec.kind = DrawSpec::Kind::discrete;
    spec.table = static_cast<std::int32_t>(tables.size());
    spec.cells = static_cast<std::int32_t>(inside.size());
    double sum = 0;
    for (const auto& [value, probability] : inside) tables.push_back(narrowed((sum += probability) / mass));
    for (const auto& [value, probability] : inside) tables.push_back(narrowed(value));
}

} // namespace

DrawSpec draw_spec(const Number& number, Bounds bounds, const std::string& path, std::vector<float>& tables) {
    DrawSpec spec;
    spec.who = identity(path);
    spec.factor = narrowed(number.factor);
    spec.low = narrowed(bounds.low);
    spec.high = narrowed(bounds.high);
    spec.a = narrowed(number.a);
    spec.b = narrowed(number.b);
    spec.c = narrowed(number.c);
    const boost::math::normal_distribution<> standard;
    switch (number.kind) {
    case Number::Kind::uniform:
        spec.kind = DrawSpec::Kind::uniform;
        spec.a = narrowed(std::max(number.a, bounds.low));
        spec.b = narrowed(std::min(number.b, bounds.high));
        if (spec.a > spec.b) refuse(path, bounds);
        break;
    case Number::Kind::triangular:
        spec.kind = DrawSpec::Kind::triangular;
        if (number.a == number.c) break;
        set_probabilities(spec, triangular_probability(number, bounds.low), triangular_probability(number, bounds.high),
                          path, bounds);
        break;
    case Number::Kind::normal:
        spec.kind = DrawSpec::Kind::normal;
        set_probabilities(spec, cdf(standard, (bounds.low - number.a) / number.b),
                          cdf(standard, (bounds.high - number.a) / number.b), path, bounds);
        break;
    case Number::Kind::lognormal:
        spec.kind = DrawSpec::Kind::lognormal;
        set_probabilities(spec, bounds.low > 0 ? cdf(standard, std::log(bounds.low / number.a) / number.b) : 0.0,
                          bounds.high > 0 ? cdf(standard, std::log(bounds.high / number.a) / number.b) : 0.0, path,
                          bounds);
        break;
    case Number::Kind::beta:
        fill_beta(spec, number, bounds, path, tables);
        break;
    default:
        fill_discrete(spec, number, bounds, path, tables);
        break;
    }
    return spec;
}

Number scaled(Number number, double factor) {
    if (number.is_constant())
        number.a *= factor;
    else
        number.factor *= factor;
    return number;
}

Number shifted(Number number, double offset) {
    if (offset == 0) return number;
    switch (number.kind) {
    case Number::Kind::lognormal:
    case Number::Kind::beta:
        return Number(number.mean() + offset);
    case Number::Kind::constant:
    case Number::Kind::normal:
        number.a += offset;
        break;
    default:
        number.a += offset;
        number.b += offset;
        number.c += offset;
        for (auto& [value, probability] : number.outcomes) value += offset;
    }
    return number;
}

} // namespace assent
