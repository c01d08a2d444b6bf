#include "report/plan_tables.hpp"

#include "model/words.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/rule_words.hpp"
#include "report/run_result.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace assent {
namespace {

template <class... Arrays> std::size_t bytes_of(const Arrays&... arrays) {
    return (... + (arrays.size() * sizeof(arrays[0])));
}

std::string index_of(std::string_view kind, std::size_t place) { return fmt::format("{} {}", kind, place); }

/// "rules 3 to 9", "rule 3", "no rules".
std::string rules_of(const StrategyPlan& strategy) {
    const int count = strategy.last_rule - strategy.first_rule;
    if (count == 0) return "no rules";
    return count == 1 ? fmt::format("rule {}", strategy.first_rule)
                      : fmt::format("rules {} to {}", strategy.first_rule, strategy.last_rule - 1);
}

std::string again(const Parameter& interval) {
    const std::string weeks = shown(interval, 0);
    return weeks == "1" ? "every week" : fmt::format("every {} weeks", weeks);
}

std::string process_sentence(const Model& model, const Plan& plan) {
    const std::string quota =
        plan.rule == DecisionRule::minimum_endorsement ? fmt::format(" of at least {}", plan.quota) : std::string();
    std::string rule(word(plan.rule));
    std::ranges::replace(rule, '_', ' ');
    return fmt::format("{} decides by {}{}, in week {} unless asked earlier, then {}; {} weeks are played. "
                       "Need {}, budget {}, required quality {}.",
                       model.company.name.empty() ? "The company" : model.company.name, rule, quota,
                       shown(plan.decision_week, 0), again(plan.meeting_interval), plan.horizon, shown(plan.need),
                       money(static_cast<double>(plan.budget.value), model.company.currency),
                       shown(plan.required_quality));
}

std::string size_sentence(const Plan& plan) {
    constexpr double cache = 32 * 1024; // level 1 data cache of nearly every core in use
    const auto size = static_cast<double>(plan_bytes(plan));
    return fmt::format(
        "The plan takes {:.1f} KiB{}. {} members, {} objections, {} arcs of influence, {} alternatives, {} "
        "strategies, {} uncertain numbers.",
        size / 1024, size <= cache ? " and fits into a level 1 cache of 32 KiB" : "", plan.n_member, plan.n_objection,
        plan.n_link, plan.n_alternative, plan.strategies.size(), plan.n_draw);
}

} // namespace

std::size_t plan_bytes(const Plan& p) {
    const std::size_t people =
        bytes_of(p.who, p.authority, p.susceptibility, p.expertise, p.personal_stake, p.integrity, p.patience,
                 p.accessibility, p.felt_need, p.leaning, p.threatened, p.attention, p.veto, p.known, p.gatekeeper,
                 p.mind, p.belief_weight, p.price_weight, p.criterion_weight, p.initial_trust, p.feature_begin,
                 p.feature_worth, p.objection_begin, p.severity, p.objection_weight, p.stated_topic, p.root_topic,
                 p.objection_known, p.belief_severity, p.belief_objection_weight, p.objection_who);
    const std::size_t influence =
        bytes_of(p.link_begin, p.link_from, p.link_strength, p.link_conflict, p.colleague_begin, p.colleague);
    const std::size_t offers =
        bytes_of(p.attribute, p.image_begin, p.image, p.price, p.incumbent, p.rival_known, p.contact_hazard,
                 p.contact_effect, p.price_cut_hazard, p.price_cut, p.alternative_who, p.rival_moves, p.frontier);
    const std::size_t selling = bytes_of(p.competence, p.extra_value, p.extra_means, p.extra_cost, p.strategies,
                                         p.rules, p.candidates, p.draws, p.tables);
    return sizeof(Plan) + people + influence + offers + selling;
}

std::string shown(const Parameter& parameter, int decimals) {
    return (parameter.draw >= 0 ? "~" : "") + decimal(static_cast<double>(parameter.value), decimals);
}

std::string part_heading(std::string_view title, const TextStyle& style) {
    return "\n" + emphasised(title, Emphasis::strong, style) + "\n";
}

std::string and_more(std::int32_t rows) {
    return rows > rows_shown ? fmt::format("  (and {} more)\n", rows - rows_shown) : std::string();
}

std::string names_text(const Model& model, const Plan& plan, const TextStyle& style) {
    Table table({{"Name", "in the scenario", Table::Align::left},
                 {"Id", "in the scenario", Table::Align::left},
                 {"Index", "in the plan", Table::Align::left}},
                2);
    for (std::int32_t d = 0; d < std::min(plan.n_member, rows_shown); ++d)
        table.add(
            {holder_name(model, d), model.centre.stakeholder(d).id, index_of("member", static_cast<std::size_t>(d))});
    if (plan.n_member > rows_shown)
        table.add({fmt::format("(and {} more)", plan.n_member - rows_shown), "",
                   fmt::format("to member {}", plan.n_member - 1)});
    for (std::size_t i = 0; i < model.alternatives.size(); ++i)
        table.add({name_of(model.alternatives[i]), model.alternatives[i].id, index_of("alternative", i)});
    for (std::size_t s = 0; s < model.strategies.size(); ++s)
        table.add({name_of(model.strategies[s]), model.strategies[s].id,
                   index_of("strategy", s) + ", " + rules_of(plan.strategies[s])});
    std::vector<bool> used(model.topics.size());
    for (const std::uint8_t topic : plan.stated_topic) used[topic] = true;
    for (const std::uint8_t topic : plan.root_topic) used[topic] = true;
    for (std::size_t t = 0; t < model.topics.size(); ++t)
        if (used[t]) table.add({name_of(model.topics[t]), model.topics[t].id, index_of("topic", t)});
    return part_heading("Names, and what the kernel knows them by", style) + table.text(style);
}

std::string strategies_text(const Model& model, const TextStyle& style) {
    std::string text = part_heading("Strategies", style);
    if (model.strategies.empty()) text += "  none\n";
    for (const Strategy& strategy : model.strategies) {
        text += wrapped(printable(name_of(strategy)), style, 2);
        if (strategy.rules.empty()) text += "     does nothing\n";
        for (std::size_t i = 0; i < strategy.rules.size(); ++i) {
            const Rule& rule = strategy.rules[i];
            const std::string number = padded(fmt::format("{}.", i + 1), 4, true) + " ";
            const std::string off = rule.enabled ? "" : "(switched off) ";
            const std::string sentence = wrapped(printable(off + rule_sentence(model, rule)), style, 7);
            text += "  " + number + sentence.substr(7);
        }
    }
    return text;
}

std::string plan_text(const Model& model, const Plan& plan, const TextStyle& style) {
    const std::string& title = model.title.empty() ? model.company.name : model.title;
    std::string text = emphasised(wrapped(printable(title), style), Emphasis::strong, style);
    if (!model.company.about.empty()) text += wrapped(printable(model.company.about), style);
    text += "\n" + wrapped(printable(process_sentence(model, plan)), style) + wrapped(size_sentence(plan), style);
    text += names_text(model, plan, style) + people_text(model, plan, style) + offers_text(model, plan, style);
    return text + strategies_text(model, style) + uncertainty_text(model, plan, style);
}

} // namespace assent
