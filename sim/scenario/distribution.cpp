#include "scenario/distribution.hpp"

#include "scenario/key_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace assent {
namespace {

constexpr double exact_sum = 1e-6;  ///< probabilities so near to a sum of 1 count as summing to 1
constexpr double mended_sum = 1e-3; ///< so near they are normalised with a warning
constexpr double least_mass = 1e-6; ///< of a distribution with tails, inside the range

const DistributionForm* form_named(std::string_view name) {
    const auto& forms = distribution_forms();
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.name == name; });
    return found == forms.end() ? nullptr : &*found;
}

/// Share of a standard normal variable between two values.
double normal_mass(double from, double to) {
    // The complementary error function keeps its digits in both tails when the smaller tail is asked for.
    if (from > 0) {
        return normal_mass(-to, -from);
    }
    return 0.5 * (std::erfc(-to / std::sqrt(2.0)) - std::erfc(-from / std::sqrt(2.0)));
}

/// Does [least, greatest] share more than a point with the range, or is it itself a point inside?
bool overlaps(double least, double greatest, const Range& range) {
    return least == greatest ? range.holds(least) : std::max(least, range.least) < std::min(greatest, range.greatest);
}

std::string no_mass(const Range& range) { return fmt::format("no value of it lies in {}", range.text()); }

std::string impossible_tails(const Number& number, const Range& range) {
    if (number.kind == Number::Kind::lognormal && number.a <= 0) {
        return "a median must be above 0";
    }
    if (number.b <= 0) {
        return number.kind == Number::Kind::normal ? "a standard deviation must be above 0" : "sigma must be above 0";
    }
    const bool logarithmic = number.kind == Number::Kind::lognormal;
    const auto standardised = [&](double limit) {
        const double value = logarithmic ? std::log(std::max(limit, 0.0)) - std::log(number.a) : limit - number.a;
        return value / number.b;
    };
    const double mass = normal_mass(standardised(range.least), standardised(range.greatest));
    return mass >= least_mass ? "" : no_mass(range);
}

std::string impossible_discrete(const Number& number, const Range& range) {
    double sum = 0, mass = 0;
    for (const auto& [value, probability] : number.outcomes) {
        if (probability < 0) {
            return "a probability is negative";
        }
        sum += probability;
        mass += range.holds(value) ? probability : 0;
    }
    if (!(std::abs(sum - 1) < mended_sum)) {
        return fmt::format("probabilities sum to {:.6g}, not to 1", sum);
    }
    return mass > 0 ? "" : no_mass(range);
}

/// Reads the parameters; false after an error.
class DistributionReader {
  public:
    DistributionReader(const Value& table, const std::string& key, Findings& findings)
        : table_(table), key_(key), findings_(findings) {}

    std::optional<Number> read() {
        if (table_.children.size() != 1) {
            return refuse(table_, "a distribution is a table with one key", "write one of " + forms());
        }
        const Value& parameters = table_.children.front();
        const DistributionForm* form = form_named(parameters.key);
        if (form == nullptr) {
            return refuse_name(parameters);
        }
        if (parameters.kind != Value::Kind::array) {
            return refuse(table_, fmt::format("{} takes a list", form->name), example(*form));
        }
        Number number;
        number.kind = form->kind;
        return form->parameters.empty() ? read_discrete(parameters, *form, number)
                                        : read_parameters(parameters, *form, number);
    }

  private:
    std::optional<Number> refuse(const Value& place, std::string why, std::string remedy) {
        findings_.error(place, key_, std::move(why), std::move(remedy));
        return std::nullopt;
    }

    std::optional<Number> refuse_name(const Value& parameters) {
        std::vector<std::string_view> names;
        for (const DistributionForm& form : distribution_forms()) {
            names.push_back(form.name);
        }
        const std::string near = findings_.suggest(parameters.key, names);
        return refuse(table_, fmt::format("no distribution is called \"{}\"", parameters.key),
                      near.empty() ? "write one of " + forms() : near);
    }

    static std::string forms() {
        std::string text;
        for (const DistributionForm& form : distribution_forms()) {
            text += fmt::format("{}{}", text.empty() ? "" : ", ", form.name);
        }
        return text;
    }

    static std::string example(const DistributionForm& form) {
        if (form.parameters.empty()) {
            return fmt::format("write {{ {} = [[value, probability], …] }}", form.name);
        }
        return fmt::format("write {{ {} = [{}] }}", form.name, fmt::join(form.parameters, ", "));
    }

    std::optional<Number> read_parameters(const Value& list, const DistributionForm& form, Number number) {
        if (list.children.size() != form.parameters.size()) {
            return refuse(table_,
                          fmt::format("{} takes {} numbers, here are {}", form.name, form.parameters.size(),
                                      list.children.size()),
                          example(form));
        }
        double* const places[] = {&number.a, &number.b, &number.c};
        for (std::size_t i = 0; i < list.children.size(); ++i) {
            if (!is_finite(list.children[i])) {
                return refuse(table_, fmt::format("the {} is no finite number", form.parameters[i]), example(form));
            }
            *places[i] = list.children[i].number();
        }
        return number;
    }

    std::optional<Number> read_discrete(const Value& list, const DistributionForm& form, Number number) {
        if (list.children.empty() || list.children.size() > discrete_outcomes_limit) {
            return refuse(table_,
                          fmt::format("discrete takes 1 to {} outcomes, here are {}", discrete_outcomes_limit,
                                      list.children.size()),
                          example(form));
        }
        for (const Value& pair : list.children) {
            const bool whole = pair.kind == Value::Kind::array && pair.children.size() == 2 &&
                               is_finite(pair.children[0]) && is_finite(pair.children[1]);
            if (!whole) {
                return refuse(table_, "an outcome is a pair of finite numbers", example(form));
            }
            number.outcomes.emplace_back(pair.children[0].number(), pair.children[1].number());
        }
        return number;
    }

    static bool is_finite(const Value& value) { return value.is_number() && std::isfinite(value.number()); }

    const Value& table_;
    const std::string& key_;
    Findings& findings_;
};

/// Brings probabilities that sum to nearly 1 to exactly 1.
void normalise(Number& number, const Value& value, const std::string& key, Findings& findings) {
    double sum = 0;
    for (const auto& outcome : number.outcomes) {
        sum += outcome.second;
    }
    if (std::abs(sum - 1) <= exact_sum) {
        return;
    }
    findings.warning(value, key, fmt::format("probabilities sum to {:.6g} and were normalised", sum));
    for (auto& outcome : number.outcomes) {
        outcome.second /= sum;
    }
}

/// Is a part of a bounded distribution outside the range?
bool is_cut(const Number& number, const Range& range) {
    switch (number.kind) {
    case Number::Kind::uniform:
        return !range.holds(number.a) || !range.holds(number.b);
    case Number::Kind::triangular:
        return !range.holds(number.a) || !range.holds(number.c);
    case Number::Kind::discrete:
        return !std::all_of(number.outcomes.begin(), number.outcomes.end(),
                            [&](const auto& outcome) { return range.holds(outcome.first); });
    default:
        return false;
    }
}

} // namespace

std::string Range::text() const {
    std::string text = fmt::format("{}{:g}, {:g}]", above_least ? "(" : "[", least, greatest);
    const std::size_t exponent = text.find("e+");
    return exponent == std::string::npos ? text : text.erase(exponent + 1, 1);
}

std::string Range::requirement() const {
    return fmt::format("{}must be in {}", what.empty() ? "" : what + " ", text());
}

bool looks_like_distribution(const Value& value) {
    return value.kind == Value::Kind::table && !value.children.empty() &&
           std::all_of(value.children.begin(), value.children.end(),
                       [](const Value& child) { return form_named(child.key) != nullptr; });
}

std::string impossible(const Number& number, const Range& range) {
    switch (number.kind) {
    case Number::Kind::uniform:
        if (number.a > number.b) {
            return "the least value is above the greatest";
        }
        return overlaps(number.a, number.b, range) ? "" : no_mass(range);
    case Number::Kind::triangular:
        if (number.a > number.b || number.b > number.c) {
            return "least, most likely and greatest value are not in this order";
        }
        return overlaps(number.a, number.c, range) ? "" : no_mass(range);
    case Number::Kind::normal:
    case Number::Kind::lognormal:
        return impossible_tails(number, range);
    case Number::Kind::beta:
        if (number.a <= 0 || number.b <= 0) {
            return "both shapes must be above 0";
        }
        return overlaps(0, 1, range) ? "" : no_mass(range);
    case Number::Kind::discrete:
        return impossible_discrete(number, range);
    default:
        return {};
    }
}

std::optional<Number> read_number(const Value& value, const Range& range, const std::string& key,
                                  const std::string& remedy, Findings& findings) {
    if (value.is_number()) {
        const double number = value.number();
        if (!std::isfinite(number)) {
            findings.error(value, key, "not a finite number", fmt::format("give a number in {}", range.text()));
            return std::nullopt;
        }
        if (!range.holds(number)) {
            findings.error(value, key, range.requirement(), remedy);
            return std::nullopt;
        }
        return Number(number);
    }
    if (value.kind != Value::Kind::table) {
        findings.error(value, key, fmt::format("{}, where a number is wanted", value.kind_in_words()),
                       "write a number or a distribution such as { uniform = [least, greatest] }");
        return std::nullopt;
    }
    std::optional<Number> number = DistributionReader(value, key, findings).read();
    if (!number) {
        return std::nullopt;
    }
    if (std::string why = impossible(*number, range); !why.empty()) {
        findings.error(value, key, std::move(why));
        return std::nullopt;
    }
    if (number->kind == Number::Kind::discrete) {
        normalise(*number, value, key, findings);
    }
    if (is_cut(*number, range)) {
        findings.warning(value, key, fmt::format("reaches beyond {} and is cut there", range.text()));
    }
    return number;
}

std::string written_number(const Number& number) {
    // Adding 0 turns -0 into 0: TOML reads "-0" as the integer 0.
    switch (number.kind) {
    case Number::Kind::constant:
        return fmt::format("{}", number.a + 0.0);
    case Number::Kind::unset:
        return {};
    case Number::Kind::unknown:
        return "\"unknown\"";
    default:
        break;
    }
    std::string parameters;
    const auto append = [&](const std::string& text) { parameters += (parameters.empty() ? "" : ", ") + text; };
    for (const auto& [value, probability] : number.outcomes) {
        append(fmt::format("[{}, {}]", value + 0.0, probability + 0.0));
    }
    const auto& forms = distribution_forms();
    const auto form =
        std::find_if(forms.begin(), forms.end(), [&](const auto& each) { return each.kind == number.kind; });
    const double values[] = {number.a, number.b, number.c};
    for (std::size_t i = 0; i < form->parameters.size(); ++i) {
        append(fmt::format("{}", values[i] + 0.0));
    }
    return fmt::format("{{ {} = [{}] }}", form->name, parameters);
}

} // namespace assent
