#include "report/calibration_report.hpp"

#include "calibration/logit.hpp"
#include "scenario/slot_text.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace assent {
namespace {

/// Below this a deviation is not worth writing.
constexpr double least_deviation = 0.005;

std::string normal(double mean, double deviation) {
    return deviation < least_deviation ? fmt::format("{:.3f}", mean)
                                       : fmt::format("{{ normal = [{:.3f}, {:.3f}] }}", mean, deviation);
}

double own_deviation(const Number& number, Number::Kind kind) { return number.kind == kind ? number.b : 0; }

/// A logit with the move added; what was uncertain before stays so.
std::string moved_logit(const Number& own, const MovedQuantity& move, double limit) {
    const double deviation = std::hypot(own_deviation(own, Number::Kind::normal), move.deviation);
    return normal(std::clamp(own.mean() + move.mean, -limit, limit), deviation);
}

/// A share whose logit is moved, as a beta distribution of the same mean and (to first order) deviation.
std::string moved_share(double own, const MovedQuantity& move) {
    const double mean = logistic(logit(std::clamp(own, 0.02, 0.98)) + move.mean);
    const double deviation = mean * (1 - mean) * move.deviation;
    if (deviation < least_deviation) return fmt::format("{:.3f}", mean);
    const double weight = std::max(0.1, mean * (1 - mean) / (deviation * deviation) - 1);
    return fmt::format("{{ beta = [{:.3f}, {:.3f}] }}", weight * mean, weight * (1 - mean));
}

std::string moved_budget(const Number& own, const MovedQuantity& move) {
    const bool lognormal = own.kind == Number::Kind::lognormal;
    const double median = (lognormal ? own.a : own.mean()) * std::exp(move.mean);
    const double deviation = std::hypot(lognormal ? own.b : 0, move.deviation);
    return deviation < least_deviation ? fmt::format("{:.0f}", median)
                                       : fmt::format("{{ lognormal = [{:.0f}, {:.3f}] }}", median, deviation);
}

const MovedQuantity* find(const Calibration& calibration, Axis axis) {
    const auto found = std::ranges::find(calibration.quantities, axis, &MovedQuantity::axis);
    return found == calibration.quantities.end() ? nullptr : &*found;
}

std::string company_part(const Calibration& calibration, const Company& company) {
    std::string keys;
    if (const MovedQuantity* move = find(calibration, Axis::comfort))
        keys += fmt::format("comfort = {}\n", moved_logit(company.comfort, *move, 6));
    if (const MovedQuantity* move = find(calibration, Axis::need))
        keys += fmt::format("need = {}\n", moved_share(company.need.mean(), *move));
    if (const MovedQuantity* move = find(calibration, Axis::budget))
        keys += fmt::format("budget = {}\n", moved_budget(company.budget, *move));
    return keys.empty() ? keys : "\n[company]\n" + keys;
}

double trust_of(const Stakeholder& person, const std::string& alternative) {
    const auto found = std::ranges::find(person.trust, alternative, &NamedNumbers::value_type::first);
    return found == person.trust.end() ? 0.5 : found->second.mean();
}

std::string member_part(const Calibration& calibration, const Stakeholder& person, const std::string& ours) {
    std::string keys;
    if (const MovedQuantity* move = find(calibration, Axis::leaning))
        keys += fmt::format("leaning = {}\n", moved_logit(person.leaning, *move, 6));
    if (const MovedQuantity* move = find(calibration, Axis::attention))
        keys += fmt::format("attention = {}\n", moved_share(person.attention.mean(), *move));
    if (const MovedQuantity* move = find(calibration, Axis::trust))
        keys += fmt::format("trust = {{ {} = {} }}\n", key_text(ours), moved_share(trust_of(person, ours), *move));
    if (keys.empty()) return keys;
    return fmt::format("\n[[stakeholder]]\nid = {}\n{}", in_quotes(person.id), keys);
}

/// Comments end with the line: nothing of a file name may start a new one.
std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; }, ' ');
    return text;
}

} // namespace

std::string calibration_part(const Calibration& calibration, const Model& base) {
    std::string text = fmt::format(
        "# Part of a scenario, made by assent {} from {} deals of {} (seed {}).\n# Company: {}. Deal: {}; won {:.0f} % "
        "({:.0f} to {:.0f} %, 90 %).\n"
        "# Put it after that scenario in an include list, so that its numbers count:\n"
        "#     format = 1\n#     include = [\"the-scenario.toml\", \"this-part.toml\"]\n"
        "# Numbers are posterior means with their deviations. Each person's is drawn by itself, though what is unsure\n"
        "# here is common to all of them: the spread of the win rate comes out too small.\n",
        ASSENT_VERSION, calibration.deals, one_line(calibration.table), calibration.seed,
        one_line(calibration.scenario_title), one_line(deal_in_words(calibration)),
        100 * calibration.deal_rate.estimate, 100 * calibration.deal_rate.low, 100 * calibration.deal_rate.high);
    text += company_part(calibration, base.company);
    for (int d = 0; d < base.centre.size(); ++d)
        text += member_part(calibration, base.centre.stakeholder(d), base.alternatives.front().id);
    return text;
}

} // namespace assent
