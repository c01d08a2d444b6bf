#include "scenario/checks.hpp"

#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace assent {
namespace {

bool does(const Strategy& strategy, Act act) {
    return std::any_of(strategy.rules.begin(), strategy.rules.end(),
                       [&](const Rule& rule) { return rule.act == act && rule.enabled && rule.limit > 0; });
}

void check_forbidden(const Examination& exam, const Strategy& strategy, const Rule& rule, const Value& table,
                     const std::string& strategy_path, const std::string& path) {
    const Seller& seller = exam.draft.model.seller;
    if (rule.act == Act::kickback && !(strategy.kickbacks && seller.kickbacks)) {
        exam.findings.error(value_or_table(table, "do"), path + ".do",
                            fmt::format("{} forbids kickbacks", strategy.kickbacks ? "seller" : strategy_path),
                            "take the rule out, or set kickbacks = true in both [seller] and the strategy");
    }
    if (rule.inflate > 0 && !(strategy.embellishment && seller.embellishment)) {
        exam.findings.error(value_or_table(table, "inflate"), path + ".inflate",
                            fmt::format("{} forbids embellishment", strategy.embellishment ? "seller" : strategy_path),
                            "take it out, or set embellishment = true in both [seller] and the strategy");
    }
}

std::string contradiction_in_weeks(const Condition& when, int horizon) {
    const int from = std::max(when.week_from.value_or(1), when.week.value_or(1));
    const int to = std::min({when.week_to.value_or(horizon), when.week.value_or(horizon), horizon});
    if (from > horizon) {
        return fmt::format("week {} is beyond the horizon of {} weeks", from, horizon);
    }
    return from > to ? "no week satisfies the conditions" : "";
}

std::string contradiction(const Rule& rule) {
    const Condition& when = rule.when;
    if (when.support_below && when.support_above && *when.support_below <= *when.support_above) {
        return "support cannot be below and above";
    }
    if (when.coverage_below && when.coverage_above && *when.coverage_below <= *when.coverage_above) {
        return "coverage cannot be below and above";
    }
    if ((when.support_below && *when.support_below <= 0) || (when.coverage_below && *when.coverage_below <= 0)) {
        return "a share is never below 0";
    }
    if ((when.support_above && *when.support_above >= 1) || (when.coverage_above && *when.coverage_above >= 1)) {
        return "a share is never above 1";
    }
    if (rule.selector == Selector::uncontacted && when.contacted.value_or(false)) {
        return "who is uncontacted is not contacted";
    }
    if (when.stage == std::vector{Stage::closed}) {
        return "nothing is done in a closed deal";
    }
    return {};
}

/// What the rule waits for and nobody brings about.
std::string vain_hope(const Examination& exam, const Strategy& strategy, const Rule& rule) {
    const Condition& when = rule.when;
    const Model& model = exam.draft.model;
    if (when.pilot.value_or(PilotState::none) != PilotState::none && !does(strategy, Act::pilot)) {
        return "the strategy starts no trial";
    }
    if (when.offer_made.value_or(false) && !does(strategy, Act::offer)) {
        return "the strategy makes no offer";
    }
    const bool has_rival = std::any_of(model.alternatives.begin(), model.alternatives.end(),
                                       [](const auto& each) { return each.kind == Alternative::Kind::rival; });
    if (when.competitor_known.value_or(false) && !has_rival) {
        return "there is no rival";
    }
    if (rule.selector == Selector::role) {
        const auto plays = [&](const Stakeholder& each) {
            return each.roles.empty() ? rule.role == Role::other
                                      : std::find(each.roles.begin(), each.roles.end(), rule.role) != each.roles.end();
        };
        if (std::none_of(exam.draft.stakeholders.begin(), exam.draft.stakeholders.end(), plays)) {
            return fmt::format("nobody is {}", word(rule.role));
        }
    }
    return {};
}

/// Objections that could ever be known, said or behind what is said, of the one who is asked for or of anyone.
bool has_objection(const Examination& exam, const Rule& rule) {
    const std::string& wanted = rule.when.objection_known;
    const auto is_it = [&](const Objection& each) { return each.topic == wanted || each.root == wanted; };
    return std::any_of(exam.draft.stakeholders.begin(), exam.draft.stakeholders.end(), [&](const Stakeholder& each) {
        const bool asked = rule.selector != Selector::member || rule.member == each.id;
        return asked && std::any_of(each.objections.begin(), each.objections.end(), is_it);
    });
}

/// Why the rule can never fire; empty when it can.
std::string never_fires(const Examination& exam, const Strategy& strategy, const Rule& rule) {
    const Model& model = exam.draft.model;
    if (rule.limit == 0) {
        return "its limit is 0";
    }
    if (auto why = contradiction_in_weeks(rule.when, model.process.horizon); !why.empty()) {
        return why;
    }
    if (auto why = contradiction(rule); !why.empty()) {
        return why;
    }
    if (auto why = vain_hope(exam, strategy, rule); !why.empty()) {
        return why;
    }
    if (!rule.when.objection_known.empty() && exam.topics.holds(rule.when.objection_known) &&
        !has_objection(exam, rule)) {
        return fmt::format("no objection on \"{}\" is there to be known", rule.when.objection_known);
    }
    const ActEffect& act = model.acts[static_cast<std::size_t>(rule.act)];
    const ChannelTraits& channel = model.channels[static_cast<std::size_t>(rule.channel)];
    const double hours = strategy.hours.value_or(model.seller.hours);
    if (act.hours + channel.hours > hours) {
        return fmt::format("it takes {:g} hours and a week has {:g}", act.hours + channel.hours, hours);
    }
    if (act.cost + channel.cost > strategy.budget) {
        return fmt::format("it costs {:g} and the budget is {:g}", act.cost + channel.cost, strategy.budget);
    }
    return {};
}

/// A strategy without rules is the baseline of leaving the deal to itself; when it is named so, it is meant.
bool is_baseline(const Strategy& strategy) {
    constexpr std::array hints{"nothing", "baseline", "silence", "wait", "none"};
    const std::string names = strategy.id + " " + strategy.name;
    return std::any_of(hints.begin(), hints.end(),
                       [&](const char* hint) { return names.find(hint) != std::string::npos; });
}

void check_strategy(const Examination& exam, const Strategy& strategy, std::size_t i) {
    const Value& table = exam.element("strategy", i);
    const std::string path = fmt::format("strategy[{}]", i + 1);
    if (strategy.rules.empty() && !is_baseline(strategy)) {
        exam.findings.warning_at(table, path, fmt::format("\"{}\" has no rules and does nothing", strategy.id),
                                 "add a [[strategy.rule]]");
    }
    const bool second_letter = strategy.second_letter.kind != Number::Kind::unset;
    if (second_letter != (strategy.letter_test > 0)) {
        exam.findings.warning(value_or_table(table, second_letter ? "second_letter" : "letter_test"),
                              path + (second_letter ? ".second_letter" : ".letter_test"),
                              second_letter ? "nobody compares the letters" : "there is no second letter to compare",
                              second_letter ? "add letter_test = 12" : "add second_letter");
    }
    if (strategy.after_sale.loyalty == Loyalty::kickback &&
        !(exam.draft.model.seller.kickbacks && strategy.kickbacks)) {
        exam.findings.warning(value_or_table(value_or_table(table, "after_sale"), "loyalty"),
                              path + ".after_sale.loyalty", "kickbacks are not allowed, so none are paid",
                              "set kickbacks = true for seller and strategy if that is meant");
    }
    for (std::size_t j = 0; j < strategy.rules.size(); ++j) {
        const Rule& rule = strategy.rules[j];
        const Value& place = element_of(table, "rule", j);
        const std::string rule_path = fmt::format("{}.rule[{}]", path, j + 1);
        check_forbidden(exam, strategy, rule, place, path, rule_path);
        const std::string why = rule.enabled ? never_fires(exam, strategy, rule) : std::string();
        if (!why.empty()) {
            exam.findings.warning_at(place, rule_path, "can never fire: " + why);
        }
    }
}

} // namespace

void check_strategies(const Examination& exam) {
    const auto& strategies = exam.draft.model.strategies;
    if (strategies.empty()) {
        exam.findings.warning_in(exam.file, "no strategy, so there is nothing to compare", "add a [[strategy]]");
    }
    for (std::size_t i = 0; i < strategies.size(); ++i) {
        check_strategy(exam, strategies[i], i);
    }
}

} // namespace assent
