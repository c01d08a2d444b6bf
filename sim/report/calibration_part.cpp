#include "report/calibration_report.hpp"

#include "calibration/logit.hpp"
#include "scenario/reader.hpp"
#include "scenario/slot_text.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace assent {
namespace {

/// Below this a deviation is not worth writing.
constexpr double least_deviation = 0.005;

double rounded(double value) { return std::round(value * 1000) / 1000; }

Number uncertain(Number::Kind kind, double a, double b) {
    Number number(rounded(a));
    number.kind = kind;
    number.b = rounded(b);
    return number;
}

/// A logit with the move added; a normal spread of its own stays.
Number moved_logit(const Number& own, const MovedQuantity& move) {
    constexpr double limit = 6; // of the keys `leaning` and `comfort`
    const double mean = std::clamp(own.mean() + move.mean, -limit, limit);
    const double deviation = std::hypot(own.kind == Number::Kind::normal ? own.b : 0, move.deviation);
    return deviation < least_deviation ? Number(rounded(mean)) : uncertain(Number::Kind::normal, mean, deviation);
}

/// A share whose logit is moved, as a beta distribution of the same mean and (to first order) deviation.
Number moved_share(double own, const MovedQuantity& move) {
    const double mean = logistic(logit(std::clamp(own, 0.02, 0.98)) + move.mean);
    const double deviation = mean * (1 - mean) * move.deviation;
    if (deviation < least_deviation) return {rounded(mean)};
    const double weight = std::max(0.1, mean * (1 - mean) / (deviation * deviation) - 1);
    return uncertain(Number::Kind::beta, weight * mean, weight * (1 - mean));
}

Number moved_budget(const Number& own, const MovedQuantity& move) {
    const bool lognormal = own.kind == Number::Kind::lognormal;
    const double median = (lognormal ? own.a : own.mean()) * std::exp(move.mean);
    const double deviation = std::hypot(lognormal ? own.b : 0, move.deviation);
    return deviation < least_deviation ? Number(rounded(median))
                                       : uncertain(Number::Kind::lognormal, median, deviation);
}

const MovedQuantity* find(const Calibration& calibration, Axis axis) {
    const auto found = std::ranges::find(calibration.quantities, axis, &MovedQuantity::axis);
    return found == calibration.quantities.end() ? nullptr : &*found;
}

std::string key_line(const char* key, Number& number) { return fmt::format("{} = {}\n", key, slot_text(&number)); }

/// Sets the numbers of the company, and gives their lines.
std::string set_company(const Calibration& calibration, Company& company) {
    std::string keys;
    if (const MovedQuantity* move = find(calibration, Axis::comfort))
        keys += key_line("comfort", company.comfort = moved_logit(company.comfort, *move));
    if (const MovedQuantity* move = find(calibration, Axis::need))
        keys += key_line("need", company.need = moved_share(company.need.mean(), *move));
    if (const MovedQuantity* move = find(calibration, Axis::budget))
        keys += key_line("budget", company.budget = moved_budget(company.budget, *move));
    return keys.empty() ? keys : "\n[company]\n" + keys;
}

std::string set_member(const Calibration& calibration, Stakeholder& person, const std::string& ours) {
    std::string keys;
    if (const MovedQuantity* move = find(calibration, Axis::leaning))
        keys += key_line("leaning", person.leaning = moved_logit(person.leaning, *move));
    if (const MovedQuantity* move = find(calibration, Axis::attention))
        keys += key_line("attention", person.attention = moved_share(person.attention.mean(), *move));
    if (const MovedQuantity* move = find(calibration, Axis::trust)) {
        Number& trust = trust_in(person.trust, ours);
        trust = moved_share(trust.mean(), *move);
        keys += fmt::format("trust = {{ {} = {} }}\n", key_text(ours), slot_text(&trust));
    }
    return keys.empty() ? keys : fmt::format("\n[[stakeholder]]\nid = {}\n{}", in_quotes(person.id), keys);
}

std::string set_numbers(const Calibration& calibration, Model& model) {
    std::string text = set_company(calibration, model.company);
    for (int d = 0; d < model.centre.size(); ++d)
        text += set_member(calibration, model.centre.stakeholder(d), model.alternatives.front().id);
    return text;
}

/// Comments end with the line: nothing of a file name may start a new one.
std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; }, ' ');
    return text;
}

std::string origin(const Calibration& calibration) {
    return fmt::format(
        "# Made by assent {} from {} deals of {} (seed {}).\n"
        "# Company: {}. Deal: {}; won {:.0f} % ({:.0f} to {:.0f} %, 90 %).\n"
        "# Numbers are posterior means with their deviations. Each person's is drawn by itself, though what is unsure\n"
        "# here is common to all of them: the spread of the win rate comes out too small.\n",
        ASSENT_VERSION, calibration.deals, one_line(calibration.table), calibration.seed,
        one_line(calibration.scenario_title), one_line(deal_in_words(calibration)),
        100 * calibration.deal_rate.estimate, 100 * calibration.deal_rate.low, 100 * calibration.deal_rate.high);
}

} // namespace

std::string calibration_part(const Calibration& calibration, Model base) {
    return origin(calibration) +
           "# Put it after that scenario in an include list, so that its numbers count:\n"
           "#     format = 1\n#     include = [\"the-scenario.toml\", \"this-part.toml\"]\n" +
           set_numbers(calibration, base);
}

std::string calibrated_scenario(const Calibration& calibration, Model base) {
    set_numbers(calibration, base);
    return origin(calibration) + "\n" + dump_scenario(base);
}

} // namespace assent
