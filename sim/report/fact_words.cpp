#include "report/fact_words.hpp"

#include "report/number_words.hpp"

#include <fmt/format.h>

#include <cmath>

namespace assent {
namespace {

MeasureUnit unit_of(Measure measure) { return traits_of(measure).unit; }

/// Decimals of an amount of money: whole from a hundred on.
int money_decimals(double amount) { return std::abs(amount) < 100 ? 2 : 0; }

/// `scale`: the amount whose decimals are used, so that a figure and its half-width have the same.
std::string bare(Measure measure, double value, double scale) {
    switch (unit_of(measure)) {
    case MeasureUnit::share:
        return decimal(100 * value, 1);
    case MeasureUnit::money:
    case MeasureUnit::money_per_hour:
        return decimal(value, money_decimals(scale));
    default:
        return decimal(value, 2);
    }
}

std::string bare(Measure measure, double value) { return bare(measure, value, value); }

std::string unit_words(Measure measure, const std::string& currency, bool difference) {
    switch (unit_of(measure)) {
    case MeasureUnit::share:
        return difference ? " points" : "\u202f%";
    case MeasureUnit::weeks:
        return " weeks";
    case MeasureUnit::hours:
        return " hours";
    case MeasureUnit::money:
        return " " + currency_sign(currency);
    case MeasureUnit::money_per_hour:
        return " " + currency_sign(currency) + " an hour";
    case MeasureUnit::count:
        break;
    }
    return "";
}

std::string with_sign(Measure measure, double value) { return (value > 0 ? "+" : "") + bare(measure, value); }

bool is_ratio(const Expectation& expectation) { return expectation.ratio_above || expectation.ratio_below; }

} // namespace

std::string figure(Measure measure, double value, const std::string& currency) {
    return bare(measure, value) + unit_words(measure, currency, false);
}

std::string figure(Measure measure, const Interval& interval, const std::string& currency) {
    if (!std::isfinite(interval.low)) return "none";
    return fmt::format("{} ± {}{}", bare(measure, interval.estimate),
                       bare(measure, interval.half_width(), interval.estimate), unit_words(measure, currency, false));
}

std::string comparison(const Expectation& expectation, const Interval& shown, const std::string& currency) {
    if (!std::isfinite(shown.low) || !std::isfinite(shown.high)) return "nothing to compare";
    const Measure measure = expectation.measure;
    if (is_ratio(expectation))
        return fmt::format("× {} ({} to {})", decimal(shown.estimate, 2), decimal(shown.low, 2),
                           decimal(shown.high, 2));
    if (expectation.over.empty()) return figure(measure, shown, currency);
    return fmt::format("{}{} ({} to {})", with_sign(measure, shown.estimate), unit_words(measure, currency, true),
                       with_sign(measure, shown.low), with_sign(measure, shown.high));
}

std::string demand(const Expectation& expectation, const std::string& currency) {
    const Measure measure = expectation.measure;
    const auto difference = [&](double value) {
        return value == 0 ? std::string("0") : bare(measure, value) + unit_words(measure, currency, true);
    };
    if (expectation.over.empty()) {
        std::string text;
        if (expectation.at_least) text = "above " + figure(measure, *expectation.at_least, currency);
        if (expectation.at_most)
            text += (text.empty() ? "below " : " and below ") + figure(measure, *expectation.at_most, currency);
        return text;
    }
    if (expectation.within) return "within ± " + difference(*expectation.within);
    if (expectation.ratio_above) return "more than × " + decimal(*expectation.ratio_above, 2);
    if (expectation.ratio_below) return "less than × " + decimal(*expectation.ratio_below, 2);
    return "more than " + difference(expectation.by.value_or(0));
}

std::string verdict_word(Verdict verdict) {
    return verdict == Verdict::holds ? "holds" : verdict == Verdict::fails ? "FAILS" : "NOT SHOWN";
}

std::string control_word(ControlVerdict verdict) {
    switch (verdict) {
    case ControlVerdict::vanishes:
        return "exactly 0";
    case ControlVerdict::gone:
        return "gone";
    case ControlVerdict::reversed:
        return "reversed";
    case ControlVerdict::remains:
        return "REMAINS";
    case ControlVerdict::none:
        break;
    }
    return "–";
}

std::string companies_words(const FactResult& fact) {
    if (fact.companies.empty()) return "–";
    return fmt::format("{} of {}", fact.companies_holding(), fact.companies_applying());
}

std::string fact_command(const FactResult& fact) {
    const std::string folder = fact.path.substr(0, fact.path.find_last_of('/'));
    return fmt::format("assent validate {} --fact {}", folder, fact.id);
}

} // namespace assent
