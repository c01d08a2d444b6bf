#pragma once
// The slow reference simulator, part 6: the account manager's week, on what is known and nothing else.
#include "worlds/reference_touch.hpp"

namespace assent::reference {

/// A known objection counts as open while it was heard to be worse than this.
inline constexpr float still_open = 0.1f;

inline bool is_open(const Doubt& doubt) { return doubt.known && doubt.heard > still_open; }
inline const std::string& believed_topic(const Doubt& doubt) {
    return doubt.root_known ? doubt.root : doubt.objection->topic;
}

/// Topic of the largest open objection that is known of a member.
inline std::optional<std::string> largest_known(const Person& person) {
    std::optional<std::string> topic;
    float largest = 0;
    for (const Doubt& doubt : person.doubts) {
        const float size = doubt.expected_weight * doubt.heard;
        if (!is_open(doubt) || !(size > largest)) continue;
        largest = size;
        topic = believed_topic(doubt);
    }
    return topic;
}

inline bool affordable(const Deal& deal, const Rule& rule) {
    return hours_of(deal, rule) <= deal.hours_left &&
           deal.row.cost_of_sale + cost_of(deal, rule) <= static_cast<float>(deal.strategy.budget);
}

/// Share of the known members who have been reached.
inline float covered(const Deal& deal) {
    int known = 0, reached = 0;
    for (std::size_t d = 0; d < deal.size(); ++d) {
        if (!deal.person(d).mind.known) continue;
        ++known;
        if (deal.person(d).mind.contacts > 0) ++reached;
    }
    return static_cast<float>(reached) / static_cast<float>(std::max(known, 1));
}

inline bool is_allowed(const Deal& deal, const Rule& rule) {
    const Seller& seller = deal.world.model.seller;
    if (!rule.enabled) return false;
    if (rule.act == Act::kickback && !(seller.kickbacks && deal.strategy.kickbacks)) return false;
    return !(rule.inflate > 0) || (seller.embellishment && deal.strategy.embellishment);
}

/// Does the act make sense now, whatever the rule says.
inline bool makes_sense(const Deal& deal, Act act) {
    const bool early = deal.stage == Stage::screening || deal.stage == Stage::evaluation;
    if (act == Act::pilot) return deal.pilot == PilotState::none && early;
    if (act == Act::ask_decision)
        return deal.stage < Stage::decision && deal.pilot != PilotState::running && !deal.asked_to_decide;
    return true;
}

/// What a rule asks of the deal as a whole.
inline bool applies(const Deal& deal, std::size_t place) {
    const Rule& rule = deal.strategy.rules[place];
    const Condition& when = rule.when;
    if (!is_allowed(deal, rule) || !makes_sense(deal, rule.act) || !affordable(deal, rule)) return false;
    if (when.week ? deal.week != *when.week
                  : deal.week < when.week_from.value_or(1) || deal.week > when.week_to.value_or(deal.week))
        return false;
    if (deal.rule_uses[place] >= rule.limit) return false;
    if (deal.rule_last_week[place] && deal.week - *deal.rule_last_week[place] < rule.cooldown) return false;
    if (!when.stage.empty() && !contains(when.stage, deal.stage)) return false;
    if (when.pilot && *when.pilot != deal.pilot) return false;
    if (when.competitor_known && *when.competitor_known != deal.competitor_known) return false;
    if (when.offer_made && *when.offer_made != deal.offer_made) return false;
    if (when.coverage_below && !(covered(deal) < static_cast<float>(*when.coverage_below))) return false;
    return !when.coverage_above || covered(deal) > static_cast<float>(*when.coverage_above);
}

inline bool seeks_topic(const Rule& rule) {
    return rule.act == Act::address && rule.topic_choice == TopicChoice::largest_known;
}

/// May the rule turn to this member.
inline bool may_turn_to(const Deal& deal, const Rule& rule, const Person& person) {
    const Condition& when = rule.when;
    const StateOfMind& mind = person.mind;
    const bool reached = mind.contacts > 0;
    if (!mind.known || mind.touches_this_week >= Limits::touches_per_member_and_week) return false;
    if (rule.selector == Selector::member && person.stakeholder->id != rule.member) return false;
    if (rule.selector == Selector::role && !holds(*person.stakeholder, rule.role)) return false;
    if (rule.selector == Selector::uncontacted && reached) return false;
    if ((rule.selector == Selector::most_opposed || rule.selector == Selector::undecided) && !reached) return false;
    if (when.contacted && *when.contacted != reached) return false;
    if (when.silent_for && mind.last_touch > 0 && deal.week - mind.last_touch < *when.silent_for) return false;
    if (when.support_below && !(mind.seen && *mind.seen < static_cast<float>(*when.support_below))) return false;
    if (when.support_above && !(mind.seen && *mind.seen > static_cast<float>(*when.support_above))) return false;
    if (!when.objection_known.empty() &&
        std::none_of(person.doubts.begin(), person.doubts.end(), [&](const Doubt& doubt) {
            return is_open(doubt) && believed_topic(doubt) == when.objection_known;
        }))
        return false;
    return !seeks_topic(rule) || largest_known(person).has_value();
}

inline std::optional<std::string> topic_for(const Rule& rule, const Person& person) {
    if (seeks_topic(rule)) return largest_known(person);
    if (rule.topic_choice == TopicChoice::fixed && !rule.topic.empty()) return rule.topic;
    return std::nullopt;
}

/// How much the selector wants the member.
inline float appeal(const Deal& deal, const Rule& rule, const Person& person) {
    const StateOfMind& mind = person.mind;
    if (rule.selector == Selector::role) return -static_cast<float>(mind.last_touch);
    if (rule.selector == Selector::most_opposed) return -*mind.seen;
    if (rule.selector == Selector::undecided) return -std::abs(*mind.seen - 0.5f);
    if (rule.selector != Selector::weakest_link) return 0;
    float largest = 0;
    for (std::size_t d = 0; d < deal.size(); ++d)
        if (deal.person(d).stakeholder->known) largest = std::max(largest, deal.person(d).expected_authority);
    float weight = largest > 0 ? std::min(person.expected_authority / largest, 1.0f) : 1.0f;
    if (person.stakeholder->veto) weight = 1;
    return weight * (1 - mind.seen.value_or(0.5f));
}

/// Members, the most important first, equals in the order of the scenario.
inline std::vector<std::size_t> by_importance(const Deal& deal) {
    std::vector<std::size_t> order(deal.size());
    for (std::size_t d = 0; d < order.size(); ++d) order[d] = d;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return deal.person(one).importance > deal.person(other).importance;
    });
    return order;
}

/// Carries out a rule; says whether it was used.
inline bool carry_out(Deal& deal, const Rule& rule) {
    bool used = false;
    std::optional<std::size_t> target;
    for (const std::size_t d : by_importance(deal)) {
        const Person& person = deal.person(d);
        if (!deal.open || !may_turn_to(deal, rule, person)) continue;
        if (rule.selector == Selector::all) {
            if (!affordable(deal, rule)) continue;
            perform(deal, rule, d, topic_for(rule, person));
            used = true;
        } else if (!target || appeal(deal, rule, person) > appeal(deal, rule, deal.person(*target)))
            target = d;
    }
    if (!target) return used;
    perform(deal, rule, *target, topic_for(rule, deal.person(*target)));
    return true;
}

inline void sell(Deal& deal) {
    deal.door = 1;
    deal.hours_left = static_cast<float>(deal.strategy.hours.value_or(deal.world.model.seller.hours));
    for (std::size_t d = 0; d < deal.size(); ++d) {
        Person& person = deal.person(d);
        person.mind.intrusion *= deal[Assumption::intrusion_kept];
        person.mind.touches_this_week = 0;
        if (person.gatekeeper) // a hostile one shuts the door, a won one leaves it open
            deal.door *= 1 - deal[Assumption::gatekeeping] * (1 - trust(deal, person, 0));
    }
    for (std::size_t place = 0; place < deal.strategy.rules.size() && deal.open; ++place) {
        if (!applies(deal, place) || !carry_out(deal, deal.strategy.rules[place])) continue;
        ++deal.rule_uses[place];
        deal.rule_last_week[place] = deal.week;
    }
}

} // namespace assent::reference
