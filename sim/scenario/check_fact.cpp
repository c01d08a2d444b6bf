#include "scenario/checks.hpp"

#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace assent {
namespace {

bool any_condition(const Expectation& expectation) {
    return expectation.by || expectation.within || expectation.ratio_above || expectation.ratio_below;
}

void check_arms(const Examination& exam, const Value& table, IdTable& arms) {
    const Model& model = exam.draft.model;
    IdTable strategies{"strategy", "strategies"};
    for (const Strategy& strategy : model.strategies) {
        strategies.add(strategy.id);
    }
    for (std::size_t i = 0; i < model.fact.arms.size(); ++i) {
        const FactArm& arm = model.fact.arms[i];
        const Value& place = element_of(table, "arm", i);
        const std::string key = fmt::format("fact.arm[{}]", i + 1);
        if (arms.holds(arm.id)) {
            exam.findings.error(value_or_table(place, "id"), key + ".id", "there is an arm of this id already",
                                "give each an id of its own");
        }
        arms.add(arm.id);
        if (!arm.strategy.empty()) {
            exam.reference(strategies, arm.strategy, value_or_table(place, "strategy"), key + ".strategy");
        } else if (model.strategies.size() != 1) {
            exam.findings.error_at(place, key,
                                   fmt::format("names no strategy, and there are {}", model.strategies.size()),
                                   "add strategy = \"…\"");
        }
    }
}

void check_comparison(const Examination& exam, const Expectation& expectation, const Value& place,
                      const std::string& key) {
    const bool band = expectation.at_least || expectation.at_most;
    const int conditions = (expectation.by ? 1 : 0) + (expectation.within ? 1 : 0) +
                           (expectation.ratio_above ? 1 : 0) + (expectation.ratio_below ? 1 : 0) + (band ? 1 : 0);
    if (conditions > 1) {
        exam.findings.error_at(place, key, "asks for several things at once", "write an [[fact.expect]] for each");
    } else if (expectation.over.empty() && any_condition(expectation)) {
        exam.findings.error_at(place, key, "compares with nothing", "add over = \"…\", the other arm");
    } else if (expectation.over.empty() && !band) {
        exam.findings.error_at(place, key, "asks for nothing", "add over = \"…\", or at_least and at_most");
    } else if (!expectation.over.empty() && band) {
        exam.findings.error_at(place, key, "is a band and a comparison", "take out over, or at_least and at_most");
    }
    const bool needs_whom = expectation.measure == Measure::support || expectation.measure == Measure::chosen;
    if (needs_whom && expectation.whom.empty()) {
        exam.findings.error_at(place, key, fmt::format("does not say whose {}", word(expectation.measure)),
                               "add whom = \"…\"");
    }
}

/// What an arm sets a path to; empty: it does not.
std::string value_in(const Fact& fact, const std::string& arm, const std::string& path) {
    const auto found = std::ranges::find(fact.arms, arm, &FactArm::id);
    if (found == fact.arms.end()) {
        return {};
    }
    const auto setting = std::ranges::find(found->changes.set, path, &Setting::path);
    return setting == found->changes.set.end() ? std::string() : setting->value;
}

/// A control that sets what the two arms differ in would make them equal and prove nothing.
void check_control(const Examination& exam, const Expectation& expectation, const Value& place,
                   const std::string& key) {
    const Fact& fact = exam.draft.model.fact;
    const ScenarioChanges& control = expectation.control.empty() ? fact.control : expectation.control;
    for (const Setting& setting : control.set) {
        if (value_in(fact, expectation.of, setting.path) != value_in(fact, expectation.over, setting.path)) {
            exam.findings.error_at(place, key, fmt::format("sets {}, which is what the arms differ in", setting.path),
                                   "switch off what makes the difference matter");
            return;
        }
    }
}

} // namespace

void check_fact(const Examination& exam) {
    const Fact& fact = exam.draft.model.fact;
    const Value* table = exam.tree.find("fact");
    if (table == nullptr) {
        return;
    }
    if (fact.id.empty()) {
        exam.findings.error_at(*table, "fact", "has no id", "add id = \"…\"");
    }
    if (fact.arms.empty() || fact.expectations.empty()) {
        exam.findings.error_at(*table, "fact", fact.arms.empty() ? "has no arms" : "expects nothing",
                               fact.arms.empty() ? "write [[fact.arm]]" : "write [[fact.expect]]");
    }
    IdTable arms{"arm", "arms"};
    check_arms(exam, *table, arms);
    for (std::size_t i = 0; i < fact.expectations.size(); ++i) {
        const Expectation& expectation = fact.expectations[i];
        const Value& place = element_of(*table, "expect", i);
        const std::string key = fmt::format("fact.expect[{}]", i + 1);
        exam.reference(arms, expectation.of, value_or_table(place, "of"), key + ".of");
        if (!expectation.over.empty()) {
            exam.reference(arms, expectation.over, value_or_table(place, "over"), key + ".over");
        }
        check_comparison(exam, expectation, place, key);
        const Value& fact_control = value_or_table(*table, "control");
        if (expectation.control.empty()) {
            check_control(exam, expectation, fact_control, "fact.control");
        } else {
            check_control(exam, expectation, value_or_table(place, "control"), key + ".control");
        }
    }
}

} // namespace assent
