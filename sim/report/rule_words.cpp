#include "report/rule_words.hpp"

#include "model/words.hpp"
#include "report/number_words.hpp"
#include "report/reason_words.hpp"
#include "report/run_result.hpp"
#include "report/sentence.hpp"
#include "report/translation.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace assent {
namespace {

/// In the order of Act. {whom} is the target.
constexpr std::array<std::string_view, act_count> act_words{
    to_tell("introduce ourselves to {whom}"),
    to_tell("find out what matters to {whom}"),
    to_tell("answer a doubt of {whom}"),
    to_tell("put the value case to {whom}"),
    to_tell("demonstrate the product to {whom}"),
    to_tell("propose a trial to {whom}"),
    to_tell("let a customer vouch for us to {whom}"),
    to_tell("get to know {whom} better"),
    to_tell("make an offer to {whom}"),
    to_tell("give way on price to {whom}"),
    to_tell("ask {whom} for the decision"),
    to_tell("remind {whom} of us"),
    to_tell("give loyalty points to {whom}"),
    to_tell("solve a problem outside the product for {whom}"),
    to_tell("offer a kickback to {whom}"),
};
/// In the order of Channel.
constexpr std::array<std::string_view, channel_count> channel_words{to_tell("by e-mail"),   to_tell("by phone"),
                                                                    to_tell("by video"),    to_tell("in a meeting"),
                                                                    to_tell("at an event"), to_tell("on the web")};

/// In the order of Evidence.
constexpr std::array<std::string_view, evidence_count> evidence_words{
    "", to_tell(", backed by data"), to_tell(", backed by a reference"), to_tell(", backed by a guarantee")};

std::string spaced(std::string_view term) {
    std::string text(term);
    std::ranges::replace(text, '_', ' ');
    return text;
}

template <class Items> std::string name_in(const Items& items, const std::string& id) {
    const auto item = std::ranges::find(items, id, [](const auto& each) { return each.id; });
    return item == items.end() ? id : name_of(*item);
}

std::string whom(const Model& model, const Rule& rule) {
    switch (rule.selector) {
    case Selector::member:
        return holder_name(model, model.centre.find(rule.member));
    case Selector::role:
        return "the " + spaced(word(rule.role));
    case Selector::most_influential:
        return "the most influential member";
    case Selector::most_opposed:
        return "the member seen most against us";
    case Selector::undecided:
        return "the member seen as most undecided";
    case Selector::uncontacted:
        return "the most important member not yet reached";
    case Selector::weakest_link:
        return "the member whose weight and doubt together are greatest";
    case Selector::all:
        break;
    }
    return "everybody known";
}

std::string weeks_condition(const Condition& when) {
    if (when.week) return fmt::format("in week {}", *when.week);
    if (when.week_from && when.week_to) return fmt::format("in weeks {} to {}", *when.week_from, *when.week_to);
    if (when.week_from) return fmt::format("from week {}", *when.week_from);
    return when.week_to ? fmt::format("until week {}", *when.week_to) : std::string();
}

std::string stage_condition(const std::vector<Stage>& stages) {
    std::vector<std::string> names;
    for (const Stage stage : stages) names.push_back(spaced(word(stage)));
    return names.empty() ? std::string() : fmt::format("in {}", fmt::join(names, " or "));
}

std::string bounds_condition(std::string_view what, const std::optional<double>& below,
                             const std::optional<double>& above) {
    std::string text;
    if (above) text = fmt::format("{} above {}", what, percent(*above));
    if (below) text += fmt::format("{} below {}", text.empty() ? what : " and", percent(*below));
    return text;
}

std::string yes_or_no(const std::optional<bool>& wanted, std::string_view yes, std::string_view no) {
    return wanted ? std::string(*wanted ? yes : no) : std::string();
}

std::string pilot_condition(const std::optional<PilotState>& pilot) {
    constexpr std::array<std::string_view, pilot_state_count> words{
        "before any trial", "while the trial runs", "when the trial has passed", "when the trial has failed"};
    return pilot ? std::string(words[static_cast<std::size_t>(*pilot)]) : std::string();
}

/// "From week 3, in evaluation: " or nothing.
std::string condition(const Model& model, const Condition& when) {
    std::vector<std::string> parts{
        weeks_condition(when),
        stage_condition(when.stage),
        pilot_condition(when.pilot),
        when.objection_known.empty()
            ? std::string()
            : fmt::format("when a doubt “{}” is known there", name_in(model.topics, when.objection_known)),
        when.silent_for ? fmt::format("after {} weeks of silence", *when.silent_for) : std::string(),
        bounds_condition("when support is seen", when.support_below, when.support_above),
        bounds_condition("when the share of members reached is", when.coverage_below, when.coverage_above),
        yes_or_no(when.contacted, "once reached", "while not yet reached"),
        yes_or_no(when.competitor_known, "when a rival is known", "while no rival is known"),
        yes_or_no(when.offer_made, "after the offer", "before the offer"),
    };
    std::erase(parts, std::string());
    if (parts.empty()) return "Whenever hours allow: ";
    std::string text = fmt::format("{}: ", fmt::join(parts, ", "));
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string offer_details(const Model& model, const Rule& rule) {
    std::string text;
    if (rule.discount > 0) text += told_with(" {} below the list price", percent(rule.discount));
    std::vector<std::string> extras;
    for (const std::string& extra : rule.extras) extras.push_back(name_in(model.extras, extra));
    if (!extras.empty()) text += told_with(" with {}", fmt::join(extras, ", "));
    if (rule.tailored)
        text += told_with(", tailored to what the client lacks for at most {}",
                          money(rule.extras_budget, model.company.currency));
    return text;
}

std::string details(const Model& model, const Rule& rule) {
    std::string text;
    if (rule.topic_choice == TopicChoice::fixed && !rule.topic.empty())
        text += told_with(" about “{}”", told(name_in(model.topics, rule.topic)));
    text += ", " + told(channel_words[static_cast<std::size_t>(rule.channel)]);
    text += told(evidence_words[static_cast<std::size_t>(rule.evidence)]);
    std::vector<std::string> safeguards;
    for (const Safeguard safeguard : rule.safeguards) safeguards.push_back(told(spaced(word(safeguard))));
    if (!safeguards.empty()) text += told_with(", with {}", fmt::join(safeguards, ", "));
    if (rule.inflate > 0) text += told_with(", claims inflated by {}", percent(rule.inflate));
    return text;
}

std::string limits(const Rule& rule) {
    std::string text;
    if (rule.cooldown > 1) text = fmt::format("; at most every {} weeks", rule.cooldown);
    if (rule.limit == 1) return "; once";
    if (rule.limit < 520) text += fmt::format("{}{} times in all", text.empty() ? "; at most " : ", ", rule.limit);
    return text;
}

std::string lower_first(std::string text) {
    if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
        text.front() = static_cast<char>(text.front() + 32);
    return text;
}

/// “Price”, or “Price” (in truth “Return on investment”).
std::string objection_name(const Model& model, const Counterfactual& change) {
    const Stakeholder& person = model.centre.stakeholder(change.member);
    const Objection& objection = person.objections[static_cast<std::size_t>(change.objection)];
    const std::string name = fmt::format("“{}”", name_in(model.topics, objection.topic));
    if (!objection.pretext || objection.root.empty()) return name;
    return fmt::format("{} (in truth “{}”)", name, name_in(model.topics, objection.root));
}

} // namespace

std::string deed(const Model& model, const Rule& rule) {
    const std::string act = filled(act_words[static_cast<std::size_t>(rule.act)], {{"whom", whom(model, rule)}});
    return act + (rule.act == Act::offer ? offer_details(model, rule) : std::string()) + details(model, rule);
}

std::string rule_sentence(const Model& model, const Rule& rule) {
    return condition(model, rule.when) + deed(model, rule) + limits(rule) + ".";
}

std::string change_sentence(const Model& model, std::int32_t strategy, const Counterfactual& change) {
    using Kind = Counterfactual::Kind;
    const std::string who = change.member < 0 ? std::string() : holder_name(model, change.member);
    switch (change.kind) {
    case Kind::objection_removed:
        return fmt::format("If {} had no doubt {}", who, objection_name(model, change));
    case Kind::objection_halved:
        return fmt::format("If the doubt {} of {} were half as strong", objection_name(model, change), who);
    case Kind::link_cut:
        return fmt::format("If {} had no influence on {}", holder_name(model, change.other), who);
    case Kind::mind_for_us:
        return fmt::format("If {} were for us whatever happens", who);
    case Kind::mind_against_us:
        return fmt::format("If {} were against us whatever happens", who);
    case Kind::rule_dropped:
        break;
    }
    const Rule& rule =
        model.strategies[static_cast<std::size_t>(strategy)].rules[static_cast<std::size_t>(change.other)];
    return fmt::format("Without rule {}: {}", change.other + 1, lower_first(rule_sentence(model, rule)));
}

} // namespace assent
